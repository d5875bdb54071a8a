using Stratify.Landing;
using Stratify.Model;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Who pays for an event: its commissioner before the extract it came in, that before its setting, and of social care the person what is theirs.</summary>
public sealed class PayerSpec
{
    private static Flow Registered(CostingSettings? costing = null) => new Flow { Costing = costing ?? new() }.Land("gp_registrations", """
        nhs_number | patient_id | birth_date | practice
        1          | p1         | 1940-05-17 | A81001
        2          | p2         | 1940-05-17 | A81001
        """);

    [Test]
    public void An_event_is_paid_for_by_its_commissioner_s_payer_else_by_its_setting_s()
    {
        using var flow = Registered(new() { Commissioners = new Dictionary<string, string> { ["13R"] = "nhs_england", ["VPP"] = "client", ["14F01"] = "nhs_england" } })
            .Land("acute_inpatients", """
                nhs_number | source_id | provider | spell_number | start_date | end_date   | method | cost | commissioner
                1          | none      | RA4      | S1           | 2024-05-01 | 2024-05-04 | 21     | 100  |
                1          | other     | RA4      | S2           | 2024-06-01 | 2024-06-04 | 21     | 200  | QX1
                1          | hub       | RA4      | S3           | 2024-07-01 | 2024-07-04 | 21     | 400  | 13R
                1          | hub-site  | RA4      | S4           | 2024-08-01 | 2024-08-04 | 21     | 800  | 13R00
                1          | private   | RA4      | S5           | 2024-09-01 | 2024-09-04 | 21     | 1600 | VPP00
                1          | one-site  | RA4      | S6           | 2024-10-01 | 2024-10-04 | 21     | 3200 | 14F01
                1          | its-other | RA4      | S7           | 2024-11-01 | 2024-11-04 | 21     | 6400 | 14F02
                """)
            .Land("continuing_care", """
                nhs_number | commissioner | source_id | start_date | end_date   | weekly_cost
                1          | QX1          | k1        | 2024-05-01 | 2024-05-07 | 70
                """)
            .Run().Rank("number-of-conditions");

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select source_id, payer from costed_event where setting = 'inpatient' order by cost_pence"), Is.EqualTo(Table.Normal("""
                source_id     | payer
                RA4/none      | icb
                RA4/other     | icb
                RA4/hub       | nhs_england
                RA4/hub-site  | nhs_england
                RA4/private   | client
                RA4/one-site  | nhs_england
                RA4/its-other | icb
                """)));
            Assert.That(flow.Draw("select payer, setting, people, pence from measure_payer order by all"), Is.EqualTo(Table.Normal("""
                payer       | setting         | people | pence
                client      | inpatient       | 1      | 1600
                icb         | continuing_care | 1      | 70
                icb         | inpatient       | 1      | 6700
                nhs_england | inpatient       | 1      | 4400
                """)));
        });
    }

    [Test]
    public void A_job_says_who_pays_for_a_setting()
    {
        using var flow = Registered(new() { Payers = Setting.All.ToDictionary(setting => setting.Name, setting => setting.Name == "mental_health" ? "nhs_england" : setting.Payer) })
            .Land("mental_health_contacts", "nhs_number | source_id | contact_date | cost\n1 | a | 2024-05-01 | 100")
            .Land("social_care_services", "nhs_number | authority | source_id | start_date | end_date | unit_cost | frequency\n1 | E1 | a | 2024-05-01 | 2024-05-07 | 7000 | WEEKLY")
            .Run();

        Assert.That(flow.Draw("select setting, payer from costed_event order by all"), Is.EqualTo("setting | payer\nmental_health | nhs_england\nsocial_care | local_authority"));
    }

    /// <summary>The person pays £30 of the £70 a week, for two weeks; of the second service more than it costs is told, and of the third the units are not known. The part of a credit is nobody's.</summary>
    [Test]
    public void What_a_person_pays_of_social_care_is_theirs_and_the_council_s_the_rest()
    {
        using var flow = Registered().Land("social_care_services", """
                nhs_number | authority | source_id | start_date | end_date   | unit_cost | frequency | units_per_week | client_contribution
                1          | E1        | weekly    | 2024-05-01 | 2024-05-14 | 7000      | WEEKLY    |                | 3000
                2          | E1        | capped    | 2024-05-01 | 2024-05-07 | 1000      | WEEKLY    |                | 1500
                2          | E1        | hours     | 2024-05-01 | 2024-05-07 | 2000      | HOURLY    | 10             | 500
                2          | E1        | once      | 2024-05-01 | 2024-12-31 | 25000     | ONE-OFF   |                | 4000
                2          | E1        | unknown   | 2024-05-01 | 2024-05-07 | 2000      | HOURLY    |                | 500
                """).Run().Rank("number-of-conditions");

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select regexp_extract(source_id, '/([a-z]+)/', 1) as service, cost_pence, client_pence from costed_event order by service"), Is.EqualTo(Table.Normal("""
                service | cost_pence | client_pence
                capped  | 1000       | 1000
                hours   | 20000      | 5000
                once    | 25000      | 4000
                unknown | 0          | 0
                weekly  | 14000      | 6000
                """)));
            Assert.That(flow.Draw("select payer, people, pence from measure_payer order by payer"), Is.EqualTo(Table.Normal("""
                payer           | people | pence
                client          | 2      | 16000
                local_authority | 2      | 44000
                """)));
            Assert.That(flow.Draw("select sum(cost_social_care)::bigint as pence from person_year"), Is.EqualTo("pence\n60000"), "A person's cost is gross");
        });
    }

    [Test]
    public void An_extract_s_payer_is_of_its_rows_alone_and_a_commissioner_s_goes_before_it()
    {
        using var job = new RelatedJob { Linkage = "costing: {payers: {community: local_authority}, commissioners: {13R: icb}}" }
            .Put("mine.csv", "NHSNumber,UniqCareContID,CareContDate,OrgIDProv,OrgIDComm,Cost\n9990000018,a,2024-05-01,RXY,,1\n9990000018,b,2024-05-01,RXY,13R,2\n")
            .Say("  - {dataset: mental_health_contacts, files: mine.csv, payer: nhs_england}")
            .Give("mental_health_contacts", "NHSNumber | UniqCareContID | CareContDate | OrgIDProv | Cost\n9990000026 | c | 2024-05-01 | RXX | 3")
            .Give("community_contacts", "NHS NUMBER | UNIQUE CARE CONTACT IDENTIFIER | CARE CONTACT DATE | COST\n9990000026 | d | 2024-05-01 | 4")
            .Run();

        Assert.That(job.Draw("select payer, setting, pence from measure_payer order by pence"), Is.EqualTo(Table.Normal("""
            payer           | setting       | pence
            nhs_england     | mental_health | 100
            local_authority | community     | 400
            icb             | mental_health | 500
            """)));
    }

    [Test]
    public void Tables_of_a_national_set_tell_the_commissioner_and_the_extract_too()
    {
        using var job = new RelatedJob()
            .Put("p.csv", "Person_ID,NHSNumber,OrgIDProv\nx1,9990000018,RXY\n")
            .Put("r.csv", "Person_ID,UniqServReqID,OrgIDProv\nx1,r1,RXY\n")
            .Put("c.csv", "Person_ID,UniqServReqID,UniqCareContID,CareContDate,OrgIDProv,OrgIDComm,Cost\nx1,r1,c1,2024-05-01,RXY,,1\nx1,r1,c2,2024-05-02,RXY,13Q,2\n")
            .Say("  - {dataset: mhsds, payer: local_authority, tables: {MHS001: p.csv, MHS101: r.csv, MHS201: c.csv}}")
            .Run();

        Assert.That(job.Draw("select payer, pence from measure_payer order by pence"), Is.EqualTo("payer | pence\nlocal_authority | 100\nnhs_england | 200"));
    }

    [Test]
    public void A_pound_that_no_payer_pays_breaks_a_law()
    {
        using var flow = Registered().Land("gp_appointments", "nhs_number | source_id | appointment_date | status | cost\n1 | a | 2024-05-01 | FINISHED | 100").Run().Rank("number-of-conditions");
        var law = Stratify.Engine.SqlScript.Load("payers_pay_every_pound");
        var before = flow.Warehouse.Breaches(law);

        flow.Warehouse.Execute("update measure_payer set pence = pence - 1");

        Assert.That((before, flow.Warehouse.Breaches(law)), Is.EqualTo((0L, 1L)));
    }

    /// <summary>Costing finds the extract in the bits of a row's id, as landing puts it there.</summary>
    [Test]
    public void A_row_s_id_has_the_extract_s_number_where_costing_looks_for_it() =>
        Assert.That(LandedShape.RowIdOf(extract: 37, file: 12, line: 4_000_000_000) >> 48, Is.EqualTo(37));

    [Test]
    public void Nobody_else_is_a_payer()
    {
        using var job = new RelatedJob { Linkage = "costing: {payers: {inpatient: insurer, inpatients: icb}, commissioners: {13R: nhs}}" }
            .Put("mine.csv", "NHSNumber\n")
            .Say("  - {dataset: mental_health_contacts, files: mine.csv, payer: trust}");

        Assert.That(job.Faults().Select(fault => fault.Split('\n')[0]), Is.EquivalentTo(new[]
        {
            "stratify.yml:6:63: STR104: 'payer' cannot be 'trust'.",
            "stratify.yml:8:31: STR104: 'inpatient' cannot be 'insurer'.",
            "stratify.yml:8:40: STR102: 'inpatients' is not a key here.",
            "stratify.yml:8:79: STR104: '13R' cannot be 'nhs'.",
        }));
    }
}
