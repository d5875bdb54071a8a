using Stratify.Statistics;

namespace Stratify.Results.Attack;

/// <summary>A hidden number that can be narrowed down by arithmetic to less than the rule leaves open.</summary>
public sealed record Narrowed(Known Number, Between To);

/// <summary>
/// Whoever has the published tables and nothing else: from each sum, what a part must be when the others are as far up or down as they may be, until
/// nothing changes; then, where several hidden numbers stand in several sums together, the linear programme over all of them.
/// </summary>
public static class Attacker
{
    /// <summary>Of the largest system that is solved at once: one beyond it is bounded sum by sum alone.</summary>
    private const int Largest = 300;

    private const int LeastLeft = 3;

    /// <summary>Every hidden number that is told too closely, in the order of the tables.</summary>
    public static IReadOnlyList<Narrowed> Narrows(Knowledge knowledge)
    {
        var bounds = Bounds(knowledge);
        return [.. knowledge.Numbers.Values.Where(number => number.IsHidden && IsTooClose(number, bounds[number.Name], knowledge.Rule)).Select(number => new Narrowed(number, bounds[number.Name]))];
    }

    /// <summary>What follows for each number from all that is published.</summary>
    public static IReadOnlyDictionary<string, Between> Bounds(Knowledge knowledge)
    {
        var bounds = knowledge.Numbers.ToDictionary(number => number.Key, number => number.Value.Bounds, StringComparer.Ordinal);
        Propagate(knowledge.Wholes, bounds);
        foreach (var system in Systems(knowledge).Where(system => system.Unknowns.Count > 1 && system.Unknowns.Count <= Largest && system.Sums.Count > 1)) { Solve(system, bounds); }
        return bounds;
    }

    /// <summary>
    /// Of people who may be few, an attacker must be left with three whole numbers at least: two or one is as good as told. Of pounds, with a tenth of the
    /// most they can be on either side of the middle (the p% rule with p = 10: Handbook on Statistical Disclosure Control, 2010).
    /// </summary>
    private static bool IsTooClose(Known number, Between bounds, DisclosureRule rule) => number.IsPounds
        ? bounds.Upper > 0 && bounds.Width < 0.2 * bounds.Upper
        : Math.Ceiling(bounds.Lower - 1e-6) < rule.Least && Math.Floor(bounds.Upper + 1e-6) - Math.Ceiling(bounds.Lower - 1e-6) < LeastLeft - 1;

    private static void Propagate(IReadOnlyList<Whole> wholes, Dictionary<string, Between> bounds)
    {
        for (var (changed, round) = (true, 0); changed && round < 100; round++)
        {
            changed = false;
            foreach (var whole in wholes) { changed |= Tighten(whole, bounds); }
        }
    }

    private static bool Tighten(Whole whole, Dictionary<string, Between> bounds)
    {
        var parts = whole.Parts.Select(part => bounds[part]).ToList();
        var (lower, upper, open) = (parts.Sum(part => part.Lower), parts.Where(part => double.IsFinite(part.Upper)).Sum(part => part.Upper), parts.Count(part => !double.IsFinite(part.Upper)));
        var changed = Meet(whole.Name, new Between(lower, open > 0 ? double.PositiveInfinity : upper), bounds);
        var all = bounds[whole.Name];
        for (var i = 0; i < parts.Count; i++)
        {
            var othersMost = open - (double.IsFinite(parts[i].Upper) ? 0 : 1) > 0 ? double.PositiveInfinity : upper - (double.IsFinite(parts[i].Upper) ? parts[i].Upper : 0);
            changed |= Meet(whole.Parts[i], new Between(all.Lower - othersMost, all.Upper - (lower - parts[i].Lower)), bounds);
        }
        return changed;
    }

    /// <summary>Bounds that contradict what is known already tell of two groups that are not quite the same, and are passed over.</summary>
    private static bool Meet(string name, Between with, Dictionary<string, Between> bounds)
    {
        var before = bounds[name];
        var after = new Between(Math.Max(before.Lower, with.Lower), Math.Min(before.Upper, with.Upper));
        if (after.Width < 0 || after.Lower - before.Lower + (double.IsFinite(before.Upper) ? before.Upper - after.Upper : double.IsFinite(after.Upper) ? 1 : 0) < 1e-6) { return false; }
        bounds[name] = after;
        return true;
    }

    /// <summary>Numbers that cannot be seen and stand in sums together, so that each may tell of the others.</summary>
    private static List<(List<string> Unknowns, List<Whole> Sums)> Systems(Knowledge knowledge)
    {
        var of = knowledge.Numbers.Values.Where(number => !number.IsSeen).ToDictionary(number => number.Name, number => number.Name, StringComparer.Ordinal);
        var unseen = knowledge.Wholes.Select(whole => (Whole: whole, Names: whole.Parts.Append(whole.Name).Where(of.ContainsKey).Distinct().ToList())).Where(whole => whole.Names.Count > 0).ToList();
        foreach (var (_, names) in unseen) { foreach (var name in names) { of[Root(name)] = Root(names[0]); } }
        return [.. unseen.GroupBy(whole => Root(whole.Names[0])).Select(system => (system.SelectMany(whole => whole.Names).Distinct().ToList(), system.Select(whole => whole.Whole).ToList()))];

        string Root(string name)
        {
            while (of[name] != name) { name = of[name] = of[of[name]]; }
            return name;
        }
    }

    private static void Solve((List<string> Unknowns, List<Whole> Sums) system, Dictionary<string, Between> bounds)
    {
        var places = system.Unknowns.Select((name, place) => (name, place)).ToDictionary(unknown => unknown.name, unknown => unknown.place, StringComparer.Ordinal);
        var sums = system.Sums.ConvertAll(whole => new BoundedSum(
            [.. whole.Parts.Where(places.ContainsKey).Select(part => (places[part], 1)), .. places.TryGetValue(whole.Name, out var place) ? new[] { (place, -1) } : []],
            Left(whole)));
        if (LinearBounds.Of([.. system.Unknowns.Select(name => bounds[name])], sums) is not { } solved) { return; }
        for (var i = 0; i < solved.Count; i++) { Meet(system.Unknowns[i], solved[i], bounds); }

        // What is seen goes to the other side: the whole, less the parts.
        Between Left(Whole whole)
        {
            var all = places.ContainsKey(whole.Name) ? default : bounds[whole.Name];
            var seen = whole.Parts.Where(part => !places.ContainsKey(part)).Select(part => bounds[part]).ToList();
            return new Between(all.Lower - seen.Sum(part => part.Upper), all.Upper - seen.Sum(part => part.Lower));
        }
    }
}
