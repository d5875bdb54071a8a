using Stratify.Datasets;

namespace Stratify.Tests.Datasets;

/// <summary>Two rows of each dataset in its national shape, the second as bare as it may be. 999 000 0018 and 999 000 0026 are test numbers.</summary>
public sealed class NationalShapeSpec
{
    private static readonly string Ada = $"nhs_number={ExtractSample.Token(9990000018)} nhs_number_status=0";

    private static void Lands(string dataset, string text, string[] landed, string[] identity)
    {
        var sample = ExtractSample.Land(Profile.ForNational(Catalogue.Find(dataset)!), text);

        Assert.Multiple(() =>
        {
            Assert.That(sample.Landed, Is.EqualTo(landed));
            Assert.That(sample.Identity, Is.EqualTo(identity));
        });
    }

    [Test]
    public void Gp_registrations() => Lands("gp_registrations", """
        NHS Number,Patient Identifier,Surname,Forename,DOB,Sex,Postcode,GP Practice Code,Neighbourhood,LSOA,IMD Decile,Ethnic Category,Registration Start Date,Registration End Date,DateofDeath
        999 000 0018,p1,O'Brien,Siân,1950-03-02,2,ta19 0AB,Y00001,East,E01000001,3,A,2001-05-06,9999-12-31,
        ,p2,,,02/03/2024,0,,V81999,,Z99999999,,Z,,,
        """,
        [
            $"{Ada} person_id={ExtractSample.PersonId(9990000018)} patient_id=p1 sex=2 practice=Y00001 neighbourhood=East area=E01000001 deprivation_decile=3 ethnic_group=A start_date=2001-05-06",
        ],
        ["family_name=OBRIEN given_name=SIAN birth_date=1950-03-02 postcode=TA19 0AB"]);

    [Test]
    public void Nhs_number_changes() => Lands("nhs_number_changes", """
        NHS Number,Superseded By NHS Number,Change Date
        9990000018,999 000 0026,20240401
        9990000026,,
        """,
        [
            $"old_number={ExtractSample.Token(9990000018)} old_number_status=0 old_number_id={ExtractSample.PersonId(9990000018)} new_number={ExtractSample.Token(9990000026)} new_number_status=0 new_number_id={ExtractSample.PersonId(9990000026)} changed_on=2024-04-01",
            $"old_number={ExtractSample.Token(9990000026)} old_number_status=0 old_number_id={ExtractSample.PersonId(9990000026)} new_number_status=1",
        ],
        []);

