using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>A job without extracts: it names a run whose people it takes up, and says no more than what comes after people are made.</summary>
internal static class PopulationJob
{
    /// <summary>Keys of a job by which people are made.</summary>
    private static readonly string[] _ofPeople =
        ["period", "extracts", "prices", "seed", "key_file", "key_id", "key_purpose", "pseudonymised", "opt_out", "dummy_numbers", "thresholds", "conditions", "costing", "linkage", "max_rejected"];

    /// <param name="file">The job file, as the user named it, and its text.</param>
    internal static Job Read(YamlFields fields, JobPaths paths, (string Path, string Text) file, List<Problem> problems)
    {
        foreach (var node in _ofPeople.Select(key => (Key: key, Node: fields.Node(key))).Where(key => key.Node is not null))
        {
            fields.Wrong(node.Node!, $"'{node.Key}' cannot stand beside 'population': it decided how that run's people were made, and they are taken up as they are.", $"Take it out. Beside 'population' a job says {string.Join(", ", Job.KeysOfSchemes)}; for anything else run the job with its extracts.");
        }
        var job = new Job
        {
            Name = fields.RequiredText("name"),
            File = file.Path,
            Folder = paths.Folder,
            Text = file.Text,
            Population = fields.Text("population") is null ? null : fields.Node("population") as YamlText,
            Periods = [],
            Extracts = [],
            Prices = new YamlText(fields.Place, "2024/25", false),
            Schemes = JobReader.Schemes(fields),
            Key = new JobKey([], ""),
            Ranking = RankingSettings.Read(fields, problems),
            Report = ReportSettings.Read(fields, problems),
            LegalBasis = JobReader.LegalBasis(fields),
            Disclosure = DisclosureSettings.Read(fields, problems),
            Output = paths.Under(fields.Text("output") ?? "reports", fields.Node("output"), problems) ?? paths.Folder,
        };
        fields.Done();
        return job;
    }
}
