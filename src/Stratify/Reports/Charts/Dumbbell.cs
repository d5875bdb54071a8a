using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>Two values of each row joined by a line, with the interval of the change as a pale bar and the change at the right; the second point is hollow where that interval holds no change.</summary>
internal static class Dumbbell
{
    private const double Width = 600, Left = 196, Top = 46, Foot = 26;
    private const string Pale = "#a9cbe4";
    internal const int Most = 20;

    /// <param name="names">What the first and the second value are, and what the change is called.</param>
    internal static Scene Draw(IReadOnlyList<DumbbellRow> all, (string From, string To, string Change) names, string title)
    {
        var rows = all.Take(Most).ToList();
        var titles = rows.ConvertAll(row => RowNames.Lines(row.Name, Left - 12));
        var height = rows.Exists(row => row.Note.Length > 0) ? 38 : RowNames.Height(titles);
        var bottom = Top + (height * Math.Max(1, rows.Count));
        var scene = new Scene(Width, bottom + Foot, title, Alternative(rows, names));
        if (rows.Count == 0)
        {
            scene.Text(Width / 2, Top + 18, "Too few people to show", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        Key(scene, names, rows);
        var (least, top) = (Math.Min(0, rows.Min(row => row.Least)), Scale.Top(rows.Max(row => row.Largest), 4));
        var right = Math.Min(438, Width - rows.Max(row => Math.Max(Font.Get(600).Measure(row.Figure, 12.5), Font.Get(400).Measure(row.Note, 12))) - 16);
        var x = Scale.Linear((least, top), (Left + 6, right));
        foreach (var tick in Scale.Ticks(least, top, 4))
        {
            scene.Line(x(tick), Top, x(tick), bottom, tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(x(tick), bottom + 16, Format.ShortPounds(tick), 12, 400, Colour.SecondInk, Anchor.Middle);
        }
        for (var i = 0; i < rows.Count; i++) { DrawRow(scene, (rows[i], titles[i]), Top + (height * (i + 0.5)), x); }
        return scene;
    }

    /// <summary>In the order of the data, above it.</summary>
    private static void Key(Scene scene, (string From, string To, string Change) names, List<DumbbellRow> rows)
    {
        scene.Add(new CircleShape(6, 11, 5, Palette.Muted));
        scene.Text(16, 15, names.From, 12, 600, Colour.SecondInk);
        var to = 34 + Font.Get(600).Measure(names.From, 12);
        scene.Add(new CircleShape(to, 11, 5, Palette.Navy));
        scene.Text(to + 10, 15, names.To, 12, 600, Palette.Navy);
        scene.Text(Width, Top - 10, names.Change, 12, 600, Colour.SecondInk, Anchor.End);
        if (!rows.Exists(row => row.Interval is not null)) { return; }
        var bar = to + 28 + Font.Get(600).Measure(names.To, 12);
        scene.Rectangle(bar, 6, 22, 10, Pale);
        scene.Text(bar + 28, 15, rows.Exists(row => row.HoldsNone) ? "95% interval of the change; hollow: holds none" : "95% interval of the change", 12, 400, Colour.SecondInk);
    }

    private static void DrawRow(Scene scene, (DumbbellRow Row, IReadOnlyList<string> Name) row, double middle, Func<double, double> x)
    {
        var it = row.Row;
        RowNames.Put(scene, row.Name, Left - 10, middle);
        if (it.Interval is { } interval) { scene.Rectangle(x(it.From + interval.Lower), middle - 6, x(it.From + interval.Upper) - x(it.From + interval.Lower), 12, Pale); }
        scene.Line(x(it.From), middle, x(it.To), middle, Palette.Navy, 2);
        scene.Add(new CircleShape(x(it.From), middle, 5, Palette.Muted));
        scene.Add(it.HoldsNone ? new CircleShape(x(it.To), middle, 5, Colour.White, Palette.Navy, 2) : new CircleShape(x(it.To), middle, 5.5, Palette.Navy));
        scene.Text(Width, it.Note.Length > 0 ? middle - 3 : middle + 4, it.Figure, 12.5, 600, Colour.Ink, Anchor.End);
        if (it.Note.Length > 0) { scene.Text(Width, middle + 12, it.Note, 12, 400, Colour.SecondInk, Anchor.End); }
    }

    private static string Alternative(List<DumbbellRow> rows, (string From, string To, string Change) names) =>
        $"{names.From} and {Format.Inside(names.To)}. " + string.Join("; ", rows.Select(row => $"{row.Name} {Format.Pounds(row.From)} and {Format.Pounds(row.To)}: {row.Figure}{(row.Note.Length > 0 ? $", {row.Note}" : "")}{(row.HoldsNone ? ", which holds no change" : "")}")) + ".";
}

/// <summary>Two values that may be seen, in pounds.</summary>
/// <param name="Figure">The change, as it stands at the right.</param>
internal sealed record DumbbellRow(string Name, double From, double To, string Figure)
{
    /// <summary>The 95% interval of the change, in pounds; null where chance has no part in it.</summary>
    internal (double Lower, double Upper)? Interval { get; init; }

    /// <summary>Stands under the change: its interval in words. Empty for none.</summary>
    internal string Note { get; init; } = "";

    /// <summary>Whether chance may be all of the change.</summary>
    internal bool HoldsNone => Interval is { Lower: <= 0, Upper: >= 0 };

    internal double Least => Math.Min(Math.Min(From, To), From + Math.Min(0, Interval?.Lower ?? 0));

    internal double Largest => Math.Max(Math.Max(From, To), From + Math.Max(0, Interval?.Upper ?? 0));
}
