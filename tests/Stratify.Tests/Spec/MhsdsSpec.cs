using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Mental health care that comes as the tables of its national data set. A night on an acute ward (200) is £719.10, in rehabilitation (212) £603.99, on average £837.56.</summary>
public sealed class MhsdsSpec
{
    private const string Costs = "select source_id, days, cost_basis, cost_pence from costed_event order by source_id";

    private static readonly (string, string) Index = ("MHS001", """
        LocalPatientId | NHSNumber  | PersonBirthDate
        L1             | 9990000018 | 1950-01-01
        L2             | 9990000026 | 1960-02-02
        """);

    private static readonly (string, string) Referrals = ("MHS101", """
        ServiceRequestId | LocalPatientId
        R1               | L1
        R2               | L2
        """);

    private RelatedJob _job = null!;

    [SetUp]
    public void Start() => _job = new RelatedJob();

    [TearDown]
    public void End() => _job.Dispose();

    [Test]
    public void A_contact_has_the_price_of_the_team_of_its_referral()
    {
        _job.Give("mhsds", Index, Referrals,
            ("MHS102", "ServiceRequestId | ServTeamTypeRefToMH\nR1 | A06\nR2 | A06\nR2 | A02"),
            ("MHS201", """
                CareContactId | ServiceRequestId | CareContDate | AttendStatus
                C1            | R1               | 2024-05-01   | 5
                C2            | R1               | 2024-05-02   | 7
                C3            | R2               | 2024-05-01   | 5
                """)).Run();

        // The second referral is to two teams, and no one can say which of them the contact was with.
        Assert.That(_job.Draw(Costs), Is.EqualTo(Table.Normal("""
            source_id       | days | cost_basis | cost_pence
            extract 2/R1/C1 |      | price      | 27891
            extract 2/R1/C2 |      | not_costed | 0
            extract 2/R2/C3 |      | average    | 30594
            """)));
    }

    [Test]
    public void From_version_6_on_the_referral_itself_names_its_first_team_and_a_contact_with_another_names_that()
    {
        _job.Give("mhsds", Index,
            ("MHS101", "ServiceRequestId | LocalPatientId | CareProfTeamLocalID | ServTeamType\nR1 | L1 | T1 | A06\nR2 | L2 | T1 | A06"),
            ("MHS102", "ServiceRequestId | OtherCareProfTeamLocalID | ServTeamTypeRefToMH\nR2 | T2 | A02"),
            ("MHS201", """
                CareContactId | ServiceRequestId | OtherCareProfTeamLocalID | CareContDate
                C1            | R1               |                          | 2024-05-01
                C2            | R2               | T2                       | 2024-05-01
                C3            | R2               |                          | 2024-05-01
                """)).Run();

        Assert.That(_job.Draw(Costs), Is.EqualTo(Table.Normal("""
            source_id       | days | cost_basis | cost_pence
            extract 2/R1/C1 |      | price      | 27891
            extract 2/R2/C2 |      | price      | 35683
            extract 2/R2/C3 |      | average    | 30594
            """)), "Of two teams no one can say which the last contact was with");
    }

    [Test]
    public void Nights_of_a_spell_are_counted_ward_by_ward_and_none_twice()
    {
        _job.Give("mhsds", Index, Referrals,
            ("MHS501", "HospProvSpellID | ServiceRequestId | StartDateHospProvSpell | DischDateHospProvSpell\nS1 | R1 | 2024-05-01 | 2024-05-31"),
            ("MHS502", """
                WardStayId | HospProvSpellID | StartDateWardStay | EndDateWardStay | MHAdmittedPatientClass
                W1         | S1              | 2024-05-01        | 2024-05-11      | 200
                W2         | S1              | 2024-05-11        | 2024-05-11      | 202
                W3         | S1              | 2024-05-11        |                 | 212
                """)).Run();

        // Thirty nights: ten on the first ward, none on the one that the person only passed through, twenty until the spell's discharge.
        Assert.Multiple(() =>
        {
            Assert.That(_job.Draw(Costs), Is.EqualTo(Table.Normal("""
                source_id    | days | cost_basis | cost_pence
                extract 2/W1 | 10   | price      | 719100
                extract 2/W2 |      | not_costed | 0
                extract 2/W3 | 20   | price      | 1207980
                """)));
            Assert.That(_job.PersonYears("cost_mental_health, mental_health_contacts"), Does.Contain("74 | 1927080 | 0"));
            Assert.That(_job.Draw("select outcome, reason, row_count from landing_ledger where dataset = 'mental_health_ward_stays' order by all"), Is.EqualTo(Table.Normal("""
                outcome   | reason         | row_count
                duplicate | has_ward_stays | 1
                loaded    |                | 0
                loaded    |                | 3
                read      |                | 1
                read      |                | 3
                """)));
        });
    }

