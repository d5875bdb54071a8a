using Stratify.Results;

namespace Stratify.Reports;

/// <summary>A place that may be seen against its peers, by one measure.</summary>
/// <param name="Row">Of the published table.</param>
/// <param name="Expected">Events or pounds.</param>
/// <param name="Lot">In how many of them at once chance deals.</param>
/// <param name="Between">How far the places differ beyond chance, as the standard deviation of the log of their ratios.</param>
/// <param name="Z">Standard deviations from what is expected.</param>
internal sealed record ComparedPlace(int Row, string Place, string Measure, double Ratio, double Lower, double Upper, double Expected, double Lot, double Between, double Z)
{
    /// <summary>Beyond the limits of 95%.</summary>
    internal bool IsOutside { get; private init; }

    /// <summary>Beyond those of 99.8%.</summary>
    internal bool IsFarOutside { get; private init; }

    /// <summary>The places of a year by one measure, in the order of the table; people of no place are none.</summary>
    internal static IReadOnlyList<ComparedPlace> Of(ResultTable table, string year, string measure) =>
        [.. table.Where(("year", year), ("measure", measure)).Where(row => table[row, "z"].Number is not null).Select(row => new ComparedPlace(row, table.Text(row, "place"), measure,
            At(table, row, "ratio"), At(table, row, "ratio_lower"), At(table, row, "ratio_upper"), table[row, "expected_events"].Number ?? At(table, row, "expected_cost"), At(table, row, "lot"), At(table, row, "between_places"), At(table, row, "z"))
        {
            IsOutside = table.Text(row, "verdict_95") != PeerComparison.AsExpected,
            IsFarOutside = table.Text(row, "verdict_998") != PeerComparison.AsExpected,
        })];

    private static double At(ResultTable table, int row, string column) => table[row, column].Number ?? 0;
}
