using Stratify.Engine;

namespace Stratify.Tests.Support;

/// <summary>Who is in which cohort, as drawn by a test, in the tables in which the station of cohorts leaves it.</summary>
public static class DrawnCohorts
{
    /// <param name="members">A select of scheme, cohort, person_key and year; whoever of <c>person_year</c> is not in it is in none.</param>
    public static void Place(Warehouse warehouse, string members)
    {
        warehouse.Execute($"""
            create table drawn_member as {members};
            create table cohort_key as select cast(row_number() over (order by scheme, cohort, year) as integer) as number, scheme, cohort, year from (select distinct scheme, cohort, year from drawn_member);
            create table person_cohort as
                select person.person_key, person.year, coalesce(list(known.number order by known.number) filter (known.number is not null), []) as cohorts
                from person_year as person left join drawn_member as member using (person_key, year) left join cohort_key as known using (scheme, cohort, year)
                group by person.person_key, person.year
            """);
        warehouse.CreateView(SqlScript.Load("cohort_member"));
    }

    /// <summary>What ranking lays beside each other, with as many columns of the person-year as the test drew.</summary>
    public static void Lay(Warehouse warehouse, string also = "") => warehouse.Execute($"""
        create view placed_person as select person.*, placed.cohorts{also} from person_year as person join person_cohort as placed using (person_key, year);
        create view cohort_person as select unnest(cohorts) as number, * exclude (cohorts) from placed_person
        """);
}
