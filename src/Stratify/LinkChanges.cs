using Stratify.Engine;
using Stratify.Linkage.Probabilistic;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Settings;

namespace Stratify;

/// <summary>Which records are somebody else's, or of another grade, than in the last run of the same folder, and why: <c>restricted/changed_links.csv</c>.</summary>
internal static class LinkChanges
{
    internal const string FileName = "changed_links.csv";

    /// <summary>Compares only what both runs have: a record that is new, or has gone, has not changed its link.</summary>
    /// <param name="last">The folder of the last run.</param>
    /// <param name="now">This run's own folder, in which its links lie already.</param>
    /// <returns>What the user should hear.</returns>
    internal static IReadOnlyList<Problem> Write(Warehouse warehouse, RunPlan plan, string last, string now)
    {
        if (Manifest.LinkageOf(last) is not { } before || LinkHistory.Datasets(last).Count == 0) { return []; }
        if (KeyChange.IsAnother(plan, last)) { return [NotCompared("it was made with another key, under which everybody has another pseudonym")]; }
        if (before.Engine != Warehouse.EngineVersion) { return [NotCompared("it was made with another version of the engine")]; }
        Begin(warehouse);
        foreach (var dataset in LinkHistory.Datasets(now).Intersect(LinkHistory.Datasets(last)))
        {
            if (Digest(warehouse, last, dataset) != Digest(warehouse, now, dataset)) { warehouse.Execute(Find(dataset, last, now)); }
        }
        Explain(warehouse, before.Settings, plan.Linkage);
        List(warehouse, now);
        return Told(warehouse);
    }

    /// <summary>The list where a run takes up the last one's links as they are.</summary>
    internal static void WriteNone(Warehouse warehouse, string now)
    {
        Begin(warehouse);
        Explain(warehouse, new LinkageSettings(), new LinkageSettings());
        List(warehouse, now);
    }

    private static void Begin(Warehouse warehouse) =>
        warehouse.Execute("create or replace table link_change (dataset varchar, source_id varchar, person_before varchar, person varchar, grade_before varchar, grade varchar, reason_before varchar, reason varchar)");

    private static void List(Warehouse warehouse, string now) => warehouse.Execute($"""
        copy (
            select dataset, source_id, person_before, person, grade_before, grade, why
            from link_change
            join link_change_why as reasons
                on reasons.reason_before = link_change.reason_before and reasons.reason = link_change.reason and reasons.same_person = (link_change.person_before is not distinct from link_change.person)
            order by dataset, source_id
        ) to {LinkHistory.Quoted(Path.Combine(now, "restricted", FileName))} (format csv, header)
        """);

    internal static bool IsThere(string run) => File.Exists(Path.Combine(run, "restricted", FileName));

    /// <summary>How many changes of each dataset and reason a run's list holds.</summary>
    /// <exception cref="DefinitionException">It may not be read, or is not as a run writes it.</exception>
    internal static IEnumerable<(string Dataset, string Why, int Records)> Counts(string run) =>
        EvidenceRow.Read(run, FileName, "dataset", "why").CountBy(row => (row.Text("dataset"), row.Text("why"))).Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value));

    /// <summary>The same for the same links, whatever their order: then nothing needs to be looked for.</summary>
    private static string Digest(Warehouse warehouse, string run, string dataset) =>
        (string)warehouse.Query($"select count(*)::varchar || ' ' || bit_xor(hash(record, person, grade))::varchar as digest from read_parquet({LinkHistory.Of(run, dataset)})").Rows[0][0]!;

    /// <summary>Numbers are compared first, as next to all links are as they were; texts are fetched for the others alone.</summary>
    private static string Find(string dataset, string last, string now) => $"""
        insert into link_change
        with changed as materialized (
            select now.record
            from (select record, hash(person, grade) as link from read_parquet({LinkHistory.Of(now, dataset)})) as now
            join (select record, hash(person, grade) as link from read_parquet({LinkHistory.Of(last, dataset)})) as before using (record)
            where now.link <> before.link
        )
        select event.dataset, event.source_id, person_before.person_id, person_now.person_id, before.grade, now.grade, before.reason, now.reason
        from changed
        join read_parquet({LinkHistory.Of(now, dataset)}) as now using (record)
        join read_parquet({LinkHistory.Of(last, dataset)}) as before using (record)
        join event on event.dataset = '{dataset}' and {LinkHistory.Record} = changed.record
        left join read_parquet({LinkHistory.PeopleOf(last)}) as person_before on person_before.person = before.person
        left join read_parquet({LinkHistory.PeopleOf(now)}) as person_now on person_now.person = now.person
        """;

    private static void Explain(Warehouse warehouse, LinkageSettings before, LinkageSettings now)
    {
        var pairs = warehouse.Query("select distinct reason_before, reason, person_before is not distinct from person as same_person from link_change order by all");
        MemoryTable.Create(warehouse, "link_change_why", [("reason_before", "varchar"), ("reason", "varchar"), ("same_person", "boolean"), ("why", "varchar")],
            [.. pairs.Rows.Select(row => new object?[] { row[0], row[1], row[2], LinkChangeReason.Of((string)row[0]!, (string)row[1]!, (before, now)) })]);
    }

    private static IReadOnlyList<Problem> Told(Warehouse warehouse)
    {
        var (links, datasets) = (warehouse.Count("select count(*) from link_change"), warehouse.Query("select distinct dataset from link_change order by dataset").Rows.Select(row => (string)row[0]!).ToList());
        if (links == 0) { return []; }
        var count = LinkReport.Door.Count(links) is ValueCell value ? Reports.Format.Whole((double)value.Value) : "A few";
        return [ProblemKinds.LinksChanged.At(null, $"{count} records are linked otherwise than in the last run, of {string.Join(", ", datasets)}.", $"restricted/{FileName} lists them, with whom before and after and why; 'stratify link report' counts them.")];
    }

    private static Problem NotCompared(string why) => ProblemKinds.LinksNotCompared.At(null, $"No link is compared with the last run's, for {why}.", "The next run is compared with this one.");
}
