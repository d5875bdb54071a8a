using System.Globalization;

namespace Stratify.Problems;

/// <summary>
/// The keys of one YAML map, read one by one. Each fault is added to the list and a fallback is answered,
/// so that a reader goes on and shows every fault at once; <see cref="Done"/> reports the keys nobody read.
/// </summary>
public sealed class YamlFields(YamlMap map, List<Problem> problems)
{
    private readonly HashSet<string> _known = [];

    /// <summary>What is no map has no keys, and one fault is said once.</summary>
    private bool _isMap = true;

    public Place Place => map.Place;

    /// <summary>The fields of a node that should be a map; an empty set of them, with a problem, when it is not.</summary>
    public static YamlFields Of(YamlNode node, List<Problem> problems, string what)
    {
        if (node is YamlMap map) { return new YamlFields(map, problems); }
        problems.Add(ProblemKinds.YamlWrongValue.At(node.Place, $"{what} must be a list of keys with values."));
        return new YamlFields(new YamlMap(node.Place, []), problems) { _isMap = false };
    }

    public YamlNode? Node(string key)
    {
        _known.Add(key);
        return map.Find(key) is { } node and not YamlText { IsNull: true } ? node : null;
    }

    public YamlNode? Required(string key)
    {
        var node = Node(key);
        if (node is null && _isMap) { problems.Add(ProblemKinds.YamlMissingKey.At(map.Place, $"The key '{key}' is missing.")); }
        return node;
    }

    public string? Text(string key) => Node(key) is { } node ? AsText(node, key) : null;

    public string RequiredText(string key) => Required(key) is { } node ? AsText(node, key) ?? "" : "";

    /// <summary>A whole number between two bounds, both included.</summary>
    public int? Integer(string key, int from, int to)
    {
        if (Text(key) is not { } text) { return null; }
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to) { return value; }
        var legal = from == to ? string.Create(CultureInfo.InvariantCulture, $"{from}") : string.Create(CultureInfo.InvariantCulture, $"a whole number from {from} to {to}");
        Wrong(Node(key)!, $"'{key}' must be {legal}.");
        return null;
    }

    public bool? Flag(string key)
    {
        switch (Text(key))
        {
            case null: return null;
            case "true": return true;
            case "false": return false;
            default:
                Wrong(Node(key)!, $"'{key}' must be true or false.");
                return null;
        }
    }

    /// <summary>One of a few words; null, with a problem, when it is another.</summary>
    public string? OneOf(string key, IReadOnlyCollection<string> words)
    {
        if (Text(key) is not { } text || words.Contains(text)) { return Text(key); }
        problems.Add(ProblemKinds.YamlWrongValue.At(Node(key)!.Place, $"'{key}' cannot be '{text}'.", Nearest.Hint(text, words, "values")));
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<YamlText> Texts(string key)
    {
        switch (Node(key))
        {
            case null: return [];
            case YamlText text: return [text];
            case YamlList list when list.Items.All(item => item is YamlText): return [.. list.Items.Cast<YamlText>()];
            default:
                Wrong(Node(key)!, $"'{key}' must be a list of names.");
                return [];
        }
    }

    /// <summary>A list whose items may be maps.</summary>
    public IReadOnlyList<YamlNode> Items(string key, bool required = false)
    {
        switch (required ? Required(key) : Node(key))
        {
            case null: return [];
            case YamlList list: return list.Items;
            case var node:
                Wrong(node, $"'{key}' must be a list.");
                return [];
        }
    }

    public void Wrong(YamlNode node, string message, string hint = "") => problems.Add(ProblemKinds.YamlWrongValue.At(node.Place, message, hint));

    /// <summary>Reports every key that was not asked for.</summary>
    public void Done()
    {
        foreach (var (key, _) in map.Entries.Where(entry => !_known.Contains(entry.Key.Value)))
        {
            problems.Add(ProblemKinds.YamlUnknownKey.At(key.Place, $"'{key.Value}' is not a key here.", Nearest.Hint(key.Value, _known, "keys")));
        }
    }

    private string? AsText(YamlNode node, string key)
    {
        if (node is YamlText text) { return text.Value; }
        Wrong(node, $"'{key}' must be a single value.");
        return null;
    }
}
