using Stratify.Model;

namespace Stratify.Cli.Verbs;

/// <summary>What is told month by month, and how its limits are made.</summary>
internal static class DescribedMonths
{
    internal static (object, IEnumerable<string>) All() => (
        new { Measures = MonthMeasures.All },
        [
            "Month by month a run tells (tables/activity_by_month.csv), a day, for months are not of one length:",
            .. MonthMeasures.All.Select(measure => $"  {measure.Name,-24} {measure.Title}{(measure.IsMoney ? "; of care that counts on one day" : "; where an extract tells of any")}"),
            "A stay counts in the month of its discharge, or as costing: {windows: ...} has it; what is put into years day by day is in no month.",
            "centre, lower, upper: mean, and limits of chance three standard deviations either way (Laney's u' chart; of months of one length the XmR chart). They allow for what months usually differ by; those of counts are never narrower than chance alone.",
            "A month with under a third of a usual one is left out of the limits: perhaps not all was sent. With fewer than ten months there are no limits.",
            "A month of whose last three days nothing of the kind is told is not over, and nothing is told of it: from one night to the next it would grow by what one day brought.",
        ]);
}
