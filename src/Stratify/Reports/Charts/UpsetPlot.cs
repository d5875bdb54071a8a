using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>
/// Combinations as columns: how many people above, a dot for each member in the middle, what a person costs below. Told apart from other ways to draw sets
/// by being readable with more than three of them (Lex and others 2014, UpSet, IEEE TVCG 20:1983).
/// </summary>
internal static class UpsetPlot
{
    private const double Width = 600, Left = 190, Top = 26, Bars = 84, Row = 22, Between = 16, Foot = 40, Widest = 56;
    internal const int Most = 10;

    internal static Scene Draw(IReadOnlyList<Combination> all, string title)
    {
        var columns = all.Take(Most).ToList();
        var members = Members(columns);
        var (matrix, costs) = (Top + Bars + Between, Top + Bars + Between + (Row * members.Count) + Between);
        var scene = new Scene(Width, costs + Bars + Foot, title, Alternative(columns));
        if (columns.Count == 0)
        {
            scene.Text(Width / 2, Top + 40, "No combination has enough people to be shown", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        var step = Math.Min(Widest, (Width - Left) / columns.Count);
        var people = Scale.Linear((0, Scale.Top(columns.Max(column => column.People), 3)), (Top + Bars, Top));
        var cost = Scale.Linear((0, Scale.Top(columns.Max(column => Math.Max(column.Cost, column.Upper ?? 0)), 3)), (costs, costs + Bars - 8));
        Rows(scene, members, matrix, Left + (step * columns.Count));
        for (var i = 0; i < columns.Count; i++) { Column(scene, columns[i], (Left + (step * i), step), (people, cost), (members, matrix)); }
        scene.Line(Left, people(0), Left + (step * columns.Count), people(0), Colour.Axis);
        scene.Line(Left, cost(0), Left + (step * columns.Count), cost(0), Colour.Axis);
        scene.Text(Left - 12, Top + Bars - 4, "People", 12.5, 600, Colour.SecondInk, Anchor.End);
        scene.Text(Left - 12, costs + 14, "Mean cost a person", 12.5, 600, Colour.SecondInk, Anchor.End);
        scene.Text(0, scene.Height - 6, $"Grey: one alone. Blue: two. Plum: three or more.{(columns.Exists(column => column.Upper is not null) ? " Lines at the ends of bars: 95% intervals." : "")}", 12, 400, Colour.SecondInk);
        return scene;
    }

    /// <summary>What the most combinations have, first.</summary>
    private static List<string> Members(List<Combination> columns) =>
        [.. columns.SelectMany(column => column.Members).CountBy(member => member).OrderByDescending(member => member.Value).Select(member => member.Key)];

    private static void Rows(Scene scene, List<string> members, double top, double right)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (i % 2 == 0) { scene.Rectangle(0, top + (Row * i), right, Row, Colour.Pale); }
            scene.Text(Left - 12, top + (Row * i) + (Row / 2) + 4, TextLayout.Shortened(members[i], Left - 16, RowNames.Size, 600), RowNames.Size, 600, Colour.Ink, Anchor.End);
        }
    }

    private static void Column(Scene scene, Combination column, (double X, double Step) place, (Func<double, double> People, Func<double, double> Cost) at, (List<string> Members, double Top) matrix)
    {
        var (middle, width, colour) = (place.X + (place.Step / 2), Math.Min(32, place.Step * 0.66), column.Members.Count switch { 1 => Palette.Muted, 2 => Palette.Navy, _ => Palette.Plum });
        scene.Rectangle(middle - (width / 2), at.People(column.People), width, at.People(0) - at.People(column.People), colour);
        scene.Text(middle, at.People(column.People) - 5, Format.ShortWhole(column.People), 12, 600, Colour.Ink, Anchor.Middle);
        var places = matrix.Members.Select((member, i) => (Y: matrix.Top + (Row * (i + 0.5)), Has: column.Members.Contains(member))).ToList();
        var has = places.Where(each => each.Has).Select(each => each.Y).ToList();
        foreach (var (y, _) in places.Where(each => !each.Has)) { scene.Add(new CircleShape(middle, y, 4, Colour.Grid)); }
        if (has.Count > 1) { scene.Line(middle, has.Min(), middle, has.Max(), colour, 3); }
        foreach (var y in has) { scene.Add(new CircleShape(middle, y, 6, colour)); }
        Cost(scene, column, (middle, width, place.Step, colour), at.Cost);
    }

    /// <summary>Downwards, with the interval over the bar's end: white inside, ink outside.</summary>
    private static void Cost(Scene scene, Combination column, (double Middle, double Width, double Step, string Colour) bar, Func<double, double> y)
    {
        var end = Math.Max(0, column.Cost);
        scene.Rectangle(bar.Middle - (bar.Width / 2), y(0), bar.Width, y(end) - y(0), bar.Colour);
        if (column is { Lower: { } lower, Upper: { } upper })
        {
            scene.Line(bar.Middle, y(Math.Clamp(lower, 0, end)), bar.Middle, y(end), Colour.White, 2);
            scene.Line(bar.Middle, y(end), bar.Middle, y(Math.Max(end, upper)), Colour.Ink, 2);
            scene.Line(bar.Middle - 4, y(Math.Max(end, upper)), bar.Middle + 4, y(Math.Max(end, upper)), Colour.Ink, 2);
        }
        var figure = Format.ShortPounds(column.Cost);
        if (Font.Get(600).Measure(figure, 12) > bar.Step) { figure = Format.ShortPounds(Math.Round(column.Cost / 1e6) * 1e6); }
        scene.Text(bar.Middle, y(Math.Max(end, column.Upper ?? 0)) + 15, figure, 12, 600, Colour.Ink, Anchor.Middle);
    }

    private static string Alternative(List<Combination> columns) => columns.Count == 0
        ? "Combinations without a column: none has enough people to be shown."
        : "Combinations with their people and mean cost. " + string.Join("; ", columns.Select(column =>
            $"{string.Join(" with ", column.Members)}: {Format.Whole(column.People)} people, {Format.Pounds(column.Cost)} a person{(column is { Lower: { } lower, Upper: { } upper } ? $", 95% interval {Format.Pounds(lower)} to {Format.Pounds(upper)}" : "")}")) + ".";
}

/// <summary>People who have the same things together, as far as they may be seen.</summary>
/// <param name="Cost">Pounds a person.</param>
/// <param name="Lower">Of its 95% interval; null where none is published.</param>
internal sealed record Combination(IReadOnlyList<string> Members, double People, double Cost, double? Lower = null, double? Upper = null);
