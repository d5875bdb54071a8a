using Stratify.Engine;
using Stratify.Planning.Evaluations;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>Whether a programme changed anything, of invented people over two half-years: nothing was done to anybody between them but what a test does to the records of some.</summary>
public sealed class EvaluateSpec
{
    private const string First = "2024-04-01..2024-09-30", Second = "2024-10-01..2025-03-31";

    private InventedTown _town = null!;

    [OneTimeSetUp]
    public void RunOnce()
    {
        _town = new InventedTown(3000, 21, job => job.Replace("period: 2024/25", "period: [{from: 2024-04-01, to: 2024-09-30}, {from: 2024-10-01, to: 2025-03-31}]", StringComparison.Ordinal));
        // Half of those who cost more than £1,500 in the first half: they fall by themselves.
        Members("members", $"select person_id from {_town.People} where year = '{First}' and days_registered = 183 and not died and cost > 150000 and hash(person_id) % 2 = 0 order by person_id");
    }

    [OneTimeTearDown]
    public void Clear() => _town.Dispose();

    [Test]
    public void Of_invented_people_to_whom_nothing_was_done_nothing_is_found_and_the_naive_fall_came_anyway()
    {
        var (whole, cost) = (Evaluate("null").Tables.Whole, Row(Evaluate("null").Tables.Outcomes, "cost"));

        Assert.Multiple(() =>
        {
            Assert.That(whole.Text(0, "counterfactual"), Is.EqualTo("matched people"));
            Assert.That(cost("naive_upper"), Is.Negative);
            Assert.That(cost("came_anyway"), Is.Negative);
            Assert.That((cost("effect_lower") <= 0, cost("effect_upper") >= 0), Is.EqualTo((true, true)));
            Assert.That(cost("effect"), Is.EqualTo(cost("naive") - cost("came_anyway")).Within(1));
            Assert.That(whole[0, "members_compared"].Number, Is.GreaterThan(100));
        });
    }

    /// <summary>Who is matched rests on what went before alone. With six tenths of everybody of the list's care after the start taken away, the effect is less by six tenths of what members had.</summary>
    [Test]
    public void What_is_taken_from_members_afterwards_is_found_to_the_pound()
    {
        var (before, after) = (Evaluate("null").Tables, Evaluate("less", _planted.Value).Tables);
        var (was, now) = (Row(before.Outcomes, "cost"), Row(after.Outcomes, "cost"));

        Assert.Multiple(() =>
        {
            Assert.That(now("members_after"), Is.EqualTo(0.4 * was("members_after")).Within(2));
            Assert.That(now("effect"), Is.EqualTo(was("effect") - (0.6 * was("members_after"))).Within(3));
            Assert.That(now("effect_upper"), Is.Negative);
            Assert.That(now("came_anyway"), Is.EqualTo(was("came_anyway")));
            Assert.That(Csv(after.Balance), Is.EqualTo(Csv(before.Balance)));
            Assert.That(Row(after.Outcomes, "emergency_admissions")("effect"), Is.EqualTo(Row(before.Outcomes, "emergency_admissions")("effect")));
        });
    }

