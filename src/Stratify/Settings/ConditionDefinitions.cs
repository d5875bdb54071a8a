using Stratify.Model;

namespace Stratify.Settings;

/// <summary>All that a run finds conditions by: the groupings and lists that ship, and the job's own.</summary>
public sealed record ConditionDefinitions
{
    public static ConditionDefinitions Shipped { get; } = new();

    public IReadOnlyList<GroupingDefinition> Groupings { get; init; } = GroupingDefinition.Shipped;

    /// <summary>By the name that groupings know them by.</summary>
    public IReadOnlyDictionary<string, ConditionCodes> Lists { get; init; } =
        GroupingDefinition.Shipped.Select(grouping => grouping.List).Distinct().ToDictionary(list => list, list => list == "symphony" ? ConditionCodes.Shipped : ConditionCodes.Of(list));

    /// <summary>Codes by which admissions are counted.</summary>
    public IReadOnlyList<AdmissionCode> Admissions { get; init; } = AdmissionCode.Shipped;

    /// <summary>Rules by which a stay in hospital is in scope.</summary>
    public OpportunityRules Opportunities { get; init; } = OpportunityRules.Shipped;

    /// <summary>The job's own lists; each condition of them is a field.</summary>
    public IReadOnlyList<OwnList> Own { get; init; } = [];

    /// <summary>Whether a graver degree of a condition stands in place of a lighter one.</summary>
    public bool Hierarchy { get; init; } = true;

    /// <summary>Whether conditions are those known before a year begins, instead of by its end.</summary>
    public bool BeforeTheYear { get; init; }

    /// <summary>Those that ship and those of the job's own lists, each of which is a grouping of its own.</summary>
    public IReadOnlyList<GroupingDefinition> AllGroupings => [.. Groupings, .. Own.Select(own => own.Grouping)];

    /// <summary>Conditions of the job's own lists.</summary>
    public IReadOnlyList<Condition> OwnConditions => [.. Own.SelectMany(own => own.Conditions)];

    /// <summary>All that decides what a grouping finds, as text, whose hash the manifest carries.</summary>
    public string TextOf(GroupingDefinition grouping)
    {
        var codes = Lists.GetValueOrDefault(grouping.List) ?? Own.Single(own => own.File == grouping.List).Codes;
        return string.Join('\n',
        [
            $"{grouping.Name} {grouping.List} {grouping.Release} {grouping.Source} {Hierarchy} {BeforeTheYear}",
            .. grouping.Conditions.Select(condition => $"{condition.Name} {string.Join(' ', condition.Parts)} {condition.Weight} {condition.OutrankedBy} {condition.Rule} {condition.CodeDays} {condition.FirstCode} {condition.MedicineDays} {condition.Medicines}"),
            .. codes.Codes.Select(code => code.ToString()),
        ]);
    }

    /// <summary>What conditions of a cohort may name.</summary>
    public KnownFields Fields => Own.Count == 0 ? PersonYearFields.Shipped : new KnownFields([.. PersonYearFields.All, .. OwnConditions.Select(PersonYearFields.Has)]);
}
