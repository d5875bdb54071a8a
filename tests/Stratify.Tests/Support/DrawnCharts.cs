using System.Globalization;

namespace Stratify.Tests.Support;

/// <summary>A report with every table that a picture is drawn from, of so many things, so named, of such an amount.</summary>
public static class DrawnCharts
{
    private static readonly string[] _others = ["0", "1", "2", "3 or more"];

    /// <param name="name">Of the i-th condition, cohort or whatever has a name of its own.</param>
    /// <param name="pounds">A number, or <c>[c]</c>.</param>
    public static DrawnReport Of(int count, Func<int, string> name, string pounds) => DrawnReport.Empty
        .With("model_effects", Rows("setting | condition | people | effect | effect_lower | effect_upper", count, i => $"all | {name(i)} | 5000 | {Times(pounds, 1)} | {Times(pounds, i % 3 == 0 ? -0.5m : 0.5m)} | {Times(pounds, 2)}"))
        .With("cost_by_condition_and_others", "condition | others | people | mean_cost\n" + string.Join('\n', Enumerable.Range(0, count).SelectMany(i => _others.Select((others, k) => $"{name(i)} | {others} | 1000 | {(i % 4 == 3 && k == 1 ? "[c]" : Times(pounds, k + 1))}"))))
        .With("condition_combinations", Rows("scheme | cohort | title | variant | people | observed_over_expected | total_cost | mean_cost | expected | excess | excess_lower | excess_upper | adjusted_p", count,
            i => $"pairs | c{i} | {name(i)} + {name(i + 1)}{(i % 2 == 0 ? $" + {name(i + 2)}" : "")} | inclusive | 123456 | 1.5 | {Times(pounds, 1000)} | {Times(pounds, 1)} | {Times(pounds, 0.5m)} | {Times(pounds, 0.5m)} | {Times(pounds, 0.25m)} | {Times(pounds, 0.75m)} | 0.01"))
        .With("cohorts", Rows("scheme | scheme_title | kind | uses_activity | cohort | title | people | mean_cost | mean_lower | mean_upper | rank | rank_lower | rank_upper", count,
            i => $"pairs | Pairs | sets | no | c{i} | {name(i)} | 1000 | {Times(Above(pounds), 1)} | {Times(Above(pounds), 0.5m)} | {Times(Above(pounds), 2)} | 1 | 1 | 1"))
        .With("setting_combinations", Rows("settings | people | cost | mean_cost", Math.Min(count, 8), i => $"{string.Join('+', Model.Setting.All.Take(i + 1).Select(setting => setting.Name))} | 1234567 | {Times(pounds, 1000)} | {Times(pounds, 1)}"))
        .With("linkage", "dataset | grade | records | people | cost\n" + string.Join('\n', Stratify.Datasets.Catalogue.All.Take(Math.Min(count, 12)).SelectMany((dataset, i) => new[] { "A", "B", "C", "D", "P", "U" }.Select((grade, k) => $"{dataset.Name} | {grade} | {(i == k ? 100_000_000 : i > 6 && k > 0 ? 0 : 1234)} | 10 | 10"))))
        .With("activity_by_month", "month | measure | measure_title | state | days | people | events | cost | per_day | centre | lower | upper | verdict\n" + string.Join('\n', new[] { ("emergency_admissions", "Emergency admissions"), ("ae_attendances", "A&E attendances"), ("cost", "Cost of care") }.SelectMany(measure => Months(count, measure, pounds))))
        .With("metrics", "panel | metric | title | status | rate\nGood care | falls | Falls | measured | 10")
        .With("metric_definitions", "panel | metric | title | definition | source\nGood care | falls | Falls | What one falls. | A guide")
        .With(Results.MetricLimits.Of(MetricMonths.All([.. Enumerable.Range(0, Math.Min(count, 17)).Select(i =>
            MetricMonths.Of(string.Join(' ', Enumerable.Range(0, Math.Clamp(count, 12, 60)).Select(month => month % 12 == 11 ? "[c]" : pounds == "[c]" ? pounds : Times(Above(pounds), 1 + (month % 4) + (month == 5 ? 9 : 0)))), 1000, i % 2 == 0 ? 1000 : 100000, 1 + i, $"m{i}", name(i)))])))
        .With("persistence", Rows("year | next_year | top_share | people | died | stayed | share_still_top | mean_before | mean_after | fall | fall_lower | fall_upper", Math.Min(count, 6),
            i => $"2023/24 | 2024/25 | {new[] { "0.005", "0.01", "0.05", "0.1", "0.2", "1.0" }[i]} | 100 | 10 | 90 | 0.4 | {Times(pounds, 3)} | {Times(pounds, i)} | {Times(pounds, 3 - i)} | {Times(pounds, 2 - i)} | {Times(pounds, 4 - i)}"))
        .With("cost_transitions", "year | next_year | before | after | people\n2023/24 | 2024/25 | other half | other half | 100")
        .With("cohorts_by_price_book", Rows("scheme | cohort | title | people | mean_cost | other_mean_cost | rank | other_rank", count, i => $"pairs | c{i} | {name(i)} | 1000 | {Times(pounds, 1)} | {Times(pounds, 1 + (i % 3))} | {i + 1} | {count - i}"))
        .With("rank_stability", "scheme | scheme_title | cohorts | concordance | top | top_at_both | share_moved\npairs | Pairs | 10 | 0.9 | 10 | 9 | 0.1");

    private static IEnumerable<string> Months(int count, (string Name, string Title) measure, string pounds) => Enumerable.Range(0, Math.Min(count, 60)).Select(i =>
    {
        var month = new DateOnly(2024, 4, 1).AddMonths(i).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var value = Times(pounds, 1 + (i % 4));
        return i % 12 == 11 ? $"{month} | {measure.Name} | {measure.Title} | not over | 31 | [z] | [z] | [z] | [z] | [z] | [z] | [z] |"
            : $"{month} | {measure.Name} | {measure.Title} | whole | 31 | {(pounds == "[c]" ? pounds : "1000")} | {(measure.Name == "cost" ? "[z]" : value)} | {(measure.Name == "cost" ? value : "[z]")} | {value} | {Times(pounds, 2)} | {Times(pounds, 1.1m)} | {Times(pounds, 2.9m)} | {(i % 4) switch { 0 => "below", 3 => "above", _ => i == 5 ? "left out" : "within" }}";
    });

    private static string Rows(string header, int count, Func<int, string> row) => string.Join('\n', Enumerable.Range(0, count).Select(row).Prepend(header));

    /// <summary>Pictures that were there before draw cohorts of no cost below nothing.</summary>
    private static string Above(string pounds) => pounds.TrimStart('-');

    private static string Times(string pounds, decimal by) => pounds == "[c]" ? pounds : (decimal.Parse(pounds, CultureInfo.InvariantCulture) * by) switch { 0 => "0", var number => number.ToString("0.####", CultureInfo.InvariantCulture) };
}
