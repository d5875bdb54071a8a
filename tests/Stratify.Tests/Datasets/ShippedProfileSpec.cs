using Stratify.Datasets;

namespace Stratify.Tests.Datasets;

/// <summary>A row of each flavour that ships, in the shape that its sender sends.</summary>
public sealed class ShippedProfileSpec
{
    private static readonly string Ada = $"nhs_number={ExtractSample.Token(9990000018)} nhs_number_status=0";

    private static Profile Shipped(string name, string dataset) => ShippedProfiles.All.Single(profile => profile.Name == name && profile.Dataset.Name == dataset);

    private static string Landed(string name, string dataset, params string[] lines) => ExtractSample.Land(Shipped(name, dataset), string.Join('\n', lines)).Landed.Single();

    [Test]
    public void A_trust_s_inpatient_file_has_its_diagnoses_and_procedures_by_position()
    {
        string[] header = new string[319], row = new string[319];
        Array.Fill(header, "Filler");
        Array.Fill(row, "");
        var named = new[]
        {
            ("Generated Record Identifier", "g1"), ("NHS Number", "999 000 0018"), ("Date of Birth", "02/03/1950"), ("NHS Number Trace Status", "01"), ("Sex", "2"), ("Hospital Provider Spell Number", "s1"),
            ("Patient Classification", "1"), ("Admission Method (Hospital Provider Spell)", "21"), ("Discharge Method (Hospital Provider Spell)", "1"),
            ("Start Date (Hospital Provider Spell)", "01/04/2024"), ("Discharge Date (From Hospital Provider Spell)", "20240404"), ("Episode Number", "1"),
            ("Start Date (Consultant Episode)", "01/04/2024"), ("End Date (Consultant Episode)", "04/04/2024"), ("Organisation Code Code of Provider", "RA400"),
            ("Main Specialty Code", "430"), ("Treatment Function Code", "300"), ("Spell Core HRG", "DZ65A"), ("Report period Start Date", "01/04/2024"), ("Report period End Date", "30/04/2024"),
        };
        for (var i = 0; i < named.Length; i++) { (header[i + 4], row[i + 4]) = named[i]; }
        for (var i = 101; i < 149; i++) { header[i] = i % 2 == 1 ? "Diagnosis (ICD)" : "Present On Admission"; }
        for (var i = 175; i < 319; i++) { header[i] = (i - 175) % 6 == 0 ? "Procedure (OPCS)" : "Of the procedure"; }
        (row[101], row[102], row[103], row[139], row[141]) = ("J440", "Y", "I10X", "Z999", "the twenty-first");
        (row[175], row[176], row[181], row[313]) = ("E251", "20240401", "&", "X998");

        Assert.That(Landed("sus-csv", "acute_inpatients", string.Join(',', header), string.Join(',', row)), Is.EqualTo(
            $"{Ada} nhs_number_traced=01 source_id=g1 sex=2 provider=RA400 spell_number=s1 episode_order=1 admission_date=2024-04-01 start_date=2024-04-01 end_date=2024-04-04 discharge_date=2024-04-04 method=21 patient_class=1 discharge_method=1 main_specialty=430 treatment_function=300 hrg=DZ65A diagnosis_1=J440 diagnosis_2=I10X diagnosis_20=Z999 procedure_1=E251 report_from=2024-04-01 report_to=2024-04-30"));
    }

    [Test]
    public void A_trust_s_outpatient_file() => Assert.That(
        Landed("sus-csv", "acute_outpatients",
            "Generated Record Identifier,NHS Number,Date of Birth,NHS Number Trace Status,Sex,Organisation Code Code of Provider,Appointment Date,Attended or Did Not Attend,First Attendance,Treatment Function Code,Core HRG,SUS HRG",
            "g1,9990000018,02/03/1950,02,2,RA4,20240401,5,1,340,WF01A,WF01B"),
        Is.EqualTo($"{Ada} nhs_number_traced=02 source_id=g1 sex=2 provider=RA4 appointment_date=2024-04-01 attended=5 first_attendance=1 treatment_function=340 hrg=WF01B"));

    [Test]
    public void A_trust_s_emergency_file() => Assert.That(
        Landed("sus-csv", "emergency_attendances",
            "A&E Attendance Number,NHS Number,Date of Birth,Sex,Organisation Code Code of Provider,Arrival Date,A&E Attendance Category,A&E Department Type,A&E Arrival Mode,A&E Attendance Disposal,PBR Generated Core HRG (for Information)",
            "x1,9990000018,02/03/1950,2,RA4,01/04/2024,1,01,1,01,VB02Z"),
        Is.EqualTo($"{Ada} source_id=x1 sex=2 provider=RA4 arrival_date=2024-04-01 category=1 department=01 arrival_mode=1 disposal=01 hrg=VB02Z"));

