using System.Globalization;
using Stratify.Datasets;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>Reads a job file. Every fault is reported at once, with its place; no extract is opened.</summary>
public static class JobReader
{
    /// <exception cref="DefinitionException">The job, a profile or the key file is wrong.</exception>
    /// <exception cref="ExtractException">The job is right, and a file of an extract is not there.</exception>
    /// <param name="look">Looks at what the job names and adds what is wrong with it, so that a job is mended in one go.</param>
    public static Job Read(string path, Action<Job, List<Problem>>? look = null)
    {
        var problems = new List<Problem>();
        var missing = new List<Problem>();
        var text = Open(path);
        var fields = YamlFields.Of(Yaml.Parse(text, path), problems, "A job");
        var paths = new JobPaths(Path.GetDirectoryName(Path.GetFullPath(path))!);
        fields.Integer("version", 1, 1);
        if (fields.Node("population") is not null) { return Looked(PopulationJob.Read(fields, paths, (path, text), problems), look, problems, missing); }
        var pseudonymised = Pseudonymisation.Read(fields);
        var job = new Job
        {
            Name = fields.RequiredText("name"),
            File = path,
            Folder = paths.Folder,
            Text = text,
            Periods = Periods(fields, problems),
            Extracts = [.. fields.Items("extracts", required: true).SelectMany((item, i) => Extracts(item, paths, (problems, missing)).Select(extract => extract with { Number = i + 1, Profile = Pseudonymisation.Apply(extract.Profile, pseudonymised, ofAll: true) }))],
            Prices = fields.Node("prices") as YamlText ?? new YamlText(fields.Place, "2024/25", false),
            Schemes = Schemes(fields),
            Key = JobKey.Read(fields, paths, problems),
            LegalBasis = LegalBasis(fields),
            OptOuts = [.. OptOutList.Read(fields, paths, problems).Select(list => list.Under(pseudonymised))],
            Dummies = Dummies(fields, paths, problems),
            Thresholds = fields.Text("thresholds") is null ? null : fields.Node("thresholds") as YamlText,
            Place = PlaceSettings.Read(fields, problems),
            Disclosure = DisclosureSettings.Read(fields, problems),
            Seed = fields.Integer("seed", 0, int.MaxValue) ?? 1,
            Output = paths.Under(fields.Text("output") ?? "reports", fields.Node("output"), problems) ?? paths.Folder,
            MaxRejected = Share(fields, problems),
            Ranking = RankingSettings.Read(fields, problems),
            Report = ReportSettings.Read(fields, problems),
        };
        job = job with { Linkage = LinkageSettings.Read(fields, problems, job.Seed), Conditions = ConditionSettings.Read(fields, problems), Costing = CostingSettings.Read(fields, problems) with { OfExtracts = job.Extracts.Where(extract => extract.Payer is not null).DistinctBy(extract => extract.Number).ToDictionary(extract => extract.Number, extract => extract.Payer!) } };
        fields.Done();
        NeedsRegister(job, fields, problems);
        Pseudonymisation.Check(job, problems);
        return Looked(job, look, problems, missing);
    }

    private static Job Looked(Job job, Action<Job, List<Problem>>? look, List<Problem> problems, List<Problem> missing)
    {
        look?.Invoke(job, problems);
        if (problems.Count > 0) { throw new DefinitionException([.. problems, .. missing]); }
        return missing.Count == 0 ? job : throw new ExtractException(missing);
    }

