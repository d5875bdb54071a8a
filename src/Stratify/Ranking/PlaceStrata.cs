using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>People of each practice and of each neighbourhood by age and sex, with what they had: what rates of places are made of.</summary>
internal static class PlaceStrata
{
    /// <summary>
    /// Makes <c>place_stratum</c>: a row for each kind of place, place, band of the standard population and sex in which anybody is. The place
    /// of people for whom none is stated has no name. Squares are those of each person's own number: people who come again come together.
    /// </summary>
    internal static SqlScript Script { get; } = SqlScript.Derived("place_stratum", $"""
        with placed as (
            select
                person_year.*,
                coalesce(practice, '') as of_practice,
                coalesce(neighbourhood, '') as of_neighbourhood,
                coalesce(sex, '') as of_sex,
                expected.expected,
                (select max(age_from) from standard_population) as oldest
            from person_year
            left join person_expected as expected using (person_key, year)
        )
        select
            year,
            case when grouping(of_practice) = 0 then '{PlaceMeasures.Practice}' else '{PlaceMeasures.Neighbourhood}' end as kind,
            case when grouping(of_practice) = 0 then of_practice else of_neighbourhood end as place,
            least(age // 5 * 5, oldest) as age_from,
            of_sex,
            cast(sum(expected) as bigint) as expected_pence,
            {StratumMeasure.Sums}
        from placed
        group by grouping sets ((year, of_practice, least(age // 5 * 5, oldest), of_sex), (year, of_neighbourhood, least(age // 5 * 5, oldest), of_sex))
        order by year, kind, place, age_from, of_sex
        """, ["year", "kind", "place", "age_from", "of_sex"]);
}
