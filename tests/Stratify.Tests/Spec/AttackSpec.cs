using Stratify.Problems;
using Stratify.Results;
using Stratify.Results.Attack;
using Stratify.Statistics;

namespace Stratify.Tests.Spec;

/// <summary>An attacker who has the published tables and does sums with them.</summary>
public sealed class AttackSpec
{
    private const string Year = "2024/25";

    private static readonly int[] Few = [3, 60, 80, 90];

    [Test]
    public void A_hidden_part_is_what_the_others_leave_of_the_whole_give_or_take_what_rounding_hides()
    {
        var bounds = Attacker.Bounds(Knowledge.Of(Results([Few], DisclosureRule.OpenSafely)));

        // 233 is seen as 235, so it is 233 to 237; 60, 80 and 90 are each two more or less: 5 ± 8, and at least one.
        Assert.That(bounds[Name(0, 0)], Is.EqualTo(new Between(1, 13)));
    }

    /// <summary>27 people are seen as 25, so they are 27 at most; twice 13 are seen as 15, so they are 13 at least: the one who is hidden is told, though all is rounded.</summary>
    [Test]
    public void What_rounding_tells_is_mended_by_hiding_the_smallest_part_beside_it()
    {
        var results = Results([[1, 13, 13]], DisclosureRule.OpenSafely);
        var mended = Repair.Of(results);

        Assert.Multiple(() =>
        {
            Assert.That(Attacker.Narrows(Knowledge.Of(results)).Select(narrowed => (narrowed.Number.Name, narrowed.To)), Is.EqualTo(new[] { (Name(0, 0), new Between(1, 1)) }));
            Assert.That(Hidden(results), Is.EqualTo(new[] { 0 }));
            Assert.That(Hidden(mended.Results), Is.EqualTo(new[] { 0, 1 }));
            Assert.That(mended.Hidden, Is.EqualTo(1));
            Assert.That(Repair.Says(mended.Hidden), Is.EqualTo(" 1 number more is hidden, as sums over several tables would have narrowed down one that is."));
        });
    }

    [Test]
    public void The_gate_refuses_what_can_be_narrowed_down_and_names_the_cell_without_its_number()
    {
        var fault = Assert.Throws<DisclosureException>(() => ResultAudit.Check(Results([[1, 13, 13]], DisclosureRule.OpenSafely)))!.Problems.Single();

        Assert.That(fault.Message, Is.EqualTo("Table cost_by_age_and_conditions, row 1, column people: it can be narrowed down by arithmetic over what else is published."));
    }

    /// <summary>A table of which no quantity is told, and whose rows are parts of one whole: what its guards missed is mended, and the gate has nothing to refuse.</summary>
    [Test]
    public void A_part_that_is_hidden_alone_takes_the_smallest_of_the_others_with_it()
    {
        var table = Table("drawn", ["part"], [(["a"], 3), (["b"], 40), (["c"], 20), (["d"], 0)], DisclosureRule.OpenSafely) with { Wholes = [["year"]] };
        var results = new ResultSet(DisclosureRule.OpenSafely, [table]);
        var mended = Repair.Of(results);

        Assert.Multiple(() =>
        {
            Assert.That(() => ResultAudit.Check(results), Throws.TypeOf<DisclosureException>().With.Message.Contains("the only hidden part"));
            Assert.That(mended.Results["drawn"].Rows.Select(row => row[^1].Csv), Is.EqualTo(new[] { "[c]", "40", "[c]", "0" }));
            Assert.That(() => ResultAudit.Check(mended.Results), Throws.Nothing);
        });
    }

    /// <summary>Each table alone hides two; but what one of them hides the other shows.</summary>
    [Test]
    public void A_number_that_one_table_hides_and_another_shows_is_no_secret()
    {
        var exact = Exact(8);
        int[] people = [3, 10, 20];
        var results = new ResultSet(exact, [Population(people, exact), Without(Cohorts("cohorts", people, exact), 1), Without(Cohorts("priorities", people, exact), 1)]);
        var leaks = results with { Tables = [.. results.Tables.Take(2), Cohorts("priorities", people, exact)] };

        Assert.Multiple(() =>
        {
            Assert.That(Attacker.Narrows(Knowledge.Of(results)), Is.Empty);
            Assert.That(Attacker.Narrows(Knowledge.Of(leaks)).Select(narrowed => narrowed.Number.Name), Is.EqualTo(new[] { $"people of cohort 0, scheme s, year {Year}" }));
        });
    }

    /// <summary>Where practices' numbers of deaths add up, those of one with few are had by subtraction, though its people are many.</summary>
    [Test]
    public void Events_of_a_few_are_looked_for_too() =>
        Assert.That(Attacker.Narrows(Knowledge.Of(new ResultSet(Exact(8), [Deaths([3, 40, 60]), Everybody(103)]))).Select(narrowed => narrowed.To), Is.EqualTo(new[] { new Between(3, 3) }));

