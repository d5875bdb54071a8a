using Stratify.Costing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>Ambulances, talking therapies and continuing care at the shipped prices of 2024/25; what they cost is worked by hand beside each case.</summary>
public sealed class FurtherCareSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice | start_date | death_date
        -----------+------------+------------+----------+------------+-----------
        1          | p1         | 1940-05-17 | A81001   | 2010-01-01 |
        2          | p2         | 1930-05-17 | A81001   | 2010-01-01 | 2024-06-30
        """;

    private static Flow Flow(string dataset, string drawn) =>
        new Flow { Prices = PriceBook.Shipped("2024/25")! }.Land("gp_registrations", Register).Land(dataset, drawn).Run();

    [TestCase("HEAR AND TREAT", "", "6237", "price")]
    [TestCase("SEE & TREAT", "", "36435", "price", Description = "written with a sign, it is the same")]
    [TestCase("SEE AND CONVEY", "", "48939", "price")]
    [TestCase("OTHER", "", "2759", "price")]
    [TestCase("", "", "27198", "average")]
    [TestCase("SEE AND CONVEY", "50000", "48939", "price", Description = "what the sender says is paid for it stands beside the national price")]
    [TestCase("", "50000", "50000", "carried", Description = "and before an average")]
    public void An_ambulance_incident_costs_what_was_done_and_is_emergency_care_without_being_an_attendance(string outcome, string cost, string pence, string basis)
    {
        using var flow = Flow("ambulance_incidents", $"""
            nhs_number | source_id | incident_date | outcome   | cost
            1          | b1        | 2024-06-01    | {outcome} | {cost}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select cost_pence, cost_basis from costed_event"), Is.EqualTo($"cost_pence | cost_basis\n{pence} | {basis}"));
            Assert.That(flow.Draw("select cost_emergency, ae_attendances, settings_used from person_year where not died"), Is.EqualTo($"cost_emergency | ae_attendances | settings_used\n{pence} | 0 | 1"));
        });
    }

    [TestCase("5", "01", "16816", "price")]
    [TestCase("6", "02", "17355", "price")]
    [TestCase("", "10", "13209", "price", Description = "no attendance status is attended")]
    [TestCase("5", "", "16949", "average")]
    [TestCase("5", "77", "16949", "average", Description = "a type of no list")]
    [TestCase("3", "02", "0", "not_costed")]
    public void A_talking_therapies_contact_costs_its_type_when_it_was_attended(string attended, string type, string pence, string basis)
    {
        using var flow = Flow("talking_therapies", $"""
            nhs_number | source_id | contact_date | attended   | appointment_type
            1          | t1        | 2024-06-01   | {attended} | {type}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select setting, cost_pence, cost_basis from costed_event"), Is.EqualTo($"setting | cost_pence | cost_basis\nmental_health | {pence} | {basis}"));
            Assert.That(flow.Draw("select mental_health_contacts from person_year where not died"), Is.EqualTo($"mental_health_contacts\n{(pence == "0" ? 0 : 1)}"));
        });
    }

    [TestCase("1", "CHC", "70000", "2024-04-01", "2024-04-07", "70000", "rate", Description = "£700 × 7/7")]
    [TestCase("1", "PHB", "100000", "2024-03-01", "2024-04-10", "142857", "rate", Description = "£1,000 × 10/7 = £1,428.571: the days before the year are another year's")]
    [TestCase("1", "JOINT", "21000", "2024-07-01", "", "822000", "rate", Description = "£210 × 274/7 = £8,220.00 to the end of the year")]
    [TestCase("2", "FAST TRACK", "98000", "2024-06-20", "", "154000", "rate", Description = "£980 × 11/7: it ends with the person")]
    [TestCase("1", "FNC", "", "2024-04-01", "2024-04-14", "47176", "price", Description = "two weeks of the national £235.88")]
    [TestCase("1", "FNC", "-100", "2024-04-01", "2024-04-07", "23588", "price", Description = "less than nought is not known")]
    [TestCase("1", "FNC", "32450", "2024-04-01", "2024-04-07", "32450", "rate", Description = "the higher rate, where the sender says so")]
    [TestCase("1", "CHC", "", "2024-04-01", "2024-04-07", "0", "unpriced", Description = "no national price, and never nought in silence")]
    public void A_package_of_continuing_care_costs_its_weeks_inside_the_year(string person, string type, string weekly, string from, string to, string pence, string basis)
    {
        using var flow = Flow("continuing_care", $"""
            nhs_number | commissioner | source_id | package_type | start_date | end_date | weekly_cost
            {person}   | QX1          | k1        | {type}       | {from}     | {to}     | {weekly}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select cost_pence, cost_basis from costed_event"), Is.EqualTo($"cost_pence | cost_basis\n{pence} | {basis}"));
            Assert.That(flow.Draw("select cost_continuing_care, cost_social_care, care_weeks from person_year where cost > 0 or (settings_used > 0)"), Is.EqualTo($"cost_continuing_care | cost_social_care | care_weeks\n{pence} | 0 | 0"));
        });
    }

    [Test]
    public void A_package_that_ends_before_it_starts_is_named_and_costs_nothing()
    {
        using var flow = Flow("continuing_care", """
            nhs_number | commissioner | source_id | package_type | start_date | end_date   | weekly_cost
            1          | QX1          | k1        | CHC          | 2024-07-01 | 2024-06-01 | 70000
            """);

        Assert.That(flow.Draw("select outcome from event_outcome"), Is.EqualTo("outcome\nends_before_start"));
    }
}