    /// <summary>Everybody is a member, so that nobody is left to compare with; what is told of them is a sum over the person-years.</summary>
    [Test]
    public void With_nobody_to_compare_with_it_says_no_counterfactual_everywhere()
    {
        Members("everybody", $"select distinct person_id from {_town.People} order by person_id");
        Write("all", "members: everybody.csv");
        var told = CommandLine.Run("evaluate", _town.At("all.yml"), "--run", _town.Run, "--to", _town.At("none"));
        var outcomes = Evaluate("all").Tables.Outcomes;
        var expected = Ask($"select sum(cost)::bigint from {_town.People} as here where year = '{First}' and {Eligible}") / 100.0 * 2 / Ask($"select count(*) from {_town.People} as here where year = '{First}' and {Eligible}");

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            Assert.That(Row(outcomes, "cost")("members_before"), Is.EqualTo(expected).Within(1));
            Assert.That(outcomes[0, "effect"], Is.EqualTo(NotApplicableCell.Instance));
            Assert.That(told.Out, Does.Contain("no counterfactual").And.Not.Contain("saving"));
            Assert.That(File.ReadAllText(_town.At("none/report.html")), Does.Contain("NO COUNTERFACTUAL").And.Contain("nothing on this page is an effect"));
            Assert.That(File.ReadAllText(_town.At("none/charts/evaluation-trial.svg")), Does.Contain("NO COUNTERFACTUAL"));
            foreach (var table in Directory.GetFiles(_town.At("none/tables"), "*.csv")) { Assert.That(File.ReadLines(table).Skip(1), Has.All.Contains("no counterfactual"), table); }
        });
    }

    [Test]
    public void Of_few_members_nothing_is_told()
    {
        Members("five", $"select person_id from {_town.People} where year = '{First}' and days_registered = 183 and not died order by cost desc, person_id limit 5");
        Write("few", "members: five.csv\nplan: {cost: 1000, expected: [{outcome: cost, change: -0.1}]}");
        var tables = Evaluate("few").Tables;
        var figures = tables.All.SelectMany(table => Enumerable.Range(0, table.Rows.Count).SelectMany(row => table.Columns.Where(column => column.Unit is not (Unit.Text or Unit.Rows)).Select(column => (Name: $"{table.Name}.{column.Name}", Cell: table[row, column.Name])))).ToList();

        Assert.That(figures.Where(figure => figure.Cell is ValueCell && figure.Name is not ("evaluation.level" or "evaluation.controls_eligible" or "evaluation_plan.planned_change" or "evaluation_plan.planned")).Select(figure => figure.Name), Is.Empty);
    }

    [Test]
    public void Whoever_joined_later_is_compared_from_then_and_a_day_within_a_month_counts_from_the_next()
    {
        var ids = File.ReadAllLines(_town.At("members.csv"))[1..];
        _town.Write("staggered.csv", "person_id,from\n" + string.Concat(ids.Select((id, i) => $"{id},{(i % 2 == 0 ? "2024-10-01" : "2024-11-14")}\n")));
        Write("staggered", "members: staggered.csv\nexact: [sex]\ncontrols: 2");
        var evaluation = Evaluate("staggered");

        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Notices, Has.Member("Whoever joined within a month is compared from the next."));
            // Of those who joined in December four months are known after, so of all.
            Assert.That(Enumerable.Range(0, evaluation.Tables.Months.Rows.Count).Select(row => evaluation.Tables.Months.Text(row, "month")), Is.EqualTo(new[] { "-6", "-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3" }));
            Assert.That(evaluation.Tables.Whole[0, "controls"].Number, Is.GreaterThan(evaluation.Tables.Whole[0, "members_compared"].Number!.Value * 1.2));
        });
    }

    /// <summary>The programme's own practice is the first by its code.</summary>
    [Test]
    public void Practices_are_compared_with_others_weighted_and_their_level_is_a_sum_over_the_register()
    {
        var practice = Text($"select min(practice) from {_town.People}");
        Write("place", $"practices: [{practice}]");
        var (whole, outcomes, donors) = (Evaluate("place").Tables.Whole, Evaluate("place").Tables.Outcomes, Evaluate("place").Tables.Donors);
        var cost = Row(outcomes, "cost");
        var expected = Ask($"select sum(cost)::bigint from {_town.People} where year = '{First}' and practice = '{practice}'") / 100.0 * 2 / (Ask($"select sum(days_registered)::bigint from {_town.People} where year = '{First}' and practice = '{practice}'") / 183.0);

        Assert.Multiple(() =>
        {
            Assert.That(whole.Text(0, "counterfactual"), Is.EqualTo("weighted practices"));
            Assert.That(cost("members_before"), Is.EqualTo(expected).Within(1));
            Assert.That(cost("effect"), Is.EqualTo(cost("members_after") - cost("members_before") - cost("controls_after") + cost("controls_before")).Within(2));
            Assert.That((cost("effect_lower") <= 0, cost("effect_upper") >= 0), Is.EqualTo((true, true)));
            Assert.That(Enumerable.Range(0, donors.Rows.Count).Sum(row => donors[row, "weight"].Number ?? 0), Is.EqualTo(1).Within(0.02));
            Assert.That(Enumerable.Range(0, donors.Rows.Count).Select(row => donors.Text(row, "practice")), Has.None.EqualTo(practice));
        });
    }

    /// <summary>
    /// People of four practices, one by one. Nothing was done to them, so nothing is found; they are the people that a
    /// list of theirs would have, and the interval is another, for errors are clustered by practice.
    /// </summary>
    [Test]
    public void People_of_practices_are_matched_one_by_one_and_what_comes_to_a_practice_comes_to_them_together()
    {
        var practices = _town.Ask(warehouse => warehouse.Query($"select practice from {_town.People} where year = '{First}' and practice is not null group by practice order by practice limit 4").Rows.Select(row => (string)row[0]!).ToList());
        var among = $"practice in ('{string.Join("', '", practices)}')";
        Write("one-by-one", $"practices: [{string.Join(", ", practices)}]\nmatch: people\nexact: [sex]");
        Members("as-a-list", $"select person_id from {_town.People} where year = '{First}' and {among} order by person_id");
        Write("listed", "members: as-a-list.csv\nexact: [sex]");
        var (evaluation, listed) = (Evaluate("one-by-one"), Evaluate("listed"));
        var eligible = Ask($"select count(*) from {_town.People} as here where year = '{First}' and {among} and {Eligible}");
        var (whole, cost, alone) = (evaluation.Tables.Whole, Row(evaluation.Tables.Outcomes, "cost"), Row(listed.Tables.Outcomes, "cost"));

        Assert.Multiple(() =>
        {
            Assert.That(whole.Text(0, "counterfactual"), Is.EqualTo("matched people"));
            Assert.That(whole[0, "members_compared"].Number, Is.InRange(0.95 * eligible, eligible + 3), "almost everybody of them has somebody alike, and counts are rounded");
            Assert.That((cost("effect_lower") <= 0, cost("effect_upper") >= 0), Is.EqualTo((true, true)));
            Assert.That(cost("effect"), Is.EqualTo(cost("naive") - cost("came_anyway")).Within(2));
            Assert.That(cost("members_after"), Is.EqualTo(alone("members_after")).Within(60), "almost the same people have somebody alike");
            Assert.That(cost("effect_upper") - cost("effect_lower"), Is.Not.EqualTo(alone("effect_upper") - alone("effect_lower")).Within(1));
            Assert.That(evaluation.Notices, Has.Some.Contains("4 practices of the programme and 13 others. So few tell little"));
            Assert.That(Enumerable.Range(0, evaluation.Tables.Checks.Rows.Count).Select(row => evaluation.Tables.Checks.Text(row, "check")), Is.EqualTo(new[] { "trend before", "placebo start" }));
        });
    }

    /// <summary>120,000 a year were to take away a tenth; what came is what everybody had, and the net is the programme with the effect.</summary>
    [Test]
    public void Plan_stands_beside_actual_and_both_beside_the_effect()
    {
        Write("planned", "members: members.csv\nplan: {cost: 120000, expected: [{outcome: cost, change: -0.1}, {outcome: emergency_admissions, change: -0.2}]}");
        var tables = Evaluate("planned").Tables;
        var (cost, net, people) = (Row(tables.Plan!, "cost"), Row(tables.Plan!, "net"), tables.Whole[0, "members_compared"].Number!.Value);

        Assert.Multiple(() =>
        {
            Assert.That(cost("baseline"), Is.EqualTo(people * Row(tables.Outcomes, "cost")("members_before")).Within(1));
            Assert.That(cost("planned"), Is.EqualTo(0.9 * cost("baseline")).Within(1));
            Assert.That(cost("variance"), Is.EqualTo(cost("actual") - cost("planned")).Within(1));
            Assert.That(net("effect"), Is.EqualTo(120_000 + (people * Row(tables.Outcomes, "cost")("effect"))).Within(1));
            Assert.That(net("effect_lower"), Is.LessThan(net("effect")));
        });
    }

    /// <summary>
    /// One member has, after the start, £1,700,000 of mental health care and as much of community care: so nearly all of both, where the others together have
    /// some £100,000 of them, that neither may be told. With social and continuing care, which are hidden anyhow, the others have £300,000 of what is hidden, less
    /// than a tenth of this one's; the cost of all care less the settings that may be seen would tell it, so another setting is hidden too.
    /// </summary>
    [Test]
    public void Two_settings_of_which_one_person_has_nearly_all_are_not_had_back_from_the_whole()
    {
        var one = Text($"select person_id from {_town.People} where year = '{Second}' and cost > 0 and days_registered = 182 and person_id in (select person_id from {_town.People} where year = '{First}' and days_registered = 183 and not died and cost between 150001 and 160000 and hash(person_id) % 2 = 0) order by person_id limit 1");
        var run = Planted("dominated", (care, keys) => $"""
            select * from {care} union all
            select * replace (170000000 as pence) from (select care.* replace (wanted.setting as setting) from (select * from {care} where year = '{Second}' and person_key = (select any_value(person_key) from {keys} where person_id = '{one}') order by all limit 1) as care cross join (values ('mental_health'), ('community')) as wanted(setting))
            """);
        var (before, after) = (Hidden(Evaluate("null").Tables.Outcomes), Hidden(Evaluate("less", run).Tables.Outcomes));

        Assert.Multiple(() =>
        {
            Assert.That(before, Has.None.EqualTo("cost_mental_health").And.None.EqualTo("cost_community").And.None.EqualTo("cost"));
            Assert.That(after, Has.Some.EqualTo("cost_mental_health").And.Some.EqualTo("cost_community").And.None.EqualTo("cost"));
            Assert.That(after.Except(before).ToList(), Has.Count.GreaterThan(2), "with both goes another");
        });
    }

    [Test]
    public void Pages_pictures_and_tables_are_written_and_no_person_is_in_them()
    {
        Write("pages", "members: members.csv\nuntouched: [mental_health]");
        var told = CommandLine.Run("evaluate", _town.At("pages.yml"), "--run", _town.Run, "--to", _town.At("pages"));
        var ids = File.ReadAllLines(_town.At("members.csv"))[1..];

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            foreach (var file in new[] { "report.html", "report.pdf", "charts/evaluation-trial.png", "charts/evaluation-effects-trial.csv", "tables/evaluation.csv", "tables/evaluation_outcomes.csv", "tables/evaluation_balance.csv", "tables/evaluation_months.csv", "tables/evaluation_checks.csv" }) { Assert.That(File.Exists(Path.Combine(_town.At("pages"), file)), file); }
            foreach (var file in Directory.GetFiles(_town.At("pages"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".html" or ".csv" or ".svg"))
            {
                var text = File.ReadAllText(file);
                Assert.That(text, Does.Not.Contain("saving").IgnoreCase, file);
                Assert.That(ids.Any(id => text.Contains(id, StringComparison.Ordinal)), Is.False, file);
            }
            Assert.That(told.Out, Does.Contain("95% interval").And.Contain("placebo start").And.Contain("untouched: cost_mental_health"));
        });
    }

    [Test]
    public void The_same_run_and_programme_give_the_same_bytes()
    {
        var (once, again) = (Evaluate("null").Tables, Evaluate("null").Tables);

        Assert.That(once.All.Select(Csv), Is.EqualTo(again.All.Select(Csv)));
    }

    [TestCase("practices: [ZZZ999]", "nobody of the practice 'ZZZ999'")]
    [TestCase("members: nobody.csv", "no such list of members")]
    [TestCase("members: members.csv\npractices: [A]", "one of the two")]
    [TestCase("members: members.csv\nexact: [shoe_size]", "cannot be alike in 'shoe_size'")]
    [TestCase("members: members.csv\nexact: [died]", "cannot be alike in 'died'")]
    [TestCase("practices: [X99001]\nmatch: people", "One practice tells nothing of how far practices go by themselves")]
    [TestCase("members: members.csv\nmatch: people", "matched one by one as it is")]
    [TestCase("practices: [X99001, ZZZ999]\nmatch: people", "nobody of the practice 'ZZZ999'")]
    [TestCase("members: members.csv\ncaliper: 0", "'caliper' must be a number from 0.01 to 5")]
    [TestCase("members: members.csv\nuntouched: [hospital]", "'hospital' is no setting")]
    [TestCase("members: members.csv\nplan: {expected: []}", "The key 'cost' is missing")]
    [TestCase("members: members.csv\nplan: {cost: 1, expected: [{outcome: deaths, change: 0}]}", "'outcome' cannot be 'deaths'")]
    public void What_is_wrong_is_said_with_its_place(string line, string says)
    {
        Write("wrong", line);
        var told = CommandLine.Run("evaluate", _town.At("wrong.yml"), "--run", _town.Run);

        Assert.That((told.ExitCode, told.Error.Contains(says, StringComparison.Ordinal), told.Error.Contains("wrong.yml", StringComparison.Ordinal)), Is.EqualTo((2, true, true)), told.Error);
    }

    [Test]
    public void A_start_about_which_the_run_knows_too_little_is_refused_with_those_that_it_could_be()
    {
        Write("early", "members: members.csv", "2024-06-01");

        Assert.That(CommandLine.Run("evaluate", _town.At("early.yml"), "--run", _town.Run).Error, Does.Contain("Nothing can be compared about 2024-06").And.Contain("from 2024-10 to 2025-03"));
    }

    [Test]
    public void A_wrong_line_of_the_list_is_told_by_its_number_and_never_by_its_person()
    {
        _town.Write("spoilt.csv", "person_id,from\nsecret-person,tomorrow\n");
        Write("spoilt", "members: spoilt.csv");
        var told = CommandLine.Run("evaluate", _town.At("spoilt.yml"), "--run", _town.Run);

        Assert.That((told.ExitCode, told.Error.Contains("spoilt.csv:2", StringComparison.Ordinal), told.Error.Contains("secret", StringComparison.Ordinal)), Is.EqualTo((2, true, false)), told.Error);
    }

    [Test]
    public void How_to_write_one_is_described_by_an_example_that_reads()
    {
        var example = CommandLine.Run("describe", "programmes", "--json").Json.GetProperty("example").GetString()!;
        _town.Write("example.yml", example);
        using var study = Studies.Study.Open(_town.Run);

        Assert.That(Programme.Read(_town.At("example.yml"), study.Fields).Plan!.Expected.Single().Change, Is.EqualTo(-0.1));
    }

    /// <summary>Registered throughout the first half, and on its last day's morrow.</summary>
    private string Eligible => $"days_registered = 183 and not died and exists (select 1 from {_town.People} as later where later.person_id = here.person_id and later.year = '{Second}' and later.days_registered > 0)";

    /// <summary>A copy of the run in which members' care costs four tenths of what it did after the start.</summary>
    private readonly Lazy<string> _planted;

    public EvaluateSpec() => _planted = new Lazy<string>(Plant);

    private string Plant()
    {
        var ids = string.Join("', '", File.ReadAllLines(_town.At("members.csv"))[1..]);
        return Planted("planted", (care, keys) => $"select * replace (case when year = '{Second}' and person_key in (select person_key from {keys} where person_id in ('{ids}')) then cast(round(pence * 0.4) as bigint) else pence end as pence) from {care}");
    }

    /// <summary>A copy of the run with other care.</summary>
    private string Planted(string name, Func<string, string, string> change)
    {
        var copy = _town.At(name);
        foreach (var file in Directory.GetFiles(_town.Run, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(_town.Run, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        var care = $"{copy}/restricted/population/person_care.parquet";
        using (var warehouse = new Warehouse(new WarehouseOptions(_town.At($"{name}-planting")) { Beside = Path.Combine(copy, "restricted") }))
        {
            warehouse.Execute($"copy ({change($"read_parquet('{care}')", $"read_parquet('{copy}/restricted/population/person_year.parquet')")}) to '{care}.new' (format parquet)");
        }
        File.Move($"{care}.new", care, overwrite: true);
        return copy;
    }

    private void Write(string name, string lines, string starts = "2024-10-01") => _town.Write($"{name}.yml", $"programme: trial\ntitle: A trial\nstarts: {starts}\n{lines}\n");

    private void Members(string name, string sql) => _town.Write($"{name}.csv", "person_id\n" + string.Concat(_town.Ask(warehouse => warehouse.Query(sql).Rows.Select(row => $"{row[0]}\n").ToList())));

    private Evaluation Evaluate(string name, string? run = null)
    {
        if (name is "null" or "less") { Write(name, "members: members.csv"); }
        using var study = Studies.Study.Open(run ?? _town.Run);
        return Evaluation.Make(study, _town.At($"{name}.yml"), 1);
    }

    private static Func<string, double> Row(ResultTable table, string outcome)
    {
        var row = table.Where(("outcome", outcome)).Single();
        return column => table[row, column].Number ?? double.NaN;
    }

    private static string Csv(ResultTable table) => string.Join('\n', table.Rows.Select(row => string.Join(',', row.Select(cell => cell.Csv))));

    private static List<string> Hidden(ResultTable outcomes) => [.. Enumerable.Range(0, outcomes.Rows.Count).Where(row => outcomes[row, "effect"].IsHidden).Select(row => outcomes.Text(row, "outcome"))];

    private long Ask(string sql) => _town.Ask(warehouse => warehouse.Count(sql));

    private string Text(string sql) => _town.Ask(warehouse => (string)warehouse.Query(sql).Rows[0][0]!);
}
