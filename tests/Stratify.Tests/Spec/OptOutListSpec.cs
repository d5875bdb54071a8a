using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The list of those who said no is read whole or nothing is, and one that is too old stops the run.</summary>
public sealed class OptOutListSpec
{
    private static readonly DateOnly Today = new(2025, 4, 10);

    [TestCase("9990000131\n", 1)]
    [TestCase("NHS Number\n9990000131\n", 1)]
    [TestCase("\"nhs_number\"\r\n\"999 000 0131\",\r\n\r\n9990000018\r\n", 2)]
    [TestCase("9990000131,\n9990000018,\n", 2, Description = "as the check for national data opt-outs writes it")]
    [TestCase("", 0)]
    public void A_list_has_one_number_a_line_with_or_without_a_header(string list, int people) =>
        Assert.That(Plan(list).Landing.OptedOut, Has.Count.EqualTo(people));

    [TestCase("9990000132\n9990000018\n", 1, Description = "a first line with a slip in its number is no header")]
    [TestCase("999000013\n", 1)]
    [TestCase("NHS Number\n9990000132\n", 2)]
    [TestCase("NHS Number\nPat Pope\n", 2)]
    public void A_line_that_is_no_number_stops_the_run_since_it_could_be_somebody_who_said_no(string list, int line)
    {
        var problems = Assert.Throws<DefinitionException>(() => Plan(list))!.Problems;

        Assert.That(problems.Select(problem => (problem.Kind, problem.Place?.Line)), Is.EqualTo(new[] { (ProblemKinds.OptOutWrong, (int?)line) }));
    }

    [TestCase("{file: optouts.csv, dated: 2025-03-20}", true, Description = "21 days")]
    [TestCase("{file: optouts.csv, dated: 2025-03-19}", false, Description = "22 days")]
    [TestCase("{file: optouts.csv, dated: 2025-04-03, max_age_days: 7}", true)]
    [TestCase("{file: optouts.csv, dated: 2025-04-02, max_age_days: 7}", false)]
    [TestCase("{file: optouts.csv, dated: 2025-04-11}", true, Description = "tomorrow, elsewhere")]
    [TestCase("{file: optouts.csv, dated: 2025-05-10}", false, Description = "no list is of next month")]
    [TestCase("{file: lists/optouts-20250401.csv, dated: yyyyMMdd}", true)]
    [TestCase("{file: lists/optouts-20250101.csv, dated: yyyyMMdd}", false)]
    [TestCase("{file: lists/*.csv, dated: yyyyMMdd}", true, Description = "the newest of them stands")]
    [TestCase("[{file: lists/optouts-20250401.csv, dated: yyyyMMdd}, {file: optouts.csv, dated: 2024-04-01}]", false, Description = "one of two is stale")]
    [TestCase("optouts.csv", true, Description = "undated: nobody can say")]
    public void A_list_may_be_as_old_as_the_job_lets_it_be_on_the_day_of_the_run(string optOut, bool goes)
    {
        using var folder = Folder("9990000131\n", optOut);
        var job = JobReader.Read(Path.Combine(folder.Path, "stratify.yml"));

        if (goes) { Assert.That(() => GovernanceNotices.RefuseStaleLists(job, Today), Throws.Nothing); }
        else { Assert.That(Assert.Throws<DefinitionException>(() => GovernanceNotices.RefuseStaleLists(job, Today))!.Problems.Single().Kind, Is.EqualTo(ProblemKinds.OptOutStale)); }
    }

