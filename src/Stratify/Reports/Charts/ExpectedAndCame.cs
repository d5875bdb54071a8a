using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>To what part of each group something was expected to come (hollow), and to what part it came (filled) with its 95% interval, group under group.</summary>
internal static class ExpectedAndCame
{
    private const double Width = 600, Left = 110, Right = 74, Top = 34, Row = 22, Foot = 26;

    internal static Scene Draw(IReadOnlyList<ExpectedRow> rows, string title)
    {
        var bottom = Top + (Row * Math.Max(1, rows.Count));
        var scene = new Scene(Width, bottom + Foot, title, Alternative(rows));
        if (rows.Count == 0)
        {
            scene.Text(Width / 2, Top + 16, "Too few people to show", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        Key(scene);
        var top = Scale.Top(rows.Max(row => Math.Max(row.Expected, row.Upper)), 4);
        var x = Scale.Linear((0, top), (Left, Width - Right));
        foreach (var tick in Scale.Ticks(0, top, 4))
        {
            scene.Line(x(tick), Top, x(tick), bottom, tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(x(tick), bottom + 16, Format.Percent(tick), 12, 400, Colour.SecondInk, Anchor.Middle);
        }
        for (var i = 0; i < rows.Count; i++) { DrawRow(scene, rows[i], Top + (Row * (i + 0.5)), x); }
        return scene;
    }

    private static void Key(Scene scene)
    {
        scene.Add(new CircleShape(6, 11, 4.5, Colour.White, Palette.Muted, 2));
        scene.Text(16, 15, "Expected", 12, 600, Colour.SecondInk);
        var came = 34 + Font.Get(600).Measure("Expected", 12);
        scene.Add(new CircleShape(came, 11, 4.5, Palette.Navy));
        scene.Text(came + 10, 15, "Came, with its 95% interval", 12, 600, Palette.Navy);
        scene.Text(Width, 15, "Came", 12, 600, Colour.SecondInk, Anchor.End);
    }

    private static void DrawRow(Scene scene, ExpectedRow row, double middle, Func<double, double> x)
    {
        scene.Text(0, middle + 4, row.Name, 12);
        scene.Line(x(row.Lower), middle, x(row.Upper), middle, Palette.Navy, 2);
        scene.Add(new CircleShape(x(row.Came), middle, 4.5, Palette.Navy));
        scene.Add(new CircleShape(x(row.Expected), middle, 4.5, Colour.White, Palette.Muted, 2));
        scene.Text(Width, middle + 4, Format.Precise(row.Came), 12, 600, Colour.Ink, Anchor.End);
    }

    private static string Alternative(IReadOnlyList<ExpectedRow> rows) => "Expected, and came. " + string.Join("; ", rows.Select(row => $"{row.Name} {Format.Precise(row.Expected)} and {Format.Precise(row.Came)}")) + ".";
}

/// <summary>A group of people, and to what part of them something was expected to come and came.</summary>
/// <param name="Lower">Of the 95% interval of what came.</param>
internal sealed record ExpectedRow(string Name, double Expected, double Came, double Lower, double Upper);
