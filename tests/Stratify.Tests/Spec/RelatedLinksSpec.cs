using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What community, mental health and death records say of their person beside the number links them, and the same whether they come flat or as tables.</summary>
public sealed class RelatedLinksSpec
{
    private const string Rules = "linkage: {rules: [number_and_birth_date, number, name_and_birth_date, birth_date_sex_postcode_practice, birth_date_sex_postcode]}";
    private const string Links = "select grade, reason, person.person_id = (select person_id from person where sex = '1') as is_carter from person_link join event using (dataset, row_id) left join person using (person_key) order by event.start_date";

    private static readonly string Expected = Table.Normal("""
        grade | reason                           | is_carter
        D     | birth date, sex and postcode     | yes
        B     | number and birth date, not traced | no
        D     | birth date, sex and postcode     | no
        U     | nothing to link by               |
        """);

    /// <summary>A man without a number; a woman with one that is not traced, one whose trace failed, and somebody who lives nowhere.</summary>
    private static readonly string[] People =
    [
        "           |    | 1970-03-03 | 1 | TA19 0CD",
        "9990000018 | 02 | 1950-01-01 | 2 | TA19 0AB",
        "9990000018 | 04 | 1960-02-02 | F | ta190ab",
        "           |    | 1970-03-03 | 1 | ZZ99 3VZ",
    ];

    [Test]
    public void Community_contacts()
    {
        const string person = "NHS NUMBER | NHS NUMBER STATUS INDICATOR CODE | PERSON BIRTH DATE | PERSON STATED GENDER CODE | POSTCODE OF USUAL ADDRESS";
        using var flat = new RelatedJob { Linkage = Rules }.Give("community_contacts",
            Drawn($"{person} | UNIQUE CARE CONTACT IDENTIFIER | CARE CONTACT DATE", (who, i) => $"{who} | C{i} | 2024-05-0{1 + i}")).Run();
        using var related = new RelatedJob { Linkage = Rules }.Give("csds",
            ("CYP001", Drawn($"{person} | LOCAL PATIENT IDENTIFIER (EXTENDED)", (who, i) => $"{who} | L{i}")),
            ("CYP101", Drawn("SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED)", (_, i) => $"R{i} | L{i}")),
            ("CYP201", Drawn("CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE", (_, i) => $"C{i} | R{i} | 2024-05-0{1 + i}"))).Run();

        Same(flat, related);
    }

    /// <summary>Two women of one birthday and postcode, whom their practices tell apart; where a person has two, the later is meant.</summary>
    [Test]
    public void Community_contacts_with_the_practice_of_their_person()
    {
        const string person = "PERSON BIRTH DATE | PERSON STATED GENDER CODE | POSTCODE OF USUAL ADDRESS";
        string[] women = ["1960-02-02 | 2 | TA19 0AB", "1960-02-02 | 2 | TA19 0AB", "1960-02-02 | 2 | TA19 0AB"];
        string[] practices = ["A81001", "A81002", "A81009"];
        string Rows(string header, Func<string, int, string> row) => string.Join('\n', women.Select(row).Prepend(header));
        RelatedJob Job() => new RelatedJob { Linkage = Rules }.Say("  - {dataset: gp_registrations, files: more.csv}")
            .Put("more.csv", "NHS Number,Patient Identifier,DOB,GP Practice Code,Sex,Postcode\n9990000042,p4,1960-02-02,A81002,2,TA19 0AB\n");
        using var flat = Job().Give("community_contacts", Rows($"NHS NUMBER | {person} | GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION) | UNIQUE CARE CONTACT IDENTIFIER | CARE CONTACT DATE",
            (who, i) => $" | {who} | {practices[i]} | C{i} | 2024-05-0{1 + i}")).Run();
        using var related = Job().Give("csds",
            ("CYP001", Rows($"NHS NUMBER | {person} | LOCAL PATIENT IDENTIFIER (EXTENDED)", (who, i) => $" | {who} | L{i}")),
            ("CYP002", Rows("LOCAL PATIENT IDENTIFIER (EXTENDED) | GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION) | START DATE (GMP PATIENT REGISTRATION)", (_, i) => $"L{i} | {practices[i]} | 2020-01-01")
                + "\nL1 | A81001 | 2010-01-01"),
            ("CYP101", Rows("SERVICE REQUEST IDENTIFIER | LOCAL PATIENT IDENTIFIER (EXTENDED)", (_, i) => $"R{i} | L{i}")),
            ("CYP201", Rows("CARE CONTACT IDENTIFIER | SERVICE REQUEST IDENTIFIER | CARE CONTACT DATE", (_, i) => $"C{i} | R{i} | 2024-05-0{1 + i}"))).Run();

        const string links = "select grade, reason, (select min(practice) from registration where registration.person_key = person_link.person_key) as practice from person_link join event using (dataset, row_id) order by event.start_date";
        var expected = Table.Normal("""
            grade | reason                                   | practice
            C     | birth date, sex, postcode and practice   | A81001
            C     | birth date, sex, postcode and practice   | A81002
            U     | nothing to link by                       |
            """);
        Assert.Multiple(() =>
        {
            Assert.That(flat.Draw(links), Is.EqualTo(expected));
            Assert.That(related.Draw(links), Is.EqualTo(expected));
        });
    }

