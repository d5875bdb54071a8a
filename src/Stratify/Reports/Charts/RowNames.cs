using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>Names at the left of rows, each in one line or two; what is longer still is cut.</summary>
internal static class RowNames
{
    internal const double Size = 12.5;
    private const double Line = 14;

    /// <summary>The lines of a name within so much room.</summary>
    internal static IReadOnlyList<string> Lines(string name, double width, double size = Size, int weight = 600)
    {
        var lines = TextLayout.Lines(name, width, size, weight);
        return lines.Count <= 2 ? lines : [lines[0], TextLayout.Shortened(string.Join(' ', lines.Skip(1)), width, size, weight)];
    }

    /// <summary>How high rows must be that hold these names.</summary>
    internal static double Height(IEnumerable<IReadOnlyList<string>> names, double least = 28) => names.Any(name => name.Count > 1) ? Math.Max(least, 34) : least;

    /// <summary>Writes a name so that it ends at a place, in the middle of its row.</summary>
    internal static void Put(Scene scene, IReadOnlyList<string> name, double end, double middle)
    {
        for (var line = 0; line < name.Count; line++) { scene.Text(end, middle + 4 + (Line * (line - ((name.Count - 1) / 2.0))), name[line], Size, 600, Colour.Ink, Anchor.End); }
    }
}
