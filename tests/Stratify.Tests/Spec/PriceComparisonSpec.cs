using Stratify.Costing;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A run by two price books, and against the accounts: 20 people without a condition, 12 with diabetes, two who are nobody. Worked by hand.</summary>
public sealed class PriceComparisonSpec
{
    /// <summary>By the first book 20 × £100 and 12 × £80, by the second 20 × £60 and 12 × £120.</summary>
    private static Flow Town(Func<CostingRules, CostingRules> rules) => new Flow { CostBy = rules(new CostingRules(Book("one", 10000, 8000))) }
        .Land("gp_registrations", Lines("nhs_number | patient_id | birth_date | practice", 1, 32, n => $"{n} | p{n} | 1960-01-01 | A81001"))
        .Land("gp_events", Lines("nhs_number | source_id | practice | event_date | code | code_system", 21, 32, n => $"{n} | e{n} | A81001 | 2020-01-01 | 44054006 | SNOMED"))
        .Land("community_contacts", Lines("nhs_number | source_id | provider | contact_date | currency", 1, 34, n => $"{(n > 32 ? 900 + n : n)} | c{n} | RA4 | 2024-05-01 | {(n is > 20 and <= 32 ? "N08AF" : "N02AF")}"))
        .Run()
        .Rank("number-of-conditions");

    [Test]
    public void Cohorts_keep_their_people_and_are_ranked_by_both_books()
    {
        using var flow = Town(rules => rules with { Compare = Book("two", 6000, 12000) });

        Assert.That(flow.Draw("select cohort, people, pence, other_pence, changed, rank, other_rank from measure_book order by rank"), Is.EqualTo(Table.Normal("""
            cohort       | people | pence  | other_pence | changed | rank | other_rank
            conditions-0 | 20     | 200000 | 120000      | 20      | 1    | 2
            conditions-1 | 12     | 96000  | 144000      | 12      | 2    | 1
            """)));
    }

    [Test]
    public void How_far_the_ranking_rests_on_the_book_is_published_in_one_line_a_scheme()
    {
        using var flow = Town(rules => rules with { Compare = Book("two", 6000, 12000) });
        var results = ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely);