    [TestCase("{file: lists/*.csv}", "STR104", Description = "which of two")]
    [TestCase("{dated: 2025-03-20}", "STR103")]
    [TestCase("{file: optouts.csv, allowed: optouts.csv}", "STR103")]
    [TestCase("{file: optouts.csv, dated: yesterday}", "STR104")]
    [TestCase("{file: optouts.csv, dated: yyyyMMdd}", "STR104", Description = "no date in the name")]
    [TestCase("{file: optouts.csv, max_age: 3}", "STR102")]
    [TestCase("{file: gone.csv, dated: 2025-03-20}", "STR105")]
    [TestCase("{file: ../optouts.csv}", "STR106")]
    public void A_list_that_is_said_wrongly_is_told_by_its_code(string optOut, string code)
    {
        using var folder = Folder("9990000131\n", optOut);

        Assert.That(Assert.Throws<DefinitionException>(() => JobReader.Read(Path.Combine(folder.Path, "stratify.yml")))!.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { code }));
    }

    [Test]
    public void Of_a_list_of_those_who_may_be_used_everybody_else_is_withheld_and_rows_without_a_number_are_nobodys_to_withhold()
    {
        using var job = new RelatedJob().Put("allowed.dat", "9990000018,\n9990000034,\n").Give("gp_appointments", """
            NHS Number | GP Appointments Primary Key | Appointment Date | StatusDescription
            9990000018 | a1             | 2024-05-01       | Finished
            9990000026 | a2             | 2024-05-01       | Finished
                       | a3             | 2024-05-01       | Finished
            """).Say("opt_out: {allowed: allowed.dat, dated: 2025-04-01}").Run();

        Assert.That(job.Draw("select dataset, outcome, row_count from landing_ledger where outcome in ('loaded', 'opted_out') order by all"), Is.EqualTo(Table.Normal("""
            dataset          | outcome   | row_count
            gp_appointments  | loaded    | 2
            gp_appointments  | opted_out | 1
            gp_registrations | loaded    | 2
            gp_registrations | opted_out | 1
            """)));
    }

    [Test]
    public void Who_said_no_on_one_list_and_is_allowed_by_another_said_no()
    {
        var plan = Plan("9990000131\n", "[optouts.csv, {allowed: lists/optouts-20250401.csv}, {allowed: lists/optouts-20250101.csv}]");

        Assert.Multiple(() =>
        {
            Assert.That(plan.Landing.OptedOut, Has.Count.EqualTo(1));
            Assert.That(plan.Landing.Allowed, Has.Count.EqualTo(1), "who is on both of two lists");
        });
    }

    [Test]
    public void An_undated_list_and_a_job_without_a_legal_basis_are_told_unless_everybody_is_invented()
    {
        using var folder = Folder("9990000131\n", "optouts.csv");
        var job = Path.Combine(folder.Path, "stratify.yml");
        var invented = Planner.Plan(JobReader.Read(job)).Notices;
        folder.Guarded("pseudonym.key", [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7 % 256))]);
        var real = Planner.Plan(JobReader.Read(job)).Notices;
        File.AppendAllText(job, "\nlegal_basis: Section 251, CAG reference 24/CAG/0001\n");
        var lawful = Planner.Plan(JobReader.Read(job)).Notices;

        Assert.Multiple(() =>
        {
            Assert.That(invented, Is.Empty);
            Assert.That(real.Select(problem => problem.Kind), Is.EquivalentTo(new[] { ProblemKinds.NoLegalBasis, ProblemKinds.OptOutUndated }));
            Assert.That(lawful.Select(problem => problem.Kind), Is.EqualTo(new[] { ProblemKinds.OptOutUndated }));
        });
    }

    private static RunPlan Plan(string list, string optOut = "optouts.csv")
    {
        using var folder = Folder(list, optOut);
        return Planner.Plan(JobReader.Read(Path.Combine(folder.Path, "stratify.yml")));
    }

    private static TemporaryFolder Folder(string list, string optOut)
    {
        var folder = new TemporaryFolder();
        folder.File("register.csv", "");
        folder.File("pseudonym.key", "public: a key of at least thirty-two bytes");
        folder.File("optouts.csv", list);
        folder.File("lists/optouts-20250101.csv", "9990000018,\n9990000026,\n");
        folder.File("lists/optouts-20250401.csv", "9990000018,\n");
        folder.File("stratify.yml", $"""
            version: 1
            name: test
            period: 2024/25
            extracts: [{"{"}dataset: gp_registrations, files: register.csv{"}"}]
            opt_out: {optOut}
            key_file: pseudonym.key
            """);
        return folder;
    }
}
