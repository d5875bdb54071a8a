using Stratify.Datasets;

namespace Stratify.Tests.Datasets;

/// <summary>
/// Rows of hospital care as commissioners' warehouses hold them: the dotted names of SUS+ and those of the National Commissioning Data Repository.
/// Both have a pseudonym in place of the NHS number, and prices that are 0 where nothing was priced.
/// </summary>
public sealed class WarehouseProfileSpec
{
    private static readonly string Ada = $"nhs_number={ExtractSample.OpaqueToken("70001")} nhs_number_status=0";

    // NHS number status: 0 valid, 1 blank.
    private const string Nobody = "nhs_number_status=1";

    private static IReadOnlyList<string> Landed(string name, string dataset, string text) =>
        ExtractSample.Land(ShippedProfiles.All.Single(profile => profile.Name == name && profile.Dataset.Name == dataset), text).Landed;

    private const string Spells = "PRIMARYKEY_ID,spell.hospital_provider_spell_number,spell.patient.identity.nhs_number.value Pseudo,spell.patient.identity.birth_date,spell.patient.identity.gender,"
        + "spell.admission.patient_classification,spell.admission.method,spell.admission.date,spell.discharge.method,spell.discharge.date,spell.clinical_coding.grouper_derived.primary_diagnosis,"
        + "spell.clinical_coding.grouper_derived.secondary_diagnosis,spell.commissioning.service_agreement.provider,spell.commissioning.grouping.core_hrg,"
        + "spell.commissioning.tariff_calculation.initial_tariff,spell.commissioning.tariff_calculation.market_forces_factor,spell.commissioning.tariff_calculation.final_price\n";

    [Test]
    public void A_spell_of_SUS_plus_is_the_one_episode_of_its_stay_at_its_final_price() => Assert.That(
        Landed("sus-unified", "acute_inpatients", Spells + "p1,s1,70001,,2,1,21,2024-04-01,1,2024-04-04,J440,I10X,RA400,DZ65A,2000,1.1,2200"),
        Is.EqualTo(new[]
        {
            $"{Ada} source_id=p1 sex=2 provider=RA400 spell_number=s1 admission_date=2024-04-01 start_date=2024-04-01 end_date=2024-04-04 discharge_date=2024-04-04 method=21 patient_class=1 discharge_method=1 hrg=DZ65A diagnosis_1=J440 diagnosis_2=I10X cost=220000",
        }));

    [Test]
    public void The_key_1_is_nobody_s_a_price_of_0_is_none_and_a_stay_that_goes_on_has_no_end() => Assert.That(
        Landed("sus-unified", "acute_inpatients", Spells + "p1,s1,1,,1,1,21,2024-04-01,1,2024-04-04,J440,,RA400,DZ65A,0,1.1,0\np2,s2,70001,,X,1,11,2024-04-02,8,,,,RA400,,,,0.00"),
        Is.EqualTo(new[]
        {
            $"{Nobody} source_id=p1 sex=1 provider=RA400 spell_number=s1 admission_date=2024-04-01 start_date=2024-04-01 end_date=2024-04-04 discharge_date=2024-04-04 method=21 patient_class=1 discharge_method=1 hrg=DZ65A diagnosis_1=J440",
            $"{Ada} source_id=p2 provider=RA400 spell_number=s2 admission_date=2024-04-02 start_date=2024-04-02 method=11 patient_class=1 discharge_method=8",
        }));

    [Test]
    public void An_appointment_of_SUS_plus() => Assert.That(
        Landed("sus-unified", "acute_outpatients", """
            PRIMARYKEY_ID,appointment.identifier,appointment.date,appointment.first_attendance,appointment.attended_or_dna,appointment.patient.identity.nhs_number.value Pseudo,appointment.patient.identity.birth_date,appointment.patient.identity.gender,appointment.care_professional.treatment_function,appointment.commissioning.service_agreement.provider,appointment.commissioning.grouping.core_hrg,appointment.commissioning.tariff_calculation.final_price
            p1,a1,2024-04-01,1,5,70001,,2,340,RA400,WF01B,210.5
            p2,a2,2024-04-08,2,3,1,,1,340,RA400,WF01A,0
            """),
        Is.EqualTo(new[]
        {
            $"{Ada} source_id=p1 sex=2 provider=RA400 appointment_date=2024-04-01 attended=5 first_attendance=1 treatment_function=340 hrg=WF01B cost=21050",
            $"{Nobody} source_id=p2 sex=1 provider=RA400 appointment_date=2024-04-08 attended=3 first_attendance=2 treatment_function=340 hrg=WF01A",
        }));

    private const string Attendances = "attendance.unique_identifier,patient.nhs_number.value Pseudo,patient.stated_gender,attendance.location.hes_provider_3,attendance.location.department_type,attendance.arrival.date,"
        + "attendance.arrival.arrival_mode.code,attendance.arrival.attendance_category,attendance.discharge.destination.code,commissioning.grouping.health_resource_group,commissioning.national_pricing.final_price\n";

