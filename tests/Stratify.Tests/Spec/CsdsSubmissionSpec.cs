using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Which of the submissions of the Community Services Data Set count, and whose their keys are. A district nurse's contact (N02AF) is £59.65.</summary>
public sealed class CsdsSubmissionSpec
{
    private RelatedJob _job = null!;

    [SetUp]
    public void Start() => _job = new RelatedJob();

    [TearDown]
    public void End() => _job.Dispose();

    [Test]
    public void Of_the_submissions_of_a_month_one_counts_and_what_is_told_again_later_counts_once()
    {
        const string header = "ORGANISATION IDENTIFIER (CODE OF PROVIDER) | UNIQUE SUBMISSION ID | UNIQUE MONTH ID | FILE TYPE | EFFECTIVE FROM";
        // May: the refresh stands, though a second primary was received after it. June: the last received. July tells June's contact again.
        (string Month, string Lineage)[] submissions =
        [
            ("May primary", "RXY | 11 | 1490 | Primary | 2024-06-20"), ("May refresh", "RXY | 12 | 1490 | Refresh | 2024-07-20"), ("May late", "RXY | 13 | 1490 | Primary | 2024-08-20"),
            ("June first", "RXY | 21 | 1491 | Primary | 2024-07-20"), ("June second", "RXY | 22 | 1491 | Primary | 2024-07-21"),
            ("July", "RXY | 31 | 1492 | Primary | 2024-08-20"),
        ];
        string Of(string month) => submissions.Single(submission => submission.Month == month).Lineage;
        _job.Give("csds",
            ("CYP001", $"LOCAL PATIENT IDENTIFIER (EXTENDED) | NHS NUMBER | {header}\n" + string.Concat(submissions.Select(submission => $"L1 | 9990000018 | {submission.Lineage}\n"))),
            ("CYP101", $"SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED) | {header}\n" + string.Concat(submissions.Select(submission => $"R1 | L1 | {submission.Lineage}\n"))),
            ("CYP201", $"""
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | COST | {header}
                C1 | R1 | 2024-05-01 | 1  | {Of("May primary")}
                C1 | R1 | 2024-05-02 | 2  | {Of("May refresh")}
                C1 | R1 | 2024-05-03 | 4  | {Of("May late")}
                C2 | R1 | 2024-05-03 | 8  | {Of("May primary")}
                C3 | R1 | 2024-06-01 | 16 | {Of("June first")}
                C3 | R1 | 2024-06-02 | 32 | {Of("June second")}
                C3 | R1 | 2024-06-03 | 64 | {Of("July")}
                """)).Run();

        Assert.Multiple(() =>
        {
            Assert.That(_job.Draw("select source_id, counted_on, carried_pence from event order by source_id"), Is.EqualTo(Table.Normal("""
                source_id | counted_on | carried_pence
                RXY/R1/C1 | 2024-05-02 | 200
                RXY/R1/C3 | 2024-06-03 | 6400
                """)));
            Assert.That(_job.Draw("select outcome, reason, row_count, pence from landing_ledger where dataset = 'community_contacts' order by all"), Is.EqualTo(Table.Normal("""
                outcome   | reason              | row_count | pence
                duplicate | inactive_submission | 4         | 2900
                duplicate | sent_again          | 1         | 3200
                loaded    |                     | 2         | 6600
                read      |                     | 7         | 12700
                """)));
        });
    }

    [Test]
    public void Where_a_sender_lists_the_active_submissions_those_count_and_no_other()
    {
        _job.Give("csds",
            ("CYP001", "LOCAL PATIENT IDENTIFIER (EXTENDED) | NHS NUMBER | UNIQUE SUBMISSION ID\nL1 | 9990000018 | 11\nL1 | 9990000018 | 12"),
            ("CYP101", "SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED) | UNIQUE SUBMISSION ID\nR1 | L1 | 11\nR1 | L1 | 12"),
            ("CYP201", """
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | COST | UNIQUE SUBMISSION ID | UNIQUE MONTH ID | FILE TYPE
                C1                      | R1                         | 2024-05-01        | 1    | 11                   | 1490            | Primary
                C1                      | R1                         | 2024-05-01        | 2    | 12                   | 1490            | Refresh
                """),
            ("ActiveSubmission", "UNIQUE SUBMISSION ID\n11\n99"));
        // Another sender's list is its own: here the refresh stands, as nobody says otherwise.
        _job.Give("csds",
            ("CYP001", "LOCAL PATIENT IDENTIFIER (EXTENDED) | NHS NUMBER | UNIQUE SUBMISSION ID\nL1 | 9990000026 | 21\nL1 | 9990000026 | 22"),
            ("CYP101", "SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED) | UNIQUE SUBMISSION ID\nR1 | L1 | 21\nR1 | L1 | 22"),
            ("CYP201", """
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | COST | UNIQUE SUBMISSION ID | UNIQUE MONTH ID | FILE TYPE
                C1                      | R1                         | 2024-05-01        | 4    | 21                   | 1490            | Primary
                C1                      | R1                         | 2024-05-01        | 8    | 22                   | 1490            | Refresh
                """));
        _job.Run();

        Assert.That(_job.PersonYears("community_contacts, cost_community"), Does.StartWith("age | community_contacts | cost_community\n74 | 1 | 100\n64 | 1 | 800"));
    }

    [Test]
    public void Submissions_without_a_month_all_count_and_a_contact_of_two_of_them_once()
    {
        _job.Give("csds",
            ("CYP001", "LOCAL PATIENT IDENTIFIER (EXTENDED) | NHS NUMBER | UNIQUE SUBMISSION ID\nL1 | 9990000018 | 9\nL1 | 9990000018 | 10"),
            ("CYP101", "SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED) | UNIQUE SUBMISSION ID\nR1 | L1 | 9\nR1 | L1 | 10"),
            ("CYP201", """
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | COST | UNIQUE SUBMISSION ID
                C1                      | R1                         | 2024-05-01        | 1    | 9
                C2                      | R1                         | 2024-05-01        | 2    | 9
                C2                      | R1                         | 2024-05-01        | 4    | 10
                """)).Run();

        Assert.That(_job.PersonYears("community_contacts, cost_community"), Does.Contain("74 | 2 | 500"));
    }

    [Test]
    public void Two_senders_may_use_the_same_keys_and_so_may_two_referrals()
    {
        (string, string) Contacts(string day) => ("CYP201", $"CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | COST\nC1 | R1 | {day} | 1\nC1 | R2 | {day} | 2");
        _job.Give("csds", CsdsSpec.Index, CsdsSpec.Referrals, Contacts("2024-05-01"));
        _job.Give("csds",
            ("CYP001", "LOCAL PATIENT IDENTIFIER (EXTENDED) | NHS NUMBER\nL1 | 9990000034\nL2 | 9990000018"),
            CsdsSpec.Referrals, Contacts("2024-06-01"));
        _job.Run();

        Assert.That(_job.PersonYears("community_contacts, cost_community"), Is.EqualTo(Table.Normal("""
            age | community_contacts | cost_community
            74  | 2                  | 300
            64  | 1                  | 200
            54  | 1                  | 100
            """)));
    }
}
