namespace Stratify.Engine;

/// <summary>Up to 2,048 rows, column by column, on their way from C# into a table.</summary>
public sealed class RowBlock(IReadOnlyList<BlockColumn> columns)
{
    public const int Capacity = DuckDb.TableOutput.Capacity;

    public IReadOnlyList<BlockColumn> Columns { get; } = columns;

    public int Count { get; set; }

    public bool IsFull => Count == Capacity;

    public BlockColumn Column(string name) => Columns.Single(column => column.Name == name);
}

/// <summary>Rows that C# makes and SQL reads, block by block. Disposed when the query ends, however it ends.</summary>
public abstract class RowFeed : IDisposable
{
    /// <summary>Made once; the same block is filled again and again.</summary>
    public abstract RowBlock Block { get; }

    /// <summary>Fills the block from its first row; a block left empty is the end.</summary>
    public abstract void Fill();

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
