using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>How records were linked to people, how surely, and whose are linked least.</summary>
internal static class LinkagePage
{
    private static readonly (string Grade, string Meaning)[] Grades =
    [
        ("A", "A: NHS number, and the birth date agrees"),
        ("B", "B: NHS number without a birth date, or not traced, or known to the sender elsewhere"),
        ("C", "C: name and birth date, or birth date, sex, postcode and practice, of exactly one person"),
        ("D", "D: birth date, sex and postcode of exactly one person"),
        ("P", "P: likely to be one person, by probability"),
        (LinkedRecords.Unlinked, "U: not linked"),
    ];

    internal static Page Make(ResultSet results, RunFacts facts)
    {
        var linkage = results["linkage"];
        var datasets = LinkedRecords.Of(linkage, facts);
        var all = LinkedRecords.Together(datasets);
        var headline = Headline(datasets, all);
        return new Page("How records were linked", headline,
        [
            new Paragraph("What care cost whom rests on these links: a record that is nobody's is in no figure about people. Rules come first, the surest before the others; an NHS number with the birth date that it belongs to is the surest."),
            new Figure("linked-records", SurenessBars.Draw(datasets, headline), $"Share of records linked to a person by dataset and grade of link, {facts.Place}, {facts.Years[0]}{(facts.Years.Count > 1 ? $" to {facts.Year}" : "")}", facts.Source,
                linkage.Part("linked-records", headline, Enumerable.Range(0, linkage.Rows.Count), "dataset", "grade", "records", "people", "cost")),
            Events(all),
            ByDataset(datasets),
            LeastLinked.Of(results["match_rates"], facts),
            new Caveat("A link can be wrong as well as missing, and a share that is linked says nothing of that. People whose records are not linked look as if they had less care than they did: where a group is linked least, its cost is too low."),
        ]);
    }

    /// <summary>The dataset that is linked least is named where it stands out.</summary>
    private static string Headline(IReadOnlyList<LinkedRecords> datasets, LinkedRecords all)
    {
        if (all.Records == 0) { return "How records were linked to people"; }
        var least = datasets.MinBy(dataset => dataset.Linked)!;
        return all.Linked - least.Linked > 0.02
            ? $"{Format.Precise(all.Linked)} of records are linked, and {Format.Precise(least.Linked)} of those of {Format.Inside(least.Dataset)}"
            : $"{Format.Precise(all.Linked)} of records are linked to a person";
    }

    private static DataTable Events(LinkedRecords all) => new("How events were linked to people", ["Grade", "Events", "Share"],
        [.. Grades.Where(grade => all.ByGrade.ContainsKey(grade.Grade)).Select(grade => (IReadOnlyList<string>)[grade.Meaning, Format.Whole(all.ByGrade[grade.Grade]), Format.Precise(all.Share(grade.Grade))])]);

    private static DataTable ByDataset(IReadOnlyList<LinkedRecords> datasets) => new("Share of each dataset's events by grade", ["Dataset", "Events", .. Used(datasets), "Linked"],
        [.. datasets.Select(dataset => (IReadOnlyList<string>)[dataset.Dataset, Format.Whole(dataset.Records), .. Used(datasets).Select(grade => Format.Precise(dataset.Share(grade))), Format.Precise(dataset.Linked)])]);

    private static IEnumerable<string> Used(IReadOnlyList<LinkedRecords> datasets) => Grades.Select(grade => grade.Grade).Where(grade => datasets.Any(dataset => dataset.ByGrade.ContainsKey(grade)));
}
