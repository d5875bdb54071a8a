using System.Globalization;
using System.Text;
using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>Rows at rest come back as they were written: of every type, however large or long, null or not, all of them or some.</summary>
public sealed class RestingRowsLaws
{
    private static readonly BlockType[] Types = Enum.GetValues<BlockType>();

    [Test]
    public void What_was_written_is_read_whatever_it_was([Range(1, 40)] int seed)
    {
        using var folder = new TemporaryFolder();
        var drawn = new Drawn(seed, folder.Path);
        using var rows = drawn.Rest();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 2));
        warehouse.Register("resting", _ => new RestingScan([rows], Drawn.Columns, 48, (each, chunk) => each.Kept(chunk)));

        Assert.That(Read(warehouse, "select * from resting('') order by row_id"), Is.EqualTo(drawn.Lines));
        Assert.That(warehouse.Count("select count(*) from resting('')"), Is.EqualTo(drawn.Lines.Count));

        var left = drawn.Lines.Keys().Where(id => id % 3 == seed % 3).ToHashSet();
        rows.Leave(left);
        Assert.That(Read(warehouse, "select * from resting('') order by row_id"), Is.EqualTo(drawn.Lines.Where(line => !left.Contains(long.Parse(line.Split('|')[0], CultureInfo.InvariantCulture)))));
    }

    /// <summary>Of a file that is kept from run to run, no byte may be another without being seen, or it would be another's row.</summary>
    [Test]
    public void A_bit_that_is_another_anywhere_in_a_kept_file_is_seen()
    {
        using var folder = new TemporaryFolder();
        var (path, key) = (Path.Combine(folder.Path, "kept"), new byte[32]);
        BlockColumn line = new("line", BlockType.BigInt), told = new("told", BlockType.Text);
        for (var row = 0; row < 50; row++)
        {
            line.Set(row, row);
            told.Set(row, Encoding.UTF8.GetBytes($"told {row}"));
        }
        using (var cipher = new ChunkCipher(key))
        using (var writer = new ColumnFileWriter(path, [line, told], cipher))
        {
            writer.Write(50);
            writer.Finish([]);
        }
        var whole = File.ReadAllBytes(path);
        Assert.That(IsTaken(path, key), "what is whole is taken");

        var unseen = Enumerable.Range(0, whole.Length).Where(at =>
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            File.WriteAllBytes(path, damaged);
            return IsTaken(path, key);
        });
        Assert.That(unseen, Is.Empty);
    }

    private static bool IsTaken(string path, byte[] key)
    {
        using var cipher = new ChunkCipher(key);
        try
        {
            using var file = new ColumnFile(path, cipher);
            return file.IsWhole();
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static List<string> Read(Warehouse warehouse, string sql) =>
        [.. warehouse.Query(sql).Rows.Select(row => string.Join('|', row.Select(cell => cell switch { null => "-", DateOnly date => $"{date.DayNumber - 719162}", decimal number => $"{(long)(number * 10_000)}", bool flag => flag ? "1" : "0", _ => Convert.ToString(cell, CultureInfo.InvariantCulture) })))];

    /// <summary>Blocks of one to 2,048 rows, a column of each type in each of two files; what is drawn is written down as text as well.</summary>
    private sealed class Drawn(int seed, string folder)
    {
        private readonly Random _random = new(seed);
        private readonly BlockColumn[] _rows = [new("line", BlockType.BigInt), .. Types.Select(type => new BlockColumn($"told_{type}", type))];
        private readonly BlockColumn[] _people = [.. Types.Select(type => new BlockColumn($"who_{type}", type))];

        internal List<string> Lines { get; } = [];

        internal static IEnumerable<RestingColumn> Columns => [.. Types.Select((type, i) => new RestingColumn($"told_{type}", type, false, i + 1)), .. Types.Select((type, i) => new RestingColumn($"who_{type}", type, true, i))];

        internal RestingRows Rest()
        {
            ChunkCipher one = new(), other = new();
            var line = 0L;
            using (ColumnFileWriter rows = new(Path.Combine(folder, "rows"), _rows, one), people = new(Path.Combine(folder, "people"), _people, other))
            {
                foreach (var count in Enumerable.Range(0, 4).Select(_ => _random.Next(4) == 0 ? RowBlock.Capacity : _random.Next(1, 200)))
                {
                    Draw(count, ref line);
                    rows.Write(count);
                    people.Write(count);
                }
                rows.Finish([]);
                people.Finish([]);
            }
            return new RestingRows(3L << 48, (new ColumnFile(Path.Combine(folder, "rows"), one), one), (new ColumnFile(Path.Combine(folder, "people"), other), other));
        }

        private void Draw(int count, ref long line)
        {
            var kinds = _rows.Concat(_people).Select(_ => (Null: _random.Next(4), Width: _random.Next(4), Length: _random.Next(5) == 0 ? 200 : 16)).ToArray();
            for (var row = 0; row < count; row++)
            {
                line += _random.Next(1, 4);
                _rows[0].Set(row, line);
                var told = new List<string> { $"{(3L << 48) + line}", "3" };
                foreach (var (column, kind) in _rows.Concat(_people).Zip(kinds).Skip(1)) { told.Add(Value(column, row, kind)); }
                Lines.Add(string.Join('|', told));
            }
        }

        private string Value(BlockColumn column, int row, (int Null, int Width, int Length) kind)
        {
            if (kind.Null == 0 || (kind.Null == 1 && _random.Next(3) == 0)) { column.SetNull(row); return "-"; }
            if (column.Type == BlockType.Text)
            {
                var text = new string((char)('a' + _random.Next(26)), _random.Next(kind.Length));
                column.Set(row, Encoding.UTF8.GetBytes(text));
                return text;
            }
            long most = column.Type switch { BlockType.TinyInt => 100, BlockType.Boolean => 1, BlockType.Date => 80_000, BlockType.Decimal4 => 1_000_000_000_000, _ => long.MaxValue - 1 };
            var limit = Math.Min(most, kind.Width switch { 0 => 127, 1 => 32_767, 2 => int.MaxValue, _ => long.MaxValue - 1 });
            var number = _random.NextInt64(column.Type == BlockType.Boolean ? 0 : -limit, limit + 1);
            column.Set(row, number);
            return number.ToString(CultureInfo.InvariantCulture);
        }
    }
}

file static class LineKeys
{
    /// <summary>The first field of each line.</summary>
    internal static IEnumerable<long> Keys(this IEnumerable<string> lines) => lines.Select(line => long.Parse(line.Split('|')[0], CultureInfo.InvariantCulture));
}
