using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>
/// What became of each of the forty. The pounds are worked out by hand from the price book, as the village's README says beside
/// each name; nothing here was copied from what the engine gave.
/// </summary>
public sealed class VillageStories
{
    [Test]
    public void Everyone_in_the_village_costs_what_their_story_says() =>
        Assert.That(Village.Draw($"""
            select number, who, age, days_registered as days, {Pounds("primary_care")} as gp, {Pounds("prescribing")} as items, {Pounds("inpatient")} as inpatient, {Pounds("outpatient")} as outpatient,
                {Pounds("emergency")} as emergency, {Pounds("community")} as community, {Pounds("mental_health")} as mental, {Pounds("social_care")} as care, {Pounds("continuing_care")} as continuing,
                settings_used as used, (cost / 100.0)::decimal(12, 2)::varchar as cost
            from published_person_year join villager using (person_id) order by number
            """), Is.EqualTo(Table.Normal("""
            number | who          | age | days | gp     | items | inpatient | outpatient | emergency | community | mental  | care     | continuing | used | cost
            -------+--------------+-----+------+--------+-------+-----------+------------+-----------+-----------+---------+----------+------------+------+---------
            1      | Ada Adams    | 34  | 365  |        |       |           |            |           |           |         |          |            | 0    | 0.00
            2      | Bess Brook   | 0   | 183  |        |       |           |            |           | 116.05    |         |          |            | 1    | 116.05
            3      | Cal Carter   | 27  | 365  | 48.75  |       |           |            |           |           |         |          |            | 1    | 48.75
            4      | Dan Dyer     | 24  | 91   |        |       |           |            | 308.88    |           |         |          |            | 1    | 308.88
            6      | Fay Fisher   | 30  | 1    | 37.00  |       |           |            |           |           |         |          |            | 1    | 37.00
            7      | Gus Gale     | 45  | 365  | 74.00  |       |           |            |           |           |         |          |            | 1    | 74.00
            8      | Ivy Iles     | 23  | 365  | 37.00  |       |           |            |           |           |         |          |            | 1    | 37.00
            9      | Ivy Iles     | 23  | 365  | 7.83   |       |           |            |           |           |         |          |            | 1    | 7.83
            10     | Jo Jones     | 38  | 365  |        |       |           |            | 182.12    |           |         |          |            | 1    | 182.12
            11     | Kit King     | 13  | 365  |        |       |           | 190.00     |           |           |         |          |            | 1    | 190.00
            12     | Lou Lane     | 51  | 365  | 37.00  |       |           |            |           |           |         |          |            | 1    | 37.00
            14     | Quin Quick   | 20  | 365  | 7.83   |       |           |            |           |           |         |          |            | 1    | 7.83
            15     | Mia Marsh    | 29  | 365  | 37.00  | 8.88  |           |            | 269.19    |           |         |          |            | 3    | 315.07
            16     | Ned Noble    | 40  | 365  | 37.00  |       |           |            |           | 59.65     | 1023.78 |          |            | 3    | 1120.43
            17     | Rob Rowe     | 48  | 365  | 11.75  | 1.84  |           |            |           |           |         |          |            | 2    | 13.59
            18     | Sue Swan     | 59  | 365  |        | 3.10  |           | 223.00     |           |           |         |          |            | 2    | 226.10
            19     | Tom Tate     | 15  | 365  | 37.00  |       |           |            |           |           |         |          |            | 1    | 37.00
            20     | Una Upton    | 67  | 365  |        |       | 1414.06   | 123.00     |           |           |         |          |            | 2    | 1537.06
            21     | Vic Vale     | 33  | 365  |        |       |           |            | 1587.84   |           |         |          |            | 1    | 1587.84
            22     | Wyn West     | 54  | 365  |        | 2.95  |           | 324.00     |           |           |         |          |            | 2    | 326.95
            23     | Xan Xu       | 37  | 365  |        |       |           |            |           |           | 10553.28 |          |            | 1    | 10553.28
            24     | Yara Young   | 26  | 365  |        |       |           |            |           |           | 409.60  | 15642.86 | 2730.00    | 3    | 18782.46
            25     | Zeb Zane     | 71  | 365  |        |       | 8104.50   | 344.00     |           | 158.12    |         |          |            | 3    | 8606.62
            26     | Amy Ash      | 48  | 365  |        |       | 620.41    |            | 503.29    |           | 169.49  |          |            | 3    | 1293.19
            27     | Bert Bond    | 74  | 365  |        |       | 2930.20   |            | 1173.07   |           |         |          |            | 2    | 4103.27
            28     | Cleo Cole    | 62  | 365  | 37.00  |       | 7703.68   |            |           |           |         |          |            | 2    | 7740.68
            29     | Dot Dunn     | 80  | 365  | 37.00  |       |           |            |           |           |         | 180.50   |            | 2    | 217.50
            30     | Edd Eden     | 69  | 365  |        |       |           |            | 872.61    |           |         |          |            | 1    | 872.61
            31     | Siân O'Neill | 65  | 365  | 37.00  |       |           |            |           | 59.65     |         | 2340.00  |            | 4    | 2436.65
            32     | Gil Gray     | 76  | 365  |        |       | 10058.27  |            |           |           |         | 420.00   |            | 2    | 10478.27
            33     | Hal Hill     | 77  | 365  | 52.67  | 17.20 | 12989.96  | 166.00     | 515.45    | 178.95    | 278.91  | 2240.00  |            | 8    | 16439.14
            34     | Iris Ivory   | 84  | 365  |        |       | 9034.70   |            | 1179.98   | 158.12    |         | 6720.00  |            | 4    | 17092.80
            35     | Jack Judd    | 88  | 259  | 9.50   | 8.80  | 5419.95   |            |           | 59.65     |         | 11324.00 | 1540.00    | 6    | 18361.90
            36     | Kath Kemp    | 83  | 365  | 111.00 |       |           |            | 731.84    |           | 252.50  | 54385.00 |            | 4    | 55480.34
            37     | Len Lamb     | 90  | 365  |        | 27.30 |           | 205.00     |           | 59.65     |         | 65178.57 | 12299.46   | 5    | 77769.98
            38     | Mary Mead    | 79  | 365  |        |       | 815.40    |            | 503.29    |           |         | 12961.25 |            | 3    | 14279.94
            39     | Nora Nash    | 85  | 344  |        |       |           | 223.00     | 391.24    |           |         | 19600.00 |            | 3    | 20214.24
            40     | Olive Oak    | 82  | 365  | 148.00 |       | 8394.08   |            | 1590.37   |           |         | 4500.00  |            | 4    | 14632.45
            """)));

