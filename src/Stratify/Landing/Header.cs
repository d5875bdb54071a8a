using System.Text;
using Stratify.Engine;

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

    internal Header(IReadOnlyList<(string Name, StoredType Type)> columns)
    {
        Raw = [];
        Names = [.. columns.Select(column => column.Name.Trim())];
        Types = [.. columns.Select(column => column.Type)];
        _places = Enumerable.Range(0, Names.Count).ToLookup(i => Key(Names[i]));
    }

    /// <summary>What each column holds, in a file that says so; null in one of delimited text.</summary>
    internal IReadOnlyList<StoredType>? Types { get; }

    /// <summary>The row as it was written; nothing where it was not written as text.</summary>
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
