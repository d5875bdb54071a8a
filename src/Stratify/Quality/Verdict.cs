using Stratify.Datasets;
using Stratify.Model;

namespace Stratify.Quality;

/// <summary>Whether a figure may be used, and why not. It says nothing of what is not checked.</summary>
/// <param name="Output">The figure's name: <c>population</c>, <c>conditions</c>, a sector, or <c>all_care</c>.</param>
/// <param name="Use">One of <see cref="Uses"/>.</param>
/// <param name="Why">Sentences; empty when it may be used.</param>
public sealed record Verdict(string Output, string Title, string Use, IReadOnlyList<string> Why)
{
    private const int MostReasons = 3;
    private const string AllCare = "all_care", Yes = "yes", WithCare = "with care", No = "no";

    public static IReadOnlyList<string> Uses { get; } = [Yes, WithCare, No];

    /// <summary>One for who is registered, one for their conditions, one for the cost of each sector, and one for all of it, which is no better than the worst.</summary>
    public static IReadOnlyList<Verdict> All(IReadOnlyList<Judgement> judgements)
    {
        List<Verdict> parts =
        [
            Of("population", "Who is registered", dataset => dataset.Role == DatasetRole.Register, judgements),
            Of("conditions", "Long-term conditions", dataset => dataset.Role == DatasetRole.Clinical, judgements),
            .. Setting.Sectors.Select(sector => Of(sector, TitleOf(sector), dataset => dataset.Role == DatasetRole.Activity && dataset.Sector == sector, judgements)),
        ];
        var whole = parts.Where(part => part.Output != "conditions").ToList();
        var worst = whole.Max(part => Rank(part.Use));
        return [.. parts, new Verdict(AllCare, "Cost of all care", Uses[worst], [.. whole.Where(part => worst > 0 && Rank(part.Use) == worst).Select(part => $"{part.Title}: {part.Use}.")])];
    }

    private static Verdict Of(string output, string title, Func<Dataset, bool> concerns, IReadOnlyList<Judgement> judgements)
    {
        var datasets = Catalogue.All.Where(concerns).ToList();
        var about = datasets.Select(dataset => (dataset, judgements: judgements.Where(judgement => judgement.Count.Dataset == dataset.Name).ToList())).ToList();
        var missing = about.Where(pair => pair.judgements.All(judgement => !judgement.Count.Delivered)).Select(pair => pair.dataset.Title).ToList();
        if (missing.Count == datasets.Count) { return new Verdict(output, title, No, ["Nothing was delivered."]); }
        var bad = about.SelectMany(pair => pair.judgements.Where(judgement => judgement.Outcome is Outcome.Warn or Outcome.Fail).Select(judgement => (pair.dataset, judgement))).ToList();
        var use = bad.Any(pair => pair.judgement.Outcome == Outcome.Fail) ? No : bad.Count > 0 || missing.Count > 0 ? WithCare : Yes;
        return new Verdict(output, title, use,
        [
            .. bad.OrderByDescending(pair => pair.judgement.Outcome == Outcome.Fail).Take(MostReasons).Select(pair => $"{pair.dataset.Title}: {pair.judgement.Says}, {pair.judgement.Reason}."),
            .. bad.Count > MostReasons ? [$"And {bad.Count - MostReasons} more."] : Array.Empty<string>(),
            .. missing.Count > 0 ? [$"Not delivered: {string.Join(", ", missing)}."] : Array.Empty<string>(),
        ]);
    }

    private static int Rank(string use) => use == No ? 2 : use == WithCare ? 1 : 0;

    private static string TitleOf(string sector) => sector switch
    {
        "gp" => "General practice",
        "acute" => "Hospital care",
        "community" => "Community care",
        "mental_health" => "Mental health care",
        _ => "Social care",
    };
}
