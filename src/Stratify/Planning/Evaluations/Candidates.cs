using System.Globalization;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;
using Stratify.Studies;

namespace Stratify.Planning.Evaluations;

/// <summary>
/// Members and everybody else who were registered for the whole year before and on the day on which the programme began, with what was known of them then.
/// Whoever is no member has a first month too, dealt out as those of the members are.
/// </summary>
/// <param name="Keys">Of persons.</param>
/// <param name="Starts">Months.</param>
/// <param name="Strata">Of the same first month, and alike in whatever they are to be alike in.</param>
/// <param name="Covariates">Person by person, in the order of <paramref name="Names"/>.</param>
/// <param name="Before">Months before that were looked at.</param>
internal sealed record Candidates(long[] Keys, long[] Starts, bool[] Chosen, int[] Strata, IReadOnlyList<string> Names, IReadOnlyList<double[]> Covariates, int Before)
{
    /// <summary>How many lines the list of members has, and how many of them are people of the run.</summary>
    internal (int Given, long Found) Members { get; private init; }

    /// <summary>Each one's practice in the year before, by number; null where a list of people is compared, of whom everybody stands alone.</summary>
    internal int[]? Practices { get; private init; }

    internal static Candidates Of(Study study, Programme programme, Calendar calendar, long seed)
    {
        var warehouse = study.Warehouse;
        var starts = programme.Members!.Values.Distinct().OrderBy(month => month.Number).ToList();
        foreach (var start in starts) { calendar.Require(start, programme.Place); }
        var before = starts.Min(start => Math.Min(Calendar.MostBefore, calendar.Before(start)));
        MemoryTable.Create(warehouse, "programme_member", [("person_id", "varchar"), ("start", "bigint")], programme.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => new object?[] { member.Key, (long)member.Value.Number }));
        MakeStarts(warehouse, calendar, starts);
        MakePeople(warehouse, programme, starts, seed);
        MakeCare(warehouse);
        var names = Named(before);
        var exact = programme.Exact.Select(field => field == "age_band" ? AgeBand : $"need.{study.Fields.Find(field)!.Column}");
        var rows = warehouse.Longs($"""
            select who.person_key, who.start, who.is_member::bigint, dense_rank() over (order by {string.Join(", ", exact.Prepend("who.start"))}), dense_rank() over (order by need.practice), {string.Join(", ", names.Select(name => name.Sql))}
            from programme_person as who
            join programme_start as began_on using (start)
            join person_year as need on need.person_key = who.person_key and need.year = began_on.known_year and need.days_registered >= began_on.known_days and not coalesce(need.died, false)
            join person_year as began on began.person_key = who.person_key and began.year = began_on.start_year and began.days_registered > began_on.days_before
            left join ({Care(before)}) as care on care.person_key = who.person_key
            {(programme.MatchesPeople ? "where need.practice is not null" : "")}
            order by who.person_key
            """);
        var covariates = Enumerable.Range(0, rows[0].Length).Select(row => names.Select((name, i) => name.Read(rows[5 + i][row])).ToArray()).ToList();
        Fill(covariates);
        return new Candidates(rows[0], rows[1], [.. rows[2].Select(is_ => is_ == 1)], [.. rows[3].Select(stratum => (int)stratum)], [.. names.Select(name => name.Title)], covariates, before)
        {
            Practices = programme.MatchesPeople ? [.. rows[4].Select(practice => (int)practice)] : null,
            Members = (programme.Members.Count, warehouse.Count("select count(*) from programme_person where is_member")),
        };
    }

    private const string AgeBand = "case when need.age < 18 then 0 when need.age < 45 then 1 when need.age < 65 then 2 when need.age < 75 then 3 when need.age < 85 then 4 else 5 end";

    /// <summary>What is not recorded of a person is the mean of those of whom it is.</summary>
    private static void Fill(List<double[]> covariates)
    {
        for (var i = 0; covariates.Count > 0 && i < covariates[0].Length; i++)
        {
            var mean = covariates.Select(person => person[i]).Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average();
            foreach (var person in covariates.Where(person => double.IsNaN(person[i]))) { person[i] = mean; }
        }
    }

    private sealed record Covariate(string Title, string Sql, Func<long, double> Read);

    /// <summary>Age, sex, deprivation and conditions, and what they used before, quarter by quarter or half by half, the last first. Quarters' costs as logs, for one of many thousands must not outweigh all others.</summary>
    private static List<Covariate> Named(int before)
    {
        static double Known(long value) => value < 0 ? double.NaN : value;
        var quarters = Enumerable.Range(0, before / 3).Select(quarter => new Covariate($"Log of cost, {(quarter == 0 ? "last quarter" : string.Create(CultureInfo.InvariantCulture, $"quarter {quarter + 1} before"))}", $"coalesce(care.quarter_{quarter}, 0)", pence => Math.Log(1 + (Math.Max(0, pence) / 100.0))));
        return
        [
            new("Age", "coalesce(cast(need.age as bigint), -1)", Known), new("Age squared", "coalesce(cast(need.age * need.age as bigint), -1)", Known),
            new("Women", "case need.sex when 'female' then 1 when 'male' then 0 else -1 end::bigint", Known), new("Deprivation decile", "coalesce(cast(need.deprivation_decile as bigint), -1)", Known),
            new("Long-term conditions", $"coalesce(cast(need.{PersonYearFields.Find("conditions")!.Column} as bigint), 0)", Known),
            new("Cost before, pounds", "coalesce(care.pence, 0)", pence => pence / 100.0), .. quarters,
            new("Emergency admissions, last half", "coalesce(care.emergencies_late, 0)", Known), new("Emergency admissions, first half", "coalesce(care.emergencies_early, 0)", Known),
            new("A&E attendances, last half", "coalesce(care.ae_late, 0)", Known), new("A&E attendances, first half", "coalesce(care.ae_early, 0)", Known),
            new("Nights in hospital", "coalesce(care.nights, 0)", Known),
        ];
    }

    private static string Care(int before)
    {
        var half = before / 2;
        string Of(string name, int from, int to) => Outcome.Of(name).Where(string.Create(CultureInfo.InvariantCulture, $"ago between {from} and {to}"));
        var quarters = Enumerable.Range(0, before / 3).Select(quarter => string.Create(CultureInfo.InvariantCulture, $"{Of("cost", (3 * quarter) + 1, quarter == (before / 3) - 1 ? before : (3 * quarter) + 3)} as quarter_{quarter}"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            select person_key, {Of("cost", 1, before)} as pence, {string.Join(", ", quarters)}, {Of("emergency_admissions", 1, half)} as emergencies_late, {Of("emergency_admissions", half + 1, before)} as emergencies_early,
                {Of("ae_attendances", 1, half)} as ae_late, {Of("ae_attendances", half + 1, before)} as ae_early, {Of("bed_days", 1, before)} as nights
            from (select *, start - month_number as ago from programme_care join programme_person using (person_key))
            where ago between 1 and {before}
            group by person_key
            """);
    }

    private static void MakeStarts(Warehouse warehouse, Calendar calendar, List<Month> starts) => MemoryTable.Create(warehouse, "programme_start",
        [("start", "bigint"), ("known_year", "varchar"), ("known_days", "bigint"), ("start_year", "varchar"), ("days_before", "bigint"), ("after", "bigint")],
        starts.Select(start =>
        {
            var (known, holding) = (calendar.Years.Single(year => year.Year == calendar.Known(start)), calendar.Holding(start));
            return new object?[] { (long)start.Number, known.Year, (long)(known.To.DayNumber - known.From.DayNumber + 1), holding.Year, (long)(start.FirstDay.DayNumber - holding.From.DayNumber), (long)calendar.After(start) };
        }));

    private static void MakePeople(Warehouse warehouse, Programme programme, List<Month> starts, long seed)
    {
        var random = Xoshiro.For(seed, $"programme {programme.Name}");
        var dealt = programme.Members!.Values.Select(month => (long)month.Number).Order().ToList();
        warehouse.Execute("create or replace table programme_found as select person_key, any_value(member.start) as start from person_year join programme_member as member using (person_id) group by person_key");
        var rows = warehouse.Longs("select distinct person_key::bigint, coalesce(programme_found.start, 0) from person_year left join programme_found using (person_key) order by all");
        MemoryTable.Create(warehouse, "programme_person", [("person_key", "bigint"), ("start", "bigint"), ("is_member", "boolean")],
            rows[0].Select((key, i) => new object?[] { key, rows[1][i] > 0 ? rows[1][i] : starts.Count == 1 ? (long)starts[0].Number : random.Pick(dealt), rows[1][i] > 0 }));
    }

    /// <summary>What was done in the months of the run, each by its number.</summary>
    internal static void MakeCare(Warehouse warehouse) => warehouse.Execute("""
        create or replace view programme_care as
        select person_key, year, cast((12 * year(date_from)) + month(date_from) - 1 + month as bigint) as month_number, setting, activity, contacts, lasted, pence
        from person_care join period using (year)
        """);
}
