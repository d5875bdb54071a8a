using System.Globalization;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Results.Attack;

namespace Stratify.Releases;

/// <summary>Holds a release against itself and against all that left before. It names tables, cohorts and rows, and never a number.</summary>
internal static class ReleaseGate
{
    /// <exception cref="DisclosureException">The release would tell too much; every reason is listed.</exception>
    internal static void Check(ReleaseOrder order, ReleasedRun run, ResultSet results, (ReleaseLedger Ledger, string Stage) to)
    {
        ResultAudit.Check(results);
        var problems = TooSoon(order, run, to.Ledger).Concat(OverDays(order, run, results, to.Ledger)).Concat(to.Ledger.All.SelectMany(earlier => NearlyTheSame(earlier, run, results, to.Stage))).ToList();
        if (problems.Count > 0) { throw new DisclosureException(problems); }
    }

    /// <summary>Night by night, rounding lets out in the end when each number passes a step, so releases stand apart. What changes nothing may leave again.</summary>
    private static IEnumerable<Problem> TooSoon(ReleaseOrder order, ReleasedRun run, ReleaseLedger ledger)
    {
        if (ledger.All.LastOrDefault(earlier => earlier.Run.Data != run.Data) is not { } last || order.Day.DayNumber - last.Day.DayNumber >= order.LeastDays) { yield break; }
        yield return ProblemKinds.ReleaseTooSoon.At(null, string.Create(CultureInfo.InvariantCulture, $"Release {last.Number} left on {last.Day:yyyy-MM-dd}, and figures of other data may leave {order.LeastDays} days after it at the soonest."),
            string.Create(CultureInfo.InvariantCulture, $"Wait until {last.Day.AddDays(order.LeastDays):yyyy-MM-dd}, or release that run again."));
    }

    /// <summary>What the tables of all days tell together of any of them; of a first release, what its own tell.</summary>
    private static IEnumerable<Problem> OverDays(ReleaseOrder order, ReleasedRun run, ResultSet results, ReleaseLedger ledger)
    {
        List<OnADay> days = [.. ledger.All.Select(earlier => new OnADay(earlier.Day, earlier.Run.Data, earlier.Run.Knowledge(earlier.Results()))), new OnADay(order.Day, run.Data, run.Knowledge(results))];
        return
            from narrowed in OverTime.Narrows(days)
            let place = narrowed.Number.Number.Places[0]
            let of = narrowed.Day < ledger.All.Count ? $"release {ledger.All[narrowed.Day].Number}" : "this release"
            select ProblemKinds.ReleaseTells.At(null, $"Table {place.Quantity.Table} of {of}, row {place.Row + 1}, column {place.Quantity.Column}: it can be narrowed down by arithmetic over all that would have left.",
                "Leave the table out with --tables, or release later.");
    }

    /// <summary>Two cohorts of different definitions that differ in a few people tell of those, whoever subtracts one from the other.</summary>
    private static IEnumerable<Problem> NearlyTheSame(Released earlier, ReleasedRun run, ResultSet results, string stage)
    {
        if (results.Find("cohorts") is not { } now || earlier.Results().Find("cohorts") is not { } before) { yield break; }
        var (seenBefore, seenNow) = (Seen(before), Seen(now));
        using var warehouse = new Warehouse(new WarehouseOptions(stage) { Reads = 0, Beside = Path.GetDirectoryName(stage) });
        if (warehouse.Count($"select count(*) from {People(earlier.Members)} join {People(Path.Combine(stage, ReleaseLedger.MembersFile))} using (person_id)") == 0)
        {
            yield return ProblemKinds.ReleaseNotComparable.At(null, $"Nobody of release {earlier.Number} is known by the same pseudonym in this run, so cohorts of the two cannot be held against each other.", "Release a run that was made with the same key; or begin another ledger with --ledger, if no reader has both.");
            yield break;
        }
        foreach (var pair in Pairs(warehouse, earlier.Members, Path.Combine(stage, ReleaseLedger.MembersFile), results.Rule.Least))
        {
            var isOne = earlier.Run.SchemeHash(pair.Scheme) == run.SchemeHash(pair.Scheme) && earlier.Run.SchemeHash(pair.OtherScheme) == run.SchemeHash(pair.OtherScheme);
            if (isOne || !seenBefore.Contains((pair.Scheme, pair.Cohort, pair.Year)) || !seenNow.Contains((pair.OtherScheme, pair.OtherCohort, pair.Year))) { continue; }
            yield return ProblemKinds.ReleaseTells.At(null, $"Cohort {pair.OtherCohort} of scheme {pair.OtherScheme} differs in a few people from cohort {pair.Cohort} of scheme {pair.Scheme} in release {earlier.Number}, so that one from the other would tell of those.",
                "Leave the scheme out of the job, or give its cohort the definition that was released.");
        }
    }

    private static HashSet<(string, string, string)> Seen(ResultTable cohorts) =>
        [.. Enumerable.Range(0, cohorts.Rows.Count).Where(row => cohorts[row, "people"] is ValueCell).Select(row => (cohorts.Text(row, "scheme"), cohorts.Text(row, "cohort"), cohorts.Text(row, "year")))];

    private static string People(string members) => $"(select distinct person_id from read_parquet({LinkHistory.Quoted(members)}))";

    /// <summary>Pairs of cohorts that are not the same people, of whom neither has as many as the rule hides without the other.</summary>
    private static IEnumerable<Pair> Pairs(Warehouse warehouse, string before, string now, long least) => warehouse.Query(string.Create(CultureInfo.InvariantCulture, $"""
        with one as (select * from read_parquet({LinkHistory.Quoted(before)})),
             other as (select * from read_parquet({LinkHistory.Quoted(now)})),
             shared as (
                select one.scheme, one.cohort, other.scheme as other_scheme, other.cohort as other_cohort, year, count(*) as people
                from one join other using (person_id, year)
                group by all
             ),
             each_one as (select scheme, cohort, year, count(*) as people from one group by all),
             each_other as (select scheme as other_scheme, cohort as other_cohort, year, count(*) as people from other group by all)
        select shared.scheme, shared.cohort, shared.other_scheme, shared.other_cohort, shared.year
        from shared
        join each_one using (scheme, cohort, year)
        join each_other using (other_scheme, other_cohort, year)
        where each_one.people - shared.people < {least} and each_other.people - shared.people < {least} and each_one.people + each_other.people > 2 * shared.people
        order by all
        """)).Rows.Select(row => new Pair((string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!, (string)row[4]!));

    private sealed record Pair(string Scheme, string Cohort, string OtherScheme, string OtherCohort, string Year);
}
