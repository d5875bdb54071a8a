using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>The lines of a scheme's file, by which a character of a condition is found again where it was written.</summary>
internal sealed class SchemeSource(string text)
{
    private readonly string[] _lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];

    /// <summary>Lines of a value written in this way run together, so that a comment would reach to the value's end.</summary>
    public bool IsFolded(YamlText value) => First(value) is '>' or '"' or '\'';

    /// <summary>Exact for values on one line and for blocks; near enough for other values of several lines.</summary>
    public Place PlaceOf(YamlText value, int offset)
    {
        var block = First(value) is '|' or '>';
        var line = block ? value.Place.Line : value.Place.Line - 1;
        var indent = block ? Indent(line) : value.Place.Column - 1 + (First(value) is '"' or '\'' ? 1 : 0);
        for (var left = offset; line < _lines.Length; line++)
        {
            var length = Math.Max(0, _lines[line].TrimEnd().Length - indent);
            if (left <= length || line == _lines.Length - 1) { return value.Place with { Line = line + 1, Column = indent + Math.Min(left, length) + 1 }; }
            left -= length + 1;
            if (!block && line + 1 < _lines.Length) { indent = _lines[line + 1].Length - _lines[line + 1].TrimStart().Length; }
        }
        return value.Place;
    }

    private char First(YamlText value) =>
        value.Place.Line >= 1 && value.Place.Line <= _lines.Length && value.Place.Column >= 1 && value.Place.Column <= _lines[value.Place.Line - 1].Length
            ? _lines[value.Place.Line - 1][value.Place.Column - 1]
            : ' ';

    private int Indent(int from)
    {
        var first = _lines.Skip(from).FirstOrDefault(line => line.Trim().Length > 0) ?? "";
        return first.Length - first.TrimStart().Length;
    }
}
