using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A cohort's made-up person: what the people in the middle of it have in common, and nobody's record.</summary>
public sealed class ExemplarSpec
{
    /// <summary>
    /// Twenty people. The cheapest has one appointment, the costliest a stay of sixty nights; of the eighteen between, each has an appointment in April
    /// and a stay of as many nights as their number, nine of them in July and nine in October. The ninth of eighteen is the one in the middle: person 10,
    /// of ten nights and £2,355, which is £2,400 to two figures; the ninth month is July.
    /// </summary>
    [Test]
    public void A_journey_is_of_the_middle_in_cost_month_length_and_price()
    {
        using var town = new CloseTown([.. Enumerable.Range(1, 20).Select(number => new CareOf("all", number switch
        {
            1 => [Appointment(0)],
            20 => [Appointment(0), Stay(8, 60, 9_000_000)],
            _ => [Appointment(0), Stay(number <= 10 ? 3 : 6, number, 234_500 + (100 * number))],
        }, number <= 17 ? "female" : "male", 60 + number))], [CloseTown.Year], least: 8);

        Assert.Multiple(() =>
        {
            Assert.That(town.Journey("all"), Is.EqualTo(Table.Normal("""
                month_name | setting      | activity            | people | contacts | each_lasted | each_pence
                2024-04    | primary_care | gp_appointment      |     18 |        1 |           0 |       3700
                2024-07    | inpatient    | emergency_admission |     18 |        1 |          10 |     240000
                """)));
            Assert.That(town.State("all"), Is.EqualTo("made"));
            Assert.That(Table.Draw(town.Warehouse.Query("select people, of_people, age_band, sex, conditions, steps, pence from exemplar_person")), Is.EqualTo(Table.Normal("""
                people | of_people | age_band | sex    | conditions | steps | pence
                    20 |        18 | 70-79    | female | Diabetes   |     2 | 243700
                """)), "the tenth of twenty is 70");
        });
    }

    [Test]
    public void Half_of_the_people_have_as_many_contacts_as_the_exemplar()
    {
        // Forty people, of whom every other one has a second appointment, and with it more cost: of the thirty-two in the middle, sixteen.
        using var town = new CloseTown([.. Enumerable.Range(1, 40).Select(number => new CareOf("all", [Appointment(0), .. number % 2 == 0 ? [Appointment(4)] : Array.Empty<CareOfMonth>(), Stay(2, 2, 234_500 + (100 * number))]))], [CloseTown.Year], least: 8);

        Assert.That(town.Journey("all"), Does.Contain("2024-04 | primary_care | gp_appointment | 16 | 1").And.Contain("2024-08 | primary_care | gp_appointment | 16 | 1"), "sixteen of the thirty-two in the middle have a second");
    }

    /// <summary>Everybody has three appointments, in months 0, 4 and 8, but four people, who have seven: theirs are in months 1 to 7, and the second, fourth and sixth stand where the three do.</summary>
    [Test]
    public void A_contact_is_in_the_month_of_the_one_that_stands_as_far_through_each_person_s_own()
    {
        using var town = new CloseTown([.. Enumerable.Range(1, 20).Select(number => new CareOf("all", [Stay(2, 2, 234_500 + (100 * number)), .. number is >= 8 and < 12 ? Enumerable.Range(1, 7).Select(Appointment) : new[] { 0, 4, 8 }.Select(Appointment)]))], [CloseTown.Year], least: 8);
        using var many = new CloseTown([.. Enumerable.Range(1, 20).Select(number => new CareOf("all", [Stay(2, 2, 234_500 + (100 * number)), .. number < 4 ? new[] { 0, 4, 8 }.Select(Appointment) : Enumerable.Range(1, 7).Select(Appointment)]))], [CloseTown.Year], least: 8);

        Assert.Multiple(() =>
        {
            Assert.That(Months(town), Is.EqualTo(new[] { "2024-04", "2024-08", "2024-12" }), "fifteen of eighteen have theirs in months 0, 4 and 8");
            Assert.That(Months(many), Is.EqualTo(new[] { "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11" }), "sixteen have seven");
        });

        static IEnumerable<string> Months(CloseTown of) => of.Journey("all").Split('\n').Where(line => line.Contains("gp_appointment", StringComparison.Ordinal)).Select(line => line[..7]);
    }

    [TestCase(9, "too few people")]
    [TestCase(15, "too few people")]
    [TestCase(16, "made")]
    public void A_cohort_of_too_few_people_has_none(int people, string state)
    {
        using var town = new CloseTown([.. Enumerable.Range(1, people).Select(number => new CareOf("all", [Appointment(0), Stay(3, 4, 234_500 + (100 * number))]))], [CloseTown.Year], least: 8);

        Assert.Multiple(() =>
        {
            Assert.That(town.State("all"), Is.EqualTo(state));
            Assert.That(town.Warehouse.Count("select count(*) from exemplar_step"), state == "made" ? Is.Positive : Is.Zero);
        });
    }

