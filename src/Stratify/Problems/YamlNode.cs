namespace Stratify.Problems;

/// <summary>A piece of a YAML file that knows where it stands.</summary>
public abstract record YamlNode(Place Place);

/// <summary>A scalar, as its text. A plain empty value or <c>null</c> is <see cref="IsNull"/>.</summary>
public sealed record YamlText(Place Place, string Value, bool IsNull) : YamlNode(Place);

public sealed record YamlList(Place Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place);

/// <summary>Keys in the order of the file; a repeated key is a problem before this is made.</summary>
public sealed record YamlMap(Place Place, IReadOnlyList<(YamlText Key, YamlNode Value)> Entries) : YamlNode(Place)
{
    public YamlNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;
}
