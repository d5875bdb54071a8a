using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Whole submissions of adult social care Client Level Data. A day in residential care without a cost is £149.00.</summary>
public sealed class ClientLevelDataSpec
{
    private const string Costs = "select source_id, activity, days, cost_basis, cost_pence from costed_event join event using (dataset, source_id, activity) order by source_id";

    private RelatedJob _job = null!;

    [SetUp]
    public void Start() => _job = new RelatedJob();

    [TearDown]
    public void End() => _job.Dispose();

    [Test]
    public void Services_alone_cost_and_an_open_one_runs_to_the_end_of_the_year()
    {
        _job.Give("client_level_data", """
            LA Code | NHS Number | LA Person Unique Identifier | Event Type | Event Reference | Event Start Date | Event End Date | Client Type  | Service Type                           | Unit Cost | Cost Frequency (Unit Type) | Planned units per week
            905     | 9990000018 | 1                           | Request    | e1              | 01/03/2024       | 02/04/2024     | Service user |                                        |           |                            |
            905     | 9990000018 | 1                           | Assessment | e2              | 03/04/2024       | 03/04/2024     | Service user |                                        | 45        |                            |
            905     | 9990000018 | 1                           | Service    | e3              | 18/03/2025       |                | Service user | Long Term Support: Community           | 900.00    | Weekly                     |
            905     | 9990000018 | 1                           | Service    | e4              | 30/03/2025       |                | Service user | long term support: residential care    |           |                            |
            905     | 9990000018 | 1                           | Service    | e5              | 01/05/2024       | 01/05/2024     | Service user | Long Term Support: Community           | -250      | One-off                    | one-off
            905     | 9990000018 | 1                           | Review     | e6              | 01/06/2024       | 01/06/2024     | Service user |                                        |           |                            |
            905     | 9990000018 | 1                           | Service    | e7              | 31/03/2025       |                | Carer        | Carer Support: Direct to Carer         |           |                            |
            """).Run();

        Assert.Multiple(() =>
        {
            // 18 to 31 March is two weeks; 30 and 31 March are two days.
            Assert.That(_job.Draw(Costs), Is.EqualTo(Table.Normal("""
                source_id           | activity        | days | cost_basis | cost_pence
                905/1/e1/2024-03-01 | care_request    |      | not_costed | 0
                905/1/e2/2024-04-03 | care_assessment |      | not_costed | 0
                905/1/e3/2025-03-18 | care_service    | 14   | rate       | 180000
                905/1/e4/2025-03-30 | care_service    | 2    | price      | 29800
                905/1/e5/2024-05-01 | care_service    |      | carried    | 25000
                905/1/e6/2024-06-01 | care_review     |      | not_costed | 0
                905/1/e7/2025-03-31 | care_service    | 1    | price      | 2000
                """)));
            Assert.That(_job.PersonYears("cost_social_care, care_weeks"), Does.Contain("74 | 236800 | 2.4"));
        });
    }

