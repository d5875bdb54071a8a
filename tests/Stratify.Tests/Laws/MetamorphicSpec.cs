using System.Globalization;
using System.Text.RegularExpressions;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>
/// Whole runs held against each other: something is changed of which it is known what it must change, and nothing else may. What order of
/// rows and number of threads must not change is in <c>Golden/SameBytes</c>.
/// </summary>
public sealed partial class MetamorphicSpec
{
    private const string AllYears = "select * exclude (person_key) from person_year order by person_id, year";

    /// <summary>Nobody who is invented is that old, so that the first cohort is of those who are added.</summary>
    private const string Ages = """
        scheme: ages
        title: The very old, the old, the ill and the others
        version: 1
        source: by hand
        status: test
        assign: first-match
        cohorts:
          - {id: very-old, title: The very old, where: age >= 108}
          - {id: old, title: The old, where: age >= 65}
          - {id: ill, title: The ill, where: conditions >= 1}
          - {id: others, title: The others, where: everyone}
        """;

    /// <summary>Those figures of a cohort that tell of its place among all people or cohorts, or of the others beside it.</summary>
    private const string AmongOthers = "^(.*rank.*|probability_.*|.*expected_.*|excess_.*|in_top_people|same_tenth|.*outside|of_everyone|others.*|difference|error|all_having|lot)$";

    /// <summary>Learnt with chance, by whichever people are left out in turn.</summary>
    private static readonly string[] Modelled = ["measure_method", "measure_model_ratio"];

    private InventedJob _job = null!;
    private StationRun _run = null!;
    private Lazy<StationRun> _withTheVeryOld = null!;

    /// <summary>Amounts and prices are for so many times as much that no day of a week, minute or part of a unit costs a part of a penny: twice the price is then twice the cost.</summary>
    [OneTimeSetUp]
    public void Invent()
    {
        _job = new InventedJob(300, 21, Ages).With((column, value) => Times(column, value, 420));
        _job.Job("schemes: [mine.yml, number-of-conditions, single-conditions, bridges-to-health, frailty-and-unplanned-care, age-and-conditions]", "schemes: [mine.yml, bridges-to-health]");
        _job.Price(60);
        _run = new StationRun(_job.Yaml);
        _withTheVeryOld = new Lazy<StationRun>(WithTheVeryOld);
    }

    [OneTimeTearDown]
    public void Clear()
    {
        if (_withTheVeryOld.IsValueCreated) { _withTheVeryOld.Value.Dispose(); }
        _run.Dispose();
        _job.Dispose();
    }

    [Test]
    public void A_feed_that_comes_in_two_deliveries_makes_the_same_person_years()
    {
        using var copy = _job.Copy().InTwo();
        using var run = new StationRun(copy.Yaml);

        Assert.That(Lines(run, AllYears), Is.EqualTo(Lines(_run, AllYears)));
    }

    [Test]
    public void Other_people_and_their_care_change_nobody_s_row()
    {
        var (years, more) = (Lines(_run, AllYears), Lines(_withTheVeryOld.Value, AllYears));

        Assert.Multiple(() =>
        {
            Assert.That(more.Except(years).Count(), Is.EqualTo(3));
            Assert.That(more.Intersect(years), Is.EqualTo(years));
        });
    }

