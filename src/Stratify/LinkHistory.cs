using Stratify.Engine;

namespace Stratify;

/// <summary>
/// Every link of a run by pseudonym, kept for the next run to be held against: <c>restricted/links</c>, a file for each dataset, in the
/// order of its rows. A record is the hash of its key and a person the hash of a pseudonym, which <c>people.parquet</c> tells: a number is
/// sorted and compared several times quicker than a text, and there may be 30 million of them.
/// </summary>
internal static class LinkHistory
{
    private const string Folder = "links", People = "people";

    /// <summary>SQL of what stands for a record: 63 bits, which every reader of such files knows as a number. Of 30 million, the chance that two share it is one in 20,000.</summary>
    internal const string Record = "(hash(event.source_id) >> 1)::bigint";

    private const string Person = "(hash(person.person_id) >> 1)::bigint as person";

    /// <param name="run">The run's own folder.</param>
    internal static void Write(Warehouse warehouse, string run)
    {
        Directory.CreateDirectory(FolderOf(run));
        var datasets = warehouse.Query("select distinct dataset from event order by dataset").Rows.Select(row => (string)row[0]!).ToList();
        warehouse.Execute($"copy (select {Person}, person_id from person order by person_id) to {PeopleOf(run)} (format parquet, compression zstd)");
        if (datasets.Count == 0) { return; }
        warehouse.Execute("create type link_reason as enum (select distinct reason from person_link order by reason)");
        foreach (var dataset in datasets) { warehouse.Execute($"copy ({Links(dataset)}) to {Of(run, dataset)} (format parquet, compression zstd)"); }
    }

    private static string Links(string dataset) => $"""
        select {Record} as record, link.person, link.grade, link.reason
        from (select row_id, source_id from event where dataset = '{dataset}') as event
        join (
            select row_id, {Person}, grade, reason::link_reason as reason
            from person_link
            left join person using (person_key)
            where dataset = '{dataset}'
        ) as link using (row_id)
        order by row_id
        """;

    /// <summary>The datasets whose links a run kept.</summary>
    internal static IReadOnlyList<string> Datasets(string run) =>
        Directory.Exists(FolderOf(run)) ? [.. Directory.EnumerateFiles(FolderOf(run), "*.parquet").Select(path => Path.GetFileNameWithoutExtension(path)!).Where(name => name != People).Order(StringComparer.Ordinal)] : [];

    internal static string FolderOf(string run) => Path.Combine(run, "restricted", Folder);

    /// <summary>The file of a dataset's links, as SQL writes it.</summary>
    internal static string Of(string run, string dataset) => Quoted(Path.Combine(FolderOf(run), $"{dataset}.parquet"));

    internal static string PeopleOf(string run) => Of(run, People);

    internal static string Quoted(string path) => $"'{Path.GetFullPath(path).Replace("'", "''", StringComparison.Ordinal)}'";
}
