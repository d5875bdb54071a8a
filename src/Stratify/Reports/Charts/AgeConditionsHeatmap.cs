using Stratify.Drawing;
using Stratify.Model;
using Stratify.Results;

namespace Stratify.Reports.Charts;

/// <summary>Cost a person by age and number of conditions, each cell with its value; hidden cells are hatched.</summary>
internal static class AgeConditionsHeatmap
{
    private const double Width = 600, Left = 100, Top = 44, RowHeight = 29;

    internal static readonly string[] Bands = ["0", "1", "2", "3", "4", "5 or more"];

    internal static Scene Draw(ResultTable costs, string year, string title)
    {
        var cells = Cells(costs, year);
        var values = cells.Values.Select(cell => cell.Number ?? 0).Where(value => value > 0).ToList();
        var range = (Least: values.DefaultIfEmpty(1).Min(), Most: values.DefaultIfEmpty(1).Max());
        var scene = new Scene(Width, Top + (RowHeight * AgeBands.All.Count) + 30, title, Alternative(cells));
        var columnWidth = (Width - Left - 2) / Bands.Length;
        scene.Text(Left + ((Width - Left) / 2), 13, "Number of long-term conditions", 12, 400, Colour.SecondInk, Anchor.Middle);
        for (var c = 0; c < Bands.Length; c++) { scene.Text(Left + (columnWidth * (c + 0.5)), 34, Bands[c], 13, 600, Colour.Ink, Anchor.Middle); }
        for (var r = 0; r < AgeBands.All.Count; r++)
        {
            var y = Top + (RowHeight * r);
            scene.Text(Left - 10, y + (RowHeight / 2) + 4, Age(AgeBands.All[r].Name), 13, 600, Colour.Ink, Anchor.End);
            for (var c = 0; c < Bands.Length; c++) { DrawCell(scene, cells.GetValueOrDefault((AgeBands.All[r].Name, Bands[c])), (Left + (columnWidth * c), y, columnWidth), range); }
        }
        scene.Text(Left, scene.Height - 8, "Darker is a higher mean cost a person. Hatched: 1 to 7 people, not shown. Blank: nobody.", 12, 400, Colour.SecondInk);
        return scene;
    }

    /// <summary>A band of ages as people write it.</summary>
    internal static string Age(string band) => band.Replace("-", " to ", StringComparison.Ordinal);

    private static Dictionary<(string Age, string Conditions), Cell> Cells(ResultTable costs, string year) =>
        costs.Where(("year", year)).ToDictionary(row => (costs.Text(row, "age_band"), costs.Text(row, "conditions_band")), row => costs[row, "mean_cost"]);

    private static void DrawCell(Scene scene, Cell? cell, (double X, double Y, double Width) place, (double Least, double Most) range)
    {
        var fill = cell?.Number is { } value ? Palette.Step(value, range.Least, range.Most) : Colour.Pale;
        scene.Add(new RectangleShape(place.X, place.Y, place.Width, RowHeight, cell is null ? Colour.White : fill, Colour.White, 1.5));
        if (cell is HiddenCell)
        {
            for (var i = 0; i < 9; i++)
            {
                var x = place.X + 8 + (i * (place.Width - 16) / 8);
                scene.Line(x - 4, place.Y + RowHeight - 6, x + 4, place.Y + 6, Colour.Axis);
            }
        }
        else if (cell?.Number is { } number)
        {
            scene.Text(place.X + (place.Width / 2), place.Y + (RowHeight / 2) + 4.5, Format.Pounds(number), 13, 400, Colour.On(fill), Anchor.Middle);
        }
    }

    private static string Alternative(Dictionary<(string Age, string Conditions), Cell> cells) => "Heat map of mean cost a person. " + string.Join("; ", AgeBands.All.Select(age =>
        $"age {age.Name}: {string.Join(", ", Bands.Where(band => cells.ContainsKey((age.Name, band))).Select(band => $"{band} conditions {(cells[(age.Name, band)].IsHidden ? "hidden" : Format.Pounds(cells[(age.Name, band)]))}"))}")) + ".";
}
