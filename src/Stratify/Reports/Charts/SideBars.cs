using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>One bar of a picture of bars side by side: from one value to another, with its name on the left and its figure on the right.</summary>
/// <param name="Figure">As the table has it; a bar that is hidden has its sign and no length.</param>
public sealed record SideBar(string Name, double From, double To, string Figure);

/// <summary>Bars from left to right under each other, such as the steps of a sum, or counts by class.</summary>
public static class SideBars
{
    private const double Figures = 76, Row = 24, Top = 6;

    /// <param name="width">Of the picture, names and figures included; a page holds 600 without making letters smaller.</param>
    /// <param name="names">Of the names.</param>
    public static Scene Draw(IReadOnlyList<SideBar> bars, string title, double width = 820, double names = 400)
    {
        var scene = new Scene(width, Top + (bars.Count * Row) + 10, title, string.Join("; ", bars.Select(bar => $"{bar.Name}: {bar.Figure}")) + ".");
        var (least, most) = (bars.Min(bar => Math.Min(0, Math.Min(bar.From, bar.To))), bars.Max(bar => Math.Max(0, Math.Max(bar.From, bar.To))));
        var x = Scale.Linear((least, most > least ? most : least + 1), (names, width - Figures));
        scene.Line(x(0), Top, x(0), Top + (bars.Count * Row), Colour.Axis);
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], Top + (i * Row));
            scene.Text(0, y + 16, bar.Name, 12);
            scene.Rectangle(x(Math.Min(bar.From, bar.To)), y + 4, Math.Abs(x(bar.To) - x(bar.From)), Row - 8, bar.To < bar.From ? Palette.Plum : Palette.Navy);
            scene.Text(width, y + 16, bar.Figure, 12, 400, Colour.SecondInk, Anchor.End);
        }
        return scene;
    }
}
