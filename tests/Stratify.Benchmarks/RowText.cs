using System.Buffers.Text;
using System.Text;

namespace Stratify.Benchmarks;

/// <summary>A CSV file in the making: fields are plain ASCII without commas, so nothing is quoted. Millions of rows a second, that thirty million are soon there.</summary>
internal sealed class RowText(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _at;
    private bool _isFirst = true;

    internal void Field(ReadOnlySpan<byte> text)
    {
        Part();
        Write(text);
    }

    internal void Field(string ascii) => Field(Encoding.ASCII.GetBytes(ascii));

    internal void Field(ReadOnlySpan<byte> prefix, long number)
    {
        Field(prefix);
        Number(number);
    }

    internal void Field(long number) => Field([], number);

    internal void Blank() => Part();

    /// <summary>Pounds and pence.</summary>
    internal void Money(long pence)
    {
        Field([], pence / 100);
        Write([(byte)'.', (byte)('0' + (pence / 10 % 10)), (byte)('0' + (pence % 10))]);
    }

    /// <param name="day">Days from 1970-01-01.</param>
    internal void Date(int day)
    {
        Part();
        var date = DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + day);
        Write([Digit(date.Year / 1000), Digit(date.Year / 100), Digit(date.Year / 10), Digit(date.Year), (byte)'-', Digit(date.Month / 10), Digit(date.Month), (byte)'-', Digit(date.Day / 10), Digit(date.Day)]);
    }

    internal void EndRow()
    {
        _buffer[_at++] = (byte)'\n';
        _isFirst = true;
        if (_at > _buffer.Length - 4096) { Flush(); }
    }

    public void Dispose()
    {
        Flush();
        _file.Dispose();
    }

    private static byte Digit(int number) => (byte)('0' + (number % 10));

    private void Number(long number)
    {
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_at), out var written);
        _at += written;
    }

    private void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer.AsSpan(_at));
        _at += text.Length;
    }

    private void Part()
    {
        if (!_isFirst) { _buffer[_at++] = (byte)','; }
        _isFirst = false;
    }

    private void Flush()
    {
        _file.Write(_buffer, 0, _at);
        _at = 0;
    }
}