    [Test]
    public void Community_contacts_before_the_renaming() => Assert.That(
        Landed("csds-v1", "community_contacts",
            "NHS NUMBER,UNIQUE CARE CONTACT IDENTIFIER,PERSON BIRTH DATE,ORGANISATION IDENTIFIER (CODE OF PROVIDER),CARE CONTACT DATE,ATTENDED OR DID NOT ATTEND CODE,CONSULTATION MEDIUM USED,ACTIVITY LOCATION TYPE CODE,SERVICE OR TEAM TYPE REFERRED TO (COMMUNITY CARE),CLINICAL CONTACT DURATION OF CARE CONTACT",
            "9990000018,c1,1950-03-02,R1C,2024-04-01,5,01,A01,12,25"),
        Is.EqualTo($"{Ada} source_id=c1 provider=R1C contact_date=2024-04-01 attended=5 medium=01 location=A01 team=12 minutes=25"));

    [Test]
    public void Mental_health_contacts_of_version_4() => Assert.That(
        Landed("mhsds-v4", "mental_health_contacts",
            "NHSNumber,UniqCareContID,PersonBirthDate,OrgIDProv,CareContDate,AttendOrDNACode,ConsMediumUsed,ServTeamTypeRefToMH,ClinContDurOfCareCont",
            "9990000018,m1,1950-03-02,RXY,2024-04-01,6,02,A06,50"),
        Is.EqualTo($"{Ada} source_id=m1 provider=RXY contact_date=2024-04-01 attended=6 medium=02 team=A06 minutes=50"));

    [Test]
    public void Client_level_data_of_which_only_services_are_in_scope() => Assert.That(
        Landed("cld-release-1", "social_care_services",
            "LA Code,NHS Number,LA Person Unique Identifier,Event Type,Event Reference,Date of Birth,Postcode,Service Type,Service Component,Event Start Date,Event End Date,Unit Cost,Cost Frequency (Unit Type),Planned units per week",
            "905,9990000018,17,Assessment,r0,02/03/1950,TA19 0AB,,,01/04/2024,01/04/2024,,,",
            "905,9990000018,17,Service,r1,02/03/1950,TA19 0AB,Long Term Support: Residential Care,Long term residential care,01/04/2024,,900,Weekly,1"),
        Is.EqualTo($"{Ada} authority=905 person_reference=17 source_id=r1 service_type=Long Term Support: Residential Care service_component=Long term residential care start_date=2024-04-01 unit_cost=90000 frequency=WEEKLY units_per_week=1"));

    [Test]
    public void Synthea_s_encounters_of_which_only_inpatient_stays_are_in_scope() => Assert.That(
        Landed("synthea-encounters", "acute_inpatients",
            "Id,START,STOP,PATIENT,ORGANIZATION,PROVIDER,PAYER,ENCOUNTERCLASS,CODE,DESCRIPTION,BASE_ENCOUNTER_COST,TOTAL_CLAIM_COST,PAYER_COVERAGE,REASONCODE,REASONDESCRIPTION",
            "e1,2024-04-01T08:00:00Z,2024-04-03T08:00:00Z,b3c9-ada,org-1,p,q,inpatient,1,x,129.16,3211.4,0,,",
            "e2,2024-04-01T08:00:00Z,2024-04-01T08:15:00Z,b3c9-ada,org-1,p,q,wellness,1,x,129.16,129.16,0,,"),
        Does.EndWith(" nhs_number_status=0 source_id=e1 provider=ORG-1 admission_date=2024-04-01 start_date=2024-04-01 end_date=2024-04-03 discharge_date=2024-04-03 method=21 cost=321140"));

    [Test]
    public void Superseded_numbers_out_of_a_cohort_s_participants_most_of_whose_numbers_stand()
    {
        var landed = ExtractSample.Land(Shipped("caas-participants", "nhs_number_changes"), """
            record_type,change_time_stamp,serial_change_number,nhs_number,superseded_by_nhs_number,primary_care_provider,family_name
            AMENDED,20240401101500,2,9990000018,null,A81001,Adams
            AMENDED,20240401101500,3,9990000026,9990000018,A81001,Adams
            """).Landed;

        Assert.That(landed.Select(row => row.Split(' ').Length), Is.EqualTo(new[] { 4, 6 }), "The first has no new number and says so");
    }

    [Test]
    public void A_shipped_name_serves_a_dataset_once() =>
        Assert.That(ShippedProfiles.All.Select(profile => (profile.Name, profile.Dataset.Name)).ToList(), Is.Unique.And.Count.EqualTo(14));
}
