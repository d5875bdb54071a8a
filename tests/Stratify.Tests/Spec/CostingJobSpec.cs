using Stratify.Costing;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What a job may say of costing, and the price books that ship.</summary>
public sealed class CostingJobSpec
{
    [Test]
    public void A_job_costs_as_a_standard_unless_it_says_otherwise()
    {
        var (plain, told) = (Plan(""), Plan("costing: {cost: paid, mff: mff.csv, compare: snee-2024, average_limit: 0.25, control_totals: {inpatient: \"£123,000,000\", social_care: 7.5}}"));
        var (usual, other) = (plain.CostBy, told.CostBy);

        Assert.Multiple(() =>
        {
            Assert.That((usual.Way, usual.Factors.Count, usual.Compare, usual.ControlTotals.Count, plain.Costing.AverageLimit), Is.EqualTo(("standard", 0, (PriceBook?)null, 0, 0.1m)));
            Assert.That((other.Way, told.Costing.AverageLimit, other.Compare!.Name), Is.EqualTo(("paid", 0.25m, "snee-2024")));
            Assert.That(other.Factors, Is.EqualTo(new[] { new ProviderFactor("RA4", 1_083_100), new ProviderFactor("RJ1", 1_200_000) }));
            Assert.That(other.ControlTotals, Is.EqualTo(new[] { new ControlTotal("inpatient", "2024/25", 12_300_000_000), new ControlTotal("social_care", "2024/25", 750) }));
        });
    }

    [Test]
    public void Control_totals_of_several_years_come_in_a_file_that_says_the_year() =>
        Assert.That(Plan("costing: {control_totals: totals.csv}", "[2023/24, 2024/25]").CostBy.ControlTotals, Is.EqualTo(new[]
        {
            new ControlTotal("inpatient", "2023/24", 10_000_000_000), new ControlTotal("inpatient", "2024/25", 12_300_000_050),
        }));

