using System.Text;

namespace Stratify.Landing;

/// <summary>The names of a file's columns. Case, spaces and underscores do not matter; a name may stand twice.</summary>
internal sealed class Header
{
    private readonly ILookup<string, int> _places;

    internal Header(RowReader row)
    {
        Raw = row.Raw.ToArray();
        Names = [.. Enumerable.Range(0, row.Count).Select(i => Encoding.UTF8.GetString(ColumnReader.Trim(row.Field(i))))];
        _places = Enumerable.Range(0, Names.Count).ToLookup(i => Key(Names[i]));
    }

    /// <summary>The row as it was written.</summary>
    internal byte[] Raw { get; }

    internal IReadOnlyList<string> Names { get; }

    /// <summary>The places, from 0, that bear a name.</summary>
    internal IReadOnlyList<int> Places(string name) => [.. _places[Key(name)]];

    /// <summary>Capitals, trimmed, each run of spaces and underscores one underscore.</summary>
    internal static string Key(string name)
    {
        var words = name.Split([' ', '_', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('_', words).ToUpperInvariant();
    }
}
