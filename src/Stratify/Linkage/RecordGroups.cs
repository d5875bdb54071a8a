using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Linkage;

/// <summary>
/// What each record of activity says of its person, in groups: by them it is told who is linked and who is not. The record's own words count,
/// for of whom nobody linked nothing else is known. A code for each group and no birth date, so that it may stay when linkage is done. The month
/// in which the event begins is a group too; all before the run's years are one, and all after them.
/// </summary>
internal static class RecordGroups
{
    /// <summary>Who is older is a birthday that somebody filled in (Client Level Data hold such).</summary>
    private const int Oldest = 114;

    internal static SqlScript Script(IReadOnlyList<Dataset> datasets) => SqlScript.Derived("record_group", $"""
        with said as ({Said(datasets)}),
        area_decile as ({Most("select area as place, deprivation_decile from registration where area is not null")}),
        postcode_decile as ({Most("select born.postcode as place, registration.deprivation_decile from registration join identity.gp_registrations as born using (row_id) where born.postcode is not null")})
        select
            event.dataset,
            event.row_id,
            {Code(AgeBand, AgeBands.All.Select(band => band.Name))} as age_band,
            {Code("case when said.sex in ('1', 'MALE', 'M') then 'male' when said.sex in ('2', 'FEMALE', 'F') then 'female' end", ["female", "male"])} as sex,
            coalesce(area_decile.decile, postcode_decile.decile)::tinyint as deprivation_decile,
            {Code(EthnicGroups.Sql("said.ethnic_group"), EthnicGroups.All.Select(group => group.Name))} as ethnic_group,
            case
                when event.start_date < run.period_from then date '0001-01-01'
                when event.start_date > run.period_to then date '9999-12-31'
                else cast(date_trunc('month', event.start_date) as date)
            end as month
        from event
        cross join run
        left join said using (row_id)
        left join area_decile on area_decile.place = said.area
        left join postcode_decile on postcode_decile.place = said.postcode
        """, ["dataset", "row_id"]);

    private static string AgeBand => $"case {string.Join(' ', AgeBands.All.Reverse().Select(band => FormattableString.Invariant($"when {Age} between {band.From} and {Oldest} then '{band.Name}'")))} end";

    /// <summary>On the day of the event: a record of one year may be of a person who has had a birthday in between.</summary>
    private const string Age = "date_sub('year', said.birth_date, event.start_date)";

    /// <summary>A text of a list as its number in it, which takes a byte a row.</summary>
    private static string Code(string text, IEnumerable<string> list) => $"({text})::enum({string.Join(", ", list.Select(name => $"'{name}'"))})";

    /// <summary>The decile that most registrations of a place have, the more deprived of two: boundaries of areas and years of the index differ.</summary>
    private static string Most(string places) => $"""
        select place, arg_max(deprivation_decile, people * 10 - deprivation_decile) as decile
        from (select place, deprivation_decile, count(*) as people from ({places}) where deprivation_decile is not null group by place, deprivation_decile)
        group by place
        """;

    private static string Said(IReadOnlyList<Dataset> datasets)
    {
        var parts = datasets.Where(dataset => dataset.Role == DatasetRole.Activity).Select(dataset => $"""
            select row_id, {Or(dataset, "sex", "gender")} as sex, {Or(dataset, "ethnic_group")} as ethnic_group, {Or(dataset, "area")} as area, {Or(dataset, "postcode")} as postcode, nullif({Or(dataset, "birth_date")}, date '1900-01-01') as birth_date
            from {dataset.WholeView}
            """);
        const string none = "select null::bigint as row_id, null::varchar as sex, null::varchar as ethnic_group, null::varchar as area, null::varchar as postcode, null::date as birth_date where false";
        return string.Join("\nunion all\n", parts.Prepend(none));
    }

    private static string Or(Dataset dataset, params string[] columns) => columns.FirstOrDefault(dataset.Has) ?? "null";
}
