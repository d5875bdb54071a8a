using Stratify.Statistics;

namespace Stratify.Results.Attack;

/// <summary>What was published on one day.</summary>
/// <param name="Data">Names what it was made from: two days with the same have the same true numbers.</param>
public sealed record OnADay(DateOnly Day, string Data, Knowledge Knowledge);

/// <summary>
/// Whoever kept all that was published before: a number cannot have moved by more than a little a day, so what one day shows bounds what another hides.
/// </summary>
public static class OverTime
{
    /// <summary>How many people more or fewer a number may have from one day to the next, as an attacker would guess.</summary>
    public const double StepADay = 1;

    /// <returns>Numbers of any of the days that can be narrowed down to less than the rule leaves open, with the day's place in the list.</returns>
    public static IReadOnlyList<(int Day, Narrowed Number)> Narrows(IReadOnlyList<OnADay> days)
    {
        var bounds = days.Select(day => new Dictionary<string, Between>(Attacker.Bounds(day.Knowledge), StringComparer.Ordinal)).ToList();
        for (var i = 1; i < days.Count; i++) { Carry(days, bounds, i - 1, i); }
        for (var i = days.Count - 2; i >= 0; i--) { Carry(days, bounds, i + 1, i); }
        return [.. days.SelectMany((day, i) => Attacker.Narrows(With(day.Knowledge, bounds[i])).Select(narrowed => (i, narrowed)))];
    }

    /// <summary>Pounds move by any amount, so they tell of another day only where nothing has changed.</summary>
    private static void Carry(IReadOnlyList<OnADay> days, List<Dictionary<string, Between>> bounds, int from, int to)
    {
        var same = days[from].Data == days[to].Data;
        var step = same ? 0 : Math.Abs(days[to].Day.DayNumber - days[from].Day.DayNumber) * StepADay;
        foreach (var (name, before) in bounds[from])
        {
            if (!bounds[to].TryGetValue(name, out var now) || (days[to].Knowledge.Numbers[name].IsPounds && !same)) { continue; }
            var after = new Between(Math.Max(now.Lower, before.Lower - step), Math.Min(now.Upper, before.Upper + step));
            if (after.Width >= 0) { bounds[to][name] = after; }
        }
    }

    private static Knowledge With(Knowledge knowledge, Dictionary<string, Between> bounds) =>
        knowledge with { Numbers = knowledge.Numbers.ToDictionary(number => number.Key, number => number.Value with { Bounds = bounds[number.Key] }, StringComparer.Ordinal) };
}
