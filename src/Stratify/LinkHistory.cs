using Stratify.Engine;

namespace Stratify;

/// <summary>
/// Every link of a run by pseudonym, kept for the next run to be held against: <c>restricted/links</c>, a file for each dataset, in which a
/// record is the hash of its key. Links that have not changed leave the same bytes, so nothing of such a file is read again.
/// </summary>
internal static class LinkHistory
{
    internal const string Folder = "links";

    /// <summary>SQL of what stands for a record: of 30 million, the chance that two share it is one in 40,000.</summary>
    internal const string Record = "hash(event.source_id)";

    /// <param name="run">The run's own folder.</param>
    internal static void Write(Warehouse warehouse, string run)
    {
        Directory.CreateDirectory(FolderOf(run));
        foreach (var dataset in warehouse.Query("select distinct dataset from event order by dataset").Rows.Select(row => (string)row[0]!))
        {
            warehouse.Execute($"""
                copy (
                    select {Record} as record, person.person_id, person_link.grade, person_link.reason
                    from event
                    join person_link using (dataset, row_id)
                    left join person using (person_key)
                    where event.dataset = '{dataset}'
                    order by record
                ) to {Quoted(Of(run, dataset))} (format parquet, compression zstd)
                """);
        }
    }

    /// <summary>The datasets whose links a run kept.</summary>
    internal static IReadOnlyList<string> Datasets(string run) =>
        Directory.Exists(FolderOf(run)) ? [.. Directory.EnumerateFiles(FolderOf(run), "*.parquet").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)] : [];

    internal static string FolderOf(string run) => Path.Combine(run, "restricted", Folder);

    internal static string Of(string run, string dataset) => Path.Combine(FolderOf(run), $"{dataset}.parquet");

    /// <summary>A path as SQL writes it.</summary>
    internal static string Quoted(string path) => $"'{Path.GetFullPath(path).Replace("'", "''", StringComparison.Ordinal)}'";
}
