using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>How episodes become spells, and spells stays: the cases of the domain reference, 2.3.4.</summary>
public sealed class SpellSpec
{
    private const string Ada = """
        nhs_number | patient_id | birth_date | practice | start_date
        1          | p1         | 1940-05-17 | A81001   | 2010-01-01
        """;

    private const string Header = "nhs_number | source_id | provider | spell_number | admission_date | start_date | end_date   | discharge_date | episode_order | episode_status | method | admission_source | discharge_method | discharge_destination | patient_class";

    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-03 | | 1 | 3 | 21 | 19 | 8 | 98 | 1
        1 | e2 | RA4 | | 2024-04-01 | 2024-04-03 | 2024-04-09 | | 2 | 3 | 21 | 19 | 1 | 19 | 1
        """, "8", 1, TestName = "A spell of two episodes")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-03 | | 1 | 3 | 21 | 19 | 8 | 98 | 1
        1 | e2 | RA4 | |            | 2024-04-03 | 2024-04-05 | | 2 | 3 | 21 | 19 | 1 | 19 | 1
        """, "4", 1, TestName = "A second episode without its admission goes on where the first did not end in a discharge")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-04 | | 1 | 3 | 21 | 19 | 1 | 51 | 1
        1 | e2 | RA7 | | 2024-04-05 | 2024-04-05 | 2024-04-12 | | 1 | 3 | 81 | 51 | 1 | 19 | 1
        """, "3, 7", 1, TestName = "A transfer on the next day is two spells and one stay")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-04 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        1 | e2 | RA4 | | 2024-04-06 | 2024-04-06 | 2024-04-07 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        """, "1, 3", 2, TestName = "An admission two days after a discharge is another stay")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-04 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        1 | e2 | RA4 | | 2024-04-04 | 2024-04-04 | 2024-04-06 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        """, "2, 3", 2, TestName = "An admission on the day of a discharge is another spell")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 | 2024-04-02 | | 1 | 3 | 21 | 19 | 1 | 19 | 1
        """, "1", 1, TestName = "Without a discharge date the last episode's end is the discharge")]
    [TestCase("""
        1 | e1 | RA4 | | 2024-04-01 | 2024-04-01 |            | | 1 | 1 | 21 | 19 |   |    | 1
        """, "", 0, TestName = "An unfinished episode is no spell yet")]
    [TestCase("""
        1 | e1 | RA401 | S1 | 2024-04-01 | 2024-04-01 | 2024-04-03 |            | 1 | 3 | 21 | 19 | 8 | 98 | 1
        1 | e2 | RA402 | S1 | 2024-04-01 | 2024-04-05 | 2024-04-09 | 2024-04-09 | 2 | 3 | 21 | 19 | 1 | 19 | 1
        1 | e3 | RA7   | S1 | 2024-04-02 | 2024-04-02 | 2024-04-04 | 2024-04-04 | 1 | 3 | 21 | 19 | 1 | 19 | 1
        """, "2, 8", 2, TestName = "A number is a spell of its trust, whatever the site, and of no other trust")]
    public void Episodes_are_joined(string episodes, string nights, int stays)
    {
        using var flow = Hospital(episodes).Run();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Warehouse.Query("select nights::bigint from spell order by nights").Rows.Select(row => row[0]), Is.EqualTo(nights.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)));
            Assert.That(flow.Warehouse.Count("select count(distinct stay_id) from continuous_stay"), Is.EqualTo(stays));
            Assert.That(flow.Warehouse.Count("select continuous_stays::bigint from person_year"), Is.EqualTo(stays));
        });
    }

    /// <summary>One episode in a hundred without a number is left to dates; two are too many to trust the others' numbers.</summary>
    [TestCase(1, null, "number", 99 + 1)]
    [TestCase(2, null, "dates", 100)]
    [TestCase(2, CostingSettings.ByNumber, "number", 98 + 2)]
    [TestCase(0, CostingSettings.ByDates, "dates", 100)]
    public void The_number_of_a_spell_is_used_where_nearly_all_have_one(int unnumbered, string? chosen, string method, int spells)
    {
        var first = new DateOnly(2024, 4, 1);
        var episodes = Enumerable.Range(0, 100).Select(i => $"1 | e{i} | RA4 | {(i < unnumbered ? "" : $"S{i}")} | {first.AddDays(3 * i):yyyy-MM-dd} | {first.AddDays(3 * i):yyyy-MM-dd} | {first.AddDays((3 * i) + 1):yyyy-MM-dd} | | 1 | 3 | 21 | 19 | 1 | 19 | 1");
        using var flow = Hospital(string.Join('\n', episodes), chosen).Run();

        Assert.That(flow.Draw("select method, (select count(*) from spell) as spells from spell_method"), Is.EqualTo($"method | spells\n{method} | {spells}"));
    }

    private static Flow Hospital(string episodes, string? spells = null) => new Flow { Costing = new() { Spells = spells } }
        .Land("gp_registrations", Ada)
        .Land("acute_inpatients", $"{Header}\n{episodes}");
}
