using Stratify.Planning.Budgets;
using Stratify.Results;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>A budget for cohorts of a run, held against the person-years and what arithmetic by hand gives.</summary>
public sealed class BudgetSpec
{
    private const string Several = "age >= 50 and conditions >= 2", Some = "age >= 50 and conditions >= 1";

    private InventedTown _town = null!;

    [OneTimeSetUp]
    public void RunOnce() => _town = new InventedTown(3000, 21);

    [OneTimeTearDown]
    public void Clear() => _town.Dispose();

    [Test]
    public void Who_is_in_two_cohorts_is_counted_in_the_first_and_it_is_said()
    {
        var sheet = Draw("").Results["budget"];

        Assert.Multiple(() =>
        {
            Assert.That(sheet[0, "people"].Number, Is.EqualTo(_town.Ask("count(*)", Several)).Within(3));
            Assert.That(sheet[0, "in_several"].Number, Is.EqualTo(_town.Ask("count(*)", $"{Several} and {Some}")).Within(3));
            Assert.That(sheet[1, "people"].Number, Is.EqualTo(_town.Ask("count(*)", $"{Some} and not ({Several})")).Within(3));
            Assert.That(sheet[1, "in_several"], Is.EqualTo(ZeroCell.Instance));
        });
    }

    /// <summary>Sums of tables differ by what counts are rounded to, which is a few people of some hundreds; the exact sheets are held to the penny by two laws.</summary>
    [Test]
    public void Cohorts_settings_payers_and_pool_add_up_to_what_the_people_cost()
    {
        var results = Draw("pool: better-care-fund").Results;
        var cost = _town.Ask("sum(cost)::bigint", Some) / 100.0;

        Assert.Multiple(() =>
        {
            foreach (var table in new[] { "budget", "budget_settings", "budget_payers" }) { Assert.That(Enumerable.Range(0, results[table].Rows.Count).Sum(row => results[table][row, "cost"].Number ?? double.NaN), Is.EqualTo(cost).Within(5).Percent, table); }
            Assert.That(results["budget_settings"].Where(("pool", "in")).Select(row => results["budget_settings"].Text(row, "setting")), Is.EquivalentTo(new[] { "community", "social_care" }));
        });
    }

    /// <summary>A twentieth of inpatient cost is freed from the third year on, and from the first 80 pence are spent at home for each pound of it, by the council.</summary>
    [Test]
    public void As_care_moves_one_payer_pays_first_and_another_gains_later()
    {
        var moves = Draw("moves: [{name: home, from: inpatient, to: social_care, part: 0.05, costs: 0.8, frees: 3, source: a test}]\nyears: 4").Moves!;
        var freed = -0.05 * _town.Ask("sum(cost_inpatient)::bigint", Some) / 100;

        Assert.Multiple(() =>
        {
            Assert.That(Years(moves, "icb"), Is.EqualTo(new[] { 0, 0, freed, freed }).Within(Math.Abs(0.005 * freed)));
            Assert.That(Years(moves, "local_authority").Sum() + Years(moves, "client").Sum(), Is.EqualTo(-0.8 * freed * 4).Within(1).Percent);
        });
    }

    /// <summary>The normal law that many independent costs come near to: 1 − Φ(0.05 ÷ (CV ÷ √n)).</summary>
    [Test]
    public void The_chance_to_overspend_is_near_to_what_the_normal_law_gives()
    {
        var whole = Draw("who: everyone").Results["budget_risk"];
        var spread = Spread("cost");

        Assert.Multiple(() =>
        {
            Assert.That(whole[0, "over_5"].Number, Is.EqualTo(new RiskPool(spread.Variation).Overspending(spread.People, 0.05)).Within(0.04));
            Assert.That(whole[0, "over_10"].Number, Is.EqualTo(new RiskPool(spread.Variation).Overspending(spread.People, 0.1)).Within(0.04));
            Assert.That(whole[0, "capped_over_5"], Is.EqualTo(NotApplicableCell.Instance));
        });
    }

