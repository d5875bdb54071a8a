using Stratify.Statistics;

namespace Stratify.Results;

/// <summary>
/// Holds each place against what is expected of it. All of it is made from the published row, so that it tells no more than that does: a reader can
/// make it again. Chance is that of a count of lots; how far all places of a kind differ beyond chance widens the limits, and places with fewer lots
/// are drawn further to the mean (Spiegelhalter 2005; no best of ten is anybody's target).
/// </summary>
internal static class PeerComparison
{
    internal const string Higher = "higher", Lower = "lower", AsExpected = "as expected";

    private static readonly ResultColumn[] Columns =
    [
        new("crude_rate", "Events for 1,000 person-years, or pounds a person-year, as they are.", Unit.Number),
        new("ratio", "Observed over expected: 1 when they are the same.", Unit.Number),
        new("ratio_lower", "Lower end of its 95% interval: Byar's limits of a count of lots, exact below ten.", Unit.Number), new("ratio_upper", "Upper end of it.", Unit.Number),
        new("shrunken_ratio", "The ratio drawn to 1 by as much as chance may have moved it (empirical Bayes); 1 where the places differ by no more than chance.", Unit.Number),
        new("inner_lower", "Lower end of the 95% limits of places like the others: by chance exactly, or with the spread between places where there is any.", Unit.Number), new("inner_upper", "Upper end of them.", Unit.Number),
        new("outer_lower", "Lower end of the 99.8% limits.", Unit.Number), new("outer_upper", "Upper end of them.", Unit.Number),
        new("z", "Standard deviations from what is expected, on the scale of logs; near the limits, which are exact where places do not differ beyond chance, it may say another.", Unit.Number),
        new("verdict_95", "higher, lower or as expected by the 95% limits, beyond which one place in twenty lies by chance.", Unit.Text),
        new("verdict_998", "The same by the 99.8% limits, beyond which one in five hundred does.", Unit.Text),
        new("adjusted_p", "How likely so large a difference is by chance, adjusted by Benjamini and Hochberg for the number of places.", Unit.Share),
        new("reference_ratio", "The ratio that a quarter of places lie below, each drawn to 1 first: what others reach, without the luck of the best.", Unit.Number),
        new("beyond_reference", "Events or pounds beyond that reference, by the ratio drawn to 1; below 0 where the place has less. In scope of a question, and no promise.", Unit.Number),
        new("beyond_lower", "Lower end of its 95% interval.", Unit.Number), new("beyond_upper", "Upper end of it.", Unit.Number), new("zero_included", "yes where that interval holds 0: chance may be all of it.", Unit.Text),
        new("dispersion", "φ over the places that are shown: mean squared z by chance alone, with the outer tenths held in; about 1 where chance explains all.", Unit.Number),
        new("between_places", "τ, the standard deviation of the log of the true ratios over the places that are shown; 0 where chance explains all.", Unit.Share),
    ];

    /// <summary>Adds the columns of the comparison.</summary>
    internal static ResultTable Of(ResultTable table)
    {
        var cells = new Cell[table.Rows.Count][];
        foreach (var group in Enumerable.Range(0, table.Rows.Count).GroupBy(row => (table.Text(row, "year"), table.Text(row, "measure"))))
        {
            var rows = group.Select(row => (Row: row, Place: Read(table, row))).ToList();
            var peers = rows.Where(row => row.Place is { IsPeer: true }).ToList();
            var funnel = peers.Count < 2 ? null : Funnel.Of([.. peers.Select(peer => peer.Place!.Lots)], [.. peers.Select(peer => peer.Place!.ExpectedLots)]);
            var chances = funnel is null ? [] : Contrast.Adjusted([.. peers.Select(peer => Funnel.PValue(funnel.Score(peer.Place!.Lots, peer.Place.ExpectedLots)))]);
            var reference = funnel is null ? double.NaN : Quantile.OfSorted([.. peers.Select(peer => funnel.Shrunk(peer.Place!.Lots, peer.Place.ExpectedLots)).Order()], 0.25);
            foreach (var (row, place) in rows)
            {
                var peer = peers.FindIndex(each => each.Row == row);
                cells[row] = [.. Own(table, row, place), .. Compared(table, row, place, peer < 0 ? null : funnel, (peer < 0 || funnel is null ? double.NaN : chances[peer], reference))];
            }
        }
        return table with { Columns = [.. table.Columns, .. Columns], Rows = [.. table.Rows.Select((row, i) => (IReadOnlyList<Cell>)[.. row, .. cells[i]])] };
    }

