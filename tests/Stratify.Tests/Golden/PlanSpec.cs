using Stratify.Model;
using Stratify.Planning;
using Stratify.Results;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What would have to be true of a change of service, held against arithmetic over the person-years.</summary>
public sealed class PlanSpec
{
    private const string Older = "age >= 50 and conditions >= 1";

    private InventedTown _town = null!;

    [OneTimeSetUp]
    public void RunOnce() => _town = new InventedTown(2000, 12);

    [OneTimeTearDown]
    public void Clear() => _town.Dispose();

    /// <summary>A tenth of inpatient cost of 60% of them, and the programme's own cost, over three years.</summary>
    [Test]
    public void The_likeliest_is_arithmetic_over_the_person_years()
    {
        var net = Net("tenth", $$"""
            scenario: tenth
            title: A tenth less
            source: a test
            who: {{Older}}
            reach: [0.4, 0.6, 0.8]
            years: 3
            changes: [{setting: inpatient, change: [-0.2, -0.1, 0], source: a test}]
            programme: {cost: 50000, once: 12000, payer: local_authority}
            """);
        var (people, pence) = (_town.Ask($"count(*)", Older), _town.Ask("sum(cost_inpatient)::bigint", Older));
        var care = -0.1 * 0.6 * pence / 100;

        Assert.Multiple(() =>
        {
            Assert.That(Value(net.Net, "people"), Is.EqualTo(people).Within(2));
            Assert.That(Value(net.Net, "care_change"), Is.EqualTo(care).Within(0.5).Percent);
            Assert.That(Value(net.Net, "net"), Is.EqualTo((3 * (care + 50_000)) + 12_000).Within(0.5).Percent);
            Assert.That(Value(net.Net, "break_even"), Is.EqualTo(54_000 / -care).Within(0.01));
            Assert.That(Value(net.Net, "needed"), Is.EqualTo(54_000 / (0.6 * pence / 100)).Within(0.001));
            Assert.That(Value(net.Net, "care_change_lower"), Is.LessThan(care).And.GreaterThan(-0.2 * 0.8 * pence / 100 * 2));
            Assert.That(Value(net.Net, "care_change_upper"), Is.GreaterThan(care).And.LessThanOrEqualTo(0));
        });
    }

    /// <summary>
    /// Olive Oak alone has three emergency admissions: £8,394.08 in hospital and £4,500.00 of day care. A tenth of the one goes and a twentieth of the other
    /// comes for 0.6 of it: −£503.64 and +£135.00 a year, so two years with a programme of £200.00 a year and £50.00 before it cost £287.28 less.
    /// </summary>
    [Test]
    public void On_the_village_it_is_arithmetic_by_hand()
    {
        using var study = Studies.Study.Open(Village.Outcome.Folder);
        Write("olive", """
            scenario: olive
            title: Olive's care
            source: a test
            who: emergency_admissions >= 3
            reach: 0.6
            years: 2
            changes: [{setting: inpatient, change: -0.1, source: a test}, {setting: social_care, change: 0.05, source: a test}]
            programme: {cost: 200, once: 50}
            """);
        var scenario = Read(study, "olive");
        var found = WhatIf.Of(scenario, Baseline.Of(study, scenario.Who, [], study.Years[^1]), 1);

        Assert.Multiple(() =>
        {
            Assert.That(found.Settings.Where(effect => effect.Change != 0).Select(effect => (effect.Setting.Name, effect.Before, effect.Change)), Is.EqualTo(new[] { ("inpatient", 839_408L, -50_364L), ("social_care", 450_000L, 13_500L) }));
            Assert.That((found.Care.Likely, found.Net.Likely), Is.EqualTo((-36_864L, -28_728L)));
            Assert.That(found.BreakEven, Is.EqualTo((13_500 + 20_000 + 2_500) / 50_364.0).Within(1e-9));
        });
    }