    /// <summary>
    /// 8 by 5 tables of cells as reliability work before had them: many small ones. The bounds always hold the truth; where true totals stand beside hidden
    /// cells, about a quarter of these are told exactly, so the attacker is not blind; under the rules that ship, none is (`hes` does with counts what `opensafely` does).
    /// </summary>
    [TestCase("opensafely")]
    [TestCase("sacro")]
    public void In_ten_thousand_random_tables_nothing_hidden_is_recovered(string name)
    {
        var (rule, random) = (DisclosureRule.Named(name), new Xoshiro(20241130));
        var (hidden, told, untouched, plainHidden, plainTold) = (0, 0, 0, 0, 0);
        for (var round = 0; round < 10_000; round++)
        {
            var cells = Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 5).Select(_ => (int)(Math.Pow(random.NextDouble(), 3) * 60)).ToArray()).ToArray();
            var made = Results(cells, rule);
            var mended = Repair.Of(made).Results;
            ResultAudit.Check(mended);
            var (some, exactly) = Recovered(mended, cells, rule.Least);
            (hidden, told) = (hidden + some, told + exactly);
            if (round % 10 > 0) { continue; }
            untouched += Recovered(made, cells, rule.Least).Told;
            (some, exactly) = Recovered(Results(cells, Exact(rule.Least)), cells, rule.Least);
            (plainHidden, plainTold) = (plainHidden + some, plainTold + exactly);
        }
        TestContext.Out.WriteLine($"{name}: {told} of {hidden} hidden cells told exactly; of a tenth of them, {untouched} before any was hidden for another's sake, and under plain suppression {plainTold} of {plainHidden}.");
        Assert.Multiple(() =>
        {
            Assert.That(told, Is.Zero);
            Assert.That(hidden, Is.GreaterThan(100_000));
            Assert.That((double)plainTold / plainHidden, Is.GreaterThan(0.05));
        });
    }

    /// <summary>How many cells of few people are hidden, and how many of them are left one value.</summary>
    private static (int Hidden, int Told) Recovered(ResultSet results, int[][] cells, long least)
    {
        var bounds = Attacker.Bounds(Knowledge.Of(results));
        var (hidden, told) = (0, 0);
        for (var age = 0; age < cells.Length; age++)
        {
            for (var band = 0; band < cells[age].Length; band++)
            {
                var (truth, between) = (cells[age][band], bounds[Name(age, band)]);
                if (truth < between.Lower - 1e-6 || truth > between.Upper + 1e-6) { Assert.Fail($"{truth} is not in {between}."); }
                if (truth == 0 || truth >= least) { continue; }
                hidden++;
                told += Math.Floor(between.Upper + 1e-6) - Math.Ceiling(between.Lower - 1e-6) < 1 ? 1 : 0;
            }
        }
        return (hidden, told);
    }

    private static string Name(int age, int band) => $"people of age {age}, conditions {band}, year {Year}";

    /// <summary>Suppression as it is done by hand: few hidden, all else exact.</summary>
    private static DisclosureRule Exact(long least) => DisclosureRule.OpenSafely with { Name = "plain", Least = least, Base = 1 };

    /// <summary>Ages by bands, with everybody's own number in a table, and where there are several ages the bands' in another.</summary>
    private static ResultSet Results(int[][] cells, DisclosureRule rule)
    {
        var bands = Table("cost_by_conditions", ["conditions_band"], Enumerable.Range(0, cells[0].Length).Select(band => ((string[])[$"{band}"], cells.Sum(row => row[band]))), rule);
        var both = Table("cost_by_age_and_conditions", ["age_band", "conditions_band"], cells.SelectMany((row, age) => row.Select((people, band) => ((string[])[$"{age}", $"{band}"], people))), rule);
        return new ResultSet(rule, [Population([.. cells.SelectMany(row => row)], rule), .. cells.Length > 1 ? [bands] : Array.Empty<ResultTable>(), both]);
    }

    private static ResultTable Population(int[] parts, DisclosureRule rule) => Table("population", [], [([], parts.Sum())], rule);

    private static ResultTable Cohorts(string table, int[] people, DisclosureRule rule) => Table(table, ["scheme", "cohort"], people.Select((count, i) => ((string[])["s", $"{i}"], count)), rule);

    private static ResultTable Deaths(int[] events) => new("practices", "P", [Label("year"), Label("place"), Label("measure"), new("events", "E.", Unit.Count), new("people", "P.", Unit.Count)],
        [.. events.Select((count, i) => (IReadOnlyList<Cell>)[new TextCell(Year), new TextCell($"{i}"), new TextCell("deaths"), new Disclosure(Exact(8)).Count(count), new ValueCell(500)])]);

    private static ResultTable Everybody(int events) => new("equity", "E", [Label("year"), Label("kind"), Label("group"), Label("measure"), new("events", "E.", Unit.Count)],
        [[new TextCell(Year), new TextCell("all"), new TextCell("all"), new TextCell("deaths"), new ValueCell(events)]]);

    private static ResultTable Table(string name, string[] labels, IEnumerable<(string[] Labels, int People)> rows, DisclosureRule rule) => new(name, name,
        [Label("year"), .. labels.Select(Label), new("people", "People.", Unit.Count)],
        [.. rows.Select(row => (IReadOnlyList<Cell>)[new TextCell(Year), .. row.Labels.Select(label => new TextCell(label)), new Disclosure(rule).Count(row.People)])]);

    private static ResultColumn Label(string name) => new(name, "Label.", Unit.Text);

    private static ResultTable Without(ResultTable table, int hidden) => table with { Rows = [.. table.Rows.Select((row, i) => i == hidden ? [.. row.SkipLast(1), HiddenCell.Instance] : row)] };

    private static IEnumerable<int> Hidden(ResultSet results) => results["cost_by_age_and_conditions"].Rows.Select((row, i) => (Cell: row[^1], i)).Where(row => row.Cell.IsHidden).Select(row => row.i);
}
