using Stratify.Engine;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Synthetic;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A run of 10,000 invented people tells the story that published figures tell of real ones. Bands are wide enough for any seed.</summary>
public sealed class SyntheticStorySpec
{
    private TemporaryFolder _folder = null!;
    private Warehouse _warehouse = null!;
    private RunOutcome _run = null!;

    [OneTimeSetUp]
    public void Run_it_once()
    {
        _folder = new TemporaryFolder();
        SyntheticPopulation.Write(10_000, 11, _folder.Path);
        _run = Run.Execute(JobReader.Read(Path.Combine(_folder.Path, "stratify.yml")), new RunOptions(), new Progress<RunEvent>());
        _warehouse = new Warehouse(new WarehouseOptions(_run.Folder, Threads: 1));
        _warehouse.Execute($"create table person_year as select * from read_parquet('{_run.Folder}/restricted/person_year.parquet')");
    }

    [OneTimeTearDown]
    public void Sweep_up()
    {
        _warehouse?.Dispose();
        _folder?.Dispose();
    }

    [Test]
    public void It_is_published_though_some_rows_are_refused()
    {
        var ledger = File.ReadLines(Path.Combine(_run.Folder, "ledger.csv")).Skip(1).Select(line => line.Split(',')).ToLookup(fields => fields[3], fields => long.Parse(fields[5], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Multiple(() =>
        {
            Assert.That(_run.ExitCode, Is.EqualTo(ExitCode.PublishedWithWarnings));
            Assert.That(ledger["rejected"].Sum() / (double)ledger["read"].Sum(), Is.InRange(0.0002, 0.002));
            Assert.That(ledger["duplicate"].Sum() / (double)ledger["read"].Sum(), Is.InRange(0.0004, 0.003));
        });
    }

    /// <summary>Half of the cost is with about one person in twenty (Health Foundation 2018); the top 1% have 20 to 30% and the top 20% 75 to 93%.</summary>
    [TestCase(0.01, 0.20, 0.33)]
    [TestCase(0.05, 0.42, 0.60)]
    [TestCase(0.20, 0.75, 0.93)]
    public void Cost_is_with_few_people(double part, double least, double most) => Assert.That(Number($"""
        select sum(cost) filter (where place <= {part.ToString(System.Globalization.CultureInfo.InvariantCulture)} * everyone)::double / sum(cost)
        from (select cost, row_number() over (order by cost desc) as place, count(*) over () as everyone from person_year)
        """), Is.InRange(least, most));

    [TestCase("avg((cost = 0)::int)", 0.05, 0.30, Description = "5 to 50% depending on what general practice sends")]
    [TestCase("avg(cost) / 100", 800, 1500, Description = "£852 a head in Bristol, social care left out")]
    [TestCase("quantile_cont(cost, 0.5) / 100", 120, 380, Description = "£240 in Bristol")]
    [TestCase("avg(died::int)", 0.007, 0.014, Description = "about 1% of England a year")]
    [TestCase("avg((conditions >= 2)::int)", 0.15, 0.27, Description = "23.2% in Scotland (Barnett 2012)")]
    [TestCase("avg(has_diabetes::int)", 0.055, 0.085, Description = "about 7% on registers")]
    [TestCase("avg(has_dementia::int)", 0.004, 0.010, Description = "0.92% in South Somerset")]
    [TestCase("avg(cost) filter (where has_dementia) / 100", 9000, 26000, Description = "about £12,000 in 2012 prices")]
    [TestCase("avg(gp_appointments)", 4, 6.5, Description = "between five and six in England")]
    [TestCase("avg(ae_attendances)", 0.25, 0.5, Description = "about 0.4 in England")]
    [TestCase("avg(prescriptions)", 5, 12, Description = "about 20 in England, most of them for one month; here they are for two")]
    [TestCase("avg(cost_prescribing) / 100", 100, 220, Description = "about £180 in England: between £10 and £11 billion a year (NHSBSA, Prescription Cost Analysis)")]
    [TestCase("avg(emergency_admissions)", 0.07, 0.13, Description = "about 0.11 in England")]
    [TestCase("count(distinct practice)", 17, 17, Description = "Symphony's 17 practices")]
    [TestCase("count(*)", 9900, 10000)]
    public void Figures_lie_where_published_ones_do(string figure, double least, double most) =>
        Assert.That(Number($"select ({figure})::double from person_year"), Is.InRange(least, most));

    /// <summary>The part of the variance of cost that groups explain: by age 5 to 12%, by number of conditions 9 to 35% and more than age, by sex hardly any.</summary>
    [Test]
    public void The_number_of_conditions_says_more_about_cost_than_age_does()
    {
        double age = Explained("age // 10"), conditions = Explained("least(conditions, 5)"), sex = Explained("sex");

        Assert.Multiple(() =>
        {
            Assert.That(age, Is.InRange(0.05, 0.15));
            Assert.That(conditions, Is.InRange(0.12, 0.35).And.GreaterThan(age));
            Assert.That(sex, Is.LessThan(0.01));
        });
    }

    [Test]
    public void Mean_cost_rises_with_every_condition()
    {
        var means = _warehouse.Query("select avg(cost) from person_year group by least(conditions, 5) order by least(conditions, 5)").Rows.Select(row => (double)row[0]!).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(means, Is.Ordered.Ascending.And.Count.EqualTo(6));
            Assert.That(means[5] / means[0], Is.InRange(10, 50));
        });
    }

    /// <summary>Shares of all cost; hospitals have the largest, as everywhere.</summary>
    [TestCase("gp", 0.05, 0.20)]
    [TestCase("acute", 0.45, 0.75)]
    [TestCase("community", 0.03, 0.15)]
    [TestCase("mental_health", 0.03, 0.15)]
    [TestCase("social_care", 0.08, 0.25)]
    public void All_five_sectors_have_their_part_of_cost(string sector, double least, double most)
    {
        var settings = Setting.All.Where(setting => setting.Sector == sector).Select(setting => $"cost_{setting.Name}");

        Assert.That(Number($"select sum({string.Join(" + ", settings)})::double / sum(cost) from person_year"), Is.InRange(least, most));
    }

    [Test]
    public void Nobody_is_admitted_beyond_belief() => Assert.That(Number("select max(emergency_admissions)::double from person_year"), Is.InRange(3, 12));

    private double Explained(string groups) => Number($"""
        select sum(people * (mean - everyone) * (mean - everyone)) / any_value(variation)
        from (select avg(cost) as mean, count(*) as people from person_year group by {groups})
        cross join (select avg(cost) as everyone, var_pop(cost) * count(*) as variation from person_year)
        """);

    private double Number(string sql) => (double)_warehouse.Query(sql).Rows[0][0]!;
}