    [Test]
    public void The_latest_submission_tells_what_it_covers_and_an_earlier_one_what_ended_before()
    {
        const string header = "LA Code | LA Person Unique Identifier | NHS Number | Reporting Period Start Date | Reporting Period End Date | Event Type | Event Reference | Event Start Date | Event End Date | Unit Cost | Cost Frequency (Unit Type)";
        _job.Give("client_level_data", $"""
            {header}
            905 | 1 | 9990000018 | 01/07/2023 | 30/06/2024 | Service | ended    | 01/04/2024 | 14/04/2024 | 70  | Weekly
            905 | 1 | 9990000018 | 01/07/2023 | 30/06/2024 | Service | restated | 01/06/2024 |            | 70  | Weekly
            905 | 1 | 9990000018 | 01/07/2023 | 30/06/2024 | Service | gone     | 01/06/2024 |            | 700 | Weekly
            905 | 1 | 9990000018 | 01/07/2023 | 30/06/2024 | Review  | early    | 20/05/2024 | 20/05/2024 |     |
            906 | 1 | 9990000026 | 01/07/2023 | 30/06/2024 | Service | theirs   | 01/06/2024 | 07/06/2024 | 70  | Weekly
            """);
        _job.Give("client_level_data", $"""
            {header}
            905 | 1 | 9990000018 | 01/06/2024 | 31/05/2025 | Service | restated | 01/06/2024 | 21/06/2024 | 140 | Weekly
            905 | 1 | 9990000018 | 01/06/2024 | 31/05/2025 | Review  | late     | 20/06/2024 | 20/06/2024 |     |
            """);
        _job.Run();

        Assert.Multiple(() =>
        {
            Assert.That(_job.Draw(Costs), Is.EqualTo(Table.Normal("""
                source_id                 | activity     | days | cost_basis | cost_pence
                905/1/early/2024-05-20    | care_review  |      | not_costed | 0
                905/1/ended/2024-04-01    | care_service | 14   | rate       | 14000
                905/1/late/2024-06-20     | care_review  |      | not_costed | 0
                905/1/restated/2024-06-01 | care_service | 21   | rate       | 42000
                906/1/theirs/2024-06-01   | care_service | 7    | rate       | 7000
                """)));
            Assert.That(_job.Draw("select dataset, extract, outcome, reason, row_count, pence from landing_ledger where extract > 1 order by all"), Is.EqualTo(Table.Normal("""
                dataset              | extract | outcome   | reason              | row_count | pence
                social_care_services | 2       | duplicate | inactive_submission | 2         | 77000
                social_care_services | 2       | loaded    |                     | 3         | 14000
                social_care_services | 2       | read      |                     | 5         | 91000
                social_care_services | 3       | loaded    |                     | 2         | 14000
                social_care_services | 3       | read      |                     | 2         | 14000
                """)));
        });
    }

    /// <summary>Events that end from January on, a hundred and more, and what may lie in the months before them.</summary>
    [TestCase(120, "", "1000", Description = "the later submission says a year and holds three months: what the earlier says of April stands")]
    [TestCase(90, "", "0", Description = "of too few events nothing is concluded, and the stated year stands")]
    [TestCase(120, "905 | 2 | 01/04/2024 | 31/03/2025 | Review | 02/04/2024 | 02/04/2024 | | |", "1000", Description = "one stray event does not cover a month")]
    [TestCase(120, "905 | 2 | 01/04/2024 | 31/03/2025 | Review | 02/04/2024 | 02/04/2024 | | |\n905 | 3 | 01/04/2024 | 31/03/2025 | Review | 02/04/2024 | 02/04/2024 | | |\n905 | 4 | 01/04/2024 | 31/03/2025 | Review | 02/04/2024 | 02/04/2024 | | |", "1000", Description = "nor do three of one kind")]
    [TestCase(120, "905 | 2 | 01/04/2024 | 31/03/2025 | Review | 02/04/2024 | 02/04/2024 | | |\n905 | 3 | 01/04/2024 | 31/03/2025 | Request | 02/04/2024 | 02/04/2024 | | |\n905 | 4 | 01/04/2024 | 31/03/2025 | Service | 02/04/2024 | 02/04/2024 | | |", "0", Description = "three of three kinds do")]
    public void A_submission_tells_of_the_months_that_it_holds_and_not_of_all_that_it_says(int events, string stray, string pence)
    {
        const string header = "LA Code | LA Person Unique Identifier | Reporting Period Start Date | Reporting Period End Date | Event Type | Event Start Date | Event End Date | NHS Number | Unit Cost | Cost Frequency (Unit Type)";
        string[] kinds = ["Request", "Assessment", "Service", "Review"];
        _job.Give("client_level_data", $"{header}\n905 | 1 | 01/07/2023 | 30/06/2024 | Service | 02/04/2024 | 08/04/2024 | 9990000018 | 10 | Weekly")
            .Give("client_level_data", $"{header}\n{stray}\n" + string.Concat(Enumerable.Range(0, events).Select(i => $"905 | {10 + i} | 01/04/2024 | 31/03/2025 | {kinds[i % 4]} | 0{1 + (i % 9)}/0{1 + (i % 3)}/2025 | 1{i % 9}/0{1 + (i % 3)}/2025 | | | \n")))
            .Run();

        Assert.That(_job.Draw("select cost_social_care from person_year where age = 74"), Is.EqualTo($"cost_social_care\n{pence}"));
    }

