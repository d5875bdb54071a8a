using System.Globalization;
using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>Two groups month by month, before and after something began; with one alone it is marked, in the largest letters of the picture, that there is nothing to compare with.</summary>
internal static class GroupMonths
{
    private const double Width = 600, Height = 230, Left = 58, Right = 118, Top = 40, Bottom = 44;

    /// <param name="names">Of the groups.</param>
    /// <param name="mark">The mark; empty where there are two groups.</param>
    internal static Scene Draw(IReadOnlyList<GroupMonth> months, (string Members, string Others) names, string mark, string title)
    {
        var scene = new Scene(Width, Height, title, Alternative(months, names, mark));
        scene.Text(0, 12, "Pounds a person a month", 12, 400, Colour.SecondInk);
        if (months.All(month => month.Members is null))
        {
            scene.Text(Width / 2, Height / 2, "Too few people in every month to show", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        var top = Scale.Top(months.Max(month => Math.Max(month.Members ?? 0, month.Others ?? 0)), 4);
        var (y, step) = (Scale.Linear((0, top), (Height - Bottom, Top)), (Width - Right - Left) / months.Count);
        double X(double i) => Left + (step * (i + 0.5));
        foreach (var tick in Scale.Ticks(0, top, 4))
        {
            scene.Line(Left, y(tick), Width - Right, y(tick), tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(Left - 6, y(tick) + 4, Format.ShortPounds(tick), 12, 400, Colour.SecondInk, Anchor.End);
        }
        Start(scene, months, X);
        Line(scene, [.. months.Select(month => month.Others)], Palette.Muted, X, y);
        Line(scene, [.. months.Select(month => month.Members)], Palette.Navy, X, y);
        Names(scene, months, names, y);
        var every = Math.Max(1, (int)Math.Ceiling(58 / step));
        for (var i = 0; i < months.Count; i += every) { scene.Text(X(i), Height - Bottom + 17, months[i].Name, 12, 400, Colour.SecondInk, Anchor.Middle); }
        // Below the axis, where nothing is drawn that it could cover.
        if (mark.Length > 0) { scene.Text((Left + Width - Right) / 2, Height - 4, mark.ToUpper(CultureInfo.InvariantCulture), 20, 700, Palette.Plum, Anchor.Middle); }
        return scene;
    }

    private static void Start(Scene scene, IReadOnlyList<GroupMonth> months, Func<double, double> x)
    {
        var first = Enumerable.Range(0, months.Count).Where(i => months[i].IsAfter).Cast<int?>().FirstOrDefault();
        if (first is not { } start) { return; }
        scene.Add(new LineShape(x(start - 0.5), Top - 8, x(start - 0.5), Height - Bottom, Colour.Ink, 1.5, [5, 3]));
        scene.Text(x(start - 0.5), Top - 13, "start", 12, 600, Colour.Ink, Anchor.Middle);
    }

    private static void Line(Scene scene, IReadOnlyList<double?> values, string colour, Func<double, double> x, Func<double, double> y)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) { continue; }
            if (i + 1 < values.Count && values[i + 1] is { } next) { scene.Line(x(i), y(value), x(i + 1), y(next), colour, 2); }
            scene.Add(new CircleShape(x(i), y(value), 3, colour));
        }
    }

    private static void Names(Scene scene, IReadOnlyList<GroupMonth> months, (string Members, string Others) names, Func<double, double> y)
    {
        var last = new[] { months.LastOrDefault(month => month.Members is not null)?.Members, months.LastOrDefault(month => month.Others is not null)?.Others };
        var shown = Enumerable.Range(0, 2).Where(i => last[i] is not null).ToList();
        var places = Labels.Spread([.. shown.Select(i => y(last[i]!.Value))], 16, (Top, Height - Bottom));
        foreach (var (place, i) in places.Zip(shown)) { scene.Text(Width - Right + 8, place + 4, i == 0 ? names.Members : names.Others, 12, 600, i == 0 ? Palette.Navy : Palette.Muted); }
    }

    private static string Alternative(IReadOnlyList<GroupMonth> months, (string Members, string Others) names, string mark) => $"{(mark.Length > 0 ? $"{mark}. " : "")}Pounds a person by month. " + string.Join("; ", months.Select(month =>
        $"{month.Name}{(month.IsAfter ? " (after)" : "")}: {names.Members} {Told(month.Members)}{(mark.Length > 0 ? "" : $", {names.Others} {Told(month.Others)}")}")) + ".";

    private static string Told(double? value) => value is { } pounds ? Format.Pounds(pounds) : "not shown";
}

/// <summary>A month, with pounds of one person of each group, null where there is none to see.</summary>
internal sealed record GroupMonth(string Name, bool IsAfter, double? Members, double? Others);
