using Stratify.Costing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A stay on a mental health ward that the trust also sends as admitted care: it counts once, by the night and the type of ward.</summary>
public sealed class SameStaySpec
{
    private static PriceBook Prices { get; } = new("test",
    [
        new Price("mental_health", "day", "200||", 100, 1, "2024/25", "by hand", "test"),
        new Price("inpatient", "spell", "|non_elective_long|", 5000, 1, "2024/25", "by hand", "test"),
        new Price("inpatient", "spell", "|non_elective_short|", 4000, 1, "2024/25", "by hand", "test"),
    ]);

    private static string Counted(string spell, string stay)
    {
        using var flow = new Flow { Prices = Prices }
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001\n2 | p2 | 1940-05-17 | A81001")
            .Land("acute_inpatients", $"nhs_number | source_id | provider | spell_number | start_date | end_date | discharge_date | method | main_specialty | treatment_function\n{spell}")
            .Land("mental_health_ward_stays", $"nhs_number | source_id | provider | start_date | end_date | ward_type\n{stay}")
            .Run();
        return flow.Draw("select dataset, outcome, coalesce(sum(cost_pence), 0)::bigint as pence from event_outcome left join costed_event using (dataset, row_id) group by all order by all")
            + "\n" + flow.Draw("select admissions, bed_days, cost_inpatient, cost_mental_health from person_year where cost > 0 or admissions > 0");
    }

    private const string Once = """
        dataset | outcome | pence
        acute_inpatients | also_ward_stay | 0
        mental_health_ward_stays | counted | 1000
        admissions | bed_days | cost_inpatient | cost_mental_health
        0 | 0 | 0 | 1000
        """;

    private const string Both = """
        dataset | outcome | pence
        acute_inpatients | counted | 5000
        mental_health_ward_stays | counted | 1000
        admissions | bed_days | cost_inpatient | cost_mental_health
        1 | 10 | 5000 | 1000
        """;

    private const string Stay = "1 | w1 | RXY | 2024-05-01 | 2024-05-11 | 200";

    [TestCase("1 | e1 | RXY | S1 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | 710 | ", Once, Description = "adult mental illness, the same nights")]
    [TestCase("1 | e1 | RXY01 | S1 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | | 725", Once, Description = "the trust's site, and the treatment function where no specialty is told")]
    [TestCase("1 | e1 | RXY | S1 | 2024-05-10 | 2024-05-20 | 2024-05-20 | 21 | 710 | ", Once, Description = "one night is shared")]
    [TestCase("1 | e1 | RXY | S1 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | | ", Once, Description = "nobody sleeps twice at one provider, and no specialty says otherwise")]
    [TestCase("1 | e1 | RXY | S1 | 2024-05-11 | 2024-05-21 | 2024-05-21 | 21 | 710 | ", Both, Description = "the stay began on the day on which the other ended")]
    [TestCase("1 | e1 | RXY | S1 | 2024-04-21 | 2024-05-01 | 2024-05-01 | 21 | 710 | ", Both, Description = "the stay ended on the day on which the other began")]
    [TestCase("1 | e1 | RXY | S1 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | 300 | ", Both, Description = "a general ward: the bed on the other is kept meanwhile")]
    [TestCase("1 | e1 | RA4 | S1 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | 710 | ", Both, Description = "another provider")]
    public void A_stay_that_two_data_sets_tell_of_is_the_ward_stay(string spell, string counted) => Assert.That(Counted(spell, Stay), Is.EqualTo(counted));

    [Test]
    public void All_episodes_of_the_spell_go_and_somebody_elses_spell_stays() =>
        Assert.That(Counted("""
            1 | e1 | RXY | S1 | 2024-05-01 | 2024-05-04 |            | 21 | 710 |
            1 | e2 | RXY | S1 | 2024-05-04 | 2024-05-11 | 2024-05-11 | 21 | 715 |
            2 | e3 | RXY | S2 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | 710 |
              | e4 | RXY | S3 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | 710 |
            """, Stay), Is.EqualTo("""
            dataset | outcome | pence
            acute_inpatients | also_ward_stay | 0
            acute_inpatients | counted | 10000
            mental_health_ward_stays | counted | 1000
            admissions | bed_days | cost_inpatient | cost_mental_health
            0 | 0 | 0 | 1000
            1 | 10 | 5000 | 0
            """), "A spell of nobody cannot be known to be the same");

    [Test]
    public void A_spell_with_a_while_on_a_general_ward_is_care_of_its_own() =>
        Assert.That(Counted("""
            1 | e1 | RXY | S1 | 2024-05-01 | 2024-05-04 |            | 21 | 300 |
            1 | e2 | RXY | S1 | 2024-05-04 | 2024-05-11 | 2024-05-11 | 21 | 710 |
            """, Stay), Is.EqualTo(Both));

    [Test]
    public void A_ward_stay_that_goes_on_tells_every_later_spell_and_one_without_a_night_none() => Assert.Multiple(() =>
    {
        Assert.That(Counted("1 | e1 | RXY | S1 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | 710 |", "1 | w1 | RXY | 2024-04-01 | | 200"), Does.Contain("also_ward_stay | 0").And.Contain("counted | 36500"));
        Assert.That(Counted("1 | e1 | RXY | S1 | 2024-05-01 | 2024-05-11 | 2024-05-11 | 21 | 710 |", "1 | w1 | RXY | 2024-05-02 | 2024-05-02 | 200"), Does.Contain("acute_inpatients | counted | 5000"));
    });
}
