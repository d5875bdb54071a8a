using System.Globalization;
using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>A journey through care, month by month: a lane for each setting with a dot for each contact, or a bar for care that lasts, and what all of it has cost so far.</summary>
internal static class Timeline
{
    private const double Width = 600, Left = 150, Right = 594, Top = 26, Lane = 40, Panel = 110, Dot = 8, DaysOfMonth = 30.4;

    /// <param name="lanes">From the top; one may be empty.</param>
    /// <param name="axis">The first month, and how many there are.</param>
    internal static Scene Draw(IReadOnlyList<TimelineLane> lanes, IReadOnlyList<TimelineStep> steps, (DateOnly First, int Months) axis, string title)
    {
        var bottom = Top + (Lane * lanes.Count);
        var scene = new Scene(Width, bottom + Panel + 12, title, Alternative(lanes, steps));
        var month = (Right - Left) / Math.Max(1, axis.Months);
        Months(scene, axis, month);
        for (var i = 0; i < lanes.Count; i++)
        {
            var (y, own) = (Top + (Lane * i), steps.Where(step => step.Lane == lanes[i].Name).OrderBy(step => step.Month).ToList());
            scene.Line(0, y + Lane, Right, y + Lane, Colour.Grid);
            scene.Text(0, y + 17, TextLayout.Shortened(lanes[i].Name, Left - 10, 13, 600), 13, 600);
            scene.Text(0, y + 32, TextLayout.Shortened(Said(lanes[i], own), Left - 10, 12, 400), 12, 400, Colour.SecondInk);
            Marks(scene, (lanes[i], own), y, month);
        }
        RunningCost(scene, steps, (bottom, axis.Months), month);
        return scene;
    }

    /// <summary>Quarters of the year, or fewer where there is no room.</summary>
    private static void Months(Scene scene, (DateOnly First, int Months) axis, double month)
    {
        int[] spans = [3, 6, 12, 24, 60, 120, 240];
        var every = spans.FirstOrDefault(span => span * month >= 56, spans[^1]);
        for (var i = 0; i < axis.Months; i += every)
        {
            var (x, date) = (Left + (i * month), axis.First.AddMonths(i));
            scene.Line(x, Top - 6, x, scene.Height - 12, i % 12 == 0 ? Colour.Axis : Colour.Grid);
            var text = i % 12 == 0 || date.Month == 1 ? date.ToString("MMM yyyy", CultureInfo.InvariantCulture) : date.ToString("MMM", CultureInfo.InvariantCulture);
            if (x + Font.Get(600).Measure(text, 12) + 4 <= Width) { scene.Text(x + 3, 14, text, 12, i % 12 == 0 ? 600 : 400, i % 12 == 0 ? Colour.Ink : Colour.SecondInk); }
        }
        scene.Line(Right, Top - 6, Right, scene.Height - 12, Colour.Axis);
    }

    private static string Said(TimelineLane lane, IReadOnlyList<TimelineStep> steps) => steps.Count == 0 ? "none" : $"{Counted(steps.Sum(step => step.Contacts), lane.Unit)}, {Format.ShortPounds(steps.Sum(step => step.Pounds))}";

    /// <summary>One of what is counted has no s.</summary>
    private static string Counted(int count, string units) => $"{Format.Whole(count)} {(count == 1 ? units.TrimEnd('s') : units)}";

    private static void Marks(Scene scene, (TimelineLane Lane, IReadOnlyList<TimelineStep> Steps) of, double y, double month)
    {
        var (dots, most) = (of.Steps.Where(step => step.Days == 0).ToList(), of.Steps.Select(step => step.Contacts).DefaultIfEmpty(1).Max());
        // Where one month has more dots than it has room for, every month of the lane is a column as high as its number.
        var isFull = dots.Exists(step => step.Contacts * (Dot + 1) > month);
        foreach (var step in dots)
        {
            var middle = Left + ((step.Month + 0.5) * month);
            if (isFull)
            {
                var height = Math.Max(2, (Lane - 10) * step.Contacts / most);
                scene.Rectangle(middle - (month * 0.35), y + Lane - 4 - height, month * 0.7, height, of.Lane.Colour);
                continue;
            }
            for (var i = 0; i < step.Contacts; i++) { scene.Add(new CircleShape(middle + ((i - ((step.Contacts - 1) / 2.0)) * (Dot + 1)), y + (Lane / 2), Dot / 2, of.Lane.Colour)); }
        }
        Bars(scene, (of.Lane, [.. of.Steps.Where(step => step.Days > 0)]), y, month);
    }