    /// <summary>Of any pounds, less or more, shared as any others were.</summary>
    [Test]
    public void Payers_share_every_penny()
    {
        var random = new Xoshiro(7);
        for (var round = 0; round < 1000; round++)
        {
            var paid = Payer.Names.Take(1 + random.NextInt(4)).Select(payer => (payer, 1L + random.NextInt(1_000_000))).ToList();
            var pence = random.NextInt(2_000_000) - 1_000_000L;

            Assert.That(new PayerShares(new Dictionary<string, IReadOnlyList<(string, long)>> { ["inpatient"] = paid }).Share("inpatient", pence).Sum(share => share.Pence), Is.EqualTo(pence));
        }
    }

    /// <summary>By payer and by setting it is the same pounds, each row to three figures.</summary>
    [Test]
    public void Payers_and_settings_add_up_to_the_same()
    {
        var (net, settings, payers) = Net("shift", ShippedScenarios.Text("left-shift")!.Replace("cost: 0", "cost: 1000", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(settings.Rows.Select((_, row) => row).Where(row => settings[row, "change_likely"].Number is not (null or 0)).Sum(row => settings[row, "cost_change"].Number ?? double.NaN), Is.EqualTo(Value(net, "care_change")).Within(1).Percent);
            Assert.That(Sum(payers, "care_change"), Is.EqualTo(Value(net, "care_change")).Within(1).Percent);
            Assert.That(Sum(payers, "net"), Is.EqualTo(Value(net, "net")).Within(1).Percent);
        });
    }

    [Test]
    public void Without_a_stated_effect_nothing_changes_and_the_programme_costs_what_it_costs()
    {
        var net = Net("none", Scenario("none", "changes: [{setting: inpatient}]")).Net;

        Assert.Multiple(() =>
        {
            Assert.That(Value(net, "care_change"), Is.Zero);
            Assert.That((Value(net, "net"), Value(net, "net_lower"), Value(net, "net_upper")), Is.EqualTo((50_000.0, 50_000.0, 50_000.0)));
            Assert.That(Value(net, "costs_no_more"), Is.Zero);
            Assert.That(net[0, "break_even"], Is.EqualTo(NotApplicableCell.Instance));
            Assert.That(Told("none").Out, Does.Contain("No effect is stated. To break even,").And.Contain("national evaluation"));
        });
    }

