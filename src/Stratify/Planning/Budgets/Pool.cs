using System.Text;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Planning.Budgets;

/// <summary>What is in a pooled budget: whose pounds, in which settings.</summary>
/// <param name="Title">What the pool is called.</param>
/// <param name="Source">Who says that it holds this.</param>
public sealed record Pool(string Title, string Source, IReadOnlyList<(string Setting, string Payer)> Holds)
{
    /// <summary>Names of pools that ship, as examples: what is in one is for its partners to agree.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(Pool).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("pools/", StringComparison.Ordinal)).Select(name => Path.GetFileNameWithoutExtension(name)).Order(StringComparer.Ordinal)];

    /// <summary>Null where none of the name ships.</summary>
    public static string? Text(string name)
    {
        if (!Names.Contains(name)) { return null; }
        using var reader = new StreamReader(typeof(Pool).Assembly.GetManifestResourceStream($"pools/{name}.yml")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Everything that anybody pays.</summary>
    public static Pool Everything { get; } = new("Everything", "no pool was named", [.. from setting in Setting.Names from payer in Payer.Names select (setting, payer)]);

    public bool Has(string setting, string payer) => Holds.Contains((setting, payer));

    /// <summary>The pool of a budget: the name of one that ships, or a file beside the budget.</summary>
    internal static Pool? Read(YamlFields fields, List<Problem> problems)
    {
        if (fields.Node("pool") is not { } node || fields.Text("pool") is not { } name) { return null; }
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(node.Place.File)) ?? "", name);
        if (Text(name) is { } shipped) { return Parse(shipped, $"pools/{name}.yml", problems); }
        if (File.Exists(path)) { return Parse(File.ReadAllText(path), path, problems); }
        fields.Wrong(node, $"There is no pool '{name}'.", $"{Nearest.Hint(name, Names, "pools that ship")} Or give a file, from the folder of this one.".TrimStart());
        return null;
    }

    private static Pool Parse(string text, string path, List<Problem> problems)
    {
        var fields = YamlFields.Of(Yaml.Parse(text, path), problems, "A pool");
        var pool = new Pool(fields.RequiredText("title"), fields.RequiredText("source"), [.. fields.Items("holds", required: true).SelectMany(item => Held(YamlFields.Of(item, problems, "What a pool holds")))]);
        fields.Done();
        return pool;
    }

    /// <summary>A setting of one payer; of all of them, where none is named.</summary>
    private static IEnumerable<(string, string)> Held(YamlFields fields)
    {
        var setting = fields.Required("setting") is null ? null : fields.OneOf("setting", Setting.Names);
        var payer = fields.OneOf("payer", Payer.Names);
        var whole = fields.Node("payer") is null;
        fields.Done();
        return setting is null ? [] : whole ? Payer.Names.Select(name => (setting, name)) : payer is null ? [] : [(setting, payer)];
    }
}