    [Test]
    public void Gp_events() => Lands("gp_events", """
        NHS Number,GP Events Primary Key,Surname,Forename,DOB,GP Practice Code,Event Date,Supplied Code,Code Set
        9990000018,e1,Hall,Ada,1950-03-02,Y00001,1999-01-01,XaBVJ,CTV3
        1111111111,e2,,,,,2024-04-01,44054006,snomed
        """,
        [
            $"{Ada} source_id=e1 practice=Y00001 event_date=1999-01-01 code=XaBVJ code_system=CTV3",
            "nhs_number_status=4 source_id=e2 event_date=2024-04-01 code=44054006 code_system=SNOMED",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Gp_medications() => Lands("gp_medications", """
        NHS Number,GP Medications Primary Key,Surname,Forename,DOB,GP Practice Code,Last Issue Date,Supplied Code,Code Set,BNF_REFERENCE,Quantity,Repeat Medication Flag
        9990000018,m1,Hall,Ada,1950-03-02,Y00001,2024-04-01 09:10:00,322211000001104,dm+d,0411000D0AAAAAA,63 tablet,y
        ,m2,,,,,,,,,,
        """,
        [
            $"{Ada} source_id=m1 practice=Y00001 issue_date=2024-04-01 code=322211000001104 code_system=DM+D bnf_code=0411000D0AAAAAA quantity=63 tablet repeats=Y",
            "nhs_number_status=1 source_id=m2",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Gp_appointments() => Lands("gp_appointments", """
        NHS Number,GP Appointments Primary Key,Surname,Forename,DOB,GP Practice Code,Appointment Date,StatusDescription,ClinicianType,DeliveryMethodText,PlannedMinutesDuration,ActualMinutesDuration,Cost
        9990000018,a1,Hall,Ada,1950-03-02,Y00001,2024-04-01 09:10:00,Arrived,GP,Telephone,10,12,41.50
        ,a2,,,,,01/04/2024,Did Not Attend,,,,,
        """,
        [
            $"{Ada} source_id=a1 practice=Y00001 appointment_date=2024-04-01 status=ARRIVED clinician=GP mode=TELEPHONE planned_minutes=10 actual_minutes=12 cost=4150",
            "nhs_number_status=1 source_id=a2 appointment_date=2024-04-01 status=DID NOT ATTEND",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Acute_inpatients() => Lands("acute_inpatients", """
        NEWNHSNO,EPIKEY,SURNAME,FORENAME,DOB,SEX,PROCODE,PROVSPNOPS,EPIORDER,EPISTAT,ADMIDATE,EPISTART,EPIEND,DISDATE,ADMIMETH,CLASSPAT,DISMETH,TRETSPEF,SUSHRG,DIAG_01,DIAG_02,DIAG_03,DIAG_04,DIAG_05,DIAG_06,TARIFF_TOTAL_PAYMENT
        9990000018,k1,Hall,Ada,19500302,2,RA4,s1,1,3,20240401,20240401,20240404,20240404,2a,1,1,300,DZ65A,J440,I10,E119,N183,F03,I48,3211.40
        9990000019,k2,,,,9,89999,,99,,1801-01-01,2024-05-01,,,11,8,9,&,,,,,,,,
        9990000019,k3,,,,0,RA4,,98,,1801-01-01,2024-05-01,,,11,8,9,&,,,,,,,,
        """,
        [
            $"{Ada} source_id=k1 sex=2 provider=RA4 spell_number=s1 episode_order=1 episode_status=3 admission_date=2024-04-01 start_date=2024-04-01 end_date=2024-04-04 discharge_date=2024-04-04 method=2A patient_class=1 discharge_method=1 treatment_function=300 hrg=DZ65A diagnosis_1=J440 diagnosis_2=I10 diagnosis_3=E119 diagnosis_4=N183 diagnosis_5=F03 diagnosis_6=I48 cost=321140",
            "nhs_number_status=3 source_id=k3 provider=RA4 start_date=2024-05-01 method=11",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Acute_outpatients() => Lands("acute_outpatients", """
        NEWNHSNO,ATTENDKEY,SURNAME,FORENAME,DOB,SEX,PROCODE,APPTDATE,ATTENDED,FIRSTATT,TRETSPEF,SUSHRG,TARIFF_TOTAL_PAYMENT
        9990000018,o1,Hall,Ada,02/03/1950,2,RA4,2024-04-01,5,1,340,WF01B,201
        ,o2,,,,,RA4,20240402,3,X,&,,
        """,
        [
            $"{Ada} source_id=o1 sex=2 provider=RA4 appointment_date=2024-04-01 attended=5 first_attendance=1 treatment_function=340 hrg=WF01B cost=20100",
            "nhs_number_status=1 source_id=o2 provider=RA4 appointment_date=2024-04-02 attended=3",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Emergency_attendances() => Lands("emergency_attendances", """
        NEWNHSNO,AEKEY,SURNAME,FORENAME,DOB,SEX,PROCODE,ARRIVALDATE,AEATTENDCAT,AEDEPTTYPE,AEARRIVALMODE,AEATTENDDISP,SUSHRG,TARIFF_TOTAL_PAYMENT
        9990000018,x1,Hall,Ada,1950-03-02,2,RA4,2024-04-01,1,01,1,01,VB02Z,389.00
        ,x2,,,,,RA4,2024-04-02,9,99,9,99,,
        """,
        [
            $"{Ada} source_id=x1 sex=2 provider=RA4 arrival_date=2024-04-01 category=1 department=01 arrival_mode=1 disposal=01 hrg=VB02Z cost=38900",
            "nhs_number_status=1 source_id=x2 provider=RA4 arrival_date=2024-04-02",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Community_contacts() => Lands("community_contacts", """
        NHS NUMBER,UNIQUE CARE CONTACT IDENTIFIER,PERSON FAMILY NAME,PERSON GIVEN NAME,PERSON BIRTH DATE,ORGANISATION IDENTIFIER (CODE OF PROVIDER),CARE CONTACT DATE,ATTENDANCE STATUS,ATTENDED OR DID NOT ATTEND CODE,CONSULTATION MECHANISM (COMMUNITY CARE),ACTIVITY LOCATION TYPE CODE,SERVICE OR TEAM TYPE REFERRED TO (COMMUNITY CARE),CURRENCY CODE,CLINICAL CONTACT DURATION OF CARE CONTACT,COST
        9990000018,c1,Hall,Ada,1950-03-02,R1C,2024-04-01,5,,01,A01,12,N02AF,25,48.10
        ,c2,,,,,2024-04-02,,7,,,,,,
        """,
        [
            $"{Ada} source_id=c1 provider=R1C contact_date=2024-04-01 attended=5 medium=01 location=A01 team=12 currency=N02AF minutes=25 cost=4810",
            "nhs_number_status=1 source_id=c2 contact_date=2024-04-02 attended=7",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Mental_health_contacts() => Lands("mental_health_contacts", """
        NHSNumber,UniqCareContID,FamilyName,GivenName,PersonBirthDate,OrgIDProv,CareContDate,AttendStatus,ConsMechanismMH,ServTeamTypeRefToMH,ClinContDurOfCareCont,Cost
        9990000018,m1,Hall,Ada,1950-03-02,RXY,2024-04-01,6,02,A06,50,231
        ,m2,,,,,2024-04-02,,,,,
        """,
        [
            $"{Ada} source_id=m1 provider=RXY contact_date=2024-04-01 attended=6 medium=02 team=A06 minutes=50 cost=23100",
            "nhs_number_status=1 source_id=m2 contact_date=2024-04-02",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Social_care_services() => Lands("social_care_services", """
        NHS Number,LA Code,LA Person Unique Identifier,Event Reference,Client Surname,Client Forename,Date of Birth,Postcode,Service Type,Service Component,Event Start Date,Event End Date,Unit Cost,Cost Frequency (Unit Type),Planned units per week
        9990000018,905,17,r1,Hall,Ada,02/03/1950,TA190AB,Long term support: Community,Home support,01/04/2024,,22.40,Hourly,14.25
        ,905,,r2,,,,,,,02/04/2024,03/04/2024,-150,One-off,
        """,
        [
            $"{Ada} authority=905 person_reference=17 source_id=r1 service_type=Long term support: Community service_component=Home support start_date=2024-04-01 unit_cost=2240 frequency=HOURLY units_per_week=14.25",
            "nhs_number_status=1 authority=905 source_id=r2 start_date=2024-04-02 end_date=2024-04-03 unit_cost=-15000 frequency=ONE-OFF",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02 postcode=TA19 0AB", ""]);

    [Test]
    public void Prescribed_items() => Lands("prescribed_items", """
        NHSNumber,ItemID,PatientGPODS,CostCentreODSCode,ProcessingPeriodDate,PaidBNFCode,PrescribedBNFCode,PaiddmdCode,PaidQuantity,ItemCount,ItemNIC,ItemActualCost,NotDispensedIndicator,PaidIndicator,PaidDissallowedIndicator,PrivatePrescriptionIndicator
        9990000018,i1,A81001,A81001,20240601,0601022b0aaabab,0601022B0BBAAAB,39113611000001102,56.5,2,1234,-1150,N,Y,0,no
        ,i2,V81999,,2024-06-01,,,,,0,,,,,,
        """,
        [
            $"{Ada} source_id=i1 practice=A81001 prescriber=A81001 processed_on=2024-06-01 bnf_code=0601022B0AAABAB prescribed_bnf_code=0601022B0BBAAAB product=39113611000001102 quantity=56.5 items=2 net_ingredient_cost=1234 actual_cost=-1150 not_dispensed=False paid=True disallowed=False private=False",
            "nhs_number_status=1 source_id=i2 processed_on=2024-06-01 items=0",
        ],
        ["", ""]);

    [Test]
    public void Ambulance_incidents() => Lands("ambulance_incidents", """
        NHS NUMBER,AMBULANCE INCIDENT NUMBER,PERSON FAMILY NAME,PERSON GIVEN NAME,PERSON BIRTH DATE,ORGANISATION IDENTIFIER (AMBULANCE TRUST),INCIDENT DATE,INCIDENT OUTCOME,COST
        9990000018,b1,Hall,Ada,1950-03-02,RX9,2024-04-01,See & Treat,364.35
        ,b2,,,,,2024-04-02 23:59:00,unknown,
        """,
        [
            $"{Ada} source_id=b1 provider=RX9 incident_date=2024-04-01 outcome=SEE & TREAT cost=36435",
            "nhs_number_status=1 source_id=b2 incident_date=2024-04-02",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Talking_therapies() => Lands("talking_therapies", """
        NHSNumber,Unique_CareContactID,FamilyName,GivenName,PersonBirthDate,OrgID_Provider,CareContDate,AttendOrDNACode,ConsMediumUsed,AppType,ClinContDurOfCareCont,Cost
        9990000018,t1,Hall,Ada,1950-03-02,RXY,2024-04-01,5,02,03,50,173.55
        ,t2,,,,,2024-04-02,,,99,,
        """,
        [
            $"{Ada} source_id=t1 provider=RXY contact_date=2024-04-01 attended=5 medium=02 appointment_type=03 minutes=50 cost=17355",
            "nhs_number_status=1 source_id=t2 contact_date=2024-04-02",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Continuing_care() => Lands("continuing_care", """
        NHS Number,Commissioner Code,Package Reference,Surname,Forename,Date of Birth,Package Type,Package Start Date,Package End Date,Weekly Cost
        9990000018,QX1,k1,Hall,Ada,1950-03-02,Fast Track,2024-04-01,9999-12-31,980.50
        ,,k2,,,,chc,02/04/2024,03/04/2024,
        """,
        [
            $"{Ada} commissioner=QX1 source_id=k1 package_type=FAST TRACK start_date=2024-04-01 weekly_cost=98050",
            "nhs_number_status=1 source_id=k2 package_type=CHC start_date=2024-04-02 end_date=2024-04-03",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Critical_care() => Lands("critical_care", """
        NHS Number,Critical Care Period Local Identifier,Surname,Forename,Date of Birth,Organisation Code Code of Provider,Hospital Provider Spell Number,Critical Care Start Date,Critical Care Period Discharge Date,Critical Care Unit Function,Organ Support Maximum,HRG Code,Cost
        9990000018,u1,Hall,Ada,1950-03-02,RA4,s1,20240401,20240404,01,2,XC05Z,7720.11
        ,u2,,,,RA4,,2024-04-02,1801-01-01,,99,,
        """,
        [
            $"{Ada} source_id=u1 provider=RA4 spell_number=s1 start_date=2024-04-01 end_date=2024-04-04 unit_function=01 organs=2 hrg=XC05Z cost=772011",
            "nhs_number_status=1 source_id=u2 provider=RA4 start_date=2024-04-02",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);

    [Test]
    public void Deaths() => Lands("deaths", """
        DEC_CONF_NHS_NUMBER,Registration Reference,Surname,Forename,DOB,DOD,DOR
        9990000018,d1,Hall,Ada,1950-03-02,20240401,20240404
        ,d2,,,,,02/04/2024
        """,
        [
            $"{Ada} source_id=d1 death_date=2024-04-01 registered_on=2024-04-04",
            "nhs_number_status=1 source_id=d2 registered_on=2024-04-02",
        ],
        ["family_name=HALL given_name=ADA birth_date=1950-03-02", ""]);
}
