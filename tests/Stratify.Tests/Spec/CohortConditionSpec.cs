using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What each form of the cohort language means, on the compiled SQL and on the oracle.</summary>
[TestFixtureSource(typeof(CohortEngine), nameof(CohortEngine.All))]
public sealed class CohortConditionSpec(CohortEngine engine)
{
    private static IReadOnlyList<MadeUp> Village => People.Of("""
        person_id | age | sex    | neighbourhood | dementia | copd | asthma | ckd | conditions | emergency_admissions | cost    | care_weeks
        ----------+-----+--------+---------------+----------+------+--------+-----+------------+----------------------+---------+-----------
        ada       | 81  | female | Yeovil        | yes      | yes  | no     | yes | 3          | 2                    | 5000    | 2.5
        ben       | 34  | male   | Chard         | no       | no   | yes    | no  | 1          | 0                    | 99.50   | 0
        cyd       |     |        |               |          | yes  |        | no  |            |                      |         |
        """);

    [TestCase("everyone", "ada yes, ben yes, cyd yes")]
    [TestCase("dementia", "ada yes, ben no, cyd ?")]
    [TestCase("not dementia", "ada no, ben yes, cyd ?")]
    [TestCase("age >= 81", "ada yes, ben no, cyd ?")]
    [TestCase("age > 81", "ada no, ben no, cyd ?")]
    [TestCase("age < 81", "ada no, ben yes, cyd ?")]
    [TestCase("age <= 34", "ada no, ben yes, cyd ?")]
    [TestCase("age = 34", "ada no, ben yes, cyd ?")]
    [TestCase("age <> 34", "ada yes, ben no, cyd ?")]
    [TestCase("age != 34", "ada yes, ben no, cyd ?")]
    [TestCase("age ≥ 81", "ada yes, ben no, cyd ?")]
    [TestCase("age is 34", "ada no, ben yes, cyd ?")]
    [TestCase("age between 34 and 81", "ada yes, ben yes, cyd ?")]
    [TestCase("age between 35 and 80", "ada no, ben no, cyd ?")]
    [TestCase("age not between 35 and 81", "ada no, ben yes, cyd ?")]
    [TestCase("age in (33, 34)", "ada no, ben yes, cyd ?")]
    [TestCase("age not in (33, 34)", "ada yes, ben no, cyd ?")]
    [TestCase("age > conditions", "ada yes, ben yes, cyd ?")]
    [TestCase("care_weeks >= 2.5", "ada yes, ben no, cyd ?")]
    public void A_field_is_compared(string condition, string expected) => Assert.That(engine.Draw(condition, Village), Is.EqualTo(expected));

    [TestCase("cost >= £5,000", "ada yes, ben no, cyd ?")]
    [TestCase("cost >= 5000", "ada yes, ben no, cyd ?")]
    [TestCase("cost > £4,999.99", "ada yes, ben no, cyd ?")]
    [TestCase("cost = 99.5", "ada no, ben yes, cyd ?")]
    [TestCase("cost in (£99.50, £5,000)", "ada yes, ben yes, cyd ?")]
    public void Money_is_said_in_pounds(string condition, string expected) => Assert.That(engine.Draw(condition, Village), Is.EqualTo(expected));

    [TestCase("neighbourhood is \"Yeovil\"", "ada yes, ben no, cyd ?")]
    [TestCase("neighbourhood is not \"Yeovil\"", "ada no, ben yes, cyd ?")]
    [TestCase("neighbourhood = 'Yeovil'", "ada yes, ben no, cyd ?")]
    [TestCase("neighbourhood is \"yeovil\"", "ada no, ben no, cyd ?")]
    [TestCase("neighbourhood in (\"Yeovil\", \"Chard\")", "ada yes, ben yes, cyd ?")]
    [TestCase("sex is \"female\"", "ada yes, ben no, cyd ?")]
    public void A_text_is_compared_letter_by_letter(string condition, string expected) => Assert.That(engine.Draw(condition, Village), Is.EqualTo(expected));

    [TestCase("age is missing", "ada no, ben no, cyd yes")]
    [TestCase("age is not missing", "ada yes, ben yes, cyd no")]
    [TestCase("not age is missing", "ada yes, ben yes, cyd no")]
    [TestCase("dementia is missing", "ada no, ben no, cyd yes")]
    public void Whether_something_was_recorded_is_always_known(string condition, string expected) => Assert.That(engine.Draw(condition, Village), Is.EqualTo(expected));

    // cyd: dementia ?, copd yes, asthma ?, ckd no.
    [TestCase("copd and dementia", "ada yes, ben no, cyd ?")]
    [TestCase("ckd and dementia", "ada yes, ben no, cyd no")]
    [TestCase("copd or dementia", "ada yes, ben no, cyd yes")]
    [TestCase("ckd or dementia", "ada yes, ben no, cyd ?")]
    [TestCase("age < 40 or not age < 40", "ada yes, ben yes, cyd ?")]
    [TestCase("any of (copd, asthma)", "ada yes, ben yes, cyd yes")]
    [TestCase("all of (copd, asthma)", "ada no, ben no, cyd ?")]
    [TestCase("none of (asthma, ckd)", "ada no, ben no, cyd ?")]
    [TestCase("none of (copd, asthma)", "ada no, ben no, cyd no")]
    [TestCase("any of (age >= 80, asthma and not copd)", "ada yes, ben yes, cyd ?")]
    public void What_was_never_recorded_is_neither_true_nor_false(string condition, string expected) => Assert.That(engine.Draw(condition, Village), Is.EqualTo(expected));

