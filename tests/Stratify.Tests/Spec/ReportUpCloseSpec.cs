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

    [Test]
    public void A_headline_of_more_than_fifteen_words_leaves_the_cohort_s_name_to_the_line_above() =>
        Assert.That(Close("A | inpatient | 600").With("exemplar", "scheme | cohort | title | name | state | people\nmine | frail | People of seventy and over who were in hospital more than once | Ruth Elmfield | made | 35").Page("One cohort up close: People of seventy").Headline, Is.EqualTo("A gives 100% of their care by cost"));

    /// <summary>As drawn on the day when somebody looked at them. After a change that is meant: STRATIFY_APPROVE=1, then look at them again.</summary>
    [TestCase("providers-mine-frail")]
    [TestCase("exemplar-mine-frail")]
    public void The_pictures_are_those_that_are_kept(string id)
    {
        var report = Close("RA4 | inpatient | 413075\nRA4 | outpatient | 104550\nRA4 | emergency | 72360\nRBA | emergency | 37080\n | prescribing | 111800\nX97 | community | 108240\nY01 | primary_care | 5685\nY02 | primary_care | 4640\nY03 | primary_care | [c]\nY04 | primary_care | [c]", "primary_care | 100 | 377")
            .With("exemplar_steps", Steps + string.Join('\n',
            [
                .. Enumerable.Range(0, 24).Select(i => string.Create(CultureInfo.InvariantCulture, $"mine | frail | Frail | {i} | x | {new DateOnly(2023, 4, 1).AddMonths(i):yyyy-MM} | prescribing | dispensed item | 30 | {2 + (i % 4)} | [z] | 9 | {9 * (2 + (i % 4))}")),
                .. new[] { 0, 2, 3, 7, 11, 15, 18, 22 }.Select(i => string.Create(CultureInfo.InvariantCulture, $"mine | frail | Frail | {30 + i} | x | {new DateOnly(2023, 4, 1).AddMonths(i):yyyy-MM} | primary_care | GP appointment | 30 | {1 + (i % 2)} | [z] | 37 | {37 * (1 + (i % 2))}")),
                "mine | frail | Frail | 60 | x | 2023-11 | inpatient | emergency admission | 30 | 1 | 6 | 2400 | 2400", "mine | frail | Frail | 61 | x | 2024-10 | inpatient | emergency admission | 30 | 1 | 12 | 3100 | 3100",
                "mine | frail | Frail | 62 | x | 2024-04 | social_care | care service | 20 | 1 | 365 | 5200 | 5200", "mine | frail | Frail | 63 | x | 2023-10 | emergency | A&E attendance | 30 | 1 | [z] | 380 | 380",
            ]));
        var kept = Repository.At("tests", "Stratify.Tests", "Golden", "Charts", $"{id}.svg");
        var drawn = Svg.File(report.Report.Figures.Single(figure => figure.Id == id).Framed, id);
        if (Environment.GetEnvironmentVariable("STRATIFY_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.WriteAllText(kept, drawn);
        }

        Assert.That(drawn, Is.EqualTo(File.ReadAllText(kept)));
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
            Assert.That(page.Blocks.OfType<Paragraph>().First().Text, Does.StartWith("Ruth Elmfield does not exist. Ruth is aged 80-89, female, with what more than half of the cohort have: diabetes, Parkinson's disease."));
            Assert.That(page.Blocks.OfType<DataTable>().Single().Rows.Select(row => string.Join(" | ", row)), Is.EqualTo(new[] { "General practice | GP appointment | 2 |  | £37 | £74", "Inpatient | emergency admission | 1 | 6 | £2,400 | £2,400", "Outpatient |  | 2 |  | £180 | £360", "All |  | 5 |  |  | £2,834" }));
            Assert.That(page.Blocks.OfType<Bullets>().Single().Items, Has.Some.Contains("What happened in the months before September 2024").And.Some.Contains("Who knows of all 3 settings").And.Some.Contains("Which of the 2 outpatient attendances").And.None.Contains("emergency department"));
        });
    }

    [TestCase("too few people", "The cohort has too few people for a likeness that is nobody's.")]
    [TestCase("withheld: it would be a real record", "A journey made from what is usual in this cohort would have cost, setting by setting, what somebody's real care did, so it is withheld.")]
    public void Where_there_is_none_the_page_says_why(string state, string why)
    {
        var report = Close("A | inpatient | 600", state: state);

        Assert.Multiple(() =>
        {
            Assert.That(report.Page("One cohort up close").Blocks.OfType<Paragraph>().Last().Text, Is.EqualTo(why));
            Assert.That(report.Report.Pages.Select(page => page.Kicker), Has.None.StartsWith("A made-up"));
        });
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
        .With("exemplar", $"scheme | cohort | title | name | age_band | sex | conditions | state | people | pounds\nmine | frail | Frail | Ruth Elmfield | 80-89 | female | Diabetes, Parkinson's disease | {state} | 35 | 0")
        .With("cohort_settings", "scheme | cohort | setting | people | mean_cost\n" + string.Join('\n', settings.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(setting => $"mine | frail | {setting}")))
        .With("cohort_providers", "scheme | cohort | title | provider | setting | cost | people | contacts\n" + string.Join('\n', flows.Split('\n').Select(flow => string.Create(CultureInfo.InvariantCulture, $"mine | frail | Frail | {flow} | {(flow.EndsWith("[c]", StringComparison.Ordinal) ? "[c] | [c]" : "20 | 40")}"))));
}
