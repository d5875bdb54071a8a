using Stratify.Problems;
using Stratify.Statistics;

namespace Stratify.Linkage.Probabilistic;

/// <summary>What a published run keeps in <c>restricted</c> of its linkage, read back without an extract: models and decisions, to the last digit.</summary>
public static class PublishedEvidence
{
    /// <summary>Whether the run linked by probability, as far as whoever asks may see.</summary>
    /// <param name="folder">The run's own folder.</param>
    public static bool IsThere(string folder) => File.Exists(Path.Combine(folder, "restricted", LinkEvidenceTables.Choice));

    /// <summary>How sure a link must be to move costs, and to count as found.</summary>
    public static (double Cost, double Coverage) Thresholds(string folder) =>
        EvidenceRow.Read(folder, LinkEvidenceTables.Thresholds, "least", "coverage").Select(row => (row.Number("least"), row.Number("coverage"))).FirstOrDefault();

    public static IReadOnlyList<LinkModel> Models(string folder)
    {
        var kin = Patterns(folder).ToLookup(pattern => pattern.Dataset);
        var levels = EvidenceRow.Read(folder, LinkEvidenceTables.Parameter, "dataset", "comparison", "level", "m", "u").ToLookup(row => (row.Text("dataset"), row.Text("comparison")));
        return
        [
            .. EvidenceRow.Read(folder, LinkEvidenceTables.Model, ["dataset", "records", "people", "evidence", "says", "lambda", "gain", .. LinkEvidenceTables.Counted.Select(Known)])
                .Select(row => Model(row, kin[row.Text("dataset")].ToDictionary(pattern => pattern.Agreement, pattern => pattern.Kin), comparison => levels[(row.Text("dataset"), comparison.Name)])),
        ];
    }

    /// <summary>How the pairs that were compared agree, each way with what it weighs before the commonness of values and other people are looked at.</summary>
    public static IReadOnlyList<(string Dataset, int Agreement, long Pairs, double Weight, double Kin)> Patterns(string folder) =>
    [
        .. EvidenceRow.Read(folder, LinkEvidenceTables.Pattern, ["dataset", "pairs", "weight", "kin", .. Comparisons.All.Select(EvidenceRow.Level)])
            .Select(row => (row.Text("dataset"), row.Agreement(), row.Whole("pairs"), row.Number("weight"), row.Number("kin"))),
    ];

    /// <summary>Of each record that was looked at the probability of the likeliest person, and what became of it.</summary>
    public static IEnumerable<(string Dataset, string SourceId, string Outcome, double Probability)> Choices(string folder) =>
        EvidenceRow.Read(folder, LinkEvidenceTables.Choice, "dataset", "source_id", "outcome", "probability").Select(row => (row.Text("dataset"), row.Text("source_id"), row.Text("outcome"), row.Number("probability")));

    /// <summary>Records by the probability that each would reach if its person were on the register and all it says agreed; 0 where it says too little to be compared.</summary>
    public static IReadOnlyList<(string Dataset, double Probability, long Records)> SelfMatches(string folder) =>
        [.. EvidenceRow.Read(folder, LinkEvidenceTables.Self, "dataset", "probability", "records").Select(row => (row.Text("dataset"), row.Number("probability"), row.Whole("records")))];

    /// <summary>The decision on a record, added up again; null when nobody of the register was likely enough to be weighed, or a rule linked it.</summary>
    /// <exception cref="DefinitionException">What was kept does not add up to what was decided.</exception>
    public static LinkDecision? Decision(string folder, string dataset, string sourceId)
    {
        string[] columns = ["dataset", "source_id", "outcome", "weight", "rivals", "candidates", .. Comparisons.All.Select(EvidenceRow.Level), .. LinkEvidenceTables.Counted.Select(Sharers)];
        if (EvidenceRow.Read(folder, LinkEvidenceTables.Choice, columns).FirstOrDefault(row => row.Text("dataset") == dataset && row.Text("source_id") == sourceId) is not { } row) { return null; }
        var model = Models(folder).FirstOrDefault(model => model.Dataset == dataset) ?? throw row.Damaged();
        var why = LinkExplanation.Of(model, row.Agreement(), [.. Comparisons.All.Select(comparison => comparison.Frequency is { } column ? row.Whole(Sharers(column)) : 0)], row.Number("rivals"));
        if (why.Weight != row.Number("weight")) { throw row.Damaged(); }
        var (cost, coverage) = Thresholds(folder);
        return new LinkDecision(row.Text("outcome"), why, row.Whole("candidates"), cost, coverage);
    }

    private static LinkModel Model(EvidenceRow row, Dictionary<int, double> kin, Func<Comparison, IEnumerable<EvidenceRow>> levels)
    {
        double[] Of(Comparison comparison, string which) => levels(comparison).OrderBy(level => level.Whole("level")).Select(level => level.Number(which)).ToArray() is var found && found.Length == comparison.Levels.Count ? found : throw row.Damaged();
        var mixture = new AgreementMixture(row.Number("lambda"), [.. Comparisons.All.Select(comparison => Of(comparison, "m"))], [.. Comparisons.All.Select(comparison => Of(comparison, "u"))]);
        return new LinkModel(row.Text("dataset"), row.Whole("records"), row.Whole("people"), mixture, pattern => kin.GetValueOrDefault(pattern))
        {
            Evidence = Enum.TryParse<LinkEvidence>(row.Text("evidence"), ignoreCase: true, out var evidence) ? evidence : throw row.Damaged(),
            Says = row.Text("says"),
            Gain = row.Number("gain"),
            Known = LinkEvidenceTables.Counted.ToDictionary(column => column, column => row.Whole(Known(column))),
        };
    }

    private static string Known(string column) => $"{column}_known";

    private static string Sharers(string column) => $"{column}_sharers";
}
