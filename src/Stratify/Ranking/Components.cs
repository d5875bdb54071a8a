using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>Practices and neighbourhoods that hold the same people between them: all people of the practices of a component are all people of its neighbourhoods.</summary>
internal static class Components
{
    /// <summary>The component of each place of a year, numbered from nought in the order of the practices.</summary>
    internal static IReadOnlyDictionary<(string Kind, string Place), long> Of(Warehouse warehouse, string year)
    {
        var pairs = warehouse.Query("select distinct coalesce(practice, '') as practice, coalesce(neighbourhood, '') as neighbourhood from person_year where year = $1 order by practice, neighbourhood", year)
            .Rows.Select(row => (Practice: (string)row[0]!, Neighbourhood: (string)row[1]!)).ToList();
        var (ofPractice, ofNeighbourhood) = (pairs.ToLookup(pair => pair.Practice, pair => pair.Neighbourhood), pairs.ToLookup(pair => pair.Neighbourhood, pair => pair.Practice));
        var found = new Dictionary<(string, string), long>();
        var next = 0L;
        foreach (var practice in ofPractice.Select(practice => practice.Key))
        {
            if (found.ContainsKey((PlaceMeasures.Practice, practice))) { continue; }
            var waiting = new Queue<string>([practice]);
            while (waiting.TryDequeue(out var one))
            {
                if (!found.TryAdd((PlaceMeasures.Practice, one), next)) { continue; }
                foreach (var neighbourhood in ofPractice[one].Where(neighbourhood => found.TryAdd((PlaceMeasures.Neighbourhood, neighbourhood), next)))
                {
                    foreach (var other in ofNeighbourhood[neighbourhood]) { waiting.Enqueue(other); }
                }
            }
            next++;
        }
        return found;
    }
}
