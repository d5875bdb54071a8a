using System.Buffers.Text;
using CsvHelper;
using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Benchmarks;

/// <summary>One extract by CsvHelper's parser, as quick as it goes: spans of UTF-8, no strings, and only such conversions as a table needs.</summary>
internal sealed class CsvHelperFeed : RowFeed
{
    private readonly Dataset _dataset;
    private readonly CsvReader _reader;
    private readonly DatePattern _date;
    private readonly int[] _scales;

    internal CsvHelperFeed(Dataset dataset, string file)
    {
        _dataset = dataset;
        _reader = CsvReader.FromFile(file, new CsvReaderOptions(), FileOptions.SequentialScan);
        _date = DatePattern.Of(dataset.DateFormats[0]);
        _scales = [.. dataset.Columns.Select(column => column.Kind switch { ColumnKind.Money when !column.InPence => 100, ColumnKind.Quantity => 10_000, _ => 1 })];
        Block = new RowBlock([.. dataset.Columns.Select(column => new BlockColumn(column.Name, Type(column.Kind)))]);
    }

    public override RowBlock Block { get; }

    public override void Fill()
    {
        while (!Block.IsFull && _reader.Read())
        {
            if (Take(Block.Count)) { Block.Count++; }
        }
    }

    public override void Dispose()
    {
        _reader.Dispose();
        base.Dispose();
    }

    private bool Take(int row)
    {
        for (var i = 0; i < _dataset.Columns.Count; i++)
        {
            var field = _reader.GetSpan(i);
            if (field.IsEmpty) { Block.Columns[i].SetNull(row); }
            else if (!Convert(Block.Columns[i], row, field, _scales[i])) { return false; }
        }
        return true;
    }

    private bool Convert(BlockColumn into, int row, ReadOnlySpan<byte> field, int scale)
    {
        switch (into.Type)
        {
            case BlockType.Text: into.Set(row, field); return true;
            case BlockType.Date when _date.TryRead(field, out var days): into.Set(row, days); return true;
            case BlockType.BigInt or BlockType.Decimal4 when Utf8Parser.TryParse(field, out decimal number, out var used) && used == field.Length: into.Set(row, (long)(number * scale)); return true;
            case BlockType.Boolean: into.Set(row, field[0] is (byte)'Y' or (byte)'1' ? 1 : 0); return true;
            default: return false;
        }
    }

    private static BlockType Type(ColumnKind kind) => kind switch
    {
        ColumnKind.Date or ColumnKind.BirthDate => BlockType.Date,
        ColumnKind.Integer or ColumnKind.Money => BlockType.BigInt,
        ColumnKind.Quantity => BlockType.Decimal4,
        ColumnKind.Flag => BlockType.Boolean,
        _ => BlockType.Text,
    };
}