    [Test]
    public void Mental_health_contacts()
    {
        const string person = "NHSNumber | NHSNumberStatus | PersonBirthDate | Gender | Postcode";
        using var flat = new RelatedJob { Linkage = Rules }.Give("mental_health_contacts", Drawn($"{person} | UniqCareContID | CareContDate", (who, i) => $"{who} | C{i} | 2024-05-0{1 + i}")).Run();
        using var related = new RelatedJob { Linkage = Rules }.Give("mhsds",
            ("MHS001", Drawn($"{person} | LocalPatientId", (who, i) => $"{who} | L{i}")),
            ("MHS101", Drawn("ServiceRequestId | LocalPatientId", (_, i) => $"R{i} | L{i}")),
            ("MHS201", Drawn("CareContactId | ServiceRequestId | CareContDate", (_, i) => $"C{i} | R{i} | 2024-05-0{1 + i}"))).Run();

        Same(flat, related);
    }

    [Test]
    public void Mental_health_ward_stays()
    {
        const string person = "NHSNumber | NHSNumberStatus | PersonBirthDate | GenderIDCode | Postcode";
        using var flat = new RelatedJob { Linkage = Rules }.Give("mental_health_ward_stays",
            Drawn($"{person} | UniqWardStayID | StartDateWardStay | EndDateWardStay", (who, i) => $"{who} | W{i} | 2024-05-0{1 + i} | 2024-05-20")).Run();
        using var related = new RelatedJob { Linkage = Rules }.Give("mhsds",
            ("MHS001", Drawn($"{person} | LocalPatientId", (who, i) => $"{who} | L{i}")),
            ("MHS101", Drawn("ServiceRequestId | LocalPatientId", (_, i) => $"R{i} | L{i}")),
            ("MHS501", Drawn("HospProvSpellID | ServiceRequestId | StartDateHospProvSpell | DischDateHospProvSpell", (_, i) => $"H{i} | R{i} | 2024-05-0{1 + i} | 2024-05-20")),
            ("MHS502", Drawn("WardStayId | HospProvSpellID | StartDateWardStay | EndDateWardStay", (_, i) => $"W{i} | H{i} | 2024-05-0{1 + i} | 2024-05-20"))).Run();

        Same(flat, related);
    }

    [Test]
    public void Registered_deaths()
    {
        using var job = new RelatedJob { Linkage = Rules }.Give("deaths", """
            NHS Number | Registration Reference | DOB        | Sex | Postcode | DOD        | DOR
                       | D1                     | 1970-03-03 | 1   | TA19 0CD | 2024-12-15 | 2024-12-19
                       | D2                     | 1960-02-02 | 1   | TA19 0AB | 2024-12-16 | 2024-12-20
            """).Run();

        Assert.That(job.Draw("select sex, died from person where died is not null"), Is.EqualTo("sex | died\n1 | 2024-12-15"));
    }

    private static void Same(RelatedJob flat, RelatedJob related) => Assert.Multiple(() =>
    {
        Assert.That(flat.Draw(Links), Is.EqualTo(Expected));
        Assert.That(related.Draw(Links), Is.EqualTo(Expected));
    });

    private static string Drawn(string header, Func<string, int, string> row) => string.Join('\n', People.Select(row).Prepend(header));
}
