using System.Text;
using Stratify.Problems;
using Stratify.Quality;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>How counts are judged, and which figures may be used.</summary>
public sealed class QualityVerdictSpec
{
    private const string Register = """
        nhs_number | patient_id | birth_date | practice
        1          | p1         | 1940-05-17 | A81001
        """;

    // unlinked: warns over 3%, fails over 20%, is not judged of fewer than ten.
    [TestCase(0, 0, true, "not applicable: it needs events")]
    [TestCase(0, 0, false, "not applicable: nothing was delivered")]
    [TestCase(0, 4, true, "clean: ")]
    [TestCase(1, 4, true, "not applicable: fewer than 10 to judge by")]
    [TestCase(3, 100, true, "passed with violations: ")]
    [TestCase(4, 100, true, "warn: over 3%")]
    [TestCase(20, 100, true, "warn: over 3%")]
    [TestCase(21, 100, true, "fail: over 20%")]
    [TestCase(2, 10, true, "warn: over 3%")]
    [TestCase(3, 10, true, "fail: over 20%")]
    [TestCase(2, 9, true, "not applicable: fewer than 10 to judge by")]
    public void A_count_is_judged_by_its_threshold(int violations, int counted, bool delivered, string says)
    {
        var judgement = Judgement.Of(new CheckCount("unlinked", "community_contacts", "", violations, counted, delivered), Thresholds.Shipped);

        Assert.That($"{Judgement.Word(judgement.Outcome)}: {judgement.Reason}", Is.EqualTo(says));
    }

    [Test]
    public void One_or_two_rows_warn_at_most()
    {
        static Outcome Of(int violations) => Judgement.Of(new CheckCount("before_birth", "community_contacts", "contact_date", violations, 12, true), Thresholds.Shipped).Outcome;

        Assert.That((Of(1), Of(2), Of(3)), Is.EqualTo((Outcome.Warn, Outcome.Warn, Outcome.Fail)), "A twelfth is over 5%");
    }

    [TestCase("code_missing", "acute_inpatients", "hrg", 0.1)]
    [TestCase("code_missing", "acute_inpatients", "sex", null)]
    [TestCase("number_missing", "emergency_attendances", "nhs_number", 0.1)]
    [TestCase("number_missing", "acute_inpatients", "nhs_number", 0.03)]
    public void The_threshold_that_says_most_of_a_column_holds(string check, string dataset, string column, double? warnOver) =>
        Assert.That((double?)Thresholds.Shipped.Of(check, dataset, column).WarnOver, Is.EqualTo(warnOver));

    [Test]
    public void Every_check_has_its_threshold_and_says_what_it_counts()
    {
        Assert.Multiple(() =>
        {
            foreach (var check in CheckCatalogue.All)
            {
                Assert.That(() => Thresholds.Shipped.Of(check.Name, "any", "any"), Throws.Nothing);
                Assert.That(Check.Categories, Does.Contain(check.Category), check.Name);
            }
            Assert.That(CheckCatalogue.All.Select(check => check.Name), Is.Unique);
            Assert.That(Thresholds.Shipped.All.Select(threshold => threshold.Why), Has.None.Empty);
        });
    }

    [Test]
    public void What_was_published_is_judged_again_by_other_limits_without_the_data()
    {
        using var flow = Contacts(unlinked: 3);
        var strict = Own("unlinked,mental_health_contacts,*,0.5,0.9,1,mine\n");

        var before = QualityStage.Judgements(flow.Flow.Warehouse, Thresholds.Shipped);
        var after = Judgement.Again(before, Thresholds.Shipped.With(strict));

        Assert.Multiple(() =>
        {
            Assert.That(Unlinked(before), Is.EqualTo(Outcome.Fail));
            Assert.That(Unlinked(after), Is.EqualTo(Outcome.PassedWithViolations));
            Assert.That(Use(before), Is.EqualTo("no"));
            Assert.That(Use(after), Is.Not.EqualTo("no"));
            Assert.That(after.Select(judgement => judgement.Count), Is.EqualTo(before.Select(judgement => judgement.Count)), "Nothing was counted again");
        });

        static Outcome Unlinked(IEnumerable<Judgement> all) => all.Single(judgement => judgement.Count is { Check: "unlinked", Dataset: "mental_health_contacts" }).Outcome;
        static string Use(IReadOnlyList<Judgement> all) => Verdict.All(all).Single(verdict => verdict.Output == "mental_health").Use;
    }

    [Test]
    public void A_figure_may_be_used_when_nothing_speaks_against_it()
    {
        using var good = Contacts(unlinked: 0);
        using var bad = Contacts(unlinked: 3);

        Assert.Multiple(() =>
        {
            Assert.That(good.Verdict("population"), Is.EqualTo("yes"));
            Assert.That(good.Verdict("mental_health"), Does.Not.Contain("event"));
            Assert.That(good.Verdict("community"), Is.EqualTo("no: Nothing was delivered."));
            Assert.That(bad.Verdict("mental_health"), Does.StartWith("no: Mental health care contacts: 3 of 12 events that no person of the register was found for, over 20%."));
            Assert.That(bad.Verdict("population"), Is.EqualTo("yes"), "What a sector sends says nothing of who is registered");
            Assert.That(bad.Verdict("all_care"), Does.StartWith("no:").And.Contain("Mental health care: no."));
        });
    }

    [TestCase("unlinkd,*,*,0.1,0.2,10,x", "There is no check 'unlinkd'.")]
    [TestCase("unlinked,*,*,ten,0.2,10,x", "'warn_over' must be a share from 0 to 1, such as 0.05, or blank.")]
    [TestCase("unlinked,*,*,0.1,1.2,10,x", "'fail_over' must be a share from 0 to 1, such as 0.05, or blank.")]
    [TestCase("unlinked,*,*,0.3,0.2,10,x", "A check would fail before it warns.")]
    [TestCase("unlinked,*,*,0.1,0.2,few,x", "'at_least' must be a whole number.")]
    public void A_threshold_that_is_none_is_told(string row, string says) =>
        Assert.That(() => Own(row + "\n"), Throws.TypeOf<DefinitionException>().With.Message.Contains("own.csv:2: STR120: " + says));

    private static Thresholds Own(string rows) => Thresholds.Read(new MemoryStream(Encoding.UTF8.GetBytes("check,dataset,column,warn_over,fail_over,at_least,why\n" + rows)), "own.csv");

    private static CheckedFlow Contacts(int unlinked) => new CheckedFlow().Land("gp_registrations", Register).Land("mental_health_contacts",
        "nhs_number | source_id | provider | contact_date | cost\n" + string.Join('\n', Enumerable.Range(0, 12).Select(i => $"{(i < unlinked ? "77" : "1")} | c{i} | RXY | 2024-05-01 | 1000"))).Run();
}
