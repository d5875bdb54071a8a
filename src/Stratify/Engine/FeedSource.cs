using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>Copies a feed's blocks into the vectors of DuckDB.</summary>
internal sealed class FeedSource(RowFeed feed) : TableSource
{
    public override IReadOnlyList<DuckColumnType> Columns { get; } = [.. feed.Block.Columns.Select(DuckColumn)];

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

    private static DuckColumnType DuckColumn(BlockColumn column) => column.Type switch
    {
        BlockType.BigInt => new(column.Name, DuckType.BigInt),
        BlockType.Date => new(column.Name, DuckType.Date),
        BlockType.Decimal4 => new(column.Name, DuckType.Decimal, 4),
        BlockType.TinyInt => new(column.Name, DuckType.TinyInt),
        BlockType.Boolean => new(column.Name, DuckType.Boolean),
        _ => new(column.Name, DuckType.Varchar),
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
