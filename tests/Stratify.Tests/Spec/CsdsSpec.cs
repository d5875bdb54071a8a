using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Community contacts that come as the tables of the Community Services Data Set. A district nurse's contact (N02AF) is £59.65.</summary>
public sealed class CsdsSpec
{
    private const string Ledger = "select dataset, outcome, reason, row_count from landing_ledger where dataset in ('community_contacts', 'csds_cyp202') order by all";

    internal static readonly (string, string) Index = ("CYP001", """
        LOCAL PATIENT IDENTIFIER (EXTENDED) | NHS NUMBER | PERSON BIRTH DATE
        L1                                  | 9990000018 | 1950-01-01
        L2                                  | 9990000026 | 1960-02-02
        """);

    internal static readonly (string, string) Referrals = ("CYP101", """
        SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED)
        R1                         | L1
        R2                         | L2
        """);

    private RelatedJob _job = null!;

    [SetUp]
    public void Start() => _job = new RelatedJob();

    [TearDown]
    public void End() => _job.Dispose();

    [Test]
    public void A_contact_belongs_to_the_person_of_its_referral_and_counts_once_however_much_was_done_in_it()
    {
        _job.Give("csds", Index, Referrals,
            ("CYP201", """
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | ATTENDANCE STATUS | CURRENCY CODE
                C1                      | R1                         | 2024-05-01        | 5                 | N02AF
                C2                      | R1                         | 2024-05-08        | 7                 | N02AF
                C3                      | R2                         | 2024-05-01        | 6                 | N02AF
                """),
            ("CYP202", """
                CARE ACTIVITY IDENTIFIER | CARE CONTACT IDENTIFIER
                A1                       | C1
                A2                       | C1
                A3                       | C1
                """)).Run();

        Assert.Multiple(() =>
        {
            Assert.That(_job.PersonYears("community_contacts, cost_community"), Is.EqualTo(Table.Normal("""
                age | community_contacts | cost_community
                74  | 1                  | 5965
                64  | 1                  | 5965
                54  | 0                  | 0
                """)));
            Assert.That(_job.Draw("select source_id, grade, reason from event join person_link using (dataset, row_id) order by source_id"), Is.EqualTo(Table.Normal("""
                source_id       | grade | reason
                extract 2/R1/C1 | A     | number and birth date
                extract 2/R1/C2 | A     | number and birth date
                extract 2/R2/C3 | A     | number and birth date
                """)));
            Assert.That(_job.Draw(Ledger), Is.EqualTo(Table.Normal("""
                dataset            | outcome | reason | row_count
                community_contacts | loaded  |        | 3
                community_contacts | read    |        | 3
                csds_cyp202        | loaded  |        | 3
                csds_cyp202        | read    |        | 3
                """)));
            Assert.That(_job.Notices, Is.Empty);
        });
    }

    [Test]
    public void What_hangs_from_no_referral_or_from_a_referral_of_nobody_is_kept_counted_and_named()
    {
        _job.Give("csds", Index,
            ("CYP101", """
                SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED)
                R1                         | L1
                R3                         | L3
                """),
            ("CYP201", """
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | CURRENCY CODE
                C1                      | R1                         | 2024-05-01        | N02AF
                C2                      | R2                         | 2024-05-01        | N02AF
                C3                      | R3                         | 2024-05-01        | N02AF
                C4                      |                            | 2024-05-01        | N02AF
                """)).Run();

        Assert.Multiple(() =>
        {
            Assert.That(_job.Draw("select source_id, grade, reason, cost_pence from costed_event join event using (dataset, source_id, row_id) join person_link using (dataset, row_id) order by source_id"), Is.EqualTo(Table.Normal("""
                source_id       | grade | reason                | cost_pence
                extract 2/C4    | U     | nothing to link by    | 5965
                extract 2/R1/C1 | A     | number and birth date | 5965
                extract 2/R2/C2 | U     | nothing to link by    | 5965
                extract 2/R3/C3 | U     | nothing to link by    | 5965
                """)));
            Assert.That(_job.Notices.Single().ToString(), Is.EqualTo("""
                extract0CYP201.csv: STR334: 3 of 4 rows find no match in the other tables of their submission: 2 no referral, 3 no person.
                    They are kept: without a referral a row has no team, and without a person its cost is nobody's. Look whether a table was cut or belongs to another submission.
                """));
        });
    }