    [Test]
    public void Whoever_is_in_two_scenarios_is_counted_once_and_it_is_said()
    {
        Write("first", Scenario("first", "changes: []"));
        Write("second", Scenario("second", "changes: []").Replace(Older, "age >= 40", StringComparison.Ordinal));
        var told = CommandLine.Run("plan", _town.At("first.yml"), _town.At("second.yml"), "--run", _town.Run, "--json").Json.GetProperty("scenarios").EnumerateArray().Select(scenario => scenario.GetProperty("whole")[0]).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(told[1].GetProperty("people").GetDouble(), Is.EqualTo(_town.Ask("count(*)", $"age >= 40 and not ({Older})")).Within(2));
            Assert.That(told[1].GetProperty("shared").GetDouble(), Is.EqualTo(_town.Ask("count(*)", $"age >= 40 and {Older}")).Within(2));
        });
    }

    [Test]
    public void Of_few_people_nothing_is_said()
    {
        var net = Net("few", Scenario("few", "changes: [{setting: inpatient, change: -0.5, source: x}]").Replace(Older, "age >= 50 and conditions >= 1 and age >= 99", StringComparison.Ordinal)).Net;

        Assert.That(net.Columns.Where(column => column.Unit is Unit.Count or Unit.Pounds && column.Name is not ("programme_cost" or "once")).Select(column => net[0, column.Name].IsHidden || net[0, column.Name] is ZeroCell or NotApplicableCell), Has.All.True);
    }

    [TestCase("changes: [{setting: inpatient, change: -0.1}]", "must say where it comes from")]
    [TestCase("changes: [{setting: inpatient, change: -10, source: x}]", "'change' must be a number from -1 to 5")]
    [TestCase("changes: [{setting: inpatient, change: [0, -0.1, -0.2], source: x}]", "the least, the likeliest and the most")]
    [TestCase("changes: [{setting: hospital, change: -0.1, source: x}]", "'setting' cannot be 'hospital'")]
    [TestCase("reach: 60", "'reach' must be a number from 0 to 1")]
    public void What_is_wrong_is_said_with_its_place(string line, string says)
    {
        Write("wrong", Scenario("wrong", line));
        var told = Told("wrong");

        Assert.That((told.ExitCode, told.Error.Contains(says, StringComparison.Ordinal), told.Error.Contains("wrong.yml:", StringComparison.Ordinal)), Is.EqualTo((2, true, true)), told.Error);
    }

    [Test]
    public void What_a_programme_costs_must_be_said()
    {
        Write("free", Scenario("free", "changes: []").Replace("programme: {cost: 50000}", "programme: {payer: icb}", StringComparison.Ordinal));

        Assert.That(Told("free").Error, Does.Contain("The key 'cost' is missing."));
    }

    [Test]
    public void Pages_pictures_and_tables_are_written_and_none_speaks_of_saving()
    {
        var to = _town.At("plan");
        var told = CommandLine.Run("plan", "emergency-growth", "left-shift", "--run", _town.Run, "--to", to);
        var html = File.ReadAllText(Path.Combine(to, "report.html"));

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            foreach (var file in new[] { "report.pdf", "charts/scenario-left-shift.png", "charts/scenario-emergency-growth.csv", "tables/scenario.csv", "tables/scenario_settings.csv", "tables/scenario_payers.csv" }) { Assert.That(File.Exists(Path.Combine(to, file)), file); }
            Assert.That(html, Does.Contain("95% interval").And.Contain("Better Care Fund").And.Not.Contain("saving").IgnoreCase);
            Assert.That(told.Out, Does.Not.Contain("saving").IgnoreCase);
        });
    }

    /// <summary>A triangle from 0 to 6 with its top at 1 has mean 7/3 and variance (0 + 36 + 1 − 0 − 0 − 6)/18 = 31/18.</summary>
    [Test]
    public void A_range_is_drawn_as_a_triangle()
    {
        var (range, random) = (new Stratify.Planning.Range(0, 1, 6), new Xoshiro(4));
        var drawn = Enumerable.Range(0, 100_000).Select(_ => range.Draw(random)).ToList();
        var mean = drawn.Average();

        Assert.Multiple(() =>
        {
            Assert.That(mean, Is.EqualTo(7 / 3.0).Within(0.02));
            Assert.That(drawn.Average(value => (value - mean) * (value - mean)), Is.EqualTo(31 / 18.0).Within(0.03));
            Assert.That(drawn, Has.All.InRange(0.0, 6.0));
            Assert.That(Stratify.Planning.Range.Of(3).Draw(random), Is.EqualTo(3));
        });
    }

    private Planning.Scenario Read(Studies.Study study, string name) => Planning.Scenario.Read(_town.At($"{name}.yml"), study.Fields);

    private void Write(string name, string text) => _town.Write($"{name}.yml", text);

    private CommandLine Told(string name) => CommandLine.Run("plan", _town.At($"{name}.yml"), "--run", _town.Run);

    private (ResultTable Net, ResultTable Settings, ResultTable Payers) Net(string name, string text)
    {
        Write(name, text);
        using var study = Studies.Study.Open(_town.Run);
        var tables = Plan.Make(study, [_town.At($"{name}.yml")], null, 1).Scenarios.Single().Tables;
        return (tables.Net, tables.Settings, tables.Payers);
    }

    private static string Scenario(string name, string line) => $$"""
        scenario: {{name}}
        title: {{name}}
        source: a test
        who: {{Older}}
        {{line}}
        programme: {cost: 50000}
        """;

    private static double Value(ResultTable table, string column) => table[0, column].Number ?? double.NaN;

    private static double Sum(ResultTable table, string column) => Enumerable.Range(0, table.Rows.Count).Sum(row => table[row, column].Number ?? double.NaN);
}
