using Stratify.Costing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>Critical care is paid on top of its stay and is no stay of its own. Prices are those of the shipped book: XC05Z £2,573.37, DZ65H £2,930.20 for a long stay.</summary>
public sealed class CriticalCareSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice | start_date
        -----------+------------+------------+----------+-----------
        1          | p1         | 1940-05-17 | A81001   | 2010-01-01
        """;

    private const string Stay = """
        nhs_number | source_id | provider | spell_number | episode_order | admission_date | start_date | end_date   | discharge_date | method | patient_class | hrg   | cost
        1          | e1        | RA4      | S1           | 1             | 2024-03-20     | 2024-03-20 | 2024-03-25 |                | 21     | 1             | DZ65H |
        1          | e2        | RA4      | S1           | 2             | 2024-03-20     | 2024-03-25 | 2024-04-09 | 2024-04-09     | 21     | 1             | DZ65H |
        """;

    private static Flow Flow(string periods, string stays = Stay) => new Flow { Prices = PriceBook.Shipped("2024/25")! }
        .Land("gp_registrations", Register).Land("acute_inpatients", stays).Land("critical_care", periods).Run();

    [Test]
    public void A_period_costs_its_days_and_adds_neither_an_admission_nor_a_night_to_its_stay()
    {
        using var flow = Flow("""
            nhs_number | source_id | provider | spell_number | start_date | end_date   | organs
            1          | u1        | RA4      | S1           | 2024-04-02 | 2024-04-04 | 2
            """);

        Assert.Multiple(() =>
        {
            // 3 days × £2,573.37, beside the stay's own price.
            Assert.That(flow.Draw("select source_id, cost_pence, cost_basis from costed_event order by source_id"), Is.EqualTo(Table.Normal("""
                source_id | cost_pence | cost_basis
                RA4/e1    | 0          | in_spell
                RA4/e2    | 293020     | price
                RA4/u1    | 772011     | price
                """)));
            Assert.That(flow.Draw("select admissions, emergency_admissions, bed_days, cost_inpatient, settings_used from person_year"), Is.EqualTo(Table.Normal("""
                admissions | emergency_admissions | bed_days | cost_inpatient | settings_used
                1          | 1                    | 20       | 1065031        | 1
                """)));
            Assert.That(flow.Draw("select contacts from person_year_cost"), Is.EqualTo("contacts\n1"));
        });
    }

    [TestCase("S1", "RA4", "2024-03-20", "2024-03-24", "counted", Description = "before the year, as part of a stay that ends in it")]
    [TestCase("S9", "RA4", "2024-03-20", "2024-03-24", "out_of_period", Description = "no such stay was sent")]
    [TestCase("S1", "RA7", "2024-03-20", "2024-03-24", "out_of_period", Description = "another provider's number")]
    [TestCase("", "RA4", "2024-04-20", "2024-04-24", "counted", Description = "without a stay it counts on its own day")]
    [TestCase("S1", "RA4", "2024-04-02", "", "unfinished")]
    [TestCase("S1", "RA4", "2024-04-02", "2024-04-01", "ends_before_start")]
    public void It_counts_with_its_stay(string spell, string provider, string from, string to, string outcome)
    {
        using var flow = Flow($"""
            nhs_number | source_id | provider   | spell_number | start_date | end_date | organs
            1          | u1        | {provider} | {spell}      | {from}     | {to}     | 2
            """);

        Assert.That(flow.Draw("select outcome from event_outcome where dataset = 'critical_care'"), Is.EqualTo($"outcome\n{outcome}"));
    }

    [Test]
    public void A_day_on_which_a_person_moves_between_units_counts_once()
    {
        using var flow = Flow("""
            nhs_number | source_id | provider | spell_number | start_date | end_date   | organs
            1          | u1        | RA4      | S1           | 2024-04-02 | 2024-04-04 | 2
            1          | u2        | RA4      | S1           | 2024-04-04 | 2024-04-05 | 2
            1          | u3        | RA4      | S1           | 2024-04-03 | 2024-04-05 | 2
            1          | u4        | RA4      | S1           | 2024-04-07 | 2024-04-07 | 2
            """);

        // 2 to 5 April and the 7th are five days; u3 is first in order of start after u1 and takes the 5th alone.
        Assert.That(flow.Draw("select source_id, quantity, cost_pence from costed_event where source_id like '%u%' order by source_id"), Is.EqualTo(Table.Normal("""
            source_id | quantity | cost_pence
            RA4/u1    | 3        | 772011
            RA4/u2    | 0        | 0
            RA4/u3    | 1        | 257337
            RA4/u4    | 1        | 257337
            """)));
    }

    [TestCase("0", "", "", "", "177850", "price")]
    [TestCase("1", "", "01", "", "186281", "price")]
    [TestCase("6", "", "01", "", "340019", "price")]
    [TestCase("8", "", "01", "", "340019", "price", Description = "six or more")]
    [TestCase("2", "XC01Z", "01", "", "340019", "price", Description = "the sender's group comes before the count of organs")]
    [TestCase("2", "XB05Z", "04", "", "354786", "price")]
    [TestCase("2", "", "13", "", "202737", "average", Description = "organs say nothing of a newborn's group")]
    [TestCase("", "", "", "", "202737", "average")]
    [TestCase("2", "", "01", "250000", "257337", "price", Description = "what the sender says is paid for it stands beside the national price")]
    [TestCase("2", "", "13", "250000", "250000", "carried", Description = "and before an average")]
    public void A_day_costs_its_group(string organs, string group, string unit, string cost, string pence, string basis)
    {
        using var flow = Flow($"""
            nhs_number | source_id | provider | spell_number | start_date | end_date   | organs   | hrg     | unit_function | cost
            1          | u1        | RA4      | S1           | 2024-04-02 | 2024-04-02 | {organs} | {group} | {unit}        | {cost}
            """);

        Assert.That(flow.Draw("select cost_pence, cost_basis from costed_event where source_id = 'RA4/u1'"), Is.EqualTo($"cost_pence | cost_basis\n{pence} | {basis}"));
    }
}
