using Stratify.Drawing;
using Stratify.Results;

namespace Stratify.Reports.Charts;

/// <summary>Cost a person by number of conditions, stacked by groups of settings, each labelled beside the last column.</summary>
internal static class StackedCosts
{
    private const double Width = 600, Height = 310, Left = 56, Right = 196, Top = 24, Bottom = 62;

    /// <summary>Parts of fewer than eight people's making, together.</summary>
    private static readonly (string Title, string Colour) Unseen = ("Not shown: few people", Colour.Pale);

    internal static Scene Draw(ResultTable costs, string year, string title)
    {
        var columns = ConditionCosts.Of(costs, year);
        var top = Scale.Top(columns.Select(column => column.Total ?? 0).DefaultIfEmpty(0).Max(), 5);
        var scene = new Scene(Width, Height, title, Alternative(columns));
        var y = Scale.Linear((0, top), (Height - Bottom, Top));
        foreach (var tick in Scale.Ticks(0, top, 5))
        {
            scene.Line(Left, y(tick), Width - Right, y(tick), tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(Left - 6, y(tick) + 4, Format.ShortPounds(tick), 12, 400, Colour.SecondInk, Anchor.End);
        }
        var step = (Width - Right - Left) / Math.Max(1, columns.Count);
        for (var i = 0; i < columns.Count; i++) { DrawColumn(scene, columns[i], (Left + (step * (i + 0.14)), step * 0.72), y); }
        scene.Text(Left - 6, Height - Bottom + 35, "People", 12, 400, Colour.SecondInk, Anchor.End);
        scene.Text((Left + Width - Right) / 2, Height - 5, "Number of long-term conditions", 12, 400, Colour.SecondInk, Anchor.Middle);
        Name(scene, columns, y);
        return scene;
    }

    private static void DrawColumn(Scene scene, ConditionCosts column, (double X, double Width) place, Func<double, double> y)
    {
        var middle = place.X + (place.Width / 2);
        scene.Text(middle, Height - Bottom + 18, column.Name, 13, 600, Colour.Ink, Anchor.Middle);
        scene.Text(middle, Height - Bottom + 35, column.People, 12, 400, Colour.SecondInk, Anchor.Middle);
        if (column.Total is not { } total)
        {
            scene.Text(middle, y(0) - 8, "hidden", 12, 400, Colour.SecondInk, Anchor.Middle);
            return;
        }
        double sum = 0;
        foreach (var (_, colour, pounds) in Segments(column))
        {
            double bottom = y(sum), top = y(sum + pounds);
            scene.Add(new RectangleShape(place.X, top, place.Width, Math.Max(0, bottom - top), colour, colour == Unseen.Colour ? Colour.Axis : Colour.White));
            if (bottom - top >= 18) { scene.Text(middle, ((top + bottom) / 2) + 4, Format.ShortPounds(pounds), 12, 400, Colour.On(colour), Anchor.Middle); }
            sum += pounds;
        }
        scene.Text(middle, y(sum) - 6, total < 100_000 ? Format.Pounds(Math.Round(total)) : Format.ShortPounds(total), 13, 700, Colour.Ink, Anchor.Middle);
    }

    /// <summary>From the bottom up: each part that may be seen, then what the hidden ones come to together.</summary>
    private static IReadOnlyList<(string Title, string Colour, double Pounds)> Segments(ConditionCosts column) =>
    [
        .. Palette.Groups.Select((group, i) => (group.Title, group.Colour, column.Parts[i] ?? 0)),
        (Unseen.Title, Unseen.Colour, column.Unseen),
    ];

    private static void Name(Scene scene, IReadOnlyList<ConditionCosts> columns, Func<double, double> y)
    {
        var last = columns.LastOrDefault(column => column.Total is not null);
        var names = (last is null ? [.. Palette.Groups.Select(group => (group.Title, group.Colour, Pounds: 0.0))] : Segments(last))
            .Where(name => name.Title != Unseen.Title || columns.Any(column => column.Unseen > 0)).ToList();
        var middles = names.Select((name, i) => y(names.Take(i).Sum(below => below.Pounds) + (name.Pounds / 2))).ToList();
        var places = Labels.Spread(middles, 19, (Top + 8, Height - Bottom));
        for (var i = 0; i < names.Count; i++)
        {
            if (last is not null && last == columns[^1] && names[i].Pounds > 0) { scene.Line(Width - Right - 6, middles[i], Width - Right + 6, places[i], Colour.Axis); }
            scene.Add(new RectangleShape(Width - Right + 8, places[i] - 6, 12, 12, names[i].Colour, names[i].Colour == Unseen.Colour ? Colour.Axis : null));
            scene.Text(Width - Right + 25, places[i] + 4, names[i].Title, 12, 600);
        }
    }

    private static string Alternative(IReadOnlyList<ConditionCosts> columns) => "Stacked columns. " + string.Join("; ", columns.Select(column => column.Total is not { } total
        ? $"{column.Name} conditions: hidden, too few people"
        : $"{column.Name} conditions: {Format.Pounds(Math.Round(total))} a person, of which {string.Join(", ", Palette.Groups.Select((group, i) => $"{group.Title.ToLowerInvariant()} {(column.Parts[i] is { } part ? Format.Pounds(Math.Round(part)) : "hidden")}"))}")) + ".";
}