    [Test]
    public void Contacts_of_both_table_versions_are_one_table_of_two_files_each_by_its_own_header()
    {
        _job.Put("v1.csv", "CARE CONTACT IDENTIFIER,SERVICE REQUEST IDENTIFIER,CARE CONTACT DATE,ATTENDED OR DID NOT ATTEND CODE,CONSULTATION MEDIUM USED,COST\nC1,R1,2024-05-01,5,02,1\nC2,R1,2024-05-02,3,01,2\n")
            .Put("v2.csv", "Unique_CareContactID,Unique_ServiceRequestID,Contact_Date,AttendanceStatus,TeamID_Local,ConsMechanism,Activity_LocationType,CareContact_Duration,COST\nC3,R1,2024-06-01,6,T1,01,G01,20,4\nC4,R2,2024-06-02,7,T1,01,A01,0,8\n")
            .Put("index.csv", "LocalPatientID,NHSNumber,DateOfBirth\nL1,9990000018,1950-01-01\nL2,9990000026,1960-02-02\n")
            .Put("referrals.csv", "Unique_ServiceRequestID,LocalPatientID\nR1,L1\nR2,L2\n")
            .Say("  - {dataset: csds, tables: {CYP001: index.csv, CYP101: referrals.csv, CYP201: [v1.csv, v2.csv]}}")
            .Run();

        Assert.That(_job.PersonYears("community_contacts, cost_community"), Is.EqualTo("age | community_contacts | cost_community\n74 | 2 | 500\n64 | 0 | 0\n54 | 0 | 0"));
    }

    [Test]
    public void Registrations_with_practices_are_accounted_for_and_those_of_somebody_who_opted_out_withheld()
    {
        _job.OptOut("9990000018").Give("csds", Index, Referrals,
            ("CYP002", """
                LOCAL PATIENT IDENTIFIER (EXTENDED) | GENERAL MEDICAL PRACTICE (PATIENT REGISTRATION) | START DATE (GMP PATIENT REGISTRATION) | END DATE (GMP PATIENT REGISTRATION)
                L1                                  | A81001                                          | 2010-01-01                            |
                L2                                  | V81999                                          | 2010-01-01                            |
                L2                                  | A81002                                          | 2015-01-01                            | 9999-12-31
                L9                                  | A81002                                          | 2015-13-01                            |
                """),
            ("CYP201", "CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | COST\nC1 | R2 | 2024-05-01 | 1")).Run(dropping: false);

        Assert.Multiple(() =>
        {
            Assert.That(_job.Draw("select outcome, reason, row_count from landing_ledger where dataset = 'csds_cyp002' order by all"), Is.EqualTo(Table.Normal("""
                outcome   | reason     | row_count
                loaded    |            | 2
                opted_out | related    | 1
                read      |            | 4
                rejected  | not_a_date | 1
                """)));
            Assert.That(_job.Draw("select patient, practice, end_date from related_registration order by all"), Is.EqualTo("patient | practice | end_date\nL2 | A81002 | \nL2 |  | "));
        });
    }

    [Test]
    public void A_contact_that_names_its_own_person_is_theirs_whosever_the_referral_is()
    {
        _job.Give("csds",
            ("CYP001", "PERSON ID | LOCAL PATIENT IDENTIFIER (EXTENDED) | NHS NUMBER\nX1 | L1 | 9990000018\nX2 | L2 | 9990000026"),
            Referrals,
            ("CYP201", """
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | PERSON ID | CARE CONTACT DATE | COST
                C1                      | R1                         | X2        | 2024-05-01        | 1
                C2                      | R1                         |           | 2024-05-01        | 2
                C3                      | R1                         | X9        | 2024-05-01        | 4
                """)).Run();

        Assert.That(_job.PersonYears("community_contacts, cost_community"), Does.Contain("74 | 2 | 600\n64 | 1 | 100"));
    }

    [Test]
    public void The_team_is_the_contacts_own_else_the_referrals_only_one_else_none()
    {
        _job.Give("csds", Index, Referrals,
            ("CYP102", """
                SERVICE REQUEST IDENTIFIER | CARE PROFESSIONAL TEAM LOCAL IDENTIFIER | SERVICE OR TEAM TYPE REFERRED TO (COMMUNITY CARE)
                R1                         | T1                                      | 12
                R1                         | T2                                      | 27
                R2                         | T3                                      | 51
                """),
            ("CYP201", """
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE PROFESSIONAL TEAM LOCAL IDENTIFIER | CARE CONTACT DATE
                C1                      | R1                         | T2                                      | 2024-05-01
                C2                      | R1                         |                                         | 2024-05-01
                C3                      | R2                         | T9                                      | 2024-05-01
                """)).Run(dropping: false);

        Assert.That(_job.Draw("select source_id, team from community_contacts_landed order by source_id"), Is.EqualTo("source_id | team\nextract 2/R1/C1 | 27\nextract 2/R1/C2 | \nextract 2/R2/C3 | 51"));
    }

