using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>What a job says under <c>report</c>: which cohorts have a page of their own.</summary>
public sealed record ReportSettings
{
    /// <summary>As written, each a scheme's name, a full stop and a cohort's; null where the job does not say, and each partition's first by priority is shown.</summary>
    public IReadOnlyList<YamlText>? UpClose { get; init; }

    /// <summary>How many cohorts of the job's first partition have a page, by priority; null where the job does not say.</summary>
    public int? CohortsUpClose { get; init; }

    /// <summary>The scheme and the cohort of each.</summary>
    public IReadOnlyList<(string Scheme, string Cohort)>? Cohorts => UpClose is null ? null : [.. UpClose.Select(Parts)];

    public static ReportSettings Read(YamlFields job, List<Problem> problems)
    {
        if (job.Node("report") is not { } node) { return new(); }
        var fields = YamlFields.Of(node, problems, "'report'");
        var chosen = fields.Node("up_close") is null ? null : fields.Texts("up_close");
        var leading = fields.Integer("cohorts_up_close", 1, 20);
        if (chosen is not null && fields.Node("cohorts_up_close") is { } both) { fields.Wrong(both, "The cohorts up close are named already.", "Say how many (cohorts_up_close) or which (up_close), and not both."); }
        fields.Done();
        foreach (var name in (chosen ?? []).Where(name => name.Value.Count(letter => letter == '.') != 1))
        {
            fields.Wrong(name, "This is not a cohort of a scheme.", "Write the scheme's name, a full stop and the cohort's: number-of-conditions.5-or-more.");
        }
        foreach (var twice in (chosen ?? []).GroupBy(name => name.Value).Where(name => name.Count() > 1)) { fields.Wrong(twice.Last(), "The cohort is named twice."); }
        return new ReportSettings { UpClose = chosen, CohortsUpClose = leading };
    }

    private static (string Scheme, string Cohort) Parts(YamlText name) => name.Value.Split('.', 2) is [var scheme, var cohort] ? (scheme, cohort) : (name.Value, "");
}