    [Test]
    public void With_a_cap_the_budget_is_surer_and_what_is_beyond_it_is_said()
    {
        var whole = Draw("cap: 10000").Results["budget_risk"];

        Assert.Multiple(() =>
        {
            Assert.That(whole[0, "capped_over_5"].Number, Is.LessThan(whole[0, "over_5"].Number!.Value));
            Assert.That(whole[0, "above_cap"].Number, Is.EqualTo(_town.Ask("count(*)", $"{Some} and cost > 1000000")).Within(3));
            Assert.That(whole[0, "above_cost"].Number, Is.EqualTo(_town.Ask("sum(cost - 1000000)::bigint", $"{Some} and cost > 1000000") / 100.0).Within(5).Percent);
        });
    }

    [TestCase("pool: better-car-fund", "There is no pool 'better-car-fund'.", "better-care-fund")]
    [TestCase("moves: [{name: x, from: inpatient, to: community, part: 0.1, source: y}]", "The key 'costs' is missing.", "budget.yml:")]
    [TestCase("moves: [{name: x, from: hospital, to: community, part: 0.1, costs: 1, source: y}]", "'from' cannot be 'hospital'", "inpatient")]
    [TestCase("cap: 0", "'cap' must be a number from 1 to", "budget.yml:")]
    public void What_is_wrong_is_said_with_its_place_and_the_way_out(string line, string says, string also)
    {
        Write(line);
        var told = CommandLine.Run("budget", _town.At("budget.yml"), "--run", _town.Run);

        Assert.That((told.ExitCode, told.Error), Is.EqualTo((2, told.Error)).And.Matches<(int, string Error)>(it => it.Error.Contains(says, StringComparison.Ordinal) && it.Error.Contains(also, StringComparison.Ordinal)), told.Error);
    }

    [Test]
    public void Pages_tables_and_what_a_program_reads_are_written_and_none_speaks_of_saving()
    {
        Write("pool: better-care-fund\ncap: 20000\nmoves: [{name: home, from: inpatient, to: social_care, part: 0.05, costs: 0.8, frees: 3, source: a test}]");
        var told = CommandLine.Run("budget", _town.At("budget.yml"), "--run", _town.Run, "--to", _town.At("sheets"));
        var html = File.ReadAllText(Path.Combine(_town.At("sheets"), "report.html"));
        var json = CommandLine.Run("budget", _town.At("budget.yml"), "--run", _town.Run, "--json").Json;

        Assert.Multiple(() =>
        {
            foreach (var file in new[] { "report.pdf", "charts/budget-payers.png", "tables/budget.csv", "tables/budget_lines.csv", "tables/budget_moves.csv", "tables/budget_providers.csv" }) { Assert.That(File.Exists(Path.Combine(_town.At("sheets"), file)), file); }
            Assert.That(html, Does.Contain("Who would gain and who would pay").And.Not.Contain("saving").IgnoreCase);
            Assert.That(told.Out, Does.Contain("in the pool").And.Not.Contain("saving").IgnoreCase);
            Assert.That(json.GetProperty("tables").GetProperty("budget").GetArrayLength(), Is.EqualTo(2));
        });
    }

    private Budgeting Draw(string lines)
    {
        Write(lines);
        using var study = Studies.Study.Open(_town.Run);
        return Budgeting.Draw(study, BudgetFile.Read(_town.At("budget.yml"), study.Fields), null, 1);
    }

    private void Write(string lines) => _town.Write("budget.yml", $$"""
        budget: older
        title: Older people with conditions
        cohorts:
        """ + (lines == "who: everyone" ? "\n  - {name: all, who: everyone}" : $"\n  - {{name: several, who: {Several}}}\n  - {{name: some, who: {Some}}}\n{lines}"));

    private static double[] Years(ResultTable moves, string payer) => [.. moves.Where(("payer", payer)).Select(row => moves[row, "change"].Number ?? double.NaN)];

    private (double Variation, long People) Spread(string cost)
    {
        var row = _town.Ask(warehouse => warehouse.Query($"select stddev_pop({cost}) / avg({cost}), count(*) from {_town.People}").Rows[0]);
        return ((double)row[0]!, (long)row[1]!);
    }
}