    [Test]
    public void All_rows_of_somebody_who_opted_out_are_withheld_not_only_those_with_a_number()
    {
        _job.OptOut("9990000018").Give("csds", Index, Referrals,
            ("CYP201", """
                CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE | COST
                C1                      | R1                         | 2024-05-01        | 1
                C2                      | R2                         | 2024-05-01        | 2
                """),
            ("CYP202", "CARE ACTIVITY IDENTIFIER | CARE CONTACT IDENTIFIER\nA1 | C1\nA2 | C2")).Run(dropping: false);

        Assert.Multiple(() =>
        {
            Assert.That(_job.Draw("select source_id, carried_pence from event"), Is.EqualTo("source_id | carried_pence\nextract 2/R2/C2 | 200"));
            Assert.That(_job.Draw(Ledger), Is.EqualTo(Table.Normal("""
                dataset            | outcome   | reason  | row_count
                community_contacts | loaded    |         | 1
                community_contacts | opted_out | related | 1
                community_contacts | read      |         | 2
                csds_cyp202        | loaded    |         | 1
                csds_cyp202        | opted_out | related | 1
                csds_cyp202        | read      |         | 2
                """)));
            Assert.That(_job.Warehouse.Count("select count(*) from csds_cyp101_landed where patient = 'L1'") + _job.Warehouse.Count("select count(*) from csds_cyp201_landed where contact = 'C1'"), Is.Zero);
            Assert.That(_job.Notices, Is.Empty, "What is withheld is not missed");
        });
    }

    [Test]
    public void A_contact_that_comes_both_ways_counts_once_as_the_flat_file_has_it()
    {
        const string provider = "ORGANISATION IDENTIFIER (CODE OF PROVIDER)";
        _job.Give("community_contacts", $"NHS NUMBER | UNIQUE CARE CONTACT IDENTIFIER | {provider} | CARE CONTACT DATE | COST\n9990000018 | C1 | RXY | 2024-05-01 | 1");
        _job.Give("csds", Index, Referrals, ("CYP201", $"UNIQUE CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | {provider} | CARE CONTACT DATE | COST\nC1 | R1 | RXY | 2024-05-01 | 2\nC2 | R1 | RXY | 2024-05-01 | 4"));
        _job.Run();

        Assert.Multiple(() =>
        {
            Assert.That(_job.Draw("select sum(cost_pence) as pence from costed_event"), Is.EqualTo("pence\n500"));
            Assert.That(_job.Draw("select outcome, reason, row_count from landing_ledger where extract = 3 and dataset = 'community_contacts' order by all"), Is.EqualTo("outcome | reason | row_count\nduplicate | also_flattened | 1\nloaded |  | 1\nread |  | 2"));
        });
    }

    [Test]
    public void Tables_of_older_versions_and_of_warehouses_are_read_by_their_own_headers()
    {
        _job.Give("csds",
            ("CYP001", "Person_ID | LocalPatientID | NHS NUMBER | OrgID_Provider | UniqueSubmissionID\nX1 | L1 | 9990000018 | RXY | 1"),
            ("CYP101", "Unique_ServiceRequestID | Person_ID | LocalPatientID | ReferralRequest_ReceivedDate | OrgID_Provider | UniqueSubmissionID\nR1 | X1 | L1 | 2024-04-01 | RXY | 1"),
            ("CYP201", "Unique_CareContactID | Unique_ServiceRequestID | Person_ID | Contact_Date | AttendOrNot | OrgID_Provider | UniqueSubmissionID\nC1 | R1 | X1 | 2024-05-01 00:00:00 | 5 | RXY | 1\nC2 | R1 | X1 | 2024-05-02 00:00:00 | 3 | RXY | 1"))
            .Run();

        Assert.That((_job.PersonYears("community_contacts"), _job.Notices), Is.EqualTo(("age | community_contacts\n74 | 1\n64 | 0\n54 | 0", Array.Empty<Problem>())));
    }
}
