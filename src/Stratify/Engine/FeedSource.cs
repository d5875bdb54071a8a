using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>Copies a feed's blocks into the vectors of DuckDB.</summary>
internal sealed class FeedSource(RowFeed feed) : RowsInOrder
{
    public override IReadOnlyList<DuckColumnType> Columns { get; } = [.. feed.Block.Columns.Select(column => DuckColumn(column.Name, column.Type))];

    public override int Fill(TableOutput output)
    {
        var block = feed.Block;
        block.Count = 0;
        feed.Fill();
        for (var column = 0; column < block.Columns.Count; column++) { Copy(block.Columns[column], column, block.Count, output); }
        return block.Count;
    }

    public override void Dispose()
    {
        feed.Dispose();
        base.Dispose();
    }

    internal static DuckColumnType DuckColumn(string name, BlockType type) => type switch
    {
        BlockType.BigInt => new(name, DuckType.BigInt),
        BlockType.Date => new(name, DuckType.Date),
        BlockType.Decimal4 => new(name, DuckType.Decimal, 4),
        BlockType.TinyInt => new(name, DuckType.TinyInt),
        BlockType.Boolean => new(name, DuckType.Boolean),
        _ => new(name, DuckType.Varchar),
    };

    private static void Copy(BlockColumn from, int column, int rows, TableOutput output)
    {
        switch (from.Type)
        {
            case BlockType.Text: output.SetAll(column, from.Texts, from.Ends(rows), from.Nulls(rows)); break;
            case BlockType.Date: output.SetAll<int>(column, from.Numbers(rows), from.Nulls(rows)); break;
            case BlockType.TinyInt or BlockType.Boolean: output.SetAll<byte>(column, from.Numbers(rows), from.Nulls(rows)); break;
            default: output.SetAll<long>(column, from.Numbers(rows), from.Nulls(rows)); break;
        }
    }
}
