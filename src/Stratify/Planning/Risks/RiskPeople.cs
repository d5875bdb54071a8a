using System.Globalization;
using System.Text;
using Stratify.Model;
using Stratify.Studies;

namespace Stratify.Planning.Risks;

/// <summary>
/// People who were registered in a year, with what they were like in it, and what came in the next; in the order of their keys. Whoever died in the first
/// year or left has no next one; whoever dies in the next is of it.
/// </summary>
/// <param name="Next">The year that follows; the same texts empty, and nothing come, where there is none yet.</param>
/// <param name="Flags">Of each person, which of <see cref="RiskPredictor.All"/> are so, in words of 60; there is room for two.</param>
/// <param name="Fifth">Of deprivation, 1 to 5; 0 where it is not known.</param>
/// <param name="Ethnic">A place in <see cref="EthnicGroups"/>, from 1; 0 where it is not stated.</param>
internal sealed record RiskPeople(string Before, string Next, IReadOnlyList<long[]> Flags, long[] Admissions, long[] Cost, long[] Fifth, long[] Ethnic)
{
    private const int Word = 60;

    internal int Count => Fifth.Length;

    /// <summary>Whether somebody has a predictor, by its place in the list.</summary>
    internal bool Has(int person, int predictor) => (Flags[predictor / Word][person] >> (predictor % Word) & 1) == 1;

    /// <summary>Predictors that a person has, ascending.</summary>
    internal IReadOnlyList<int> Had(int person) => [.. Enumerable.Range(0, RiskPredictor.All.Count).Where(predictor => Has(person, predictor))];

    internal static RiskPeople Of(Study study, string before, string next)
    {
        var words = RiskPredictor.All.Chunk(Word).Select(predictors => string.Join(" + ", predictors.Select((predictor, bit) => string.Create(CultureInfo.InvariantCulture, $"case when {predictor.Sql} then {1L << bit} else 0 end")))).Select(sum => $"cast({sum} as bigint)").ToList();
        var ethnic = string.Concat(EthnicGroups.All.Select((group, i) => string.Create(CultureInfo.InvariantCulture, $" when '{group.Name}' then {i + 1}::bigint")));
        var (rows, whose) = (new StringBuilder($"select person_key, {string.Join(", ", words.Select((word, i) => string.Create(CultureInfo.InvariantCulture, $"{word} as word_{i}")))}"), Quoted(before));
        rows.Append(CultureInfo.InvariantCulture, $", coalesce(cast((deprivation_decile + 1) // 2 as bigint), 0) as fifth, case {EthnicGroups.Sql("upper(ethnic_group)")}{ethnic} else 0::bigint end as ethnic, died");
        rows.Append(CultureInfo.InvariantCulture, $" from (select *, row_number() over (order by cost desc, person_key) as cost_place, count(*) over () as cost_people from person_year where year = {whose})");
        var known = string.Join(", ", words.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"word_{i}")));
        var columns = next.Length > 0
            ? study.Warehouse.Longs($"select {known}, cast(after.emergency_admissions as bigint), cast(after.cost as bigint), fifth, ethnic from ({rows}) as known join (select person_key, emergency_admissions, cost from person_year where year = {Quoted(next)}) as after using (person_key) order by person_key")
            : study.Warehouse.Longs($"select {known}, 0::bigint, 0::bigint, fifth, ethnic from ({rows}) as known where not died order by person_key");
        return new RiskPeople(before, next, columns[..words.Count], columns[^4], columns[^3], columns[^2], columns[^1]);
    }

    /// <summary>Some of them.</summary>
    internal RiskPeople Where(Func<int, bool> some)
    {
        int[] which = [.. Enumerable.Range(0, Count).Where(some)];
        long[] Kept(long[] of) => [.. which.Select(person => of[person])];
        return new RiskPeople(Before, Next, [.. Flags.Select(Kept)], Kept(Admissions), Kept(Cost), Kept(Fifth), Kept(Ethnic));
    }

    internal static string Quoted(string year) => $"'{year.Replace("'", "''", StringComparison.Ordinal)}'";
}