    // ada has three of four, ben one, cyd one and two that are unknown: one to three.
    [TestCase("count of (dementia, copd, asthma, ckd) >= 1", "ada yes, ben yes, cyd yes")]
    [TestCase("count of (dementia, copd, asthma, ckd) >= 2", "ada yes, ben no, cyd ?")]
    [TestCase("count of (dementia, copd, asthma, ckd) > 3", "ada no, ben no, cyd no")]
    [TestCase("count of (dementia, copd, asthma, ckd) <= 3", "ada yes, ben yes, cyd yes")]
    [TestCase("count of (dementia, copd, asthma, ckd) < 1", "ada no, ben no, cyd no")]
    [TestCase("count of (dementia, copd, asthma, ckd) = 1", "ada no, ben yes, cyd ?")]
    [TestCase("count of (dementia, copd, asthma, ckd) <> 1", "ada yes, ben no, cyd ?")]
    [TestCase("count of (dementia, copd, asthma, ckd) between 1 and 3", "ada yes, ben yes, cyd yes")]
    [TestCase("count of (dementia, copd, asthma, ckd) not between 2 and 3", "ada no, ben yes, cyd ?")]
    [TestCase("count of (dementia, copd, asthma, ckd) >= 0", "ada yes, ben yes, cyd yes")]
    [TestCase("count of (dementia, copd, asthma, ckd) < 0", "ada no, ben no, cyd no")]
    public void A_count_is_known_when_the_unknown_ones_cannot_change_the_answer(string condition, string expected) => Assert.That(engine.Draw(condition, Village), Is.EqualTo(expected));

    [TestCase("dementia or asthma and age > 40", "ada yes, ben no, cyd ?")]
    [TestCase("(dementia or asthma) and age > 40", "ada yes, ben no, cyd ?")]
    [TestCase("asthma or dementia and age < 40", "ada no, ben yes, cyd ?")]
    [TestCase("(asthma or dementia) and age > 80", "ada yes, ben no, cyd ?")]
    [TestCase("not dementia and asthma", "ada no, ben yes, cyd ?")]
    [TestCase("not (dementia and asthma)", "ada yes, ben yes, cyd ?")]
    [TestCase("DEMENTIA And Age >= 80", "ada yes, ben no, cyd ?")]
    [TestCase("dementia # a comment, with or and )\n and copd", "ada yes, ben no, cyd ?")]
    public void And_binds_closer_than_or_and_not_closest(string condition, string expected) => Assert.That(engine.Draw(condition, Village), Is.EqualTo(expected));

    private static IReadOnlyList<MadeUp> Ranked => People.Of("""
        person_id | year    | cost
        a         | 2024/25 | 10
        b         | 2024/25 | 40
        c         | 2024/25 | 40
        d         | 2024/25 | 30
        e         | 2024/25 | 0
        f         | 2024/25 |
        g         | 2023/24 | 1
        """);

    // Five are ranked in the later year: b, c (tied, by name), d, a, e. Percentiles are 80, 60, 40, 20 and 0.
    [TestCase("cost in top 20%", "a no, b yes, c no, d no, e no, f ?, g yes")]
    [TestCase("cost in top 21%", "a no, b yes, c yes, d no, e no, f ?, g yes")]
    [TestCase("cost in top 0.5%", "a no, b yes, c no, d no, e no, f ?, g yes")]
    [TestCase("cost in top 100%", "a yes, b yes, c yes, d yes, e yes, f ?, g yes")]
    [TestCase("cost not in top 40%", "a yes, b no, c no, d yes, e yes, f ?, g no")]
    // £40, £40, £30 and £10 of £120: after b 33.3% of it, after c 66.7%, after d 91.7%, after a all. Who has none has no share.
    [TestCase("cost in top 33% of total", "a no, b no, c no, d no, e no, f ?, g no")]
    [TestCase("cost in top 50% of total", "a no, b yes, c no, d no, e no, f ?, g no")]
    [TestCase("cost in top 66.7% of total", "a no, b yes, c yes, d no, e no, f ?, g no")]
    [TestCase("cost not in top 95% of total", "a yes, b no, c no, d no, e yes, f ?, g yes")]
    [TestCase("cost in top 100% of total", "a yes, b yes, c yes, d yes, e no, f ?, g yes")]
    [TestCase("cost percentile >= 60", "a no, b yes, c yes, d no, e no, f ?, g no")]
    [TestCase("cost percentile > 60", "a no, b yes, c no, d no, e no, f ?, g no")]
    [TestCase("cost percentile between 20 and 40", "a yes, b no, c no, d yes, e no, f ?, g no")]
    [TestCase("cost percentile = 0", "a no, b no, c no, d no, e yes, f ?, g yes")]
    public void People_are_ranked_within_their_year_and_ties_in_the_order_of_the_register(string condition, string expected) => Assert.That(engine.Draw(condition, Ranked), Is.EqualTo(expected));

    [TestCase("O'Brien \"the\" Ward")]
    [TestCase("'; drop table person_year; --")]
    [TestCase("' or 'x' = 'x")]
    [TestCase("/* */ # $1 \\ %")]
    [TestCase("Ystradgynlais — Łódź 東京 🏥")]
    public void A_hostile_text_stays_data(string text)
    {
        var people = new[] { "Yeovil", text, text + " " }.Select((neighbourhood, i) => new MadeUp(i + 1, $"p{i}", "2024/25", new Dictionary<string, object> { ["neighbourhood"] = neighbourhood })).ToList();

        Assert.That(engine.Draw($"neighbourhood is \"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", people), Is.EqualTo("p0 no, p1 yes, p2 no"));
    }
}