    /// <summary>Adds the first of them alone, the crude rate and the ratio with its interval, of each group by itself.</summary>
    internal static ResultTable RatiosOf(ResultTable table) => table with
    {
        Columns = [.. table.Columns, .. Columns.Take(4)],
        Rows = [.. table.Rows.Select((row, i) => (IReadOnlyList<Cell>)[.. row, .. Own(table, i, Read(table, i))])],
    };

    /// <summary>Between which ratios places lie of which so many lots are expected, as a picture draws it.</summary>
    internal static (double Lower, double Upper) Limits(double expectedLots, double between, bool isWide) => new Funnel(1, between * between).Bounds(expectedLots, isWide);

    /// <summary>Null where it cannot be seen, or nothing is expected.</summary>
    private static Peer? Read(ResultTable table, int row)
    {
        var isMoney = table[row, "cost"] is not NotApplicableCell;
        return (table[row, isMoney ? "cost" : "events"].Number, table[row, isMoney ? "expected_cost" : "expected_events"].Number, table[row, "lot"].Number) is ({ } had, { } expected, { } lot) && expected > 0 && lot > 0
            ? new Peer(had, expected, lot, IsPeer(table, row))
            : null;
    }

    /// <summary>Groups that are no places have no peers.</summary>
    private static bool IsPeer(ResultTable table, int row) => table.Columns.Any(column => column.Name == "place") && table.Text(row, "place") != PlaceResults.NotStated;

    private static IEnumerable<Cell> Own(ResultTable table, int row, Peer? place)
    {
        if (place is null) { return Enumerable.Repeat(Missing(table, row), 4); }
        var ratio = Rates.Ratio(place.Lots, place.ExpectedLots);
        var years = table[row, "person_years"].Number ?? 0;
        return [Number(years > 0 ? place.Had / years * (table[row, "cost"] is NotApplicableCell ? 1000 : 1) : double.NaN, 1), Number(ratio.Value / 100, 2), Number(ratio.Lower / 100, 2), Number(ratio.Upper / 100, 2)];
    }

    private static IEnumerable<Cell> Compared(ResultTable table, int row, Peer? place, Funnel? funnel, (double Chance, double Reference) by)
    {
        if (place is null || funnel is null) { return Columns.Skip(4).Select(_ => Missing(table, row)); }
        var (inner, outer) = (funnel.Bounds(place.ExpectedLots, isWide: false), funnel.Bounds(place.ExpectedLots, isWide: true));
        var (ratio, score) = (place.Lots / place.ExpectedLots, funnel.Score(place.Lots, place.ExpectedLots));
        return
        [
            Number(funnel.Shrunk(place.Lots, place.ExpectedLots), 2), Number(inner.Lower, 2), Number(inner.Upper, 2), Number(outer.Lower, 2), Number(outer.Upper, 2), Number(score, 2),
            new TextCell(Verdict(ratio, inner)), new TextCell(Verdict(ratio, outer)), Number(by.Chance, 3), .. Beyond(place, funnel, by.Reference), Number(funnel.Dispersion, 2), Number(Math.Sqrt(funnel.Between), 3),
        ];
    }

    /// <summary>Beyond what a quarter of places stay below: not the best five of ten, which are as often lucky as good (Dropkin).</summary>
    private static IEnumerable<Cell> Beyond(Peer place, Funnel funnel, double reference)
    {
        var believed = funnel.Believed(place.Lots, place.ExpectedLots);
        var (lower, upper) = ((believed.Lower - reference) * place.Expected, (believed.Upper - reference) * place.Expected);
        return [Number(reference, 2), Number((believed.Value - reference) * place.Expected, 0), Number(lower, 0), Number(upper, 0), new TextCell(lower <= 0 && upper >= 0 ? "yes" : "no")];
    }

    private static string Verdict(double ratio, (double Lower, double Upper) limits) => ratio > limits.Upper ? Higher : ratio < limits.Lower ? Lower : AsExpected;

    private static Cell Missing(ResultTable table, int row) => table[row, "people"].IsHidden ? HiddenCell.Instance : NotApplicableCell.Instance;

    private static Cell Number(double number, int decimals) => !double.IsFinite(number) || Math.Abs(number) > 1e12 ? NotApplicableCell.Instance : new ValueCell(decimal.Round((decimal)number, decimals, MidpointRounding.AwayFromZero));

    /// <summary>What a place had and what is expected, as published.</summary>
    private sealed record Peer(double Had, double Expected, double Lot, bool IsPeer)
    {
        internal double Lots => Had / Lot;

        internal double ExpectedLots => Expected / Lot;
    }
}
