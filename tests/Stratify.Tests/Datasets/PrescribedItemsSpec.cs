using Stratify.Datasets;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>Items dispensed: which of them cost the NHS something, what, and in which month.</summary>
public sealed class PrescribedItemsSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice | start_date | death_date
        -----------+------------+------------+----------+------------+-----------
        1          | p1         | 1940-05-17 | A81001   | 2010-01-01 |
        2          | p2         | 1930-05-17 | A81001   | 2010-01-01 | 2024-06-30
        """;

    [TestCase("1000", "930", "", "", "", "", "930", "carried", "1", Description = "the actual cost, not the list price")]
    [TestCase("1000", "", "", "", "", "", "1000", "carried", "1", Description = "the list price where there is no actual cost")]
    [TestCase("", "", "", "", "", "", "0", "unpriced", "1", Description = "never items times an average")]
    [TestCase("-1000", "-930", "", "", "", "", "-930", "carried", "1", Description = "a return nets off")]
    [TestCase("1000", "930", "false", "true", "false", "false", "930", "carried", "1")]
    [TestCase("1000", "930", "true", "", "", "", "0", "not_costed", "0", Description = "not dispensed")]
    [TestCase("1000", "930", "", "false", "", "", "0", "not_costed", "0", Description = "not paid")]
    [TestCase("1000", "930", "", "", "true", "", "0", "not_costed", "0", Description = "refused")]
    [TestCase("1000", "930", "", "", "", "true", "0", "not_costed", "0", Description = "private")]
    public void An_item_costs_what_the_NHS_paid_for_it(string list, string actual, string notDispensed, string paid, string disallowed, string isPrivate, string pence, string basis, string items)
    {
        using var flow = new Flow().Land("gp_registrations", Register).Land("prescribed_items", $"""
            nhs_number | source_id | processed_on | net_ingredient_cost | actual_cost | not_dispensed  | paid   | disallowed   | private
            1          | i1        | 2024-06-01   | {list}              | {actual}    | {notDispensed} | {paid} | {disallowed} | {isPrivate}
            """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select setting, cost_pence, cost_basis from costed_event"), Is.EqualTo($"setting | cost_pence | cost_basis\nprescribing | {pence} | {basis}"));
            Assert.That(flow.Draw("select cost_prescribing, prescriptions from person_year where practice = 'A81001' and not died"), Is.EqualTo($"cost_prescribing | prescriptions\n{pence} | {items}"));
        });
    }

    [Test]
    public void Amounts_are_in_pence_as_the_feed_has_them_and_a_file_in_pounds_is_refused_unless_its_profile_says_so()
    {
        const string header = "NHSNumber,ItemID,ProcessingPeriodDate,ItemNIC,ItemActualCost";
        var items = Catalogue.Find("prescribed_items")!;
        var pounds = Profile.ForNational(items) is var national ? national with { Columns = [.. national.Columns.Select(source => source.Column.InPence ? source with { InPence = false } : source)] } : null!;

        Assert.Multiple(() =>
        {
            Assert.That(LandedFiles.Of(items, null, ("1.csv", $"{header}\n9990000018,i1,2024-06-01,1000,930\n")).Pence, Is.EqualTo(930));
            Assert.That(LandedFiles.Of(items, null, ("1.csv", $"{header}\n9990000018,i1,2024-06-01,10.00,9.30\n")).Ledger, Is.EqualTo(new[] { "1.csv rejected too_many_decimals 1" }), "Read as pence it would be a hundredth");
            Assert.That(ExtractSample.Land(pounds, $"{header}\n9990000018,i1,2024-06-01,10.00,9.30").Landed.Single(), Does.EndWith("net_ingredient_cost=1000 actual_cost=930"));
        });
    }

    [Test]
    public void A_further_charge_bears_the_items_identifier_and_the_same_row_twice_is_one()
    {
        var landed = LandedFiles.Of(Catalogue.Find("prescribed_items")!, null, ("1.csv", "NHSNumber,ItemID,ProcessingPeriodDate,ItemCount,ItemActualCost\n"
            + "9990000018,i1,2024-06-01,1,930\n9990000018,i1,2024-06-01,0,20\n9990000018,i1,2024-06-01,1,930\n"));

        Assert.That((landed.Pence, landed.Ledger), Is.EqualTo((950L, new[] { "1.csv duplicate repeat 1", "1.csv loaded - 2" })));
    }

    [Test]
    public void Items_are_counted_not_rows_and_a_blank_count_is_one()
    {
        using var flow = new Flow().Land("gp_registrations", Register).Land("prescribed_items", """
            nhs_number | source_id | processed_on | items | actual_cost
            1          | i1        | 2024-06-01   | 3     | 300
            1          | i2        | 2024-06-01   | 0     | 20
            1          | i1        | 2024-07-01   |       | 100
            """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select cost_prescribing, prescriptions, gp_appointments, settings_used from person_year where not died"), Is.EqualTo("cost_prescribing | prescriptions | gp_appointments | settings_used\n420 | 4 | 0 | 1"));
            Assert.That(flow.Draw("select contacts from person_year_cost"), Is.EqualTo("contacts\n4"));
        });
    }

    // Claims are processed up to three months after the item was dispensed; thirty days after death are allowed as for everything.
    [TestCase("2024-07-01", "counted")]
    [TestCase("2024-10-30", "counted", Description = "dispensed on 30 July at the earliest, thirty days after the death")]
    [TestCase("2024-10-31", "after_death")]
    [TestCase("2024-03-31", "out_of_period")]
    public void What_is_claimed_soon_after_a_death_was_dispensed_before_it(string processed, string outcome)
    {
        using var flow = new Flow().Land("gp_registrations", Register).Land("prescribed_items", $"""
            nhs_number | source_id | processed_on | actual_cost
            2          | i1        | {processed}  | 930
            """).Run();

        Assert.That(flow.Draw("select outcome from event_outcome"), Is.EqualTo($"outcome\n{outcome}"));
    }

    [Test]
    public void An_item_without_a_number_keeps_its_cost_apart_from_people()
    {
        using var flow = new Flow().Land("gp_registrations", Register).Land("prescribed_items", """
            nhs_number | source_id | processed_on | actual_cost
                       | i1        | 2024-06-01   | 930
            """).Run();

        Assert.That(flow.Draw("select setting, reason, pence from unattributed_cost"), Is.EqualTo("setting | reason | pence\nprescribing | unlinked | 930"));
    }

    [Test]
    public void Where_nobody_sent_items_their_number_is_missing_and_not_nought()
    {
        using var flow = new Flow().Land("gp_registrations", Register).Run();

        Assert.That(flow.Draw("select distinct prescriptions from person_year"), Is.EqualTo("prescriptions\n"));
    }
}
