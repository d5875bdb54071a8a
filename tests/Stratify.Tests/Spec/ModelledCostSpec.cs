using Stratify.Engine;
using Stratify.Model;
using Stratify.Ranking;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>
/// Four thousand people whose costs are known: £1,000 at 42 and £4,000 at 82, £500 more with cancer, and up to £300 either way by no rule. Half
/// are old, a tenth of each age has cancer, and person 7 cost a million pounds more.
/// </summary>
public sealed class ModelledCostSpec
{
    private const int People = 4000, Dear = 7;

    private TemporaryFolder _folder = null!;
    private Warehouse _warehouse = null!;

    [OneTimeSetUp]
    public void Invent()
    {
        _folder = new TemporaryFolder();
        _warehouse = new Warehouse(new WarehouseOptions(_folder.Path, Threads: 2));
        _warehouse.Execute($"""
            create table period as select '2024/25' as year, date '2024-04-01' as date_from, date '2025-03-31' as date_to;
            create table measure_population as select '2024/25' as year, {People}::bigint as people;
            create table person_year as
            select *, cost as cost_primary_care, {string.Join(", ", Setting.All.Where(setting => setting.Name != "primary_care").Select(setting => $"0::bigint as cost_{setting.Name}"))}
            from (
                select n as person_key, '2024/25' as year, case when n % 2 = 0 then 82 else 42 end as age, case when n % 4 < 2 then 'male' else 'female' end as sex, 5 as deprivation_decile,
                    case when n % 100 = 99 then 183 else 365 end as days_registered,
                    (n % 20 < 2)::bigint as conditions, {string.Join(", ", Conditions.All.Select(condition => $"{(condition.Name == "cancer" ? "n % 20 < 2" : "false")} as has_{condition.Name}"))},
                    cast(case when n % 2 = 0 then 400000 else 100000 end + case when n % 20 < 2 then 50000 else 0 end + (n * 7919) % 60001 - 30000 + case when n = {Dear} then 100000000 else 0 end as bigint) as cost
                from range({People}) as numbers(n)
            )
            """);
        foreach (var step in (CodeStep[])[.. ModelMethods.Steps(seed: 1), ModelEffects.Step, ExpectedCost.Step(seed: 1)]) { step.Make(_warehouse); }
    }

    [OneTimeTearDown]
    public void End()
    {
        _warehouse.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Everybody_is_expected_to_cost_what_others_of_their_age_do_for_the_days_they_were_there()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Mean("n % 2 = 0 and days_registered = 365"), Is.EqualTo(405_000).Within(1).Percent, "£4,000, and a tenth have £500 more");
            Assert.That(Mean("days_registered = 183") / Mean("n % 4 = 3 and days_registered = 365"), Is.EqualTo(183 / 365.0).Within(1).Percent, "all of them are young women");
            Assert.That(_warehouse.Count("select count(*) from person_expected"), Is.EqualTo(People));
        });
    }

    /// <summary>A million pounds among 1,600 young people who are learnt from is £625 each; the person who cost it is in nobody's own fifth.</summary>
    [Test]
    public void What_somebody_cost_is_no_part_of_what_is_expected_of_them()
    {
        var (own, others) = (Mean($"n = {Dear}"), Mean("n % 4 = 3 and days_registered = 365"));

        Assert.Multiple(() =>
        {
            Assert.That(own, Is.EqualTo(105_000).Within(3).Percent);
            Assert.That(others - own, Is.GreaterThan(30_000));
        });
    }

    [Test]
    public void A_condition_adds_what_it_was_made_to_add_and_the_kind_of_model_that_finds_it_is_chosen()
    {
        var effect = _warehouse.Query("select effect, effect_lower, effect_upper, people from measure_effect where setting = 'primary_care' and condition = 'Cancer'").Rows.Single();

        Assert.Multiple(() =>
        {
            Assert.That((double)effect[1]!, Is.LessThan(500), "the interval holds it");
            Assert.That((double)effect[2]!, Is.GreaterThan(500), "the interval holds it");
            Assert.That(effect[3], Is.EqualTo(400));
            Assert.That(_warehouse.Count("select count(*) from (select setting from measure_method where chosen = 'yes' group by setting having count(*) > 1)"), Is.Zero);
            Assert.That(_warehouse.Count("select count(*) from measure_method where setting = 'inpatient'"), Is.Zero, "of what nobody used there is no model");
        });
    }

    [Test]
    public void The_same_seed_gives_the_same_whatever_the_threads()
    {
        var before = _warehouse.Query("select md5(string_agg(person_key || ' ' || expected, ',' order by person_key)) from person_expected").Rows[0][0];
        using var folder = new TemporaryFolder();
        using var one = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        foreach (var table in new[] { "period", "measure_population", "person_year" })
        {
            var columns = _warehouse.Query($"select column_name, data_type from information_schema.columns where table_name = '{table}' order by ordinal_position").Rows;
            one.Execute($"create table {table} ({string.Join(", ", columns.Select(column => $"{column[0]} {column[1]}"))})");
            foreach (var row in _warehouse.Query($"select {string.Join(", ", columns.Select(column => $"{column[0]}::varchar"))} from {table}").Rows.Chunk(500))
            {
                one.Execute($"insert into {table} values {string.Join(", ", row.Select(cells => $"({string.Join(", ", cells.Select(cell => $"'{cell}'"))})"))}");
            }
        }
        ExpectedCost.Step(seed: 1).Make(one);

        Assert.That(one.Query("select md5(string_agg(person_key || ' ' || expected, ',' order by person_key)) from person_expected").Rows[0][0], Is.EqualTo(before));
    }

    private double Mean(string who) => (double)_warehouse.Query($"select avg(expected) from person_expected join (select *, person_key as n from person_year) as person using (person_key, year) where {who}").Rows[0][0]!;
}
