namespace Stratify.Landing;

/// <summary>The rows of a file, one after the other, whatever the file is: fields are UTF-8 text, blank where nothing was recorded.</summary>
public abstract class SourceRow
{
    /// <summary>The physical line on which the row begins, or the row's number in a file without lines; from 1.</summary>
    public abstract long Line { get; }

    /// <summary>Fields of the row; nothing when it is at fault.</summary>
    public abstract int Count { get; }

    /// <summary>What is wrong with the row's form; null when nothing is.</summary>
    public abstract RejectReason? Fault { get; }

    /// <summary>The line on which a quote opens that this row never closes; 0 when it has none.</summary>
    public virtual long UnclosedAt => 0;

    /// <summary>The row as it was written; nothing where it was not written as text.</summary>
    public virtual ReadOnlySpan<byte> Raw => [];

    /// <summary>Goes to the next row; false at the end.</summary>
    public abstract bool Read();

    /// <summary>Good until the next field or row is read.</summary>
    public abstract ReadOnlySpan<byte> Field(int i);
}