    [Test]
    public void An_attendance_of_the_Emergency_Care_Data_Set_by_ambulance() => Assert.That(
        Landed("sus-unified", "emergency_attendances", Attendances + "e1,70001,2,RA4,01,2024-04-01,1048031000000100,1,306706006,VB02Z,310"),
        Is.EqualTo(new[] { $"{Ada} source_id=e1 sex=2 provider=RA4 arrival_date=2024-04-01 category=1 department=01 arrival_mode=1 hrg=VB02Z cost=31000" }));

    [TestCase("1", "1")]
    [TestCase("2", "3")]
    [TestCase("3", "3")]
    [TestCase("4", "2")]
    public void Its_unplanned_follow_ups_are_two_categories_and_its_planned_ones_the_last(string theirs, string ours) => Assert.That(
        Landed("sus-unified", "emergency_attendances", Attendances + $"e1,70001,2,RA4,05,2024-04-01,1048071000000103,{theirs},,,0").Single(),
        Is.EqualTo($"{Ada} source_id=e1 sex=2 provider=RA4 arrival_date=2024-04-01 category={ours} department=05 arrival_mode=2"));

    private const string NcdrSpells = "APCS_Ident,Der_Pseudo_NHS_Number,Sex,Der_Provider_Code,Admission_Date,Discharge_Date,Admission_Method,Patient_Classification,Discharge_Method,Spell_Core_HRG_SUS,Der_Diagnosis_All,"
        + "Spell_Primary_Diagnosis,Spell_Secondary_Diagnosis,Spell_Main_Specialty_Code,Spell_Treatment_Function_Code,Tariff_Total_Payment,Net_SLA_Payment,Tariff_MFF_Payment,Grand_Total_Payment_MFF\n";

    [Test]
    public void A_spell_of_the_national_repository_costs_its_net_payment_and_the_market_forces_factor_together() => Assert.That(
        Landed("ncdr", "acute_inpatients", NcdrSpells + "11,70001,2,RA4,2024-04-01 00:00:00.000,2024-04-04 00:00:00.000,2A,1,1,DZ65A,\"||E119 ,J849||I801\",E119,J849,300,430,1900,2000,150.25,2150.25"),
        Is.EqualTo(new[]
        {
            $"{Ada} source_id=11 sex=2 provider=RA4 admission_date=2024-04-01 start_date=2024-04-01 end_date=2024-04-04 discharge_date=2024-04-04 method=2A patient_class=1 discharge_method=1 main_specialty=300 treatment_function=430 hrg=DZ65A diagnosis_1=E119 diagnosis_2=J849 cost=215025",
        }));

    [Test]
    public void An_appointment_of_the_national_repository() => Assert.That(
        Landed("ncdr", "acute_outpatients", """
            OPA_Ident,Der_Pseudo_NHS_Number,Sex,Der_Provider_Code,Appointment_Date,Attendance_Status,First_Attendance,Treatment_Function_Code,HRG_Code,Core_HRG,SUS_HRG,Grand_Total_Payment_MFF
            21,70001,2,RA4,2024-04-01,6,3,340,,WF01D,NULL,98.4
            22,70001,2,RA4,2024-05-01,5,2,340,,,,0
            """),
        Is.EqualTo(new[]
        {
            $"{Ada} source_id=21 sex=2 provider=RA4 appointment_date=2024-04-01 attended=6 first_attendance=3 treatment_function=340 hrg=WF01D cost=9840",
            $"{Ada} source_id=22 sex=2 provider=RA4 appointment_date=2024-05-01 attended=5 first_attendance=2 treatment_function=340",
        }));

    [Test]
    public void Attendances_of_the_national_repository_of_which_those_sent_twice_or_not_concluded_are_out_of_scope() => Assert.That(
        Landed("ncdr", "emergency_attendances", """
            EC_Ident,Der_Pseudo_NHS_Number,Sex,Der_Provider_Code,Der_Dupe_Flag,Finished_Indicator,Arrival_Date,EC_AttendanceCategory,EC_Department_Type,EC_Arrival_Mode_SNOMED_CT,SUS_HRG_Code,SUS_Final_Price,Grand_Total_Payment_MFF
            31,70001,9,RA4,0,1,2024-04-01,1,03,1048061000000105,VB09Z,120.00,131.5
            32,70001,9,RA4,1,1,2024-04-01,1,03,1048061000000105,VB09Z,120.00,131.5
            33,70001,9,RA4,0,0,2024-04-02,1,03,1048061000000105,,,
            34,70001,9,RA4,0,1,2024-04-03,4,01,1048051000000107,VB02Z,310.00,0
            """),
        Is.EqualTo(new[]
        {
            $"{Ada} source_id=31 sex=9 provider=RA4 arrival_date=2024-04-01 category=1 department=03 arrival_mode=2 hrg=VB09Z cost=13150",
            $"{Ada} source_id=34 sex=9 provider=RA4 arrival_date=2024-04-03 category=2 department=01 arrival_mode=1 hrg=VB02Z cost=31000",
        }));
}
