using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>People of groups by age and sex, with what they had: what a group is held against everybody of its age and sex by. In the shape of <c>place_stratum</c>.</summary>
public static class GroupStrata
{
    /// <summary>Kinds of groups that care should not fail: fifths of deprivation, and ethnic groups.</summary>
    public const string Deprivation = "deprivation", Ethnicity = "ethnic_group";

    /// <summary>A group that the register does not tell.</summary>
    public const string NotStated = "not stated";

    /// <summary>Each kind, and in SQL the group of a person.</summary>
    internal static IReadOnlyList<(string Name, string Sql)> Kinds => [(Deprivation, "case when deprivation_decile between 1 and 10 then (deprivation_decile + 1) // 2 || case when deprivation_decile <= 2 then ' (most deprived)' when deprivation_decile >= 9 then ' (least deprived)' else '' end end"), (Ethnicity, EthnicGroups.Sql("upper(ethnic_group)"))];

    /// <summary>Makes <c>equity_stratum</c>: everybody is once in each kind.</summary>
    public static SqlScript OfEquity { get; } = SqlScript.Derived("equity_stratum", $"""
        {string.Join("\nunion all\n", Kinds.Select(kind => $"""
            select
                year,
                '{kind.Name}' as kind,
                coalesce({kind.Sql}, '{NotStated}') as place,
                {Columns}
            from person_year
            group by year, place, age_from, of_sex
            """))}
        order by year, kind, place, age_from, of_sex
        """, ["year", "kind", "place", "age_from", "of_sex"]);

    /// <summary>Makes <c>cohort_stratum</c>: the kind is the scheme, and the place the cohort.</summary>
    public static SqlScript OfCohorts { get; } = SqlScript.Derived("cohort_stratum", $"""
        select known.year, known.scheme as kind, known.cohort as place, had.* exclude (number)
        from (
            select
                number,
                {Columns}
            from cohort_person
            group by number, age_from, of_sex
        ) as had
        join cohort_key as known using (number)
        order by year, kind, place, age_from, of_sex
        """, ["year", "kind", "place", "age_from", "of_sex"]);

    private static string Columns => $"""
        least(age // 5 * 5, (select max(age_from) from standard_population)) as age_from,
                coalesce(sex, '') as of_sex,
                {StratumMeasure.Sums}
        """;
}
