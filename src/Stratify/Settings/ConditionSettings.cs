using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>What a job says under <c>conditions</c>: lists of codes of its own, and how conditions are known and summed up.</summary>
public sealed record ConditionSettings
{
    public IReadOnlyList<OwnListFile> Lists { get; init; } = [];

    /// <summary>Whether a graver degree of a condition stands in place of a lighter one.</summary>
    public bool Hierarchy { get; init; } = true;

    /// <summary>Conditions of a year are those known on the day before it begins, so that what is found out while care is given does not explain its cost.</summary>
    public bool BeforeTheYear { get; init; }

    public static ConditionSettings Read(YamlFields job, List<Problem> problems)
    {
        switch (job.Node("conditions"))
        {
            case null: return new();
            case YamlMap map:
                var fields = new YamlFields(map, problems);
                var settings = new ConditionSettings
                {
                    Lists = Files(fields.Items("lists"), problems),
                    Hierarchy = fields.Flag("hierarchy") ?? true,
                    BeforeTheYear = fields.OneOf("known_by", ["end", "start"]) == "start",
                };
                fields.Done();
                return settings;
            case YamlList list: return new() { Lists = Files(list.Items, problems) };
            case var other: return new() { Lists = Files([other], problems) };
        }
    }

    private static IReadOnlyList<OwnListFile> Files(IReadOnlyList<YamlNode> items, List<Problem> problems) => [.. items.Select(item => File(item, problems)).OfType<OwnListFile>()];

    private static OwnListFile? File(YamlNode item, List<Problem> problems)
    {
        if (item is YamlText { IsNull: false } path) { return new OwnListFile(path); }
        var fields = YamlFields.Of(item, problems, "A list of codes");
        var file = fields.Required("file") as YamlText;
        var list = file is null ? null : new OwnListFile(file)
        {
            Release = fields.Text("release") ?? "",
            Source = fields.Text("source") ?? "",
            LookBackDays = fields.Integer("look_back_days", 1, 36_525),
        };
        fields.Done();
        return list;
    }
}

/// <summary>A list that a job names, not yet read.</summary>
public sealed record OwnListFile(YamlText File)
{
    public string Release { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>How long a code counts; null for ever.</summary>
    public int? LookBackDays { get; init; }
}
