using System.Globalization;
using System.Text;
using Stratify.Planning.Projections;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>Growth with the population, held against arithmetic over the person-years.</summary>
public sealed class ProjectSpec
{
    private static readonly string[] _sexes = ["female", "male"];

    private InventedTown _town = null!;

    [OneTimeSetUp]
    public void RunOnce() => _town = new InventedTown(2000, 12);

    [OneTimeTearDown]
    public void Clear() => _town.Dispose();

    /// <summary>Σ rate · people in 2034 over Σ rate · people in 2024, the rate of a sex and band being what its people had over the days on which they were registered.</summary>
    [TestCase("all", "cost")]
    [TestCase("inpatient", "cost_inpatient")]
    [TestCase("outpatient", "cost_outpatient")]
    public void Growth_of_cost_is_what_each_sex_and_age_has_now_times_its_people(string setting, string column)
    {
        var growth = Make(TwoBands()).Tables.Growth;
        var row = growth.Where(("year", "2034"), ("setting", setting)).Single();
        var expected = Expected(column);

        Assert.Multiple(() =>
        {
            Assert.That(Value(growth, row, "growth"), Is.EqualTo(expected - 1).Within(0.0016));
            Assert.That(Value(growth, row, "number"), Is.EqualTo(0.165).Within(0.0005));
            Assert.That(Value(growth, row, "ageing"), Is.EqualTo(expected - 1.165).Within(0.001));
            Assert.That(Value(growth, row, "morbidity"), Is.Zero);
            Assert.That(Value(growth, row, "growth_lower"), Is.LessThan(expected - 1));
            Assert.That(Value(growth, row, "growth_upper"), Is.GreaterThan(expected - 1));
            Assert.That(Value(growth, row, "cost_change"), Is.EqualTo(Value(growth, row, "cost_before") * (expected - 1)).Within(3));
        });
    }

