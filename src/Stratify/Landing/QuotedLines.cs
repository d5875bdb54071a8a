namespace Stratify.Landing;

/// <summary>
/// Tells a text of several lines from rows that a quote without its partner has swallowed: among those a line has as many delimiters as
/// a row, or, in the last, as many as stood before the quote. Few delimiters tell nothing: an address has them too.
/// </summary>
/// <param name="before">Fields of the row before the quoted one.</param>
/// <param name="columns">Fields of the header; 0 when that is not known.</param>
internal struct QuotedLines(int before, int columns)
{
    private int _lines, _delimiters;

    /// <summary>Whether the closing quote stands in a row of its own.</summary>
    internal readonly bool EndsInARow => columns > 0 && _lines > 0 && _delimiters == before && _delimiters >= RowSplitter.FewDelimiters;

    /// <summary>Goes on to the next mark within the quotes; false once they hold a row, or more lines than a text has.</summary>
    internal bool Take(byte c, byte delimiter)
    {
        if (c == delimiter) { _delimiters++; }
        if (c != RowBuffer.LineFeed) { return true; }
        // What stands before the first line end is the row's own line.
        var isRow = _lines > 0 && _delimiters >= RowSplitter.FewDelimiters && _delimiters == columns - 1;
        _delimiters = 0;
        return ++_lines <= RowSplitter.MaxQuotedLines && !isRow;
    }
}
