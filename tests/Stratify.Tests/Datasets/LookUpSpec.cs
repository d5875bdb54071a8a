using Stratify.Datasets;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>What the look-ups of practices and of areas fill in, what they do not, and what is counted where they and the register differ.</summary>
public sealed class LookUpSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice | neighbourhood | area      | deprivation_decile | start_date | end_date
        1          | p1         | 1940-05-17 | A81001   |               | E01000001 |                    | 2010-01-01 |
        2          | p2         | 1950-05-17 | A81001   | West          | E01000001 | 9                  | 2010-01-01 |
        3          | p3         | 1960-05-17 | A81002   |               | E01000002 |                    | 2010-01-01 | 2024-08-31
        4          | p4         | 1970-05-17 | A81009   |               | E01000009 |                    | 2010-01-01 |
        5          | p5         | 1980-05-17 | A81003   |               |           | 11                 | 2010-01-01 |
        """;

    private const string Practices = """
        practice | name  | sub_icb | pcn    | neighbourhood | start_date | end_date
        A81001   | One   | 11X     | U00001 | EAST PCN      | 2019-07-01 |
        A81002   | Two   | 11X     | U00001 | EAST PCN      | 2019-07-01 | 2024-08-31
        A81002   | Two   | 11X     | U00002 | SOUTH PCN     | 2024-09-01 |
        A81003   | Three | 11X     | U00003 |               |            | 2020-03-31
        """;

    private const string Areas = """
        area      | msoa      | local_authority | neighbourhood | deprivation_rank | deprivation_decile
        E01000001 | E02000001 | E07000189       | Town          | 3000             | 1
        E01000002 | E02000001 | E07000189       |               | 30000            | 10
        """;

    private static Flow Flow(string practices = Practices, string areas = Areas) => new Flow().Land("gp_registrations", Register).Land("practices", practices).Land("areas", areas).Run();

    private static CheckedFlow Checked(string register = Register, string practices = Practices, string areas = Areas) =>
        new CheckedFlow().Land("gp_registrations", register).Land("practices", practices).Land("areas", areas).Run();

    [Test]
    public void A_look_up_fills_what_the_register_leaves_blank_and_the_register_s_own_word_stands()
    {
        using var flow = Flow();

        Assert.That(flow.Draw("select age, practice, sub_icb, neighbourhood, msoa, local_authority, deprivation_decile as decile from person_year order by age desc"), Is.EqualTo(Table.Normal("""
            age | practice | sub_icb | neighbourhood | msoa      | local_authority | decile
            83  | A81001   | 11X     | EAST PCN      | E02000001 | E07000189       | 1
            73  | A81001   | 11X     | West          | E02000001 | E07000189       | 9
            63  | A81002   | 11X     | EAST PCN      | E02000001 | E07000189       | 10
            53  | A81009   |         |               |           |                 |
            43  | A81003   | 11X     | U00003        |           |                 |
            """)));
    }

    [Test]
    public void Without_look_ups_everybody_is_as_the_register_has_them()
    {
        using var flow = new Flow().Land("gp_registrations", Register).Run();

        Assert.That(flow.Draw("select age, practice, sub_icb, neighbourhood, local_authority, deprivation_decile as decile from person_year order by age desc"), Is.EqualTo(Table.Normal("""
            age | practice | sub_icb | neighbourhood | local_authority | decile
            83  | A81001   |         |               |                 |
            73  | A81001   |         | West          |                 | 9
            63  | A81002   |         |               |                 |
            53  | A81009   |         |               |                 |
            43  | A81003   |         |               |                 |
            """)));
    }

    [Test]
    public void A_neighbourhood_is_the_practice_s_and_only_else_the_area_s()
    {
        using var flow = Flow(practices: "practice | neighbourhood\nA81002 | SOUTH PCN");

        Assert.That(flow.Draw("select age, neighbourhood from person_year where age in (83, 63) order by age desc"), Is.EqualTo("age | neighbourhood\n83 | Town\n63 | SOUTH PCN"));
    }

    [Test]
    public void Of_two_networks_that_a_practice_is_told_to_be_in_at_once_the_later_counts()
    {
        using var flow = Flow(practices: """
            practice | neighbourhood | start_date | end_date
            A81001   | OLD PCN       | 2019-07-01 |
            A81001   | NEW PCN       | 2022-10-01 |
            A81001   | NEXT PCN      | 2025-04-01 |
            """);

        Assert.That(flow.Draw("select neighbourhood from person_year where age = 83"), Is.EqualTo("neighbourhood\nNEW PCN"));
    }

    [TestCase("practice_unknown", "1 of 5: not applicable", Description = "A81009 is not in the list")]
    [TestCase("area_unknown", "1 of 4: not applicable", Description = "E01000009 is not, and one has no area")]
    [TestCase("neighbourhood_contradicted", "1 of 1: not applicable", Description = "West is not EAST PCN")]
    [TestCase("deprivation_contradicted", "1 of 1: not applicable", Description = "9 is not 1")]
    public void What_a_look_up_lacks_and_what_it_contradicts_is_counted_and_keeps_the_person(string check, string says)
    {
        using var flow = Checked();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Says(check, "gp_registrations"), Is.EqualTo(says));
            Assert.That(flow.Flow.Warehouse.Count("select count(*) from person_year"), Is.EqualTo(5));
        });
    }

    [Test]
    public void A_decile_of_the_register_that_is_none_is_counted_too()
    {
        using var flow = Checked();

        Assert.That(flow.Says("decile_implausible", "gp_registrations", "deprivation_decile"), Is.EqualTo("1 of 2: warn"));
    }

    [TestCase("practice_unknown")]
    [TestCase("area_unknown")]
    [TestCase("neighbourhood_contradicted")]
    [TestCase("deprivation_contradicted")]
    public void Where_no_look_up_was_sent_there_is_nothing_to_ask(string check)
    {
        using var flow = new CheckedFlow().Land("gp_registrations", Register).Run();

        Assert.That(flow.Says(check, "gp_registrations"), Is.EqualTo("0 of 0: not applicable"));
    }

    [TestCase("East PCN", 0, Description = "in whatever case")]
    [TestCase("U00001", 0, Description = "by its code")]
    [TestCase("EAST", 1)]
    public void A_register_may_name_a_network_or_give_its_code(string neighbourhood, int contradicted)
    {
        using var flow = Checked(register: $"nhs_number | patient_id | birth_date | practice | neighbourhood\n1 | p1 | 1940-05-17 | A81001 | {neighbourhood}");

        Assert.That(flow.Says("neighbourhood_contradicted", "gp_registrations"), Does.StartWith($"{contradicted} of 1"));
    }

    [TestCase("3284", "1", true, Description = "the last of the first tenth in 2019")]
    [TestCase("3285", "2", true)]
    [TestCase("3375", "1", true, Description = "the last of the first tenth in 2025")]
    [TestCase("33755", "10", true)]
    [TestCase("3000", "10", false, Description = "a decile that counts from the other end")]
    [TestCase("30000", "1", false)]
    [TestCase("7000", "2", false)]
    [TestCase("", "10", true, Description = "without a rank there is nothing to hold it against")]
    [TestCase("", "0", false)]
    public void A_decile_is_held_against_the_rank(string rank, string decile, bool plausible)
    {
        using var flow = Checked(areas: $"area | deprivation_rank | deprivation_decile\nE01000001 | {rank} | {decile}");

        Assert.That(flow.Says("decile_implausible", "areas", "deprivation_decile"), Does.StartWith($"{(plausible ? 0 : 1)} of 1"));
    }

    [Test]
    public void Practices_in_the_shape_of_the_organisation_data_service() => Assert.That(
        ExtractSample.Land(Profile.ForNational(Catalogue.Find("practices")!), """
            Partner Organisation Code,Partner Name,Practice Parent Sub ICB Location Code,Practice Parent Sub ICB Location Name,PCN Code,PCN Name,PCN Parent Sub ICB Location Code,PCN Parent Sub ICB Location Name,Practice to PCN Relationship Start Date,Practice to PCN Relationship End Date,Practice Sub ICB and PCN Sub ICB Match?
            a81001,"ONE SURGERY, THE",11X,NHS SOMEWHERE ICB - 11X,U00001,EAST PCN,11X,NHS SOMEWHERE ICB - 11X,20190701,,1
            """).Landed,
        Is.EqualTo(new[] { "practice=A81001 name=ONE SURGERY, THE sub_icb=11X pcn=U00001 neighbourhood=EAST PCN start_date=2019-07-01" }));

    [TestCase("LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Local Authority District name (2024),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)")]
    [TestCase("LSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)")]
    public void Areas_in_the_shape_of_the_indices_of_deprivation(string header) => Assert.That(
        ExtractSample.Land(Profile.ForNational(Catalogue.Find("areas")!), $"{header}\nE01000001,Somewhere 001A,E07000189,Somewhere,40.1,3000,1\n").Landed,
        Is.EqualTo(new[] { "area=E01000001 name=Somewhere 001A local_authority=E07000189 deprivation_rank=3000 deprivation_decile=1" }));

    [Test]
    public void A_list_that_is_delivered_again_stands_in_place_of_the_one_before_with_what_it_no_longer_has()
    {
        const string header = "Partner Organisation Code,PCN Name\n";
        var landed = LandedFiles.Of(Catalogue.Find("practices")!, null, ("1.csv", header + "A81001,OLD\nA81002,OLD\n"), ("2.csv", header + "A81001,NEW\n"));

        Assert.Multiple(() =>
        {
            Assert.That(landed.Rows, Has.Count.EqualTo(1).And.All.Contain("NEW"));
            Assert.That(landed.Ledger, Is.EqualTo(new[] { "1.csv duplicate replaced 2", "2.csv loaded - 1" }));
        });
    }
}
