using System.Globalization;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>How a grouping finds its conditions.</summary>
/// <param name="Name">Of a <see cref="Grouping"/>, or of a list of the job's own.</param>
/// <param name="List">The list of codes that it looks in.</param>
/// <param name="Release">Of the codes and weights.</param>
/// <param name="Status">How true it is to its source, and what was simplified.</param>
public sealed record GroupingDefinition(string Name, string List, string Release, string Source, string Status, IReadOnlyList<GroupedCondition> Conditions)
{
    /// <summary>The groupings that ship.</summary>
    public static IReadOnlyList<GroupingDefinition> Shipped { get; } = ReadAll();

    private static IReadOnlyList<GroupingDefinition> ReadAll()
    {
        var conditions = Rows("grouping_conditions", "grouping", "condition", "title", "parts", "weight", "outranked_by", "rule", "code_days", "which_code", "medicine_days", "medicines").ToLookup(row => row["grouping"]);
        return [.. Rows("groupings", "grouping", "list", "release", "look_back_days", "source", "status").Select(row => new GroupingDefinition(
            row["grouping"], row["list"], row["release"], row["source"], row["status"],
            row["grouping"] == Groupings.Default
                ? [.. Model.Conditions.All.Select(condition => new GroupedCondition(condition.Name, condition.Title, [condition.Name]))]
                : [.. conditions[row["grouping"]].Select(condition => Condition(condition, Number(row["look_back_days"])))]))];
    }

    private static GroupedCondition Condition(IReadOnlyDictionary<string, string> row, int? lookBack) => new(row["condition"], row["title"], row["parts"].Split(' '))
    {
        Weight = row["weight"].Length == 0 ? 0 : (long)(100 * decimal.Parse(row["weight"], CultureInfo.InvariantCulture)),
        OutrankedBy = row["outranked_by"].Length == 0 ? null : row["outranked_by"],
        Rule = row["rule"],
        CodeDays = Number(row["code_days"]) ?? lookBack,
        FirstCode = row["which_code"] == "first",
        MedicineDays = Number(row["medicine_days"]),
        Medicines = Number(row["medicines"]),
    };

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string table, params string[] columns)
    {
        using var stream = ReferenceCsv.Shipped($"codelists/{table}.csv")!;
        return [.. ReferenceCsv.Read(stream, $"{table}.csv", ProblemKinds.CodeListWrong, columns).Select(row => row.Fields)];
    }

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>One condition of a grouping, and the rule by which a person has it.</summary>
/// <param name="Parts">The conditions of the list whose codes are its own.</param>
public sealed record GroupedCondition(string Name, string Title, IReadOnlyList<string> Parts)
{
    /// <summary>In hundredths.</summary>
    public long Weight { get; init; }

    /// <summary>The graver degree of the condition, beside which it does not count.</summary>
    public string? OutrankedBy { get; init; }

    /// <summary>What must be on record: <c>codes</c>, <c>codes_or_medicines</c>, <c>codes_and_medicines</c> or <c>medicines</c>.</summary>
    public string Rule { get; init; } = "codes";

    /// <summary>How long a code counts; null for ever.</summary>
    public int? CodeDays { get; init; }

    /// <summary>The first code of all must be so young, not any.</summary>
    public bool FirstCode { get; init; }

    /// <summary>How far back medicines are counted; null for ever.</summary>
    public int? MedicineDays { get; init; }

    /// <summary>How many of them there must be.</summary>
    public int? Medicines { get; init; }
}
