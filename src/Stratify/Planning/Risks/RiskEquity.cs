using System.Globalization;
using Stratify.Model;
using Stratify.Results;
using Stratify.Statistics;
using static Stratify.Planning.PlanCells;
using static Stratify.Planning.Risks.RiskTables;

namespace Stratify.Planning.Risks;

/// <summary>Whether a risk fits groups of people alike: it was expected of too few where care was found less often than it was needed, or the other way.</summary>
internal static class RiskEquity
{
    /// <summary>The list that is looked at.</summary>
    private const double Listed = 0.05;

    private static readonly IReadOnlyList<(string Name, Func<RiskPeople, long[]> Of, IReadOnlyList<string> Groups)> _kinds =
    [
        ("deprivation", people => people.Fifth, ["not known", "1 (most deprived)", "2", "3", "4", "5 (least deprived)"]),
        ("ethnic_group", people => people.Ethnic, ["not stated", .. EthnicGroups.All.Select(group => group.Name)]),
    ];

    internal static ResultTable Of(IReadOnlyList<TestedRisk> risks) => new("risk_equity", "Whether a risk fits groups of people alike",
        [
            Label("outcome", "What is foretold of a person's next year."), Label("by", "Fifths of deprivation, or ethnic groups."), Label("group", "The group."), new("people", "People of it who were tested.", Unit.Count),
            new("expected", "To how many it was expected to come.", Unit.Count), new("observed", "To how many it came.", Unit.Count), .. With("observed_over_expected", "The second over the first: above 1 they were expected too few"),
            new("listed", string.Create(CultureInfo.InvariantCulture, $"People of it among the {100 * Listed:0}% at the highest risk."), Unit.Count), .. With("listed_share", "The last over the people"), .. With("observed_share", "To what part of them it came"),
        ],
        [.. risks.SelectMany(risk => _kinds.SelectMany(kind => Rows(risk, (kind.Name, kind.Groups), kind.Of(risk.People))))]);

    private static IEnumerable<IReadOnlyList<Cell>> Rows(TestedRisk risk, (string Name, IReadOnlyList<string> Groups) kind, long[] of)
    {
        var listed = RiskLists.Order(risk.Probabilities).Take(RiskLists.Size(Listed, risk.People.Count)).ToHashSet();
        var sums = Enumerable.Range(0, kind.Groups.Count).Select(group => Sum(group)).ToList();
        var hidden = Hidden(sums);
        return sums.Select((sum, group) => Row([new TextCell(risk.Outcome.Name), new TextCell(kind.Name), new TextCell(kind.Groups[group])], sum, hidden.Contains(group))).Where((_, group) => sums[group].People > 0);

        Sums Sum(int group)
        {
            var people = Enumerable.Range(0, of.Length).Where(person => of[person] == group).ToList();
            return new Sums(people.Count, people.Count(person => risk.Happens[person]), people.Count(listed.Contains), people.Sum(person => risk.Probabilities[person]));
        }
    }

    /// <summary>The groups are everybody, so what is hidden of them is everybody less the others.</summary>
    private static IReadOnlySet<int> Hidden(List<Sums> sums) => Complements.Hidden(
        [.. Enumerable.Range(0, sums.Count).Where(group => sums[group].People > 0)],
        group => sums[group].IsFew,
        groups => groups.Select(group => sums[group]).Aggregate((one, other) => one.With(other)).IsFew,
        group => sums[group].People);

    private static IReadOnlyList<Cell> Row(IReadOnlyList<Cell> labels, Sums sum, bool hide) => hide
        ? [.. labels, .. Enumerable.Repeat<Cell>(HiddenCell.Instance, 13)]
        :
        [
            .. labels, Safe.Door.Count(sum.People), Given(Math.Round(sum.Expected / 5) * 5), Safe.Door.Count(sum.Happened), .. Cells(Statistics.Calibration.Ratio(Seen(sum.Happened), sum.Expected)),
            Safe.Door.Count(sum.Listed), .. Cells(Rates.Share(Seen(sum.Listed), Seen(sum.People))), .. Cells(Rates.Share(Seen(sum.Happened), Seen(sum.People))),
        ];

    private sealed record Sums(long People, long Happened, long Listed, double Expected)
    {
        internal bool IsFew => Safe.Door.IsFew(People) || Safe.Door.IsFew(Happened) || Safe.Door.IsFew(People - Happened) || Safe.Door.IsFew(Listed) || Safe.Door.IsFew(People - Listed);

        internal Sums With(Sums other) => new(People + other.People, Happened + other.Happened, Listed + other.Listed, Expected + other.Expected);
    }
}
