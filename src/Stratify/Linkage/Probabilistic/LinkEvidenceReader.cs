using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Linkage.Probabilistic;

/// <summary>Models and explanations made again from the tables that linkage left, to the last digit.</summary>
public static class LinkEvidenceReader
{
    public static IReadOnlyList<LinkModel> Models(Warehouse warehouse)
    {
        var rows = warehouse.Query("select * from link_model order by dataset");
        return [.. Enumerable.Range(0, rows.Count).Select(row => Model(warehouse, rows, row))];
    }

    /// <summary>Why a record was held to be of the person that it is likeliest of.</summary>
    public static LinkExplanation Explain(LinkModel model, Grid choices, int row) => LinkExplanation.Of(
        model, (int)choices.Get<long>(row, "pattern"),
        [.. Comparisons.All.Select(comparison => comparison.Frequency is { } column ? choices.Get<long>(row, $"{column}_sharers") : 0)],
        choices.Get<double>(row, "rivals"));

    private static LinkModel Model(Warehouse warehouse, Grid rows, int row)
    {
        var dataset = rows.Get<string>(row, "dataset")!;
        var kin = warehouse.Query("select pattern, kin from link_weight where dataset = $1", dataset).Rows.ToDictionary(weight => (int)(long)weight[0]!, weight => (double)weight[1]!);
        var mixture = new AgreementMixture(rows.Get<double>(row, "lambda"), Levels(warehouse, dataset, "m"), Levels(warehouse, dataset, "u"));
        return new LinkModel(dataset, rows.Get<long>(row, "records"), rows.Get<long>(row, "people"), mixture, pattern => kin.GetValueOrDefault(pattern))
        {
            Evidence = Enum.Parse<LinkEvidence>(rows.Get<string>(row, "evidence")!, ignoreCase: true),
            Says = rows.Get<string>(row, "says")!,
            Gain = rows.Get<double>(row, "gain"),
            Known = Comparisons.All.Select(comparison => comparison.Frequency).OfType<string>().ToDictionary(column => column, column => rows.Get<long>(row, $"{column}_known")),
        };
    }

    private static List<double[]> Levels(Warehouse warehouse, string dataset, string which) => [.. Comparisons.All.Select(comparison => warehouse
        .Query($"select {which} from link_parameter where dataset = $1 and comparison = $2 order by level", dataset, comparison.Name).Rows.Select(value => (double)value[0]!).ToArray())];
}
