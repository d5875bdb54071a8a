namespace Stratify.Landing;

/// <summary>The rows of a file in their order, whatever the file is: fields are UTF-8 text, blank where nothing was recorded.</summary>
public abstract class RowSource
{
    /// <summary>At the end: the line on which a quote opens that is never closed; 0 when there is none.</summary>
    public virtual long UnclosedAt => 0;

    /// <summary>Puts the next rows into the batch, as many as lie together and at most as many as are asked for; false, with none, at the end.</summary>
    public abstract bool Fill(RowBatch batch, int most);
}