    /// <summary>Several of a month follow each other. What they are stands beside them where there is room before the next, or in them.</summary>
    private static void Bars(Scene scene, (TimelineLane Lane, IReadOnlyList<TimelineStep> Steps) of, double y, double month)
    {
        var free = Left;
        for (var i = 0; i < of.Steps.Count; i++)
        {
            var step = of.Steps[i];
            var (x, days) = (Left + (step.Month * month), step.Contacts * step.Days);
            var width = Math.Min(Math.Max(4, days / DaysOfMonth * month), Right - x);
            scene.Rectangle(x, y + 10, width, Lane - 20, of.Lane.Colour);
            var text = step.Contacts > 1 ? $"{Format.Whole(step.Contacts)} × {Counted(step.Days, of.Lane.Lasting)}" : Counted(step.Days, of.Lane.Lasting);
            var (room, next) = (Font.Get(400).Measure(text, 12) + 8, i + 1 < of.Steps.Count ? Left + (of.Steps[i + 1].Month * month) : Right);
            // A bar that is longer than its month lies over the next, and its text would too.
            var isInside = width >= room;
            if ((isInside && (x < free || x + room > next)) || (!isInside && x + width + room > next)) { free = Math.Max(free, x + width); continue; }
            scene.Text(isInside ? x + 4 : x + width + 4, y + (Lane / 2) + 4, text, 12, 400, isInside ? Colour.On(of.Lane.Colour) : Colour.Ink);
            free = Math.Max(free, x + width + (isInside ? 0 : room));
        }
    }

    private static void RunningCost(Scene scene, IReadOnlyList<TimelineStep> steps, (double Bottom, int Months) place, double month)
    {
        var total = steps.Sum(step => step.Pounds);
        var most = Scale.Top(total, 2);
        var y = Scale.Linear((0, most), (place.Bottom + Panel, place.Bottom + 30));
        scene.Text(0, place.Bottom + 44, "Running cost", 13, 600);
        foreach (var tick in Scale.Ticks(0, most, 2))
        {
            scene.Line(Left, y(tick), Right, y(tick), tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(Left - 6, y(tick) + 4, Format.ShortPounds(tick), 12, 400, Colour.SecondInk, Anchor.End);
        }
        var points = new List<(double X, double Y)> { (Left, y(0)) };
        double sum = 0;
        for (var i = 0; i < place.Months; i++)
        {
            sum += steps.Sum(step => i >= step.Month && i < step.Month + Lasts(step, place.Months) ? step.Pounds / Lasts(step, place.Months) : 0);
            points.Add((Left + ((i + 1) * month), y(sum)));
        }
        scene.Add(new PolygonShape([.. points, (points[^1].X, y(0)), (Left, y(0))], "#e3e8ec"));
        scene.Add(new PolygonShape(points, null, Palette.Navy, 2.5));
        scene.Text(Right - 4, y(total) - 8, $"{Format.Pounds(Math.Round(total))} in {Format.Whole(place.Months)} months", 13, 700, Palette.Navy, Anchor.End);
    }

    /// <summary>Months over which what lasts costs alike, up to the end of the picture.</summary>
    private static int Lasts(TimelineStep step, int months) => Math.Clamp((int)Math.Ceiling(step.Contacts * step.Days / DaysOfMonth), 1, Math.Max(1, months - step.Month));

    private static string Alternative(IReadOnlyList<TimelineLane> lanes, IReadOnlyList<TimelineStep> steps) =>
        $"Timeline of {Format.Pounds(Math.Round(steps.Sum(step => step.Pounds)))} of care. " + string.Join("; ", lanes.Select(lane => $"{lane.Name}: {Said(lane, [.. steps.Where(step => step.Lane == lane.Name)])}")) + ".";
}

/// <summary>A lane of a timeline.</summary>
/// <param name="Unit">What is counted in it, as many.</param>
/// <param name="Lasting">What care that lasts is counted in, as many.</param>
internal sealed record TimelineLane(string Name, string Colour, string Unit, string Lasting);

/// <summary>Contacts of one lane in a month.</summary>
/// <param name="Month">From 0.</param>
/// <param name="Days">How long one of them lasts; 0 for what is done in a day.</param>
/// <param name="Pounds">Of all of them.</param>
internal sealed record TimelineStep(string Lane, int Month, int Contacts, int Days, double Pounds);
