using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>Effects with their 95% intervals under each other, beside a line at none; a point is hollow where its interval holds no effect.</summary>
internal static class Forest
{
    private const double Width = 600, Left = 196, Top = 30, Foot = 48, Gap = 14;
    internal const int Most = 30;

    /// <param name="head">Of the figures at the right.</param>
    internal static Scene Draw(IReadOnlyList<ForestRow> all, string head, string title)
    {
        var rows = all.Take(Most).ToList();
        var names = rows.ConvertAll(row => RowNames.Lines(row.Name, Left - 12));
        var height = RowNames.Height(names);
        var bottom = Top + (height * Math.Max(1, rows.Count));
        var scene = new Scene(Width, bottom + Foot, title, Alternative(rows));
        if (rows.Count == 0)
        {
            scene.Text(Width / 2, Top + 18, "Too few people to say", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        var (from, to) = Ends(rows);
        // The figures have what room they need, and the effects what is left.
        var figures = Width - rows.Max(row => Font.Get(400).Measure(row.Interval, 12)) - Gap;
        var right = Math.Min(404, figures - rows.Max(row => Font.Get(600).Measure(row.Figure, 12)) - Gap);
        var x = Scale.Linear((from, to), (Left, right));
        foreach (var tick in Scale.Ticks(from, to, 3))
        {
            scene.Line(x(tick), Top, x(tick), bottom, Colour.Grid);
            scene.Text(x(tick), bottom + 16, tick == 0 ? "none" : Format.ShortPounds(tick), 12, 400, Colour.SecondInk, Anchor.Middle);
        }
        scene.Line(x(0), Top - 6, x(0), bottom, Colour.Ink, 1.5);
        scene.Text(Width, 14, head, 12, 600, Colour.SecondInk, Anchor.End);
        for (var i = 0; i < rows.Count; i++) { DrawRow(scene, (rows[i], names[i]), (Top + (height * (i + 0.5)), figures), x); }
        scene.Text(0, bottom + Foot - 6, "Filled: more or less than none, by more than chance. Hollow: the interval holds none, so it may add nothing.", 12, 400, Colour.SecondInk);
        return scene;
    }

    private static void DrawRow(Scene scene, (ForestRow Row, IReadOnlyList<string> Name) row, (double Middle, double Figures) at, Func<double, double> x)
    {
        var middle = at.Middle;
        var (effect, colour) = (row.Row, row.Row.HoldsNone ? Palette.Muted : Palette.Navy);
        RowNames.Put(scene, row.Name, Left - 10, middle);
        scene.Line(x(effect.Lower), middle, x(effect.Upper), middle, colour, 2);
        foreach (var end in new[] { effect.Lower, effect.Upper }) { scene.Line(x(end), middle - 4, x(end), middle + 4, colour, 2); }
        scene.Add(effect.HoldsNone ? new CircleShape(x(effect.Value), middle, 4, Colour.White, colour, 2) : new CircleShape(x(effect.Value), middle, 4.5, colour));
        scene.Text(at.Figures, middle + 4, effect.Figure, 12, 600, Colour.Ink, Anchor.End);
        scene.Text(Width, middle + 4, effect.Interval, 12, 400, Colour.SecondInk, Anchor.End);
    }

    /// <summary>Whole steps of the axis that hold every interval and none.</summary>
    private static (double From, double To) Ends(List<ForestRow> rows)
    {
        var (least, most) = (Math.Min(0, rows.Min(row => row.Lower)), Math.Max(0, rows.Max(row => row.Upper)));
        if (most <= least) { return (-1, 1); }
        var ticks = Scale.Ticks(least, most, 3);
        var step = ticks.Count > 1 ? ticks[1] - ticks[0] : most - least;
        return (least < 0 ? Math.Floor(least / step) * step : 0, most > 0 ? Math.Ceiling(most / step) * step : 0);
    }

    private static string Alternative(List<ForestRow> rows) => "Effects with 95% intervals. " + string.Join("; ", rows.Select(row => $"{row.Name} {row.Figure}, {row.Interval}{(row.HoldsNone ? ", which holds none" : "")}")) + ".";
}

/// <summary>An effect that may be seen.</summary>
/// <param name="Figure">The effect as the table has it.</param>
/// <param name="Interval">Its interval likewise.</param>
internal sealed record ForestRow(string Name, double Value, double Lower, double Upper, string Figure, string Interval)
{
    /// <summary>Whether chance may be all of it.</summary>
    internal bool HoldsNone => Lower <= 0 && Upper >= 0;
}
