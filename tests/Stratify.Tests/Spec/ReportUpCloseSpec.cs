using System.Globalization;
using Stratify.Drawing;
using Stratify.Model;
using Stratify.Reports;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The page of one cohort and that of its made-up person say what their tables say, and their pictures stay readable whatever the data hold.</summary>
public sealed class ReportUpCloseSpec
{
    private const string Steps = "scheme | cohort | title | step | journey_year | month | setting | what | people | contacts | days | each_cost | cost\n";

    [Test]
    public void The_headline_says_how_few_providers_give_half_of_the_care()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Close("A | inpatient | 600\nB | outpatient | 400").Page("One cohort up close").Headline, Is.EqualTo("Frail: A gives 60% of their care by cost"));
            Assert.That(Close("A | inpatient | 350\nB | outpatient | 350\nC | emergency | 300").Page("One cohort up close").Headline, Is.EqualTo("Frail: two providers give 70% of their care by cost"));
            Assert.That(Close(string.Join('\n', Enumerable.Range(1, 10).Select(i => $"P{i} | community | 100"))).Page("One cohort up close").Headline, Is.EqualTo("Frail: who they are, what they use and who gives it"));
        });
    }

    /// <summary>Of £1,000 in a setting £600 may be seen, so the other £400 is of whom few had care.</summary>
    [Test]
    public void What_a_setting_s_visible_providers_leave_of_it_is_drawn_as_not_shown()
    {
        var texts = Texts(Close("A | inpatient | 600\nB | inpatient | [c]\nC | inpatient | [c]", "inpatient | 100 | 10"), "providers-mine-frail");

        Assert.That(texts, Does.Contain("Not shown: few people").And.Contain("£400, 40%").And.Contain("£600, 60%").And.Not.Contain("B"));
    }

    [Test]
    public void Small_providers_are_drawn_as_one_and_a_small_one_alone_by_name()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Texts(Close("A | inpatient | 9900\nB | inpatient | 50\nC | community | 50"), "providers-mine-frail"), Does.Contain("2 other providers").And.Contain("£100, 1%").And.Not.Contain("B"));
            Assert.That(Texts(Close("A | inpatient | 9950\nB | inpatient | 50"), "providers-mine-frail"), Does.Contain("B").And.Not.Contain("1 other providers"));
        });
    }

    [Test]
    public void The_made_up_person_is_said_to_be_one_and_raises_questions_about_the_journey()
    {
        var page = Close("A | inpatient | 600").With("exemplar_steps", Steps + """
            mine | frail | Frail | 1 | 2024/25 | 2024-05 | primary_care | GP appointment      | 20 | 2 |     |   37 |   74
            mine | frail | Frail | 2 | 2024/25 | 2024-09 | inpatient    | emergency admission | 20 | 1 |   6 | 2400 | 2400
            mine | frail | Frail | 3 | 2024/25 | 2024-10 | outpatient   |                     | 20 | 2 |     |  180 |  360
            """).Page("A made-up person");

        Assert.Multiple(() =>
        {
            Assert.That(page.Headline, Is.EqualTo("Ruth Elmfield: inpatient makes up £2,400 of £2,834"));
            Assert.That(page.Blocks.OfType<Paragraph>().First().Text, Does.StartWith("Ruth Elmfield does not exist. Ruth is aged 80-89, female, with what more than half of the cohort have: diabetes; Parkinson's disease."));
            Assert.That(page.Blocks.OfType<DataTable>().Single().Rows.Select(row => string.Join(" | ", row)), Is.EqualTo(new[] { "General practice | GP appointment | 2 |  | £37 | £74", "Inpatient | emergency admission | 1 | 6 | £2,400 | £2,400", "Outpatient |  | 2 |  | £180 | £360", "All |  | 5 |  |  | £2,834" }));
            Assert.That(page.Blocks.OfType<Bullets>().Single().Items, Has.Some.Contains("What happened in the months before September 2024").And.Some.Contains("Who knows of all 3 settings").And.Some.Contains("Which of the 2 outpatient attendances").And.None.Contains("emergency department"));
        });
    }

    [TestCase("too few people", "The cohort has too few people for a likeness that is nobody's.")]
    [TestCase("withheld: it would be a real record", "A journey made from what is usual in this cohort would have cost, setting by setting, what somebody's real care did, so it is withheld.")]
    public void Where_there_is_none_the_page_says_why(string state, string why)
    {
        var page = Close("A | inpatient | 600", state: state).Page("A made-up person");

        Assert.That((page.Headline, page.Blocks.OfType<Paragraph>().Single().Text), Is.EqualTo(("No made-up person can stand for this cohort", why)));
    }

    [Test]
    public void A_cohort_that_is_hidden_has_no_page() =>
        Assert.That(Close("A | inpatient | 600").With("cohorts", "scheme | cohort | people\nmine | frail | [c]").Report.Pages.Select(page => page.Kicker), Has.None.StartsWith("One cohort").And.None.StartsWith("A made-up"));

    [TestCaseSource(nameof(Places))]
    public void No_text_of_either_picture_is_cut_off_small_pale_or_lies_on_another(string place, DrawnReport report)
    {
        var figures = report.Report.Figures.Where(figure => figure.Id is "providers-mine-frail" or "exemplar-mine-frail").ToList();
        var faults = figures.SelectMany(figure => new[] { figure.Scene, figure.Framed }.SelectMany(Lint.Check).Select(fault => $"{figure.Id}: {fault}"));

        Assert.Multiple(() =>
        {
            Assert.That(figures, Is.Not.Empty);
            Assert.That(faults, Is.Empty, place);
        });
    }

    private static IEnumerable<TestCaseData> Places()
    {
        yield return Named("one flow", Close("A | inpatient | 600"));
        yield return Named("a flow of a penny beside one of millions", Close("A | inpatient | 98765432\nB | outpatient | 0.01"));
        yield return Named("a hundred providers", Close(string.Join('\n', Enumerable.Range(1, 100).Select(i => $"P{i:000} | {Setting.All[i % 9].Name} | {i * 10}"))));
        yield return Named("a hundred providers alike", Close(string.Join('\n', Enumerable.Range(1, 100).Select(i => $"P{i:000} | {Setting.All[i % 9].Name} | 500"))));
        yield return Named("every setting at one provider", Close(string.Join('\n', Setting.All.Select(setting => $"A | {setting.Name} | 100"))));
        yield return Named("long names", Close(string.Join('\n', Enumerable.Range(1, 9).Select(i => $"{string.Concat(Enumerable.Repeat("Incomprehensibilities ", i))} | {Setting.All[i - 1].Name} | 500"))));
        yield return Named("all hidden but the total", Close("A | inpatient | [c]\nB | inpatient | [c]", "inpatient | 100 | 10"));
        yield return Named("a provider that nobody says", Close(" | prescribing | 700"));
        yield return Named("one step", Journey("1 | 2024-05 | primary_care | 1 | | 37"));
        yield return Named("two hundred contacts in a month, and one in another", Journey("1 | 2024-05 | prescribing | 200 | | 1600\n2 | 2024-06 | prescribing | 1 | | 8"));
        yield return Named("two hundred contacts in a lane", Journey(string.Join('\n', Enumerable.Range(0, 12).Select(i => $"{i} | {new DateOnly(2024, 4, 1).AddMonths(i):yyyy-MM} | community | 17 | | 900"))));
        yield return Named("a stay in every month, longer than it", Journey(string.Join('\n', Enumerable.Range(0, 12).Select(i => $"{i} | {new DateOnly(2024, 4, 1).AddMonths(i):yyyy-MM} | inpatient | 2 | 45 | 90000"))));
        yield return Named("stays at either end", Journey("1 | 2024-04 | inpatient | 1 | 1 | 3000\n2 | 2025-03 | inpatient | 1 | 99 | 90000\n3 | 2024-04 | social_care | 1 | 365 | 30000"));
        yield return Named("every setting in every month of three years", Journey(string.Join('\n', Enumerable.Range(0, 36).SelectMany(i => Setting.All.Select(setting => $"{i} | {new DateOnly(2022, 4, 1).AddMonths(i):yyyy-MM} | {setting.Name} | 3 | {(setting.Window is null ? "" : "7")} | 500")))));
        yield return Named("thirty years", Journey("1 | 1995-05 | primary_care | 1 | | 37\n2 | 2025-03 | inpatient | 1 | 20 | 4000"));
        yield return Named("free of charge", Journey("1 | 2024-05 | primary_care | 3 | | 0.00"));
        yield return Named("millions", Journey("1 | 2024-05 | inpatient | 3 | 300 | 98765432"));
    }

    private static TestCaseData Named(string place, DrawnReport report) => new TestCaseData(place, report).SetArgDisplayNames(place);

    private static IEnumerable<string> Texts(DrawnReport report, string figure) => report.Report.Figures.Single(each => each.Id == figure).Scene.Shapes.OfType<TextShape>().Select(text => text.Text);

    /// <summary>Step, month, setting, contacts, days and cost of each.</summary>
    private static DrawnReport Journey(string steps) => Close("A | inpatient | 600").With("exemplar_steps", Steps + string.Join('\n', steps.Split('\n').Select(step => step.Split('|', StringSplitOptions.TrimEntries)).Select(step =>
        $"mine | frail | Frail | {step[0]} | 2024/25 | {step[1]} | {step[2]} | | 20 | {step[3]} | {(step[4].Length == 0 ? "[z]" : step[4])} | {step[5]} | {step[5]}")));

    /// <summary>Provider, setting and cost of each flow; and where it is told, setting, people and mean.</summary>
    private static DrawnReport Close(string flows, string settings = "", string state = "made") => DrawnReport.Empty
        .With("cohorts", "scheme | scheme_title | cohort | title | people | mean_cost | mean_lower | mean_upper\nmine | Mine | frail | Frail | 100 | 1000 | 900 | 1100")
        .With("exemplar", $"scheme | cohort | title | name | age_band | sex | conditions | state | people | pounds\nmine | frail | Frail | Ruth Elmfield | 80-89 | female | Diabetes; Parkinson's disease | {state} | 35 | 0")
        .With("cohort_settings", "scheme | cohort | setting | people | mean_cost\n" + string.Join('\n', settings.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(setting => $"mine | frail | {setting}")))
        .With("cohort_providers", "scheme | cohort | title | provider | setting | cost | people | contacts\n" + string.Join('\n', flows.Split('\n').Select(flow => string.Create(CultureInfo.InvariantCulture, $"mine | frail | Frail | {flow} | {(flow.EndsWith("[c]", StringComparison.Ordinal) ? "[c] | [c]" : "20 | 40")}"))));
}