    [Test]
    public void What_is_paid_for_two_of_them_is_not_what_it_costs_as_a_standard() =>
        Assert.That(Village.Draw("""
            select number, who, (cost / 100.0)::decimal(12, 2)::varchar as cost, (paid_cost / 100.0)::decimal(12, 2)::varchar as paid, (standard_cost / 100.0)::decimal(12, 2)::varchar as standard
            from published_person_year join villager using (person_id) where paid_cost <> standard_cost order by number
            """), Is.EqualTo(Table.Normal("""
            number | who       | cost    | paid    | standard
            18     | Sue Swan  | 226.10  | 228.10  | 226.10
            28     | Cleo Cole | 7740.68 | 4358.09 | 7740.68
            """)));

    [Test]
    public void Hospital_stays_and_weeks_of_care_are_those_of_their_stories() =>
        Assert.That(Village.Draw("""
            select number, who, gp_appointments as gp, admissions, emergency_admissions as emergency, elective_admissions as elective, bed_days as nights,
                outpatient_attendances as outpatient, ae_attendances as ae, community_contacts as community, mental_health_contacts as mental, care_weeks::varchar as weeks
            from published_person_year join villager using (person_id) where admissions + ae_attendances + care_weeks + mental_health_contacts > 0 order by number
            """), Is.EqualTo(Table.Normal("""
            number | who          | gp | admissions | emergency | elective | nights | outpatient | ae | community | mental | weeks
            -------+--------------+----+------------+-----------+----------+--------+------------+----+-----------+--------+------
            4      | Dan Dyer     | 0  | 0          | 0         | 0        | 0      | 0          | 2  | 0         | 0      | 0.0
            10     | Jo Jones     | 0  | 0          | 0         | 0        | 0      | 0          | 1  | 0         | 0      | 0.0
            15     | Mia Marsh    | 1  | 0          | 0         | 0        | 0      | 0          | 1  | 0         | 0      | 0.0
            16     | Ned Noble    | 1  | 0          | 0         | 0        | 0      | 0          | 0  | 1         | 5      | 0.0
            20     | Una Upton    | 0  | 1          | 0         | 1        | 0      | 1          | 0  | 0         | 0      | 0.0
            21     | Vic Vale     | 0  | 0          | 0         | 0        | 0      | 0          | 6  | 0         | 0      | 0.0
            23     | Xan Xu       | 0  | 0          | 0         | 0        | 0      | 0          | 0  | 0         | 4      | 0.0
            24     | Yara Young   | 0  | 0          | 0         | 0        | 0      | 0          | 0  | 0         | 1      | 52.1
            25     | Zeb Zane     | 0  | 1          | 0         | 1        | 3      | 2          | 0  | 2         | 0      | 0.0
            26     | Amy Ash      | 0  | 1          | 1         | 0        | 1      | 0          | 1  | 0         | 1      | 0.0
            27     | Bert Bond    | 0  | 1          | 1         | 0        | 2      | 0          | 1  | 0         | 0      | 0.0
            28     | Cleo Cole    | 1  | 1          | 0         | 1        | 2      | 0          | 0  | 0         | 0      | 0.0
            29     | Dot Dunn     | 1  | 0          | 0         | 0        | 0      | 0          | 0  | 0         | 0      | 26.0
            30     | Edd Eden     | 0  | 0          | 0         | 0        | 0      | 0          | 1  | 0         | 0      | 0.0
            31     | Siân O'Neill | 1  | 0          | 0         | 0        | 0      | 0          | 0  | 1         | 0      | 13.0
            32     | Gil Gray     | 0  | 1          | 1         | 0        | 9      | 0          | 0  | 0         | 0      | 2.0
            33     | Hal Hill     | 2  | 1          | 1         | 0        | 8      | 1          | 1  | 3         | 1      | 8.0
            34     | Iris Ivory   | 0  | 1          | 1         | 0        | 22     | 0          | 1  | 2         | 0      | 6.0
            35     | Jack Judd    | 1  | 1          | 1         | 0        | 5      | 0          | 0  | 1         | 0      | 10.9
            36     | Kath Kemp    | 2  | 0          | 0         | 0        | 0      | 0          | 1  | 0         | 1      | 52.1
            37     | Len Lamb     | 0  | 0          | 0         | 0        | 0      | 1          | 0  | 1         | 0      | 52.1
            38     | Mary Mead    | 0  | 1          | 1         | 0        | 1      | 0          | 1  | 0         | 0      | 52.1
            39     | Nora Nash    | 0  | 0          | 0         | 0        | 0      | 1          | 1  | 0         | 0      | 20.0
            40     | Olive Oak    | 4  | 3          | 3         | 0        | 14     | 0          | 3  | 0         | 0      | 30.0
            """)));

