using System.Globalization;
using Stratify.Linkage.Probabilistic;

namespace Stratify.Cli;

/// <summary>What there is to say of linkage, as sentences and tables for a person at a terminal.</summary>
internal static class LinkText
{
    private const int LongestBar = 40;
    private const string NotStated = "not stated";

    internal static void Write(TextWriter to, LinkReport report)
    {
        to.WriteLine("How records were linked, as published ([c] is a hidden number):");
        Table(to, ["dataset", "grade", "records", "people", "pounds"], report.Grades.Select(grade => (string[])[grade.Dataset, grade.Grade, grade.Records.Csv, grade.People.Csv, grade.Pounds.Csv]));
        Changes(to, report.Changes);
        Rates(to, report.Rates);
        if (!report.IsByProbability)
        {
            to.WriteLine();
            to.WriteLine("Records were linked by rules alone, or the run's 'restricted' folder is closed to you. 'linkage: {probabilistic: true}' in a job links by probability.");
            return;
        }
        if (report.Models.Count == 0)
        {
            to.WriteLine();
            to.WriteLine("No record was left to be linked by probability: the rules linked all that have no usable number and say who they are of.");
            return;
        }
        Heading(to, "What stayed unlinked before and after records were linked by probability:");
        Table(to, ["dataset", "records before", "records after", "pounds before", "pounds after"], report.Unlinked.Select(it => (string[])[it.Dataset, it.RecordsBefore.Csv, it.Records.Csv, it.PoundsBefore.Csv, it.Pounds.Csv]));
        Heading(to, "What each file shows of its people:");
        foreach (var (dataset, says) in report.Models) { to.WriteLine($"  {dataset}: {says}"); }
        Heading(to, "How often records of one person (m) and of two people (u) agree so, and what that weighs in bits:");
        Table(to, ["dataset", "comparison", "level", "m", "u", "bits"], report.Levels.Select(level => (string[])[level.Dataset, level.Comparison, level.Level, Said(level.M), Said(level.U), LinkCharts.Signed(level.Bits)]));
        Heading(to, "Pairs that were compared, by match weight in bits, before the commonness of values and other people are looked at:");
        Table(to, ["dataset", "from", "to below", "pairs"], report.Histogram.Select(bin => (string[])[bin.Dataset, Said(bin.From), Said(bin.To), bin.Pairs.Csv]));
        Heading(to, "The share of records without a usable number that would stay unlinked, by how sure a link must be:");
        Table(to, ["dataset", "threshold", "records linked", "share unlinked"], report.Curve.Select(at => (string[])[at.Dataset, Said(at.Threshold), at.Linked.Csv, at.Unlinked.Csv]));
        Heading(to, "The share of records without a usable number that say too little to be linked, even if their person were there and all they say agreed:");
        Table(to, ["dataset", "threshold", "records below", "share below"], report.Unlinkable.Select(at => (string[])[at.Dataset, Said(at.Threshold), at.Records.Csv, at.Share.Csv]));
        Heading(to, "The ranking of cohorts if links that reach the threshold for coverage moved costs too (tables/cohorts_at_coverage.csv):");
        foreach (var ranking in report.AtCoverage) { to.WriteLine($"  {ranking.Scheme}, {ranking.Year}: {ranking.Says}"); }
    }

    /// <summary>What a dataset does not tell of anybody is said in a line and not in a table of its own.</summary>
    private static void Rates(TextWriter to, IReadOnlyList<MatchRate> rates)
    {
        var told = rates.GroupBy(rate => (rate.Dataset, rate.Attribute)).ToLookup(rate => rate.Any(row => row.Group != NotStated));
        if (rates.Count == 0) { return; }
        Heading(to, "Who is linked, by what records say of their person themselves, before and after records were linked by probability:");
        Table(to, ["dataset", "group", "records", "unlinked", "linked by rules", "linked", "pounds linked", "pounds unlinked"], told[true].SelectMany(rate => rate).Select(rate =>
            (string[])[rate.Dataset, rate.Says, rate.Records.Csv, rate.Unlinked.Csv, rate.ByRule.Csv, rate.Linked.Csv, rate.PoundsLinked.Csv, rate.PoundsUnlinked.Csv]));
        foreach (var dataset in told[false].GroupBy(rate => rate.Key.Dataset)) { to.WriteLine($"  {dataset.Key} does not tell {string.Join(", ", dataset.Select(rate => rate.Key.Attribute))}"); }
    }

    private static void Changes(TextWriter to, IReadOnlyList<ChangedLinks>? changes)
    {
        if (changes is null) { return; }
        Heading(to, changes.Count == 0 ? "No record is linked otherwise than in the run before." : "Records that are linked otherwise than in the run before, which restricted/changed_links.csv lists:");
        if (changes.Count > 0) { Table(to, ["dataset", "why", "records"], changes.Select(change => (string[])[change.Dataset, change.Why, change.Records.Csv])); }
    }

    internal static void Write(TextWriter to, PublishedLink link)
    {
        if (link.Decision is { } decision) { Waterfall(to, decision); }
        to.WriteLine(link.Says);
    }

    private static void Waterfall(TextWriter to, LinkDecision decision)
    {
        var steps = WaterfallStep.Of(decision.Why);
        var widest = steps.Max(step => Math.Abs(step.Bits));
        to.WriteLine("What speaks for the likeliest person of the register, in bits (one bit doubles the odds):");
        Table(to, ["step", "bits", "total", ""], steps.Select(step => (string[])[step.Says, LinkCharts.Signed(step.Bits), LinkCharts.Signed(step.Total), Bar(step.Bits, widest)]));
        to.WriteLine();
        to.WriteLine($"Weight {LinkCharts.Signed(WaterfallStep.Weight(decision.Why.Weight))}, which is a probability of {decision.Why.Probability.ToString("R", CultureInfo.InvariantCulture)}. Each figure is rounded by itself, so the last digits may not add up.");
        to.WriteLine(decision.Others);
    }

    private static void Heading(TextWriter to, string text)
    {
        to.WriteLine();
        to.WriteLine(text);
    }

    private static void Table(TextWriter to, string[] names, IEnumerable<string[]> rows) => TextTable.Write(to, names, rows);

    private static string Bar(decimal bits, decimal widest) => widest == 0 ? "" : new string(bits < 0 ? '-' : '+', (int)Math.Ceiling(Math.Abs(bits) / widest * LongestBar));

    private static string Said(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