        Assert.Multiple(() =>
        {
            // The ranks are each other's reverse. Shares of cost are 2,000 of 2,960 and 1,200 of 2,640: 0.6757 − 0.4545 = 0.221 of all pounds has moved.
            // 32 people are published as 30, at £92.50 and £82.50 a person: 2,475 / 2,775 = 0.892.
            Assert.That(ResultTown.Draw(results["rank_stability"], "scheme", "people", "cohorts", "concordance", "top", "top_at_both", "share_moved", "ratio"), Is.EqualTo(
                "scheme | people | cohorts | concordance | top | top_at_both | share_moved | ratio\nnumber-of-conditions | 30 | 2 | -1 | 2 | 2 | 0.221 | 0.892"));
            Assert.That(ResultTown.Draw(results["cohorts_by_price_book"], "cohort", "people", "mean_cost", "other_mean_cost", "rank", "other_rank"), Is.EqualTo(Table.Normal("""
                cohort | people | mean_cost | other_mean_cost | rank | other_rank
                conditions-0 | 20 | 100 | 60  | 1 | 2
                conditions-1 | 10 | 80  | 120 | 2 | 1
                """)));
            Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        });
    }

    /// <summary>£250 less £100 over 20 people would say what the one costs whose price is another.</summary>
    [Test]
    public void What_one_person_s_other_price_adds_is_hidden()
    {
        using var flow = Town(rules => rules with { Compare = Book("two", 10000, 8000) });
        flow.Warehouse.Execute("update measure_book set other_pence = other_pence + 15000, changed = 1 where cohort = 'conditions-0'; update measure_book set changed = 12 where cohort = 'conditions-1'");

        Assert.That(ResultTown.Draw(ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely)["cohorts_by_price_book"], "cohort", "mean_cost", "other_mean_cost", "other_rank"), Is.EqualTo(Table.Normal("""
            cohort | mean_cost | other_mean_cost | other_rank
            conditions-0 | 100 | [c] | [c]
            conditions-1 | 80  | [c] | [c]
            """)));
    }

    [Test]
    public void The_law_of_the_second_book_sees_what_breaks_it()
    {
        using var flow = Town(rules => rules with { Compare = Book("two", 6000, 12000) });
        var law = Stratify.Engine.SqlScript.Load("cohorts_hold_the_other_book_s_pounds");
        var before = flow.Warehouse.Breaches(law);
        flow.Warehouse.Execute("update measure_book set other_pence = other_pence + 1 where cohort = 'conditions-0'");

        Assert.That((before, flow.Warehouse.Breaches(law)), Is.EqualTo((0L, 1L)));
    }

    [Test]
    public void Without_a_second_book_a_list_of_factors_or_the_accounts_nothing_is_published_of_them()
    {
        using var flow = Town(rules => rules);

        Assert.That(ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely).Tables.Select(table => table.Name),
            Has.None.AnyOf("rank_stability", "cohorts_by_price_book", "market_forces", "control_totals").And.Contains("paid_and_standard"));
    }

    [Test]
    public void A_control_total_stands_beside_the_cost_of_all_events_with_the_factor_between_them_and_scales_nothing()
    {
        using var flow = Town(rules => rules with { ControlTotals = [new("community", "2024/25", 632000), new("emergency", "2024/25", 100000)], Factors = [new("RA4", 1_100_000)] });
        var results = ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely);

        Assert.Multiple(() =>
        {
            // 22 × £100 and 12 × £80 are £3,160, half of the accounts' £6,320. 34 people are published as 35, at £92.90 each: £3,252, and 6,320 / 3,252 = 1.943.
            Assert.That(ResultTown.Draw(results["control_totals"], "setting", "events", "people", "cost", "control_total", "factor"), Is.EqualTo(Table.Normal("""
                setting | events | people | cost | control_total | factor
                emergency | 0  | 0  | 0    | 1000 | [z]
                community | 34 | 35 | 3252 | 6320 | 1.943
                """)));
            Assert.That(flow.Warehouse.Count("select sum(cost)::bigint from person_year"), Is.EqualTo(296000));
            // 34 × … × 1.1 = £3,476, which is £102 a person of 34: 102 × 35.
            Assert.That(ResultTown.Draw(results["market_forces"], "setting", "standard", "standard_with_factors", "ratio"), Is.EqualTo("setting | standard | standard_with_factors | ratio\ncommunity | 3252 | 3570 | 1.098"));
        });
    }

    [Test]
    public void What_is_paid_is_published_beside_the_standard_cost_of_the_same_events()
    {
        using var flow = new Flow { CostBy = new CostingRules(Book("one", 10000, 8000)) }
            .Land("gp_registrations", Lines("nhs_number | patient_id | birth_date | practice", 1, 10, n => $"{n} | p{n} | 1960-01-01 | A81001"))
            .Land("community_contacts", Lines("nhs_number | source_id | provider | contact_date | currency | cost", 1, 20, n => $"{(n + 1) / 2} | c{n} | RA4 | 2024-05-01 | N02AF | {(n % 2 == 0 ? "12500" : "")}"))
            .Run()
            .Rank("number-of-conditions");

        // Ten of twenty contacts carry £125.00; the book says £100.00.
        Assert.That(ResultTown.Draw(ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely)["paid_and_standard"], "setting", "events", "told", "people", "paid", "standard", "ratio"), Is.EqualTo(
            "setting | events | told | people | paid | standard | ratio\ncommunity | 20 | 10 | 10 | 1250 | 1000 | 1.25"));
    }

    private static PriceBook Book(string name, long nurse, long specialist) => new(name, [Price("N02AF||", nurse), Price("N08AF||", specialist)]);

    private static Price Price(string key, long pence) => new("community", "contact", key, pence, 1, "2024/25", "by hand", "test");

    private static string Lines(string head, int from, int to, Func<int, string> line) => head + "\n" + string.Concat(Enumerable.Range(from, to - from + 1).Select(n => line(n) + "\n"));
}