    [Test]
    public void Nobody_is_made_up_and_nobody_is_lost() => Assert.Multiple(() =>
    {
        // Forty, less Eli who had left before the year and Pat who opted out.
        Assert.That(Village.Count("select count(*) from published_person_year"), Is.EqualTo(38));
        Assert.That(Village.Count("select count(*) from published_person_year anti join villager using (person_id)"), Is.Zero);
        Assert.That(Village.Draw("select who from published_person_year join villager using (person_id) where died order by number"), Is.EqualTo("who\nJack Judd\nNora Nash"));
    });

    [Test]
    public void Where_people_live_is_what_the_register_says_and_else_what_the_look_ups_know() => Assert.Multiple(() =>
    {
        Assert.That(Village.Draw("""
            select number, who, practice, sub_icb, neighbourhood, area, local_authority, deprivation_decile as decile
            from published_person_year join villager using (person_id) where number in (1, 3, 6, 21, 22) order by number
            """), Is.EqualTo(Table.Normal("""
            number | who        | practice | sub_icb | neighbourhood | area      | local_authority | decile
            1      | Ada Adams  | X99001   | X9A     | Upper Village | E01990301 | E07999001       | 3
            3      | Cal Carter | X99002   | X9A     | Lower Village | E01990702 | E07999001       | 7
            6      | Fay Fisher | X99002   | X9A     | Lower Village | E01990702 | E07999001       | 7
            21     | Vic Vale   | X99001   | X9A     | Upper Village | E01990999 |                 |
            22     | Wyn West   | X99002   | X9A     | Lower Village | E01990702 | E07999001       | 4
            """)));
        // Forty rows of the register are loaded; Vic's area is in no list, and two rows have no decile to hold the look-up's against.
        Assert.That(Village.Draw("select check_name, violations, counted from measure_check where dataset = 'gp_registrations' and check_name in ('practice_unknown', 'area_unknown', 'deprivation_contradicted') order by check_name"), Is.EqualTo(Table.Normal("""
            check_name               | violations | counted
            area_unknown             | 1          | 40
            deprivation_contradicted | 1          | 38
            practice_unknown         | 0          | 40
            """)));
    });

    [Test]
    public void Rows_under_numbers_that_were_replaced_are_counted_by_their_senders() =>
        Assert.That(Village.Draw("select dataset, violations as replaced from measure_check where check_name = 'number_replaced' and violations > 0 order by dataset"), Is.EqualTo(Table.Normal("""
            dataset               | replaced
            acute_inpatients      | 1
            acute_outpatients     | 1
            emergency_attendances | 1
            """)));

    private static string Pounds(string setting) => $"(nullif(cost_{Setting.Of(setting).Name}, 0) / 100.0)::decimal(12, 2)::varchar";
}