    [Test]
    public void Stays_of_one_spell_that_overlap_share_no_night()
    {
        _job.Give("mhsds", Index, Referrals,
            ("MHS501", "HospProvSpellID | ServiceRequestId | StartDateHospProvSpell\nS1 | R1 | 2024-05-01"),
            ("MHS502", """
                WardStayId | HospProvSpellID | StartDateWardStay | EndDateWardStay | HospitalBedTypeMH
                W1         | S1              | 2024-05-01        | 2024-05-20      | 200
                W2         | S1              | 2024-05-11        | 2024-05-21      | 10
                """)).Run();

        Assert.That(_job.Draw(Costs), Is.EqualTo(Table.Normal("""
            source_id    | days | cost_basis | cost_pence
            extract 2/W1 | 10   | price      | 719100
            extract 2/W2 | 10   | average    | 837560
            """)));
    }

    [Test]
    public void A_spell_without_ward_stays_counts_its_nights_and_one_that_goes_on_runs_to_the_end_of_the_year()
    {
        _job.Give("mhsds", Index, Referrals,
            ("MHS501", """
                HospProvSpellID | ServiceRequestId | StartDateHospProvSpell | DischDateHospProvSpell
                S1              | R1               | 2024-03-30             | 2024-04-03
                S2              | R2               | 2025-03-30             |
                """)).Run();

        // Two nights of the first are in the year, and of the second those of 30 and 31 March.
        Assert.That(_job.Draw(Costs), Is.EqualTo(Table.Normal("""
            source_id          | days | cost_basis | cost_pence
            extract 2/spell S1 | 2    | average    | 167512
            extract 2/spell S2 | 2    | average    | 167512
            """)));
    }

    [Test]
    public void A_stay_that_was_open_and_then_ended_is_the_one_that_ended()
    {
        const string lineage = "OrgIDProv | UniqSubmissionID | UniqMonthID";
        _job.Give("mhsds",
            ("MHS001", $"LocalPatientId | NHSNumber | {lineage}\nL1 | 9990000018 | RXY | 1 | 1490\nL1 | 9990000018 | RXY | 2 | 1491"),
            ("MHS101", $"UniqServReqID | LocalPatientId | {lineage}\nR1 | L1 | RXY | 1 | 1490\nR1 | L1 | RXY | 2 | 1491"),
            ("MHS501", $"UniqHospProvSpellNum | UniqServReqID | StartDateHospProvSpell | DischDateHospProvSpell | {lineage}\nS1 | R1 | 2024-05-20 | | RXY | 1 | 1490\nS1 | R1 | 2024-05-20 | 2024-06-04 | RXY | 2 | 1491"),
            ("MHS502", $"UniqWardStayID | UniqHospProvSpellNum | StartDateWardStay | EndDateWardStay | HospitalBedTypeMH | {lineage}\nW1 | S1 | 2024-05-20 | | 200 | RXY | 1 | 1490\nW1 | S1 | 2024-05-20 | 2024-06-04 | 200 | RXY | 2 | 1491"))
            .Run();

        Assert.That(_job.Draw(Costs), Is.EqualTo("source_id | days | cost_basis | cost_pence\nRXY/W1 | 15 | price | 1078650"));
    }

    [Test]
    public void The_same_stays_in_a_flat_file_cost_the_same()
    {
        _job.Give("mental_health_ward_stays", """
            NHSNumber  | UniqWardStayID | UniqHospProvSpellID | StartDateWardStay | EndDateWardStay | MHAdmittedPatientClass | Cost
            9990000018 | W1             | S1                  | 2024-05-01        | 2024-05-11      | 200                    |
            9990000018 | W2             | S1                  | 2024-05-11        | 2024-05-11      | 202                    |
            9990000018 | W3             | S1                  | 2024-05-11        | 2024-05-31      | 212                    |
            9990000026 | W4             |                     | 2024-05-01        | 2024-05-03      | 200                    | 1000
            9990000026 | W5             |                     | 2024-05-03        | 2024-05-01      | 200                    |
            """).Run();

        Assert.Multiple(() =>
        {
            // Two nights at £719.10 as a standard, whatever the sender says is paid for them.
            Assert.That(_job.PersonYears("cost_mental_health"), Does.Contain("74 | 1927080\n64 | 143820"));
            Assert.That(_job.PersonYears("paid_cost"), Does.Contain("64 | 100000"));
            Assert.That(_job.Draw("select source_id, outcome from event_outcome join event using (row_id) where outcome <> 'counted'"), Is.EqualTo("source_id | outcome\nW5 | ends_before_start"));
        });
    }
}