    private static string Open(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "The job file cannot be read.", "Give the path of a stratify.yml; 'stratify demo' makes one to start from."));
        }
    }

    private static IReadOnlyList<Period> Periods(YamlFields fields, List<Problem> problems)
    {
        var nodes = fields.Required("period") switch { YamlList list => list.Items, null => [], var node => [node] };
        var periods = nodes.Select(node => node switch
        {
            YamlText text when Period.ParseFinancialYear(text.Value) is { } year => year,
            YamlMap map => Window(new YamlFields(map, problems), problems),
            _ => Wrong(node),
        }).OfType<Period>().OrderBy(period => period.From).ToList();
        if (periods.Zip(periods.Skip(1)).Any(pair => pair.Second.From <= pair.First.To))
        {
            fields.Wrong(fields.Node("period")!, "Two of the periods share days, and their cost would count twice.", "Give each year once.");
        }
        return periods;

        Period? Wrong(YamlNode node)
        {
            fields.Wrong(node, "This is not a period.", "Write a financial year such as 2024/25, a list of them, or {from: 2024-04-01, to: 2025-03-31}.");
            return null;
        }
    }

    private static Period? Window(YamlFields fields, List<Problem> problems)
    {
        var from = Date(fields, "from");
        var to = Date(fields, "to");
        fields.Done();
        if (from is null || to is null) { return null; }
        if (from <= to) { return Period.Window(from.Value, to.Value); }
        problems.Add(ProblemKinds.YamlWrongValue.At(fields.Place, "The period ends before it begins."));
        return null;
    }

    internal static IReadOnlyList<YamlText> Schemes(YamlFields fields)
    {
        if (fields.Node("schemes") is not { } node) { return [new YamlText(fields.Place, "number-of-conditions", false)]; }
        if (node is YamlList { Items.Count: 0 }) { fields.Wrong(node, "'schemes' names no scheme.", "Name at least one, or leave the key out: number-of-conditions is then used."); }
        return fields.Texts("schemes");
    }

    private static DateOnly? Date(YamlFields fields, string key)
    {
        var text = fields.RequiredText(key);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) { return date; }
        if (text.Length > 0) { fields.Wrong(fields.Node(key)!, $"'{key}' must be a date such as 2024-04-01."); }
        return null;
    }

    private static IReadOnlyList<JobExtract> Extracts(YamlNode item, JobPaths paths, (List<Problem> Definition, List<Problem> Missing) problems) =>
        RelatedExtract.SetOf(item) is { } set
            ? new RelatedExtract(set, file => paths.Find(file, problems.Definition, problems.Missing), (name, dataset) => Own(name, dataset, paths, problems.Definition), problems.Definition).Read(item)
            : Extract(item, paths, problems) is { } one ? [one] : [];

    private static JobExtract? Extract(YamlNode item, JobPaths paths, (List<Problem> Definition, List<Problem> Missing) problems)
    {
        var fields = YamlFields.Of(item, problems.Definition, "An extract");
        var name = fields.RequiredText("dataset");
        var dataset = Catalogue.OfOneFile(name);
        if (dataset is null && name.Length > 0)
        {
            problems.Definition.Add(ProblemKinds.UnknownName.At(fields.Node("dataset")!.Place, $"There is no dataset '{name}'.", Nearest.Hint(name, Catalogue.JobNames, "datasets")));
        }
        var profile = dataset is null ? null
            : fields.Node("profile") is YamlText own ? Own(own, dataset, paths, problems.Definition)
            : Profile.ForNational(dataset);
        var files = fields.Texts("files");
        if (files.Count == 0) { problems.Definition.Add(ProblemKinds.YamlMissingKey.At(item.Place, "The key 'files' is missing.")); }
        var found = files.SelectMany(file => paths.Find(file, problems.Definition, problems.Missing)).DistinctBy(file => file.Path).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var delivered = DeliveryOrder.Files(found, fields);
        var kind = DeliveryOrder.Kind(fields);
        if (kind == DeliveryKind.ReplacePeriod && dataset is { IsOfPerson: false })
        {
            fields.Wrong(fields.Node("delivery")!, $"Rows of {dataset.Name} are of no day, so a delivery of them covers no period.", "Use replace, where each delivery is the whole list, or add.");
        }
        var pseudonymised = Pseudonymisation.Read(fields);
        var payer = fields.OneOf("payer", Payer.Names);
        fields.Done();
        return profile is null ? null : new JobExtract(Pseudonymisation.Apply(profile, pseudonymised), delivered, item.Place) { Delivery = kind ?? profile.Dataset.Delivery, Payer = payer };
    }

    /// <summary>A profile of the user's own is a path like any other, and stays under the folder as all do.</summary>
    private static Profile? Own(YamlText name, Dataset dataset, JobPaths paths, List<Problem> problems)
    {
        var isPath = name.Value.EndsWith(".yml", StringComparison.Ordinal) || name.Value.EndsWith(".yaml", StringComparison.Ordinal);
        return isPath && paths.Under(name.Value, name, problems) is null ? null : ShippedProfiles.Resolve(name, dataset, paths.Folder, problems);
    }

    internal static string? LegalBasis(YamlFields fields)
    {
        var said = fields.Text("legal_basis");
        if (said is not null && said.Trim().Length == 0) { fields.Wrong(fields.Node("legal_basis")!, "'legal_basis' says nothing.", "Say by which law the records are used, such as: Section 251, CAG reference 24/CAG/0001."); }
        return said?.Trim();
    }

    private static string? Dummies(YamlFields fields, JobPaths paths, List<Problem> problems)
    {
        if (fields.Node("dummy_numbers") is not YamlText file || paths.Under(file.Value, file, problems) is not { } path) { return null; }
        if (File.Exists(path)) { return path; }
        problems.Add(ProblemKinds.FileMissing.At(file.Place, "The list of dummy numbers is not there."));
        return null;
    }

    private static decimal Share(YamlFields fields, List<Problem> problems)
    {
        var text = fields.Text("max_rejected") ?? "0.005";
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) { return share; }
        problems.Add(ProblemKinds.YamlWrongValue.At(fields.Node("max_rejected")!.Place, "'max_rejected' must be a share from 0 to 1, such as 0.005."));
        return 0;
    }

    private static void NeedsRegister(Job job, YamlFields fields, List<Problem> problems)
    {
        if (problems.Count > 0 || job.Extracts.Any(extract => extract.Profile.Dataset.Role == DatasetRole.Register)) { return; }
        problems.Add(ProblemKinds.YamlMissingKey.At(fields.Node("extracts")!.Place, "No extract is of gp_registrations, so there is no population.", "Everyone is counted from the register, people who used nothing included."));
    }
}
