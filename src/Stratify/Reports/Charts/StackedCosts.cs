using Stratify.Drawing;
using Stratify.Results;

namespace Stratify.Reports.Charts;

/// <summary>Cost a person by number of conditions, stacked by groups of settings, each labelled beside the last column.</summary>
internal static class StackedCosts
{
    private const double Width = 600, Height = 310, Left = 56, Right = 196, Top = 24, Bottom = 62;

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
        if (column.Parts is null)
        {
            scene.Text(middle, y(0) - 8, "hidden", 12, 400, Colour.SecondInk, Anchor.Middle);
            return;
        }
        double sum = 0;
        for (var i = 0; i < column.Parts.Count; i++)
        {
            double bottom = y(sum), top = y(sum + column.Parts[i]);
            scene.Add(new RectangleShape(place.X, top, place.Width, Math.Max(0, bottom - top), Palette.Groups[i].Colour, Colour.White));
            if (bottom - top >= 18) { scene.Text(middle, ((top + bottom) / 2) + 4, Format.ShortPounds(column.Parts[i]), 12, 400, Colour.On(Palette.Groups[i].Colour), Anchor.Middle); }
            sum += column.Parts[i];
        }
        scene.Text(middle, y(sum) - 6, sum < 100_000 ? Format.Pounds(Math.Round(sum)) : Format.ShortPounds(sum), 13, 700, Colour.Ink, Anchor.Middle);
    }

    private static void Name(Scene scene, IReadOnlyList<ConditionCosts> columns, Func<double, double> y)
    {
        var parts = columns.LastOrDefault(column => column.Parts is not null)?.Parts;
        var middles = Palette.Groups.Select((_, i) => parts is null ? y(0) : y(parts.Take(i).Sum() + (parts[i] / 2))).ToList();
        var places = Labels.Spread(middles, 19, (Top + 8, Height - Bottom));
        for (var i = 0; i < Palette.Groups.Count; i++)
        {
            if (parts is not null && columns[^1].Parts is not null) { scene.Line(Width - Right - 6, middles[i], Width - Right + 6, places[i], Colour.Axis); }
            scene.Rectangle(Width - Right + 8, places[i] - 6, 12, 12, Palette.Groups[i].Colour);
            scene.Text(Width - Right + 25, places[i] + 4, Palette.Groups[i].Title, 12, 600);
        }
    }

    private static string Alternative(IReadOnlyList<ConditionCosts> columns) => "Stacked columns. " + string.Join("; ", columns.Select(column => column.Parts is null
        ? $"{column.Name} conditions: hidden, too few people"
        : $"{column.Name} conditions: {Format.Pounds(Math.Round(column.Parts.Sum()))} a person, of which {string.Join(", ", Palette.Groups.Select((group, i) => $"{group.Title.ToLowerInvariant()} {Format.Pounds(Math.Round(column.Parts[i]))}"))}")) + ".";
}
