using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>A bar of one length for each dataset, cut by how surely its records are linked, the surest first; what is nobody's is left white.</summary>
internal static class SurenessBars
{
    private const double Width = 600, Left = 196, Right = 130, Top = 30, Row = 30, Foot = 62, Gap = 2;

    /// <summary>The grades from the surest on. White between segments keeps any two of them apart.</summary>
    private static readonly (string Grade, string Colour)[] Grades = [("A", Palette.Navy), ("B", Palette.Turquoise), ("C", Palette.Plum), ("D", Palette.Orange), ("P", Palette.DarkGrey)];

    internal static Scene Draw(IReadOnlyList<LinkedRecords> rows, string title)
    {
        var bottom = Top + (Row * Math.Max(1, rows.Count));
        var scene = new Scene(Width, bottom + Foot, title, Alternative(rows));
        if (rows.Count == 0)
        {
            scene.Text(Width / 2, Top + 18, "No extract holds a record of activity", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        var x = Scale.Linear((0, 1), (Left, Width - Right));
        foreach (var tick in Scale.Ticks(0, 1, 5))
        {
            scene.Line(x(tick), Top, x(tick), bottom, tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(x(tick), bottom + 16, Format.Percent(tick), 12, 400, Colour.SecondInk, Anchor.Middle);
        }
        scene.Text(Width - Right + 50, 16, "Linked", 12, 600, Colour.SecondInk, Anchor.End);
        scene.Text(Width, 16, "Records", 12, 600, Colour.SecondInk, Anchor.End);
        for (var i = 0; i < rows.Count; i++) { DrawRow(scene, rows[i], Top + (Row * i), x); }
        scene.Text(0, bottom + Foot - 22, "A: NHS number and birth date. B: number alone. C: name and birth date, or birth date, sex, postcode and practice.", 12, 400, Colour.SecondInk);
        scene.Text(0, bottom + Foot - 6, "D: birth date, sex and postcode. P: by probability. White: not linked.", 12, 400, Colour.SecondInk);
        return scene;
    }

    private static void DrawRow(Scene scene, LinkedRecords row, double top, Func<double, double> x)
    {
        var middle = top + (Row / 2);
        RowNames.Put(scene, RowNames.Lines(row.Dataset, Left - 12), Left - 10, middle);
        scene.Add(new RectangleShape(x(0), top + 5, x(1) - x(0), Row - 10, Colour.White, Colour.Axis));
        double sum = 0;
        foreach (var (grade, colour) in Grades)
        {
            var share = row.Share(grade);
            var (from, width) = (x(sum), x(sum + share) - x(sum));
            sum += share;
            var gap = sum > 1 - 1e-9 ? 0 : Gap;
            if (share <= 0) { continue; }
            // A part too thin to have its own gap is a line still.
            scene.Rectangle(from, top + 5, Math.Max(0.75, width - gap), Row - 10, colour);
            if (width >= 16) { scene.Text(from + ((width - gap) / 2), middle + 4, grade, 12, 600, Colour.On(colour), Anchor.Middle); }
        }
        scene.Text(Width - Right + 50, middle + 4, Format.Precise(row.Linked), 12, 600, Colour.Ink, Anchor.End);
        scene.Text(Width, middle + 4, Format.Whole(row.Records), 12, 400, Colour.SecondInk, Anchor.End);
    }

    private static string Alternative(IReadOnlyList<LinkedRecords> rows) => rows.Count == 0
        ? "Bars of linked records without a bar: there are no records of activity."
        : "Share of records linked. " + string.Join("; ", rows.Select(row => $"{row.Dataset} {Format.Precise(row.Linked)} of {Format.Whole(row.Records)} ({string.Join(", ", Grades.Where(grade => row.Share(grade.Grade) > 0).Select(grade => $"{grade.Grade} {Format.Precise(row.Share(grade.Grade))}").DefaultIfEmpty("none"))})")) + ".";
}
