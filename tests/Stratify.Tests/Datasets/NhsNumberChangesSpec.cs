using Stratify.Engine;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>Superseded NHS numbers: every row is read under the newest, and a list that contradicts itself stops the run. The register has 9990000018, 9990000026 and 9990000034.</summary>
public sealed class NhsNumberChangesSpec
{
    private const string Chain = """
        NHS Number | Superseded By NHS Number | Change Date
        9990000042 | 9990000050               | 2019-03-01
        9990000050 | 9990000018               | 20230601
        9990000069 | 9990000026               |
        """;

    private const string Appointments = """
        NHS Number  | GP Appointments Primary Key | Appointment Date | StatusDescription | Cost
        9990000018  | a1                          | 2024-05-01       | Finished          | 1.00
        999 0000042 | a2                          | 2024-05-02       | Finished          | 2.00
        9990000050  | a3                          | 2024-05-03       | Finished          | 4.00
        9990000069  | a4                          | 2024-05-04       | Finished          | 8.00
        9990000034  | a5                          | 2024-05-05       | Finished          | 16.00
        """;

    private static RelatedJob Job(string changes = Chain) => new RelatedJob().Give("gp_appointments", Appointments).Give("nhs_number_changes", changes);

    [Test]
    public void A_row_under_an_old_number_is_of_whoever_has_the_newest_however_many_lie_between()
    {
        using var job = Job().Run();

        Assert.That(job.PersonYears("gp_appointments, cost"), Is.EqualTo(Table.Normal("""
            age | gp_appointments | cost
            ----+-----------------+-----
            74  | 3               | 700
            64  | 1               | 800
            54  | 1               | 1600
            """)));
    }

    [Test]
    public void Without_the_list_such_rows_are_nobody_s_and_nothing_is_counted_as_replaced()
    {
        using var job = new RelatedJob().Give("gp_appointments", Appointments).Run();

        Assert.Multiple(() =>
        {
            Assert.That(job.Draw("select reason, count(*) as events from person_link group by all order by all"), Is.EqualTo("reason | events\nnumber | 2\nnumber not on the register | 3"));
            Assert.That(job.Draw("select dataset, counted, reason from measure_check where check_name = 'number_replaced' and dataset in ('gp_appointments', 'gp_registrations') order by dataset"), Is.EqualTo(Table.Normal("""
                dataset          | counted | reason
                gp_appointments  | 0       | it needs a list of superseded NHS numbers, and rows with a number
                gp_registrations | 0       | it needs a list of superseded NHS numbers, and rows with a number
                """)));
        });
    }

    [Test]
    public void Rows_that_came_under_an_old_number_are_counted_by_dataset()
    {
        using var job = Job().Run();

        Assert.That(job.Draw("select dataset, violations, counted, outcome from measure_check where check_name = 'number_replaced' and counted > 0 order by dataset"), Is.EqualTo(Table.Normal("""
            dataset          | violations | counted | outcome
            gp_appointments  | 3          | 5       | not applicable
            gp_registrations | 0          | 3       | clean
            """)));
    }

    [TestCase("9990000042", Description = "given under the oldest number")]
    [TestCase("9990000050", Description = "given under one between")]
    [TestCase("9990000018", Description = "given under the newest")]
    public void Who_opted_out_under_one_number_opted_out_under_all(string number)
    {
        using var job = Job().OptOut(number).Run();

        Assert.Multiple(() =>
        {
            Assert.That(job.Draw("select dataset, outcome, row_count from landing_ledger where outcome = 'opted_out' order by dataset"), Is.EqualTo(Table.Normal("""
                dataset          | outcome   | row_count
                gp_appointments  | opted_out | 3
                gp_registrations | opted_out | 1
                """)));
            Assert.That(job.PersonYears("cost"), Is.EqualTo("age | cost\n64 | 800\n54 | 1600"));
        });
    }

    [Test]
    public void An_opt_out_reaches_the_tables_of_a_national_data_set()
    {
        using var job = new RelatedJob().OptOut("9990000018").Give("nhs_number_changes", Chain).Give("csds",
            ("CYP001", """
                NHS NUMBER | LOCAL PATIENT IDENTIFIER (EXTENDED) | PERSON BIRTH DATE | ORGANISATION IDENTIFIER (CODE OF PROVIDER)
                9990000042 | L1                                  | 1950-01-01        | RX1
                9990000069 | L2                                  | 1960-02-02        | RX1
                """),
            ("CYP101", """
                LOCAL PATIENT IDENTIFIER (EXTENDED) | SERVICE REQUEST IDENTIFIER | REFERRAL REQUEST RECEIVED DATE | ORGANISATION IDENTIFIER (CODE OF PROVIDER)
                L1                                  | R1                         | 2024-05-01                     | RX1
                L2                                  | R2                         | 2024-05-01                     | RX1
                """),
            ("CYP201", """
                SERVICE REQUEST IDENTIFIER | CARE CONTACT IDENTIFIER | CARE CONTACT DATE | ATTENDANCE STATUS | ORGANISATION IDENTIFIER (CODE OF PROVIDER)
                R1                         | C1                      | 2024-05-02        | 5                 | RX1
                R2                         | C2                      | 2024-05-02        | 5                 | RX1
                """)).Run();

        Assert.That(job.PersonYears("community_contacts"), Is.EqualTo("age | community_contacts\n64 | 1\n54 | 0"));
    }

