using Stratify.Datasets;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>Reads an extract that is given as the tables of a related set: <c>{dataset: csds, tables: {CYP001: a.csv, CYP201: {files: b*.csv, profile: mine.yml}}}</c>.</summary>
internal sealed class RelatedExtract(RelatedSet set, Func<YamlText, IEnumerable<(string Name, string Path)>> find, Func<YamlText, Dataset, Profile?> profile, List<Problem> problems)
{
    internal static RelatedSet? SetOf(YamlNode item) =>
        item is YamlMap map && map.Find("dataset") is YamlText name ? Catalogue.Related.FirstOrDefault(set => set.Name == name.Value && set.Tables.Count > 1) : null;

    /// <summary>One entry a table, all of one extract: only within it do local keys mean the same.</summary>
    internal IReadOnlyList<JobExtract> Read(YamlNode item)
    {
        var fields = YamlFields.Of(item, problems, "An extract");
        fields.Node("dataset");
        if (fields.Node("files") is { } files) { fields.Wrong(files, $"'{set.Name}' comes as several tables.", $"Say which file is which: tables: {{{Sample()}}}."); }
        var node = fields.Node("files") is null ? fields.Required("tables") : fields.Node("tables");
        var pseudonymised = Pseudonymisation.Read(fields);
        var payer = fields.OneOf("payer", Payer.Names);
        fields.Done();
        if (node is null) { return []; }
        var tables = YamlFields.Of(node, problems, "'tables'");
        var found = node is YamlMap map ? map.Entries.Select(entry => Table(entry.Key, entry.Value, tables)).OfType<JobExtract>().ToList() : [];
        foreach (var table in set.Tables.Where(table => table.Needed && node is YamlMap given && given.Entries.All(entry => set.Table(entry.Key.Value) != table)))
        {
            problems.Add(ProblemKinds.YamlMissingKey.At(node.Place, $"The table '{table.Key}' is missing.", $"It holds {table.Dataset.Row}."));
        }
        RefuseShared(found);
        return [.. found.Select(table => table with { Payer = payer, Profile = Pseudonymisation.Apply(table.Profile, pseudonymised) })];
    }

    private JobExtract? Table(YamlText key, YamlNode value, YamlFields tables)
    {
        if (set.Table(key.Value) is not { } table)
        {
            problems.Add(ProblemKinds.UnknownName.At(key.Place, $"'{set.Name}' has no table '{key.Value}'.", Nearest.Hint(key.Value, [.. set.Tables.Select(each => each.Key)], "tables")));
            return null;
        }
        var settings = value is YamlMap map ? new YamlFields(map, problems) : null;
        var files = settings is null ? tables.Texts(key.Value) : settings.Texts("files");
        if (files.Count == 0) { problems.Add(ProblemKinds.YamlMissingKey.At(value.Place, $"The table '{table.Key}' names no file.")); }
        var own = settings?.Node("profile") is YamlText name ? profile(name, table.Dataset) : Profile.ForNational(table.Dataset);
        settings?.Done();
        var found = files.SelectMany(find).DistinctBy(file => file.Path).OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => new JobFile(file.Name, file.Path, null)).ToList();
        return own is null ? null : new JobExtract(own, found, key.Place) { Delivery = table.Dataset.Delivery };
    }

    /// <summary>A file is one table: told twice, its rows would be counted twice.</summary>
    private void RefuseShared(List<JobExtract> tables)
    {
        foreach (var shared in tables.SelectMany(table => table.Files.Select(file => (file.Path, file.Name, table.Place))).GroupBy(file => file.Path).Where(group => group.Count() > 1))
        {
            problems.Add(ProblemKinds.YamlWrongValue.At(shared.Last().Place, $"The file '{shared.First().Name}' is given for two tables.", "Narrow the patterns, so that each file is one table."));
        }
    }

    private string Sample() => string.Join(", ", set.Tables.Where(table => table.Needed).Select(table => $"{table.Key}: {table.Key.ToLowerInvariant()}*.csv"));
}
