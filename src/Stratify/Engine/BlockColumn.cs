namespace Stratify.Engine;

/// <summary>What a column of a block holds.</summary>
public enum BlockType
{
    BigInt,
    /// <summary>Days from 1970-01-01.</summary>
    Date,
    /// <summary>decimal(18,4), in ten-thousandths.</summary>
    Decimal4,
    TinyInt,
    /// <summary>0 or 1.</summary>
    Boolean,
    Text,
}

/// <summary>One column of a block. Rows are written in order, and a row that is written again is replaced.</summary>
public sealed class BlockColumn(string name, BlockType type)
{
    private readonly long[] _numbers = new long[RowBlock.Capacity];
    private readonly bool[] _isNull = new bool[RowBlock.Capacity];
    private readonly int[] _ends = new int[type == BlockType.Text ? RowBlock.Capacity : 0];
    private byte[] _text = new byte[type == BlockType.Text ? RowBlock.Capacity * 16 : 0];

    public string Name { get; } = name;

    public BlockType Type { get; } = type;

    public bool IsNull(int row) => _isNull[row];

    public long Number(int row) => _numbers[row];

    public ReadOnlySpan<byte> Text(int row) => _text.AsSpan(Start(row), _ends[row] - Start(row));

    internal ReadOnlySpan<long> Numbers(int rows) => _numbers.AsSpan(0, rows);

    internal ReadOnlySpan<bool> Nulls(int rows) => _isNull.AsSpan(0, rows);

    /// <summary>Where each row's text ends in <see cref="Texts"/>; it begins where the one before ends.</summary>
    internal ReadOnlySpan<int> Ends(int rows) => _ends.AsSpan(0, rows);

    internal ReadOnlySpan<byte> Texts => _text;

    /// <summary>Bytes of all texts of the first rows.</summary>
    internal int TextLength(int rows) => rows == 0 ? 0 : _ends[rows - 1];

    public void SetNull(int row)
    {
        _isNull[row] = true;
        if (Type == BlockType.Text) { _ends[row] = Start(row); }
    }

    public void Set(int row, long number)
    {
        _isNull[row] = false;
        _numbers[row] = number;
    }

    public void Set(int row, ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(row, utf8.Length));
        SetLength(row, utf8.Length);
    }

    /// <summary>Where a row's text may be written in place, of at least the given length; <see cref="SetLength"/> says how much of it was used.</summary>
    public Span<byte> Room(int row, int length)
    {
        var start = Start(row);
        if (start + length > _text.Length) { Array.Resize(ref _text, Math.Max(_text.Length * 2, start + length)); }
        return _text.AsSpan(start, length);
    }

    public void SetLength(int row, int length)
    {
        _isNull[row] = false;
        _ends[row] = Start(row) + length;
    }

    /// <summary>Moves some rows, which are given in their order, to stand one behind the other from a row on; the others from there on are gone.</summary>
    internal void Keep(int first, ReadOnlySpan<int> rows)
    {
        var end = Type == BlockType.Text ? Start(first) : 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var from = rows[i];
            _isNull[first + i] = _isNull[from];
            if (Type != BlockType.Text) { _numbers[first + i] = _numbers[from]; continue; }
            var (start, length) = (Start(from), _ends[from] - Start(from));
            _text.AsSpan(start, length).CopyTo(_text.AsSpan(end));
            _ends[first + i] = end += length;
        }
    }

    private int Start(int row) => row == 0 ? 0 : _ends[row - 1];
}