    [Test]
    public void A_service_that_stands_twice_counts_once_as_its_open_row_whatever_its_reference_and_another_cost_is_another_service()
    {
        _job.Give("client_level_data", """
            LA Code | LA Person Unique Identifier | NHS Number | Event Type | Event Reference | Event Start Date | Event End Date | Client Type  | Service Type                               | Service Component | Delivery Mechanism | Unit Cost | Cost Frequency (Unit Type)
            905     | 1                           | 9990000018 | Service    | a               | 25/03/2025       | 26/03/2025     | Unpaid carer | Unpaid carer support: Direct to unpaid carer | Direct payment    | Direct payment     | 70        | Weekly
            905     | 1                           | 9990000018 | Service    | b               | 25/03/2025       |                | Carer        | Carer support: Direct to carer             | Direct Payment    |                    | -70       | Weekly
            905     | 1                           | 9990000018 | Service    | b               | 25/03/2025       |                | Carer        | Carer support: Direct to carer             | Direct Payment    |                    | 140       | Weekly
            """).Run();

        Assert.That(_job.Draw(Costs), Is.EqualTo(Table.Normal("""
            source_id            | activity     | days | cost_basis | cost_pence
            905/1/b#2/2025-03-25 | care_service | 7    | rate       | 14000
            905/1/b/2025-03-25   | care_service | 7    | rate       | 7000
            """)));
    }

    [Test]
    public void A_number_that_is_left_out_is_the_one_that_the_council_gives_elsewhere_and_so_is_an_opt_out()
    {
        const string drawn = """
            LA Code | LA Person Unique Identifier | NHS Number | Event Type | Event Reference | Event Start Date | Event End Date | Unit Cost | Cost Frequency (Unit Type)
            905     | 1                           | 9990000018 | Review     | a               | 01/05/2024       | 01/05/2024     |           |
            905     | 1                           |            | Service    | b               | 01/05/2024       | 07/05/2024     | 70        | Weekly
            906     | 1                           |            | Service    | c               | 01/05/2024       | 07/05/2024     | 700       | Weekly
            """;
        using var withheld = new RelatedJob().OptOut("9990000018").Give("client_level_data", drawn).Run(dropping: false);
        _job.Give("client_level_data", drawn).Run();

        Assert.Multiple(() =>
        {
            Assert.That(_job.PersonYears("cost_social_care"), Does.Contain("74 | 7000\n64 | 0"));
            Assert.That(withheld.Draw("select source_id from event"), Is.EqualTo("source_id\n906/1/c/2024-05-01"));
            Assert.That(withheld.Draw("select outcome, reason, row_count from landing_ledger where dataset = 'social_care_services' order by all"), Is.EqualTo("outcome | reason | row_count\nloaded |  | 1\nopted_out |  | 1\nopted_out | related | 1\nread |  | 3"));
            Assert.That(withheld.Warehouse.Count("select count(*) from client_level_data_landed"), Is.EqualTo(1));
        });
    }

    [Test]
    public void A_council_s_services_come_to_the_same_flat_and_whole()
    {
        const string services = """
            LA Code | LA Person Unique Identifier | NHS Number | Event Reference | Event Start Date | Event End Date | Service Type                 | Unit Cost | Cost Frequency (Unit Type) | Planned units per week | Event Type
            905     | 1                           | 9990000018 | a               | 01/05/2024       |                | Long term support: Community | 22.40     | Hourly                     | 14.25                  | Service
            905     | 2                           | 9990000026 | b               | 01/05/2023       | 03/06/2024     | Long term support: Nursing care |        |                            |                        | Service
            905     | 3                           | 9990000034 | c               | 01/05/2024       | 03/06/2024     | Long term support: Community | 400       | 4-weekly                   |                        | Service
            """;
        using var flat = new RelatedJob().Give("social_care_services", services).Run();
        _job.Give("client_level_data", services).Run();

        Assert.That(_job.Draw("select * from person_year order by age"), Is.EqualTo(flat.Draw("select * from person_year order by age")));
    }
}