    /// <summary>One person of two thousand or so has continuing care, and what is hidden with it is had back from nothing.</summary>
    [Test]
    public void What_is_of_few_people_is_hidden_and_not_alone()
    {
        var growth = Make(TwoBands()).Tables.Growth;
        var hidden = growth.Where(("year", "2034")).Where(row => growth[row, "cost_before"].IsHidden).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(hidden, Has.Count.GreaterThanOrEqualTo(2));
            foreach (var row in hidden) { Assert.That(growth.Figures.Select(column => growth[row, column.Name].IsHidden), Has.All.True); }
        });
    }

    [Test]
    public void Growth_of_activity_has_a_curve_of_its_own()
    {
        var activity = Make(TwoBands()).Tables.Activity;
        var row = activity.Where(("year", "2034"), ("setting", "outpatient")).Single();

        Assert.Multiple(() =>
        {
            Assert.That(Value(activity, row, "growth"), Is.EqualTo(Expected("outpatient_attendances") - 1).Within(0.0016));
            Assert.That(Value(activity, row, "before"), Is.EqualTo((double)Ask("select sum(outpatient_attendances)::bigint from people where sex is not null")).Within(2.5));
            Assert.That(activity.Text(row, "unit"), Is.EqualTo("attendances"));
        });
    }

    [Test]
    public void The_parts_are_the_whole_to_the_last_pound_and_digit()
    {
        var growth = Make(SingleYears(2024, 2030, 2035), morbidity: 0.01).Tables.Growth;

        Assert.Multiple(() =>
        {
            foreach (var row in Enumerable.Range(0, growth.Rows.Count).Where(row => growth[row, "growth"].Number is not null))
            {
                Assert.That((decimal)Value(growth, row, "number") + (decimal)Value(growth, row, "ageing") + (decimal)Value(growth, row, "morbidity"), Is.EqualTo((decimal)Value(growth, row, "growth")));
                Assert.That(Value(growth, row, "cost_number") + Value(growth, row, "cost_ageing") + Value(growth, row, "cost_morbidity"), Is.EqualTo(Value(growth, row, "cost_change")));
            }
        });
    }

    /// <summary>Half as many again of every age, and 1% more need a year for eleven years: 0.5, then 1.5 · (1.01¹¹ − 1).</summary>
    [Test]
    public void Where_all_ages_grow_alike_nothing_is_ageing_and_need_grows_as_stated()
    {
        var file = Write((year, _, _) => year == 2035 ? 150 : 100, [2024, 2035]);
        var growth = Make(file, morbidity: 0.01).Tables.Growth;
        var row = growth.Where(("year", "2035"), ("setting", "all")).Single();

        Assert.Multiple(() =>
        {
            Assert.That((Value(growth, row, "number"), Value(growth, row, "ageing")), Is.EqualTo((0.5, 0.0)));
            Assert.That(Value(growth, row, "morbidity"), Is.EqualTo(1.5 * (Math.Pow(1.01, 11) - 1)).Within(0.0005));
            Assert.That(Value(growth, row, "growth_upper") - Value(growth, row, "growth_lower"), Is.Zero, "Chance has no part in it");
        });
    }

    [Test]
    public void Need_that_the_file_tells_counts_as_morbidity()
    {
        var text = File.ReadAllLines(Write((_, _, _) => 100, [2024, 2035])).Select((line, i) => $"{line},{(i == 0 ? "need" : line.StartsWith("2035", StringComparison.Ordinal) ? "1.2" : "1")}");
        var growth = Make(_town.Write("need.csv", string.Join('\n', text))).Tables.Growth;
        var row = growth.Where(("year", "2035"), ("setting", "all")).Single();

        Assert.That((Value(growth, row, "number"), Value(growth, row, "ageing"), Value(growth, row, "morbidity")), Is.EqualTo((0.0, 0.0, 0.2)));
    }

    [Test]
    public void Ages_of_few_people_are_told_with_their_neighbours_and_nobody_is_lost()
    {
        var tables = Make(SingleYears(2024, 2035)).Tables;
        var people = Enumerable.Range(0, tables.Curve.Rows.Count).Select(row => Value(tables.Curve, row, "people")).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(people, Has.All.GreaterThanOrEqualTo(30));
            Assert.That(people.Sum(), Is.EqualTo((double)Ask("select count(*) from people where sex is not null")).Within(2.5 * people.Count));
            Assert.That(Value(tables.Base, 0, "pooled"), Is.GreaterThan(50));
            Assert.That(Value(tables.Base, 0, "rates"), Is.EqualTo(people.Count));
            Assert.That(tables.Curve.Text(tables.Curve.Rows.Count - 1, "ages"), Does.EndWith("+"));
        });
    }

    /// <summary>People of 65 and over grow from 1,000 to 1,210 of each sex, and all people from 10,000 to 10,800.</summary>
    [Test]
    public void Published_growth_stands_beside_what_the_projection_has()
    {
        var file = Rows([(2005, 9000, 1000), (2010, 9100, 1100), (2015, 9590, 1210), (2024, 9000, 1400), (2030, 9000, 1700)]);
        var claims = Make(file).Tables.Claims;
        var told = CommandLine.Run("project", file, "--run", _town.Run);

        Assert.Multiple(() =>
        {
            Assert.That(Value(claims, 0, "found"), Is.EqualTo(0.21).Within(1e-9));
            Assert.That(Value(claims, 1, "found"), Is.EqualTo(0.08).Within(1e-9));
            Assert.That(claims.Text(2, "published"), Is.EqualTo("18% to 29%"));
            Assert.That(claims.Rows, Has.Count.EqualTo(3));
            Assert.That(told.Out, Does.Contain("People aged 65 and over, 2005 to 2015: published 21%").And.Contain("this projection +21.0%").And.Contain("published 18% to 29%"));
        });
    }

    [Test]
    public void The_run_s_people_are_held_against_the_projected_ones()
    {
        var start = Make(TwoBands()).Tables.Base;

        Assert.That(Value(start, 0, "list_over_projected"), Is.EqualTo(Ask("select sum(days_registered)::bigint from people") / 365.0 / 2000).Within(0.003));
    }

    [TestCase("2024,female,0-64,x", "wrong.csv:2", "'people' must hold a number")]
    [TestCase("2024,girls,0-64,5", "wrong.csv:2", "'sex' must hold female, male or persons")]
    [TestCase("24,female,0-64,5", "wrong.csv:2", "'year' must hold a calendar year")]
    [TestCase("2024,female,All ages,5", "wrong.csv:2", "'age' must hold an age")]
    [TestCase("2024,persons,0-64,5\n2024,persons,66+,5", "wrong.csv:3", "lack 65")]
    [TestCase("2024,persons,0-64,5\n2024,persons,65-90,5", "wrong.csv:3", "Nobody of 91 or older")]
    [TestCase("2024,persons,0-64,5\n2024,persons,0-64,5\n2024,persons,65+,5", "wrong.csv:3", "stand in an earlier row")]
    [TestCase("2024,persons,0+,5\n2024,female,0+,5\n2024,male,0+,5", "wrong.csv:2", "counted twice")]
    [TestCase("2024,persons,0+,5\n2025,persons,0-64,5\n2025,persons,65+,5", "wrong.csv:3", "cut otherwise")]
    [TestCase("2031,persons,0+,5", "wrong.csv", "no year 2024")]
    [TestCase("2024,persons,0+,0", "wrong.csv", "nobody in 2024")]
    public void What_is_wrong_is_said_with_its_place(string rows, string place, string says)
    {
        var told = CommandLine.Run("project", _town.Write("wrong.csv", $"year,sex,age,people\n{rows}\n"), "--run", _town.Run);

        Assert.That((told.ExitCode, told.Error.Contains(place, StringComparison.Ordinal), told.Error.Contains(says, StringComparison.Ordinal)), Is.EqualTo((2, true, true)), told.Error);
    }

    [Test]
    public void Of_several_areas_one_is_to_be_named()
    {
        var file = _town.Write("areas.csv", "year,area,sex,age,people\n2024,A,persons,0+,50\n2024,B,persons,0+,70\n");

        Assert.Multiple(() =>
        {
            Assert.That(Assert.Throws<DefinitionException>(() => ProjectionReader.Read(file, null))!.Message, Does.Contain("tells 2 areas"));
            Assert.That(Assert.Throws<DefinitionException>(() => ProjectionReader.Read(file, "C"))!.Message, Does.Contain("no area 'C'"));
            Assert.That(ProjectionReader.Read(file, "B").Cells[2024].Single().People, Is.EqualTo(70));
        });
    }

    [Test]
    public void Pages_pictures_and_tables_are_written_and_none_speaks_of_saving()
    {
        var to = _town.At("growth");
        var told = CommandLine.Run("project", SingleYears(2024, 2030, 2035), "--run", _town.Run, "--morbidity", "0.5%", "--to", to);
        var html = told.ExitCode == 0 ? File.ReadAllText(Path.Combine(to, "report.html")) : "";

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            foreach (var file in new[] { "report.pdf", "charts/projection.png", "charts/projection-years.csv", "charts/projection-settings.csv", "tables/projection.csv", "tables/projection_activity.csv", "tables/projection_curve.csv", "tables/projection_base.csv" }) { Assert.That(File.Exists(Path.Combine(to, file)), file); }
            Assert.That(html, Does.Contain("95% interval").And.Contain("No counterfactual").And.Not.Contain("saving").IgnoreCase);
            Assert.That(told.Out, Does.Contain("95% interval").And.Contain("No counterfactual").And.Not.Contain("saving").IgnoreCase);
        });
    }

    [Test]
    public void The_same_question_has_the_same_answer_to_the_byte()
    {
        var file = SingleYears(2024, 2035);
        var first = CommandLine.Run("project", file, "--run", _town.Run, "--json").Out;
        var second = CommandLine.Run("project", file, "--run", _town.Run, "--json").Out;

        Assert.That(second, Is.EqualTo(first));
    }

    private ProjectedGrowth Make(string file, double morbidity = 0)
    {
        using var study = Studies.Study.Open(_town.Run);
        return ProjectedGrowth.Make(study, new ProjectionQuestion(file, null, null, null, null, morbidity, 1));
    }

    /// <summary>800 and 200 of each sex in 2024; ten years later 850 and 310 of women, 900 and 270 of men.</summary>
    private string TwoBands() => _town.Write("two.csv", """
        year,sex,age,people
        2024,female,0-64,800
        2024,female,65+,200
        2024,male,0-64,800
        2024,male,65+,200
        2034,female,0-64,850
        2034,female,65+,310
        2034,male,0-64,900
        2034,male,65+,270
        """);

    private double Expected(string column)
    {
        double Rate(string sex, string ages) => Ask($"select sum({column})::bigint from people where sex = '{sex}' and {ages}") / (double)Ask($"select sum(days_registered)::bigint from people where sex = '{sex}' and {ages}");
        double[] rates = [.. _sexes.SelectMany(sex => new[] { Rate(sex, "age < 65"), Rate(sex, "age >= 65") })];
        double Sum(double[] people) => rates.Zip(people, (rate, count) => rate * count).Sum();
        return Sum([850, 310, 900, 270]) / Sum([800, 200, 800, 200]);
    }

    /// <summary>Single years of age to 89 and 90+, the older growing faster.</summary>
    private string SingleYears(params int[] years) => Write((year, _, age) => (100 - (age * 0.9m)) * (1 + ((year - 2024) * age / 3000m)), years);

    private string Write(Func<int, string, int, decimal> people, int[] years)
    {
        var text = new StringBuilder("year,sex,age,people\n");
        foreach (var year in years)
        {
            foreach (var sex in _sexes)
            {
                for (var age = 0; age <= 90; age++) { text.Append(CultureInfo.InvariantCulture, $"{year},{sex},{(age == 90 ? "90 and over" : age.ToString(CultureInfo.InvariantCulture))},{people(year, sex, age)}\n"); }
            }
        }
        return _town.Write("years.csv", text.ToString());
    }

    private string Rows((int Year, int Younger, int Older)[] years) =>
        _town.Write("claims.csv", "year,sex,age,people\n" + string.Concat(years.SelectMany(year => _sexes.Select(sex => string.Create(CultureInfo.InvariantCulture, $"{year.Year},{sex},0-64,{year.Younger}\n{year.Year},{sex},65+,{year.Older}\n")))));

    private static double Value(ResultTable table, int row, string column) => table[row, column].Number ?? double.NaN;

    private long Ask(string sql) => _town.Ask(warehouse => warehouse.Count(sql.Replace("from people", $"from {_town.People}", StringComparison.Ordinal)));
}
