namespace Stratify.Statistics;

/// <summary>Somebody of a programme, and those who stand for what would have become of them without it.</summary>
/// <param name="Member">Number of a person, as the controls.</param>
/// <param name="Controls">The nearest first.</param>
public sealed record Match(int Member, IReadOnlyList<int> Controls);

/// <summary>
/// Nearest-neighbour matching without replacement, greedy, on the logit of the propensity, inside exact strata and a caliper (Austin 2011). Whoever was
/// likeliest to be chosen, and so is hardest to match, comes first; of two as near the one with the lower number is taken. Nothing is left to chance.
/// </summary>
public static class Matching
{
    /// <param name="logits">Of everybody.</param>
    /// <param name="chosen">Who is a member; everybody else may be a control.</param>
    /// <param name="strata">Only people of the same are matched.</param>
    /// <param name="caliper">The farthest that two logits may be apart.</param>
    /// <param name="controls">The most controls for a member: a second is looked for when everybody has had a first.</param>
    /// <returns>Members who have a match, in the order of their numbers.</returns>
    public static IReadOnlyList<Match> Nearest(IReadOnlyList<double> logits, IReadOnlyList<bool> chosen, IReadOnlyList<int> strata, double caliper, int controls = 1)
    {
        var found = new SortedDictionary<int, List<int>>();
        var people = Enumerable.Range(0, logits.Count).ToList();
        var free = people.Where(i => !chosen[i]).GroupBy(i => strata[i]).ToDictionary(stratum => stratum.Key, stratum => new Free([.. stratum], logits));
        var members = people.Where(i => chosen[i]).OrderByDescending(i => logits[i]).ThenBy(i => i).ToList();
        for (var round = 0; round < controls; round++)
        {
            foreach (var member in members)
            {
                if (found.GetValueOrDefault(member)?.Count is { } has ? has < round : round > 0) { continue; }
                if (free.GetValueOrDefault(strata[member])?.Take(logits[member], caliper) is not { } control) { continue; }
                if (!found.TryGetValue(member, out var list)) { found[member] = list = []; }
                list.Add(control);
            }
        }
        return [.. found.Select(match => new Match(match.Key, match.Value))];
    }

    /// <summary>Controls of one stratum by their logits, of which those that are taken are jumped over.</summary>
    private sealed class Free
    {
        private readonly int[] _people;
        private readonly double[] _logits;

        /// <summary>For each place the next one that may be free, at or after it, and at or before it; one place more at each end.</summary>
        private readonly int[] _after, _before;

        internal Free(List<int> people, IReadOnlyList<double> logits)
        {
            _people = [.. people.OrderBy(i => logits[i]).ThenBy(i => i)];
            _logits = [.. _people.Select(i => logits[i])];
            _after = [.. Enumerable.Range(0, _people.Length + 1)];
            _before = [.. Enumerable.Range(0, _people.Length + 1)];
        }

        /// <summary>Takes the nearest who is free; null where nobody is within reach.</summary>
        internal int? Take(double logit, double caliper)
        {
            var at = LowerBound(logit);
            var (above, below) = (Next(_after, at), Next(_before, at) - 1);
            // Of people with the same logit the one with the lower number stands first.
            if (below >= 0) { below = Next(_after, LowerBound(_logits[below])); }
            var (up, down) = (above < _people.Length ? _logits[above] - logit : double.PositiveInfinity, below >= 0 ? logit - _logits[below] : double.PositiveInfinity);
            if (Math.Min(up, down) > caliper || double.IsPositiveInfinity(Math.Min(up, down))) { return null; }
            var taken = down < up || (down == up && _people[below] < _people[above]) ? below : above;
            (_after[taken], _before[taken + 1]) = (taken + 1, taken);
            return _people[taken];
        }

        private int LowerBound(double logit)
        {
            var at = Array.BinarySearch(_logits, logit);
            if (at < 0) { return ~at; }
            while (at > 0 && _logits[at - 1] == logit) { at--; }
            return at;
        }

        /// <summary>Follows what was taken to the first place that was not, and shortens the way for the next.</summary>
        private static int Next(int[] places, int from)
        {
            var end = from;
            while (places[end] != end) { end = places[end]; }
            while (places[from] != end) { (places[from], from) = (end, places[from]); }
            return end;
        }
    }
}