    [TestCase("costing: {cost: cash}", "STR104")]
    [TestCase("costing: {average_limit: 10%}", "STR104")]
    [TestCase("costing: {average_limit: 1.1}", "STR104")]
    [TestCase("costing: {mff: none.csv}", "STR105")]
    [TestCase("costing: {mff: ../mff.csv}", "STR106")]
    [TestCase("costing: {mff: bad.csv}", "STR121 STR121 STR121 STR121", Description = "no provider, twice, no factor, too fine")]
    [TestCase("costing: {mff: empty.csv}", "STR121")]
    [TestCase("costing: {mff: totals.csv}", "STR121", Description = "other columns")]
    [TestCase("costing: {compare: 1999/00}", "STR108")]
    [TestCase("costing: {compare: 2024/25}", "STR104", Description = "the job's own book")]
    [TestCase("costing: {control_totals: [inpatient]}", "STR104")]
    [TestCase("costing: {control_totals: {inpatients: 5}}", "STR104")]
    [TestCase("costing: {control_totals: {inpatient: much, outpatient: 0, emergency: 1.234}}", "STR104 STR104 STR104")]
    [TestCase("costing: {control_totals: none.csv}", "STR105")]
    [TestCase("costing: {control_totals: totals.csv}", "STR122", Description = "a year that the run does not have")]
    public void What_cannot_be_used_of_it_is_said_with_its_place(string costing, string codes)
    {
        var problems = Assert.Throws<DefinitionException>(() => Plan(costing))!.Problems;

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', problems.Select(problem => problem.Kind.Code)), Is.EqualTo(codes));
            Assert.That(problems.Select(problem => problem.Place), Has.All.Not.Null);
        });
    }

    [Test]
    public void A_control_total_without_its_year_is_refused_where_a_run_has_several() =>
        Assert.That(Assert.Throws<DefinitionException>(() => Plan("costing: {control_totals: {inpatient: 5}}", "[2023/24, 2024/25]"))!.Problems.Single().Kind.Code, Is.EqualTo("STR104"));

    /// <summary>£51 face to face and £45 by telephone, whatever the minutes; one price for every team; hospitals as in the book that completes it (SNEEdocs, docs/costs.md).</summary>
    [Test]
    public void The_book_of_Suffolk_and_North_East_Essex_prices_a_contact_whole_and_leaves_hospitals_to_the_national_book()
    {
        using var flow = new Flow { Prices = PriceBook.Shipped("snee-2024")! }
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001")
            .Land("gp_appointments", """
                nhs_number | source_id | appointment_date | status   | clinician | mode         | planned_minutes
                1          | a         | 2024-05-01       | FINISHED | GP        | FACE TO FACE | 10
                1          | b         | 2024-05-01       | FINISHED | NURSE     | FACE TO FACE | 40
                1          | c         | 2024-05-01       | FINISHED | GP        | TELEPHONE    | 10
                1          | d         | 2024-05-01       | FINISHED | GP        |              | 10
                """)
            .Land("community_contacts", "nhs_number | source_id | contact_date | currency\n1 | e | 2024-05-01 | N02AF")
            .Land("mental_health_contacts", "nhs_number | source_id | contact_date | team\n1 | f | 2024-05-01 | A02")
            .Land("talking_therapies", "nhs_number | source_id | contact_date | appointment_type\n1 | g | 2024-05-01 | 01")
            .Land("mental_health_ward_stays", "nhs_number | source_id | spell | start_date | end_date | ward_type\n1 | h | s | 2024-05-01 | 2024-05-03 | 200")
            .Land("emergency_attendances", "nhs_number | source_id | arrival_date | hrg\n1 | i | 2024-05-01 | VB08Z")
            .Run();

        Assert.That(flow.Draw("select source_id, cost_pence from costed_event order by source_id"), Is.EqualTo(Table.Normal("""
            source_id | cost_pence
            a | 5100
            b | 5100
            c | 4500
            d | 4500
            e | 8400
            f | 27500
            g | 13900
            h | 112800
            i | 26919
            """)));
    }

    /// <summary>£342 a contact and £80 of 2021/22, by the deflator × 1.1723 (domain reference 4.3 (i)).</summary>
    [Test]
    public void A_book_of_another_year_is_brought_to_the_year_of_the_book_that_completes_it()
    {
        var book = PriceBook.Shipped("system-p-2021")!;

        Assert.Multiple(() =>
        {
            Assert.That(book.Years, Is.EqualTo(new[] { "2024/25" }));
            Assert.That(book.Prices.Single(price => price is { Setting: "mental_health", Unit: "contact" }).Pence, Is.EqualTo(34200 * 1.1723).Within(5));
            Assert.That(book.Prices.Single(price => price is { Setting: "community", Unit: "contact" }).Pence, Is.EqualTo(8000 * 1.1723).Within(2));
            Assert.That(book.Prices.Count(price => price.Setting == "inpatient"), Is.EqualTo(PriceBook.Shipped("2024/25")!.Prices.Count(price => price.Setting == "inpatient")));
        });
    }

    [Test]
    public void Every_book_that_ships_is_of_one_year_and_each_of_its_prices_names_a_source() =>
        Assert.That(ShippedBooks.Names.Select(name => PriceBook.Shipped(name)!), Has.All.Matches<PriceBook>(book => book!.Years.Count == 1 && book.Prices.All(price => price.Source.Length > 0 && price.Status.Length > 0)));

    [Test]
    public void A_book_cannot_price_an_appointment_whole_and_by_the_minute() =>
        Assert.That(Assert.Throws<DefinitionException>(() => PriceBook.Read(new MemoryStream("setting,key1,key2,key3,unit,per,price,price_year,source,status\nprimary_care,,,,minute,60,47.00,2024/25,a,b\nprimary_care,,,,appointment,1,45.00,2024/25,a,b\n"u8.ToArray()), "mine", "mine.csv"))!
            .Problems.Select(problem => problem.Kind.Code), Is.EqualTo(new[] { "STR111" }));

    [TestCase("inpatient,HN12E,elective,,excess_day,1,407.00,2017/18,a,b,41", "")]
    [TestCase("inpatient,HN12E,elective,,excess_day,1,407.00,2017/18,a,b,", "STR111", Description = "beyond which day?")]
    [TestCase("inpatient,HN12E,elective,,spell,1,407.00,2017/18,a,b,41", "STR111", Description = "a stay has no trim point of its own")]
    [TestCase("inpatient,HN12E,elective,,excess_day,1,407.00,2017/18,a,b,six weeks", "STR111")]
    public void A_trim_point_is_of_a_day_beyond_it(string row, string codes)
    {
        using var book = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"setting,key1,key2,key3,unit,per,price,price_year,source,status,trim_point\n{row}\n"));
        try
        {
            Assert.That(PriceBook.Read(book, "mine", "mine.csv").Prices.Single().TrimPoint, Is.EqualTo(41));
            Assert.That(codes, Is.Empty);
        }
        catch (DefinitionException wrong)
        {
            Assert.That(string.Join(' ', wrong.Problems.Select(problem => problem.Kind.Code)), Is.EqualTo(codes));
        }
    }

    private static RunPlan Plan(string costing, string period = "2024/25")
    {
        using var folder = new TemporaryFolder();
        folder.File("register.csv", "");
        folder.File("pseudonym.key", "public: a key of at least thirty-two bytes");
        folder.File("mff.csv", "provider,mff\nRA4,1.0831\nrj1,1.2\n");
        folder.File("bad.csv", "provider,mff\n,1.1\nRA4,1.1\nRA4,1.2\nRB1,12%\nRC1,1.1234567\n");
        folder.File("empty.csv", "provider,mff\n");
        folder.File("totals.csv", "setting,pounds,year\ninpatient,\"£100,000,000\",2023/24\ninpatient,123000000.50,2024/25\n");
        return Planner.Plan(JobReader.Read(folder.File("stratify.yml", $$"""
            version: 1
            name: test
            period: {{period}}
            extracts: [{dataset: gp_registrations, files: register.csv}]
            key_file: pseudonym.key
            {{costing}}
            """)));
    }
}
