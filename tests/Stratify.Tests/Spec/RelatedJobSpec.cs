using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>How a job names the tables of a related set.</summary>
public sealed class RelatedJobSpec
{
    private const string Header1 = "NHS NUMBER,LOCAL PATIENT IDENTIFIER (EXTENDED)\n", Header101 = "SERVICE REQUEST IDENTIFIER\n", Header201 = "CARE CONTACT IDENTIFIER,SERVICE REQUEST IDENTIFIER,CARE CONTACT DATE\n";

    private RelatedJob _job = null!;

    [SetUp]
    public void Start() => _job = new RelatedJob().Put("a.csv", Header1).Put("b.csv", Header101).Put("c.csv", Header201);

    [TearDown]
    public void End() => _job.Dispose();

    [TestCase("{dataset: csds, files: a.csv}", "stratify.yml:6:28: STR104: 'csds' comes as several tables.\n    Say which file is which: tables: {CYP001: cyp001*.csv, CYP101: cyp101*.csv, CYP201: cyp201*.csv}.")]
    [TestCase("{dataset: csds}", "stratify.yml:6:5: STR103: The key 'tables' is missing.")]
    [TestCase("{dataset: csds, tables: {CYP001: a.csv, CYP201: c.csv}}", "stratify.yml:6:29: STR103: The table 'CYP101' is missing.\n    It holds one referral of a submission (CSDS CYP101).")]
    [TestCase("{dataset: csds, tables: {CYP001: a.csv, CYP101: b.csv, CYP201: c.csv, CYP204: b.csv}}", "stratify.yml:6:75: STR108: 'csds' has no table 'CYP204'.\n    Did you mean 'CYP201'?")]
    [TestCase("{dataset: csds, tables: {CYP001: a.csv, CYP101: b.csv, CYP201: [c.csv, b.csv]}}", "stratify.yml:6:60: STR104: The file 'b.csv' is given for two tables.\n    Narrow the patterns, so that each file is one table.")]
    [TestCase("{dataset: csds_cyp201, files: c.csv}", "stratify.yml:6:15: STR108: There is no dataset 'csds_cyp201'.")]
    [TestCase("{dataset: csds, tables: {CYP001: a.csv, CYP101: b.csv, CYP201: {files: c.csv, profil: x.yml}}}", "stratify.yml:6:83: STR102: 'profil' is not a key here.\n    Did you mean 'profile'?")]
    public void What_is_wrong_is_told_with_its_place_and_a_way_out(string extract, string told) =>
        Assert.That(_job.Say($"  - {extract}").Faults()[0], Does.StartWith(told));

    [Test]
    public void A_table_may_have_a_profile_of_its_own()
    {
        _job.Put("a.csv", "who,key\n9990000018,L1\n").Put("b.csv", "SERVICE REQUEST IDENTIFIER,LOCAL PATIENT IDENTIFIER (EXTENDED)\nR1,L1\n").Put("c.csv", Header201 + "C1,R1,2024-05-01\n");
        _job.Put("mine.yml", "profile: mine\ndataset: csds_cyp001\ncolumns: {nhs_number: who, patient: key}\n");
        _job.Say("  - {dataset: csds, tables: {CYP001: {files: a.csv, profile: mine.yml}, CYP101: b.csv, CYP201: c.csv}}").Run();

        Assert.That(_job.PersonYears("community_contacts"), Is.EqualTo("age | community_contacts\n74 | 1\n64 | 0\n54 | 0"));
    }
}
