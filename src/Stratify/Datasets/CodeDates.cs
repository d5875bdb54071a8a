namespace Stratify.Datasets;

/// <summary>When a code of a list is one: from its first day to its last, each null where it has none.</summary>
/// <param name="Source">Where the days are from.</param>
public sealed record CodeDates(string Code, DateOnly? From, DateOnly? To, string Source)
{
    /// <summary>For people: <c>2A from 2012-11-01</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Code}{(From is { } from ? $" from {from:yyyy-MM-dd}" : "")}{(To is { } to ? $" to {to:yyyy-MM-dd}" : "")}");
}
