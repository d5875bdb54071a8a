using System.Globalization;
using Stratify.Results;
using Stratify.Statistics;
using static Stratify.Planning.PlanCells;
using static Stratify.Planning.Risks.RiskTables;

namespace Stratify.Planning.Risks;

/// <summary>What a list of so many people at the highest risk would have held.</summary>
/// <param name="Share">Of all people.</param>
/// <param name="Happened">To how many of them it came.</param>
/// <param name="OfAdmissions">Their part of everybody's emergency admissions.</param>
internal sealed record RiskList(double Share, long People, long Happened, Estimate OfAdmissions);

/// <summary>Lists of several sizes, of those who were tested.</summary>
internal sealed record RiskLists(TestedRisk Risk, IReadOnlyList<RiskList> Lists)
{
    internal const int Samples = 1000;

    internal static IReadOnlyList<double> Sizes { get; } = [0.005, 0.01, 0.02, 0.05, 0.1];

    /// <summary>So many people as a share is of all, rounded up.</summary>
    internal static int Size(double share, int people) => (int)Math.Ceiling(Math.Round(share * people, 6));

    /// <summary>People by their risk, the highest first; of as high ones, those first by key.</summary>
    internal static int[] Order(double[] probabilities) => [.. Enumerable.Range(0, probabilities.Length).OrderByDescending(person => probabilities[person]).ThenBy(person => person)];

    internal static RiskLists Of(TestedRisk risk, long seed)
    {
        var (order, people) = (Order(risk.Probabilities), risk.People);
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++) { place[order[i]] = i; }
        double[] admissions = [.. people.Admissions.Select(count => (double)count)];
        var measures = Sizes.Select(share => admissions.Select((count, person) => place[person] < Size(share, people.Count) ? count : 0).ToArray()).Append(admissions).ToList();
        var drawn = Bootstrap.MeansOf(measures, Samples, Xoshiro.For(seed, $"lists of {risk.Outcome.Name}"));
        return new RiskLists(risk, [.. Sizes.Select((share, i) =>
        {
            var listed = order.Take(Size(share, people.Count)).ToList();
            var (lower, upper) = Bootstrap.Interval([.. drawn.Select(sample => sample[i] / sample[^1]).Where(double.IsFinite)]);
            return new RiskList(share, listed.Count, listed.Count(person => risk.Happens[person]), new Estimate(measures[i].Sum() / admissions.Sum(), lower, upper));
        })]);
    }

    internal static ResultTable Table(IReadOnlyList<RiskLists> of) => new("risk_lists", "What lists of people at the highest risk would have held",
        [
            Label("outcome", "What is foretold of a person's next year."), Label("listed", "Share of all people who are on the list."), new("people", "How many they are.", Unit.Count), new("happened", "To how many of them it came.", Unit.Count),
            .. With("came_to", "The second over the first: the positive predictive value"), .. With("found", "Of all to whom it came, the part that is on the list: the sensitivity"),
            .. With("of_admissions", "Of all emergency admissions of the next year, the part that people of the list had"),
            .. With("cut_for_tenth", "The part of their emergency admissions that would have to vanish for everybody's to fall by a tenth; not applicable where all of them would not be enough"),
        ],
        [.. of.SelectMany(lists => lists.Rows())]);

    /// <summary>A list holds the shorter ones, so what it has more than the last that may be seen must not be few either, nor what is left of all.</summary>
    private IEnumerable<IReadOnlyList<Cell>> Rows()
    {
        var (seen, all, happened) = ((People: 0L, Happened: 0L), (long)Risk.People.Count, (long)Risk.Happens.Count(one => one));
        foreach (var list in Lists)
        {
            var isHidden = IsFew(list.People - seen.People, list.Happened - seen.Happened) || IsFew(all - list.People, happened - list.Happened);
            if (!isHidden) { seen = (list.People, list.Happened); }
            Estimate cut = new(0.1 / list.OfAdmissions.Value, 0.1 / list.OfAdmissions.Upper, 0.1 / list.OfAdmissions.Lower);
            yield return
            [
                new TextCell(Risk.Outcome.Name), new TextCell((100 * list.Share).ToString("0.#", CultureInfo.InvariantCulture) + "%"), Safe.Door.Count(list.People), isHidden ? HiddenCell.Instance : Safe.Door.Count(list.Happened),
                .. isHidden ? RiskTables.Hidden : Cells(Rates.Share(Seen(list.Happened), Seen(list.People))), .. isHidden ? RiskTables.Hidden : Cells(Rates.Share(Seen(list.Happened), Seen(happened))),
                .. isHidden ? RiskTables.Hidden : Cells(list.OfAdmissions), .. isHidden ? RiskTables.Hidden : Needed(cut),
            ];
        }
    }

    /// <summary>No more than all can vanish.</summary>
    private static IReadOnlyList<Cell> Needed(Estimate cut) => [.. new[] { cut.Value, cut.Lower, cut.Upper }.Select(share => double.IsFinite(share) && share <= 1 ? Given(share) : NotApplicableCell.Instance)];

    private static bool IsFew(long people, long happened) => Safe.Door.IsFew(people) || Safe.Door.IsFew(happened) || Safe.Door.IsFew(people - happened);
}
