using Stratify.Drawing;
using Stratify.Results;

namespace Stratify.Reports.Charts;

/// <summary>Where cohorts stand in an order, and where they could: a wide pale bar by other weights, a dark line by chance between people, a dot for the place.</summary>
internal static class PlaceRanges
{
    private const double Width = 600, Left = 230, Right = 24, Top = 24;
    internal const int Most = 20;
    private const string Pale = "#a9cbe4";

    internal static Scene Draw(IReadOnlyList<PlaceRange> ranges, string title)
    {
        var names = ranges.Select(range => RankedCohorts.Name(range.Title)).ToList();
        double height = names.Exists(name => name.Count > 1) ? 34 : 26;
        var scene = new Scene(Width, Top + (height * Math.Max(1, ranges.Count)) + 34, title, Alternative(ranges));
        if (ranges.Count == 0)
        {
            scene.Text(Width / 2, Top + 18, "No cohort can be shown", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        var last = Math.Max(2, ranges.Max(range => Math.Max(range.Place, Math.Max(range.Upper, range.Heaviest))));
        var x = Scale.Linear((1, last), (Left + 8, Width - Right));
        var bottom = Top + (height * ranges.Count);
        foreach (var tick in Ticks(last))
        {
            scene.Line(x(tick), Top, x(tick), bottom, Colour.Grid);
            scene.Text(x(tick), bottom + 16, Format.Whole(tick), 12, 400, Colour.SecondInk, Anchor.Middle);
        }
        scene.Text((Left + Width) / 2, bottom + 31, "Place, 1 the first", 12, 400, Colour.SecondInk, Anchor.Middle);
        for (var i = 0; i < ranges.Count; i++) { DrawRow(scene, (ranges[i], names[i]), Top + (height * i) + (height / 2), x); }
        return scene;
    }

    private static void DrawRow(Scene scene, (PlaceRange Range, IReadOnlyList<string> Name) row, double middle, Func<double, double> x)
    {
        var range = row.Range;
        for (var line = 0; line < row.Name.Count; line++) { scene.Text(Left - 8, middle + 4 + (14 * (line - ((row.Name.Count - 1) / 2.0))), row.Name[line], RankedCohorts.NameSize, 600, Colour.Ink, Anchor.End); }
        scene.Rectangle(x(range.Lightest) - 5, middle - 8, x(range.Heaviest) - x(range.Lightest) + 10, 16, Pale);
        scene.Line(x(range.Lower), middle, x(range.Upper), middle, Palette.Navy, 3);
        scene.Add(new CircleShape(x(range.Place), middle, 5, Palette.Plum, Colour.White, 1.5));
    }

    private static IEnumerable<double> Ticks(double last)
    {
        var step = Math.Max(1, Math.Ceiling((last - 1) / 8));
        for (double tick = 1; tick <= last; tick += step) { yield return tick; }
    }

    private static string Alternative(IReadOnlyList<PlaceRange> ranges) => "Places with ranges. " + string.Join("; ", ranges.Select(range =>
        $"{range.Title} place {Format.Whole(range.Place)}, by chance {Format.Whole(range.Lower)} to {Format.Whole(range.Upper)}, by other weights {Format.Whole(range.Lightest)} to {Format.Whole(range.Heaviest)}")) + ".";
}

/// <summary>A cohort's place, its interval by chance, and the places that other weights give.</summary>
internal sealed record PlaceRange(string Title, double Place, double Lower, double Upper, double Lightest, double Heaviest)
{
    internal static PlaceRange Of(ResultTable table, int row)
    {
        double Number(string column) => table[row, column].Number ?? 0;
        return new PlaceRange(table.Text(row, "title"), Number("priority"), Number("priority_lower"), Number("priority_upper"), Number("weights_lower"), Number("weights_upper"));
    }
}