    [Test]
    public void Two_spans_of_the_register_under_an_old_and_a_new_number_are_one_person()
    {
        using var job = new RelatedJob().Give("nhs_number_changes", Chain).Give("gp_registrations", """
            NHS Number | Patient Identifier | Surname | Forename | DOB        | GP Practice Code | Registration Start Date
            9990000042 | q1                 | Adams   | Ada      | 1950-01-01 | A81002           | 2024-10-01
            """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(job.PersonYears("practice, days_registered"), Is.EqualTo("age | practice | days_registered\n74 | A81002 | 365\n64 | A81001 | 365\n54 | A81001 | 365"));
            Assert.That(job.Warehouse.Count("select count(*) from person"), Is.EqualTo(3));
        });
    }

    [Test]
    public void Numbers_that_came_pseudonymised_change_as_plain_ones_do()
    {
        const string opaque = "encoding: utf-8\ncolumns:\n";
        using var job = new RelatedJob()
            .Put("register.yml", $"profile: r\ndataset: gp_registrations\n{opaque}  nhs_number: {{from: Key, kind: opaque}}\n  patient_id: Id\n  birth_date: Born\n  practice: Practice\n").Put("opaque.csv", "Key,Id,Born,Practice\nffee,z1,1980-04-04,A81001\n")
            .Put("changes.yml", $"profile: c\ndataset: nhs_number_changes\n{opaque}  old_number: {{from: Old, kind: opaque}}\n  new_number: {{from: New, kind: opaque}}\n").Put("changes.csv", "Old,New\n00aa,ffee\n")
            .Put("gp.yml", $"profile: g\ndataset: gp_appointments\n{opaque}  nhs_number: {{from: Key, kind: opaque}}\n  source_id: Id\n  appointment_date: Day\n  status: Status\n").Put("gp.csv", "Key,Id,Day,Status\n00aa,a1,2024-05-01,Finished\n")
            .Say("  - {dataset: gp_registrations, files: opaque.csv, profile: register.yml}").Say("  - {dataset: nhs_number_changes, files: changes.csv, profile: changes.yml}").Say("  - {dataset: gp_appointments, files: gp.csv, profile: gp.yml}").Say("pseudonymised: dsc-2024").Run();

        Assert.That(job.Draw("select age, gp_appointments from person_year where gp_appointments > 0"), Is.EqualTo("age | gp_appointments\n43 | 1"));
    }

    [Test]
    public void A_row_that_comes_again_under_the_newest_number_is_the_same_row_where_the_number_is_a_part_of_its_key()
    {
        using var job = Job()
            .Put("gp.yml", "profile: g\ndataset: gp_appointments\ncolumns:\n  nhs_number: Number\n  source_id: {key_of: [number, Day, Code]}\n  appointment_date: Day\n  status: Status\n")
            .Put("gp-1.csv", "Number,Day,Code,Status\n9990000042,2024-06-01,a,Finished\n9990000042,2024-06-01,b,Finished\n").Put("gp-2.csv", "Number,Day,Code,Status\n999 000 0018,2024-06-01,a,Finished\n")
            .Say("  - {dataset: gp_appointments, files: gp-*.csv, profile: gp.yml}").Run();

        Assert.That(job.Draw("select outcome, reason, sum(row_count)::bigint as row_count from landing_ledger where file like 'gp-%' group by all order by all"), Is.EqualTo(Table.Normal("""
            outcome   | reason | row_count
            duplicate | repeat | 1
            loaded    |        | 2
            read      |        | 3
            """)));
    }

    [Test]
    public void A_number_that_still_stands_a_step_told_twice_and_a_short_cut_contradict_nothing()
    {
        using var job = Job("""
            NHS Number | Superseded By NHS Number | Change Date
            9990000042 | 9990000050               | 2019-03-01
            9990000042 | 9990000050               | 2019-04-01
            9990000042 | 9990000018               |
            9990000050 | 9990000018               |
            9990000018 | 9990000018               |
            9990000026 |                          |
            """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(job.Draw("select cost from person_year where age = 74"), Is.EqualTo("cost\n700"));
            Assert.That(job.Draw("select outcome, reason, row_count from landing_ledger where dataset = 'nhs_number_changes' order by all"), Is.EqualTo(Table.Normal("""
                outcome   | reason     | row_count
                duplicate | superseded | 1
                loaded    |            | 5
                read      |            | 6
                """)));
        });
    }

    [Test]
    public void A_row_with_a_number_that_is_none_is_refused_and_not_guessed_at()
    {
        using var job = Job(Chain + """

            9990000043 | 9990000034               |
            9990000077 | 9.99E+09                 |
                       | 9990000034               |
            """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(job.Draw("select line, column_name, reason from reject order by line"), Is.EqualTo(Table.Normal("""
                line | column_name | reason
                5    | old_number  | not_an_nhs_number
                6    | new_number  | not_an_nhs_number
                7    | old_number  | blank
                """)));
            Assert.That(job.Notices.Select(notice => notice.Kind), Does.Contain(ProblemKinds.RowsRefused));
        });
    }

    [TestCase("9990000042,9990000018\n9990000069,9990000026\n9990000042,9990000034\n", "changes.csv:2: STR340: The NHS number of this line became two: see line 4.", Description = "one number, two new ones")]
    [TestCase("9990000042,9990000050\n9990000042,9990000018\n9990000050,9990000026\n", "changes.csv:2: STR340: The NHS number of this line became two: see line 3.", Description = "two by another way round")]
    [TestCase("9990000042,9990000050\n9990000050,9990000042\n", "changes.csv:2: STR340: 2 NHS numbers replace each other in a circle, from this line: see line 3.", Description = "a circle of two")]
    [TestCase("9990000077,9990000050\n9990000050,9990000069\n9990000069,9990000042\n9990000042,9990000050\n", "changes.csv:3: STR340: 3 NHS numbers replace each other in a circle, from this line: see line 4, line 5.", Description = "a way that leads into a circle")]
    public void A_list_that_contradicts_itself_stops_the_run_by_line(string rows, string says)
    {
        using var job = new RelatedJob().Put("changes.csv", "NHS Number,Superseded By NHS Number\n" + rows).Say("  - {dataset: nhs_number_changes, files: changes.csv}");
        var problems = Assert.Throws<ExtractException>(() => job.Run())!.Problems;

        Assert.Multiple(() =>
        {
            Assert.That(problems.Select(problem => problem.ToString().Split('\n')[0]), Is.EqualTo(new[] { says }));
            Assert.That(problems.Select(problem => problem.Hint), Has.All.StartWith("Take out the row that does not hold"));
        });
    }

    [Test]
    public void Columns_that_are_swapped_are_not_told_line_by_line_without_an_end()
    {
        var rows = Enumerable.Range(500, 40).Select(NhsNumber.TestNumber).Where(number => number > 0).Select(number => $"{number},9990000018\n{number},9990000026\n").ToList();
        using var job = new RelatedJob().Put("changes.csv", "NHS Number,Superseded By NHS Number\n" + string.Concat(rows)).Say("  - {dataset: nhs_number_changes, files: changes.csv}");
        var problems = Assert.Throws<ExtractException>(() => job.Run())!.Problems;

        Assert.Multiple(() =>
        {
            Assert.That(problems, Has.Count.EqualTo(11));
            Assert.That(problems[^1].Message, Is.EqualTo($"{rows.Count - 10} more of this kind follow."));
        });
    }

    [Test]
    public void Where_each_delivery_is_the_whole_list_the_last_stands_alone()
    {
        using var job = new RelatedJob().Give("gp_appointments", Appointments)
            .Put("changes-1.csv", "NHS Number,Superseded By NHS Number\n9990000042,9990000018\n9990000050,9990000018\n").Put("changes-2.csv", "NHS Number,Superseded By NHS Number\n9990000050,9990000026\n")
            .Say("  - {dataset: nhs_number_changes, files: changes-*.csv, delivery: replace}").Run();

        Assert.That(job.PersonYears("cost"), Is.EqualTo("age | cost\n74 | 100\n64 | 400\n54 | 1600"));
    }

    [Test]
    public void Rows_that_were_kept_from_the_last_run_are_read_again_when_the_newest_numbers_are_others()
    {
        using var job = Job();
        string Run()
        {
            var outcome = Stratify.Run.Execute(Planner.Read(job.Yaml()), new RunOptions(), new Progress<RunEvent>());
            using var warehouse = new Warehouse(new WarehouseOptions(outcome.Folder));
            return Table.Draw(warehouse.Query($"select age, gp_appointments as gp from read_parquet('{outcome.Folder}/restricted/person_year.parquet') order by age desc"));
        }

        var first = Run();
        job.Put("extract1.csv", "NHS Number,Superseded By NHS Number,Change Date\n9990000042,9990000034,\n");
        var second = Run();

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo("age | gp\n74 | 3\n64 | 1\n54 | 1"));
            Assert.That(second, Is.EqualTo("age | gp\n74 | 1\n64 | 0\n54 | 2"));
        });
    }

    [Test]
    public void The_law_sees_a_row_that_is_left_under_an_old_number()
    {
        using var job = Job();
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));
        var plan = Planner.Plan(Planner.Read(job.Yaml()));
        using var landing = new ExtractLanding(plan.Deliveries, plan.Landing);
        var stage = landing.ToStage();
        Stages.Run(stage with { Drops = [] }, warehouse);

        warehouse.Execute("insert into number_change select nhs_number, 0 from gp_appointments_landed where source_id = 'a5'");

        Assert.That(warehouse.Breaches(stage.Laws.Single(law => law.Name == "nobody_is_left_under_a_superseded_number")), Is.EqualTo(1));
    }
}
