using Stratify.Results;

namespace Stratify;

/// <summary>How many of the records of one dataset that say one thing of their person are linked, as published.</summary>
/// <param name="ByRule">The part that rules linked: before records were linked by probability.</param>
/// <param name="Linked">The part that is linked: after it.</param>
public sealed record MatchRate(string Dataset, string Attribute, string Group, Cell Records, Cell Unlinked, Cell ByRule, Cell Linked, Cell PoundsLinked, Cell PoundsUnlinked)
{
    private const string Table = "match_rates";

    /// <summary>The attribute and the group in words.</summary>
    public string Says => $"{Attribute switch { "age_band" => "Age", "sex" => "Sex", "deprivation_decile" => "Deprivation decile", "ethnic_group" => "Ethnic group", _ => "Month" }}: {Group}";

    /// <summary>None where the run is older than the table.</summary>
    /// <param name="folder">The run's own folder.</param>
    internal static IReadOnlyList<MatchRate> Read(string folder) => !PublishedTable.IsThere(folder, Table) ? [] :
    [
        .. PublishedTable.Read(folder, Table, "dataset", "attribute", "group_name", "records", "unlinked", "share_linked_by_rule", "share_linked", "cost_linked", "cost_unlinked").Select(row => new MatchRate(
            row.Text("dataset"), row.Text("attribute"), row.Text("group_name"), row.Figure("records"), row.Figure("unlinked"),
            row.Figure("share_linked_by_rule"), row.Figure("share_linked"), row.Figure("cost_linked"), row.Figure("cost_unlinked"))),
    ];
}