    [Test]
    public void A_cohort_whose_people_are_taken_away_leaves_the_figures_of_the_others_and_takes_its_own_from_the_totals()
    {
        var with = _withTheVeryOld.Value;
        var tables = Tables(_run).Where(table => table.StartsWith("measure_cohort", StringComparison.Ordinal)).Append("cohort_spread").ToList();

        Assert.Multiple(() =>
        {
            Assert.That(tables, Has.Count.GreaterThan(6));
            Assert.That(with.Warehouse.Count("select people from measure_cohort where cohort = 'very-old'"), Is.EqualTo(3));
            Assert.That(tables.SelectMany(table => Differing(OfOthers(_run, table), OfOthers(with, table), Equals).Select(column => $"{table}.{column}")), Is.Empty);
            foreach (var setting in Setting.All)
            {
                Assert.That(Of("pence", $"measure_setting where setting = '{setting.Name}'", with) - Of("pence", $"measure_setting where setting = '{setting.Name}'", _run), Is.EqualTo(with.Warehouse.Count($"select cost_{setting.Name} from measure_cohort where cohort = 'very-old'")), setting.Name);
            }
            Assert.That(Of("cost_pence", "measure_population", with) - Of("cost_pence", "measure_population", _run), Is.EqualTo(with.Warehouse.Count("select pence from measure_cohort where cohort = 'very-old'")).And.GreaterThan(0));
            Assert.That(Of("people", "measure_population", with) - Of("people", "measure_population", _run), Is.EqualTo(3));
            Assert.That(Of("sum(pence)", "measure_unattributed", with), Is.EqualTo(Of("sum(pence)", "measure_unattributed", _run)));
        });

        static Grid OfOthers(StationRun run, string table) => run.Warehouse.Query($"select columns(lambda name: not regexp_matches(name, '{AmongOthers}')) from {table} where scheme = 'ages' and cohort <> 'very-old' order by all");
        static long Of(string what, string from, StationRun run) => run.Warehouse.Count($"select {what} from {from}");
    }

    /// <summary>
    /// Not held here: what a model learns step by step; what is expected of people by it, whose parts of a penny are rounded; ends of intervals, some of
    /// which count pounds as events; and what is plausible for one event, whose limit is in pounds.
    /// </summary>
    [Test]
    public void Twice_all_prices_and_amounts_is_twice_every_sum_and_the_same_ranks_shares_and_counts()
    {
        using var copy = _job.Copy().With((column, value) => Times(column, value, 2));
        copy.Price(120);
        using var run = new StationRun(copy.Yaml);
        var money = new List<string>();

        Assert.Multiple(() =>
        {
            foreach (var table in Tables(_run).Except([.. Modelled, "measure_check", "measure_verdict"]))
            {
                var (once, twice) = (Rows(_run, table), Rows(run, table));
                var moved = Differing(once, twice, AsMuch).ToList();
                // Where each row is of a measure of its own, pounds and counts stand in the same column.
                Func<object?, object?, bool> holds = once.Columns.Contains("measure") ? (one, other) => AsMuch(one, other) || TwiceAsMuch(one, other) : TwiceAsMuch;
                Assert.That(Differing(once, twice, holds).Intersect(moved).Where(column => !ByChance().IsMatch(column)), Is.Empty, table);
                money.AddRange(moved.Select(column => $"{table}.{column}"));
            }
            Assert.That(money.Where(column => !Amount().IsMatch(column)), Is.Empty);
            Assert.That(money, Is.SupersetOf(new[] { "costed_event.cost_pence", "person_year.cost", "measure_cohort.pence", "measure_cohort.mean_pounds", "measure_cohort.mean_upper", "measure_population.cost_pence", "measure_setting.pence", "measure_payer.pence", "measure_unattributed.pence" }));
        });
    }

    /// <summary>
    /// Neither year has a 29 February, prices stay those of their book, and no figure looks at days of the week. What is drawn by chance is drawn
    /// anew for each year: ends of intervals, and what is expected of people by others.
    /// </summary>
    [Test]
    public void All_dates_a_year_later_are_the_same_figures_of_the_year_after()
    {
        using var copy = _job.Copy().With((column, value) => column.Kind is ColumnKind.BirthDate or ColumnKind.Date ? YearLater(value) : value);
        copy.Job("period: 2024/25", "period: 2025/26");
        using var run = new StationRun(copy.Yaml);

        Assert.That(Tables(_run).Except(Modelled).SelectMany(table => Differing(Rows(_run, table), Rows(run, table), (then, later) => Equals(then, YearBefore(later))).Where(column => !ByChance().IsMatch(column)).Select(column => $"{table}.{column}")), Is.Empty);
    }

