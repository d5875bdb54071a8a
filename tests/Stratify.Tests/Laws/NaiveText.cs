using System.Text;

namespace Stratify.Tests.Laws;

/// <summary>A row of delimited text, read slowly: its fields, or what is wrong with its form.</summary>
/// <param name="Raw">The row as it was written, a character for each byte.</param>
internal sealed record NaiveRow(int Line, IReadOnlyList<string> Fields, string Fault, string Raw);

/// <summary>Splits delimited text by RFC 4180 with whole strings, a character for each byte, and no thought of speed.</summary>
internal sealed class NaiveText(string text, char delimiter)
{
    private const int MostLines = 100, FewDelimiters = 3;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly string _text = text.Length == 0 || text[^1] == '\n' ? text : text + '\n';
    private int _at, _line = 1;

    /// <summary>Fields of the header, once it is known.</summary>
    internal int Columns { get; set; }

    /// <summary>The next row; null at the end.</summary>
    internal NaiveRow? Next()
    {
        if (_at >= _text.Length) { return null; }
        var fields = new List<string>();
        var fault = "";
        var from = _at;
        while (true)
        {
            if (_text[from] == '"')
            {
                var close = Closing(from + 1);
                if (close < 0 || HoldsRows(_text[(from + 1)..close], fields.Count)) { return FirstLine("stray_quote"); }
                fields.Add(_text[(from + 1)..close].Replace("\"\"", "\"", StringComparison.Ordinal));
                if (_text[close + 1] == delimiter) { from = close + 2; continue; }
                if (_text[close + 1] == '\n' || _text[(close + 1)..].StartsWith("\r\n", StringComparison.Ordinal)) { return Done(close + 1, fields, fault); }
                return FirstLine(_text[close + 1] == '\r' ? "stray_return" : "stray_quote");
            }
            var end = _text.AsSpan(from).IndexOfAny(delimiter, '"', '\n') + from;
            var field = _text[from..end];
            if (_text[end] == '"') { return FirstLine("stray_quote"); }
            if (_text[end] == '\n' && field.EndsWith('\r')) { field = field[..^1]; }
            if (field.Contains('\r')) { fault = "stray_return"; }
            fields.Add(field);
            if (_text[end] == '\n') { return Done(from + field.Length, fields, fault); }
            from = end + 1;
        }
    }

    private int Closing(int from)
    {
        while (true)
        {
            var quote = _text.IndexOf('"', from);
            if (quote < 0 || _text[quote + 1] != '"') { return quote; }
            from = quote + 2;
        }
    }

    /// <summary>Whether the quotes hold lines that look like rows, or more lines than a text has.</summary>
    private bool HoldsRows(string quoted, int before)
    {
        var lines = quoted.Split('\n');
        if (lines.Length - 1 > MostLines) { return true; }
        if (lines.Length == 1 || Columns == 0) { return false; }
        var last = lines[^1].Count(c => c == delimiter);
        return lines[1..^1].Any(line => line.Count(c => c == delimiter) is var n && n >= FewDelimiters && n == Columns - 1) || (last >= FewDelimiters && last == before);
    }

    private NaiveRow FirstLine(string fault) => Done(_text.IndexOf('\n', _at), [], fault);

    /// <summary>The row ends before a line end, which is taken too.</summary>
    private NaiveRow Done(int end, IReadOnlyList<string> fields, string fault)
    {
        var raw = _text[_at..end];
        if (fault.Length == 0) { fault = raw.Length == 0 ? "blank_line" : !IsUtf8(raw) ? "bad_encoding" : raw.Contains('\0') ? "nul_byte" : ""; }
        var row = new NaiveRow(_line, fields, fault, raw);
        _line += raw.Count(c => c == '\n') + 1;
        _at = _text.IndexOf('\n', end) + 1;
        return row;
    }

    private static bool IsUtf8(string raw)
    {
        try
        {
            Strict.GetCharCount(Encoding.Latin1.GetBytes(raw));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
