using Stratify.Engine;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Who came, went and moved within a year, and how far practices' lists hold more than there are people. The year is 2024/25.</summary>
public sealed class RegisterChangeSpec
{
    [TestCase("2010-01-01", "", "", "1950-06-01", "there", "there")]
    [TestCase("", "", "", "1950-06-01", "there", "there", Description = "a blank start is before the period")]
    [TestCase("2024-04-01", "2025-03-31", "", "1950-06-01", "there", "there", Description = "on the first and on the last day")]
    [TestCase("2024-04-02", "2025-03-30", "", "1950-06-01", "joined", "left")]
    [TestCase("2024-05-01", "", "", "2024-04-29", "born", "there")]
    [TestCase("2024-05-01", "", "2024-05-03", "2024-04-29", "born", "died")]
    [TestCase("2024-05-01", "", "", "2024-03-29", "joined", "there", Description = "born the year before")]
    [TestCase("2010-01-01", "", "2024-12-24", "1950-06-01", "there", "died", Description = "still on the list")]
    [TestCase("2010-01-01", "2024-12-24", "2025-03-31", "1950-06-01", "there", "died", Description = "left before death: known to have died in the year")]
    [TestCase("2010-01-01", "2024-12-24", "2025-04-01", "1950-06-01", "there", "left")]
    public void Everyone_came_once_and_went_once(string start, string end, string died, string born, string came, string went)
    {
        using var flow = new Flow().Land("gp_registrations", $"""
            nhs_number | patient_id | birth_date | practice | start_date | end_date | death_date
            101        | p1         | {born}     | A81001   | {start}    | {end}    | {died}
            """).Run();

        Assert.That(flow.Draw("select came, went from register_change"), Is.EqualTo($"came | went\n{came} | {went}"));
    }

    [TestCase("A81001 | E01 | 2010-01-01 |            ", "A81002 | E02 | 2024-06-01 |  ", "practice area overlap")]
    [TestCase("A81001 | E01 | 2010-01-01 | 2024-06-01 ", "A81002 | E02 | 2024-06-01 |  ", "practice area", Description = "a day that two practices share is a move")]
    [TestCase("A81001 | E01 | 2010-01-01 | 2024-05-31 ", "A81002 | E01 | 2024-06-01 |  ", "practice")]
    [TestCase("A81001 | E01 | 2010-01-01 | 2024-05-31 ", "A81001 | E02 | 2024-06-01 |  ", "area")]
    [TestCase("A81001 | E01 | 2010-01-01 | 2024-05-31 ", "A81001 | E01 | 2024-06-02 |  ", "gap")]
    [TestCase("A81001 | E01 | 2010-01-01 | 2024-03-31 ", "A81002 | E02 | 2024-04-01 |  ", "", Description = "moved before the year")]
    [TestCase("A81001 | E01 | 2010-01-01 |            ", "A81002 | E01 | 2011-01-01 |  ", "overlap", Description = "with two practices all year, and no move")]
    public void Moves_gaps_and_overlaps_are_told_apart(string one, string other, string what)
    {
        using var flow = new Flow().Land("gp_registrations", $"""
            nhs_number | patient_id | birth_date | practice | area | start_date | end_date
            101        | p1         | 1950-06-01 | {one}
            101        | p2         | 1950-06-01 | {other}
            """).Run();

        var found = flow.Warehouse.Query("select moved_practice, moved_area, has_gap, has_overlap from register_change").Rows.Single();
        Assert.That(string.Join(' ', new[] { "practice", "area", "gap", "overlap" }.Where((_, i) => (bool)found[i]!)), Is.EqualTo(what));
    }

    [Test]
    public void A_year_adds_up_and_so_does_the_next()
    {
        using var flow = new Flow(Period.FinancialYear(2023), Period.FinancialYear(2024)).Land("gp_registrations", """
            nhs_number | patient_id | birth_date | practice | start_date | end_date   | death_date
            101        | p1         | 1950-06-01 | A81001   | 2010-01-01 |            |
            102        | p2         | 1950-06-01 | A81001   | 2010-01-01 | 2023-09-30 |
            103        | p3         | 1950-06-01 | A81001   | 2010-01-01 |            | 2024-01-31
            104        | p4         | 2023-08-01 | A81001   | 2023-08-01 |            |
            105        | p5         | 1980-01-01 | A81001   | 2024-04-02 | 2024-12-31 |
            """).Run();
        flow.Warehouse.CreateTable(SqlScript.Load("measure_population_change"));

        Assert.That(flow.Draw("select year, people, at_start, born, joined, died, moved_away, at_end from measure_population_change order by year"), Is.EqualTo(Table.Normal("""
            year    | people | at_start | born | joined | died | moved_away | at_end
            2023/24 | 4      | 3        | 1    | 0      | 1    | 1          | 2
            2024/25 | 3      | 2        | 0    | 1      | 0    | 1          | 2
            """)));
    }

    /// <summary>Ten entries for nine people: one is with two practices, one has died, one is 111, two share a name and a birthday, and a nurse knows two of the others.</summary>
    [Test]
    public void What_inflates_lists_is_counted_by_its_reason()
    {
        using var flow = new Flow()
            .Land("gp_registrations", """
                nhs_number | patient_id | family_name | given_name | birth_date | practice | start_date | end_date   | area
                101        | p1         | ADA         | ANN        | 1950-06-01 | A81001   | 2010-01-01 |            | E01
                101        | p1b        | ADA         | ANN        | 1950-06-01 | A81002   | 2020-01-01 |            | E01
                102        | p2         | BEN         | BOB        | 1950-06-02 | A81001   | 2010-01-01 |            | E01
                103        | p3         | COX         | CAL        | 1912-06-03 | A81001   | 2010-01-01 |            | E01
                104        | p4         | DOE         | DOT        | 1950-06-04 | A81001   | 2010-01-01 |            | E02
                           | p5         | DOE         | DOT        | 1950-06-04 | A81001   | 2010-01-01 |            | E02
                106        | p6         | EVE         | EVA        | 1950-06-06 | A81001   | 2010-01-01 |            | E03
                107        | p7         | FOX         | FAY        | 1950-06-07 | A81001   | 2010-01-01 |            | E03
                108        | p8         | GOW         | GUS        | 1950-06-08 | A81001   | 2010-01-01 |            |
                109        | p9         | HAY         | HAL        | 1950-06-09 | A81001   | 2010-01-01 |            |
                110        | p10        | ICE         | IDA        | 1950-06-10 | A81001   | 2010-01-01 | 2025-03-30 | E01
                """)
            .Land("deaths", "nhs_number | source_id | death_date | registered_on\n102 | d1 | 2023-01-01 | 2023-01-05")
            .Land("areas", "area | population\nE01 | 3\nE02 | 2\nE03 | 5")
            .Land("community_contacts", "nhs_number | source_id | contact_date\n106 | a | 2019-06-01\n107 | b | 2024-06-01")
            .Run();
        flow.Warehouse.CreateTable(SqlScript.Load("measure_practice_list"));

        Assert.That(flow.Draw("select * exclude (year) from measure_practice_list"), Is.EqualTo(Table.Normal("""
            entries | people | at_two_practices | perhaps_twice | after_death | over_110 | not_seen | areas | area_entries | population
            10      | 9      | 1                | 1             | 1           | 1        | 6        | 2     | 6            | 5
            """)), "of E03 fewer than half are on the lists, so it is somebody else's area");
    }
}