    [TestCase(8, 16)]
    [TestCase(5, 10, Description = "ten at least, whatever the rule")]
    [TestCase(3, 10)]
    [TestCase(20, 40)]
    public void How_many_people_that_takes_is_the_rule_s_on_each_side_of_the_middle_and_ten_at_least(long rule, int fewest)
    {
        using var town = new CloseTown([.. new[] { ("enough", fewest), ("few", fewest - 1) }.SelectMany(cohort => Enumerable.Range(1, cohort.Item2).Select(number => new CareOf(cohort.Item1, [Appointment(0), Stay(3, 4, 234_500 + (100 * number))])))], [CloseTown.Year], rule);

        Assert.That((town.State("enough"), town.State("few")), Is.EqualTo(("made", "too few people")));
    }

    [Test]
    public void Where_prices_to_two_figures_would_make_somebody_s_record_they_are_told_to_one()
    {
        using var town = new CloseTown([.. Enumerable.Repeat(new CareOf("alike", [Appointment(0)]), 40)], [CloseTown.Year], least: 8);

        Assert.Multiple(() =>
        {
            Assert.That(town.State("alike"), Is.EqualTo("made, with prices to one figure"));
            Assert.That(town.Journey("alike"), Does.EndWith("| 4000"), "everybody's appointment cost £37");
        });
    }

    [Test]
    public void And_where_those_would_be_somebody_s_too_there_is_nobody()
    {
        using var town = new CloseTown([.. Enumerable.Repeat(new CareOf("alike", [Appointment(0)]), 40), new CareOf("elsewhere", [new(CloseTown.Year, 11, "primary_care", "gp_appointment", "P9", 1, 0, 4000)])], [CloseTown.Year], least: 8);

        Assert.Multiple(() =>
        {
            Assert.That(town.State("alike"), Is.EqualTo("withheld: it would be a real record"), "somebody of another cohort, at another time, had one for £40");
            Assert.That(town.Warehouse.Count("select count(*) from exemplar_step"), Is.Zero);
        });
    }

    [Test]
    public void A_journey_goes_through_the_years_in_which_enough_of_its_people_were_there()
    {
        using var town = new CloseTown([.. Enumerable.Range(1, 30).Select(number => new CareOf("all", [Appointment(0) with { Year = CloseTown.Before }, Appointment(5), Stay(6, 3, 234_500 + (100 * number))]))], [CloseTown.Before, CloseTown.Year], least: 8);

        Assert.That(town.Journey("all").Split('\n').Skip(1).Select(line => line[..7]), Is.EqualTo(new[] { "2023-04", "2024-09", "2024-10" }));
    }

    [TestCase("an_exemplar_is_nobody", "update person_year set cost_primary_care = 3700, cost_inpatient = 240000, cost = 243700 where person_key = 4; delete from person_care where person_key = 4; insert into person_care values (4, '2024/25', 9, 'primary_care', 'gp_appointment', 'P1', 1, 0, 3710), (4, '2024/25', 9, 'inpatient', 'day_case', 'R', 2, 0, 239990)")]
    [TestCase("an_exemplar_is_of_enough_people", "update exemplar_step set people = 9 where step = 1")]
    [TestCase("an_exemplar_is_of_enough_people", "update exemplar_person set of_people = 9")]
    [TestCase("providers_have_every_pound_of_a_cohort", "update measure_cohort_provider set pence = pence - 1 where setting = 'inpatient'")]
    [TestCase("providers_have_every_pound_of_a_cohort", "delete from measure_cohort_provider where setting = 'primary_care'")]
    public void A_law_sees_what_breaks_it(string law, string breaking)
    {
        using var town = new CloseTown([.. Enumerable.Range(1, 20).Select(number => new CareOf("all", [Appointment(0), Stay(3, 10, 234_500 + (100 * number))]))], [CloseTown.Year], least: 8);
        var script = SqlScript.Load(law);
        var before = town.Warehouse.Breaches(script);

        town.Warehouse.Execute(breaking);

        Assert.That((before, town.Warehouse.Breaches(script) > 0), Is.EqualTo((0, true)));
    }

    private static CareOfMonth Appointment(int month) => new(CloseTown.Year, month, "primary_care", "gp_appointment", "P1", 1, 0, 3700);

    private static CareOfMonth Stay(int month, int nights, long pence) => new(CloseTown.Year, month, "inpatient", "emergency_admission", "RA4", 1, nights, pence);
}
