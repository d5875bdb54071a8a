using Stratify.Engine;
using Stratify.Model;
using Stratify.Ranking;

namespace Stratify.Tests.Support;

/// <summary>Care that a made-up person had in a month of a year.</summary>
/// <param name="Month">From 0.</param>
/// <param name="Pence">Of all its contacts.</param>
public sealed record CareOfMonth(string Year, int Month, string Setting, string Activity, string Provider, int Contacts, int Lasted, long Pence);

/// <summary>A made-up person of one cohort, with all care.</summary>
public sealed record CareOf(string Cohort, IReadOnlyList<CareOfMonth> Care, string? Sex = null, int Age = 70);

/// <summary>A warehouse with people, their cohorts and their care, as stations before leave them, in which exemplars are made: many cohorts in one go.</summary>
public sealed class CloseTown : IDisposable
{
    public const string Before = "2023/24", Year = "2024/25";

    private readonly TemporaryFolder _folder = new();

    public CloseTown(IReadOnlyList<CareOf> people, IReadOnlyList<string> years, long least)
    {
        Warehouse = new Warehouse(new WarehouseOptions(_folder.Path, 1));
        Stages.Run(Frame.Make([.. years.Select(year => Period.ParseFinancialYear(year)!)], seed: 1), Warehouse);
        Warehouse.CreateTable(SqlScript.Load("period_day"));
        Make("age_band", [("name", "varchar"), ("age_from", "bigint")], AgeBands.All.Select(band => new object?[] { band.Name, (long)band.From }));
        Make("scheme", [("scheme", "varchar"), ("title", "varchar"), ("scheme_kind", "varchar"), ("position", "bigint")], [["mine", "Mine", "partition", 1L]]);
        Make("person_care", [("person_key", "bigint"), ("year", "varchar"), ("month", "bigint"), ("setting", "varchar"), ("activity", "varchar"), ("provider", "varchar"), ("contacts", "bigint"), ("lasted", "bigint"), ("pence", "bigint")],
            people.SelectMany((person, key) => person.Care.GroupBy(care => (care.Year, care.Month, care.Setting, care.Activity, care.Provider)).Select(care => new object?[]
            {
                (long)key, care.Key.Year, (long)care.Key.Month, care.Key.Setting, care.Key.Activity, care.Key.Provider, care.Sum(each => (long)each.Contacts), care.Sum(each => (long)each.Lasted), care.Sum(each => each.Pence),
            })));
        Make("person_year",
            [
                ("person_key", "bigint"), ("year", "varchar"), ("age", "bigint"), ("sex", "varchar"), ("conditions", "bigint"), ("cost", "bigint"),
                .. Conditions.All.Select(condition => ($"has_{condition.Name}", "boolean")), .. Setting.All.Select(setting => ($"cost_{setting.Name}", "bigint")),
            ],
            people.SelectMany((person, key) => years.Select(year => (object?[])
            [
                (long)key, year, (long)person.Age, person.Sex, 1L, Pence(person, year, null), .. Conditions.All.Select(condition => (object?)(condition.Name == "diabetes")), .. Setting.All.Select(setting => (object?)Pence(person, year, setting.Name)),
            ])));
        Make("drawn", [("cohort", "varchar"), ("person_key", "bigint")], people.Select((person, key) => new object?[] { person.Cohort, (long)key }));
        DrawnCohorts.Place(Warehouse, "select 'mine' as scheme, drawn.cohort, person_key, year from drawn join person_year using (person_key)");
        DrawnCohorts.Lay(Warehouse);
        Warehouse.Execute("create table cohort_total as select *, row_number() over (order by cohort, year) as position from (select scheme, cohort, year, cohort as title, count(*) as people from cohort_member group by all)");
        Warehouse.Execute("create table cohort_priority as select scheme, cohort, year, position as priority from cohort_total");
        Warehouse.Execute($"create table measure_cohort_setting as {string.Join(" union all ", Setting.All.Select(setting => $"select scheme, cohort, year, '{setting.Name}' as setting, cast(sum(cost_{setting.Name}) as bigint) as pence from cohort_member join person_year using (person_key, year) group by all"))}");
        Stages.Run(new Stage("close", "", UpClose.Of([.. people.Select(person => person.Cohort).Distinct().Select(cohort => ("mine", cohort))], least).Steps, UpClose.Laws), Warehouse);
    }

    public Warehouse Warehouse { get; }

    /// <summary>The journey of a cohort's exemplar, drawn.</summary>
    public string Journey(string cohort) => Table.Draw(Warehouse.Query("select month_name, setting, activity, people, contacts, each_lasted, each_pence from exemplar_step where cohort = $1 order by step", cohort));

    public string State(string cohort) => (string)Warehouse.Query("select state from exemplar_person where cohort = $1", cohort).Rows[0][0]!;

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Dispose();
    }

    private static long Pence(CareOf person, string year, string? setting) => person.Care.Where(care => care.Year == year && (setting is null || care.Setting == setting)).Sum(care => care.Pence);

    private void Make(string table, IReadOnlyList<(string, string)> columns, IEnumerable<object?[]> rows) => MemoryTable.Create(Warehouse, table, columns, rows);
}
