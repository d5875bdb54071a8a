using System.Globalization;
using Stratify.Problems;
using Stratify.Studies;

namespace Stratify.Planning.Evaluations;

/// <summary>Which months a run has whole, and which of its years tells what was known of people before a month.</summary>
internal sealed record Calendar(IReadOnlyList<(string Year, DateOnly From, DateOnly To)> Years)
{
    /// <summary>Months before of which matching takes account, and the fewest without which nothing is compared.</summary>
    internal const int MostBefore = 12, LeastBefore = 6;

    internal static Calendar Of(Study study) => new([.. study.Warehouse.Query("select year, date_from, date_to from period order by date_from").Rows.Select(row => ((string)row[0]!, (DateOnly)row[1]!, (DateOnly)row[2]!))]);

    internal bool Covers(int month)
    {
        var (first, last) = (new Month(month).FirstDay, new Month(month + 1).FirstDay.AddDays(-1));
        return Years.Any(year => year.From <= first && year.To >= last);
    }

    /// <summary>Whole months in a row before it.</summary>
    internal int Before(Month start) => Enumerable.Range(1, 600).TakeWhile(ago => Covers(start.Number - ago)).Count();

    /// <summary>Whole months in a row from it on.</summary>
    internal int After(Month start) => Enumerable.Range(0, 600).TakeWhile(on => Covers(start.Number + on)).Count();

    /// <summary>The last year that was over before a month: what is known by the end of a later one may be the programme's own doing. Null where there is none.</summary>
    internal string? Known(Month start) => Years.Where(year => year.To < start.FirstDay).Select(year => year.Year).LastOrDefault();

    /// <summary>The year in which it lies.</summary>
    internal (string Year, DateOnly From, DateOnly To) Holding(Month start) => Years.First(year => year.From <= start.FirstDay && year.To >= start.FirstDay);

    /// <exception cref="DefinitionException">The run has no year that was over before it, too few months before it, or none after.</exception>
    internal void Require(Month start, Place place)
    {
        if (Before(start) >= LeastBefore && After(start) >= 1 && Known(start) is not null) { return; }
        var months = Enumerable.Range(0, 12 * Years.Count * 2).Select(i => new Month(Month.Of(Years[0].From).Number + i)).Where(month => Before(month) >= LeastBefore && After(month) >= 1 && Known(month) is not null).ToList();
        throw new DefinitionException(ProblemKinds.YamlWrongValue.At(place, $"Nothing can be compared about {start}: a run must have {LeastBefore.ToString(CultureInfo.InvariantCulture)} whole months before the start, a year of its period that was over by then, and a month after.",
            months.Count == 0 ? "The run has no such month: run a job whose 'period' lists the year before the programme began and the year of it." : $"In this run a programme may start from {months[0]} to {months[^1]}."));
    }
}