    private StationRun WithTheVeryOld()
    {
        using var copy = _job.Copy();
        for (var i = 0; i < 3; i++)
        {
            copy.Add("gp_registrations", ("NHS Number", Number(i)), ("Patient Identifier", $"ZZ{i}"), ("Surname", "Quixote"), ("Forename", $"Zebedee{"abc"[i]}"), ("DOB", $"191{i}-02-03"), ("Sex", "1"), ("GP Practice Code", "X99003"), ("Registration Start Date", "2001-02-03"));
        }
        copy.Add("acute_inpatients", ("NEWNHSNO", Number(0)), ("EPIKEY", "ZZ2"), ("PROCODE", "X98"), ("PROVSPNOPS", "ZZ3"), ("EPIORDER", "1"), ("EPISTART", "2024-06-01"), ("EPIEND", "2024-06-21"), ("ADMIDATE", "2024-06-01"), ("DISDATE", "2024-06-21"), ("ADMIMETH", "21"), ("DIAG_01", "I500"), ("TARIFF_TOTAL_PAYMENT", "98765.43"));
        copy.Add("social_care_services", ("NHS Number", Number(0)), ("LA Code", "E99"), ("Event Reference", "ZZ4"), ("Event Start Date", "01/05/2024"), ("Unit Cost", "900"), ("Cost Frequency (Unit Type)", "Weekly"));
        copy.Add("gp_appointments", ("NHS Number", Number(1)), ("GP Appointments Primary Key", "ZZ5"), ("GP Practice Code", "X99003"), ("Appointment Date", "2024-06-01"), ("StatusDescription", "Finished"), ("ClinicianType", "GP"), ("DeliveryMethodText", "Face to face"), ("ActualMinutesDuration", "10"));
        return new StationRun(copy.Yaml);

        static string Number(int i) => NhsNumber.TestNumber(899_999 - i).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Tables(StationRun run) => ["person_year", "costed_event", "cohort_priority", .. run.Warehouse.Query("select table_name from information_schema.tables where table_schema = 'main' and table_name like 'measure\\_%' escape '\\' order by 1").Rows.Select(row => (string)row[0]!)];

    private static Grid Rows(StationRun run, string table) => run.Warehouse.Query($"select * from {table} order by all");

    /// <summary>The columns in which a row does not hold to the row of its place.</summary>
    private static IEnumerable<string> Differing(Grid one, Grid other, Func<object?, object?, bool> holds) =>
        one.Count != other.Count ? ["rows"] : one.Columns.Where((_, column) => Enumerable.Range(0, one.Count).Any(row => !holds(one.Rows[row][column], other.Rows[row][column])));

    private static bool AsMuch(object? once, object? twice) => Holds(1, once, twice);

    private static bool TwiceAsMuch(object? once, object? twice) => Holds(2, once, twice);

    /// <summary>Whole numbers to the penny.</summary>
    private static bool Holds(int times, object? once, object? other) => (once, other) switch
    {
        (long one, long told) => told == one * times,
        (double one, double told) => Equals(one, told) || Math.Abs(told - (one * times)) <= 1e-6 * Math.Abs(told),
        _ => Equals(once, other),
    };

    private static string Times(Column column, string value, int times) => column.Kind == ColumnKind.Money ? (decimal.Parse(value, CultureInfo.InvariantCulture) * times).ToString(CultureInfo.InvariantCulture) : value;

    /// <summary>The same day of the next year; what is no date stays as it is, and is refused in both.</summary>
    private static string YearLater(string value)
    {
        var format = value.Contains('/', StringComparison.Ordinal) ? "dd/MM/yyyy" : "yyyy-MM-dd";
        return DateOnly.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.AddYears(1).ToString(format, CultureInfo.InvariantCulture) : value;
    }

    private static object? YearBefore(object? value) => value switch
    {
        DateOnly day => day.AddYears(-1),
        string text => DateInText().Replace(text.Replace("2025/26", "2024/25", StringComparison.Ordinal), year => (int.Parse(year.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture)),
        _ => value,
    };

    private static List<string> Lines(StationRun run, string sql) => [.. run.Warehouse.Query(sql).Rows.Select(row => string.Join(" | ", row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))];

    [GeneratedRegex("\\b(19|20)\\d\\d(?=-\\d\\d)")]
    private static partial Regex DateInText();

    [GeneratedRegex("_lower$|_upper$|_top$|_top_10$|^expected_|^excess_")]
    private static partial Regex ByChance();

    [GeneratedRegex("pence|cost|pounds|excess|mean_|effect|error|difference|lot$|part$|whole$|alone_|rate")]
    private static partial Regex Amount();
}
