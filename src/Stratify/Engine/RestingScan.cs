using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>A column of rows at rest, as a query sees it.</summary>
/// <param name="At">Its place among the columns of its file.</param>
public sealed record RestingColumn(string Name, BlockType Type, bool IsIdentity, int At);

/// <summary>Rows at rest as a table that DuckDB reads: their ids, and of the other columns those that a query asks for, on as many threads as there are.</summary>
public sealed class RestingScan : TableSource
{
    private const int RowId = -1, Extract = -2;

    private readonly List<(RestingRows Rows, int Chunk)> _chunks;
    private readonly Func<RestingRows, int, int[]?> _kept;
    private readonly RestingColumn[] _columns;
    private readonly int _extractShift;
    private int _next = -1;

    /// <param name="extractShift">Bits of an id below the number of the extract, which is a column too.</param>
    /// <param name="kept">Which rows of a chunk are wanted, by their places; null for all of them.</param>
    public RestingScan(IReadOnlyList<RestingRows> rows, IEnumerable<RestingColumn> columns, int extractShift, Func<RestingRows, int, int[]?> kept)
    {
        _chunks = [.. rows.SelectMany(each => Enumerable.Range(0, each.Chunks).Select(chunk => (each, chunk)))];
        (_kept, _extractShift) = (kept, extractShift);
        _columns = [new("row_id", BlockType.BigInt, false, RowId), new("extract", BlockType.BigInt, false, Extract), .. columns];
        Rows = rows.Sum(each => each.Rows);
        Columns = [.. _columns.Select(column => column.At == Extract ? new DuckColumnType(column.Name, DuckType.Integer) : FeedSource.DuckColumn(column.Name, column.Type))];
    }

    public override IReadOnlyList<DuckColumnType> Columns { get; }

    public override long? Rows { get; }

    public override int Readers => Math.Max(1, _chunks.Count);

    public override TableReader Open(IReadOnlyList<int> columns) => new Reader(this, columns);

    private sealed class Reader(RestingScan scan, IReadOnlyList<int> columns) : TableReader
    {
        private byte[] _buffer = new byte[1 << 15];

        public override int Fill(TableOutput output)
        {
            while (true)
            {
                var next = Interlocked.Increment(ref scan._next);
                if (next >= scan._chunks.Count) { return 0; }
                var (rows, chunk) = scan._chunks[next];
                var kept = scan._kept(rows, chunk);
                // No rows would be taken for the end.
                if (kept is { Length: 0 }) { continue; }
                for (var i = 0; i < columns.Count; i++) { Write(rows, chunk, kept, output, i); }
                return kept?.Length ?? rows.RowsOf(chunk);
            }
        }

        private void Write(RestingRows rows, int chunk, int[]? kept, TableOutput output, int into)
        {
            if (columns[into] < 0) { return; }
            var column = scan._columns[columns[into]];
            var count = rows.RowsOf(chunk);
            switch (column.At)
            {
                case Extract: output.SetEach(into, (int)(rows.FirstId >> scan._extractShift), count); break;
                case RowId:
                    ColumnChunk.Read(rows.Read(false, chunk, RestingRows.Line, ref _buffer), BlockType.BigInt, count, output, into);
                    foreach (ref var id in output.Cells<long>(into)[..count]) { id += rows.FirstId; }
                    break;
                default: ColumnChunk.Read(rows.Read(column.IsIdentity, chunk, column.At, ref _buffer), column.Type, count, output, into); break;
            }
            if (kept is not null) { output.Keep(into, SizeOf(scan.Columns[columns[into]].Type), kept); }
        }

        private static int SizeOf(DuckType type) => type switch
        {
            DuckType.Varchar => 16,
            DuckType.BigInt or DuckType.Decimal => sizeof(long),
            DuckType.Date or DuckType.Integer => sizeof(int),
            _ => sizeof(byte),
        };
    }
}
