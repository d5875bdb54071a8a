namespace Stratify.Model;

/// <summary>Something that is followed from month to month.</summary>
/// <param name="Name">As it stands in tables.</param>
/// <param name="Title">As it stands on pages.</param>
/// <param name="IsMoney">Pounds, and no count.</param>
public sealed record MonthMeasure(string Name, string Title, bool IsMoney = false);

/// <summary>What is followed from month to month, in the order of pages.</summary>
public static class MonthMeasures
{
    public const string Cost = "cost";

    public static IReadOnlyList<MonthMeasure> All { get; } = [new("emergency_admissions", "Emergency admissions"), new("ae_attendances", "A&E attendances"), new(Cost, "Cost of care", IsMoney: true)];

    public static MonthMeasure Of(string name) => All.Single(measure => measure.Name == name);
}
