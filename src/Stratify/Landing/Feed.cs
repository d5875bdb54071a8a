using System.Globalization;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>The size and shape of one extract of a run: what the next run's is held against.</summary>
/// <param name="Name">Dataset and profile, with a number where a job has several alike; the names of files change from night to night.</param>
/// <param name="Rows">Rows that were read, whatever became of them.</param>
/// <param name="Columns">Columns of the dataset that were read, each with its header.</param>
/// <param name="Unread">Headers that nothing read.</param>
public sealed record Feed(string Name, long Rows, IReadOnlyList<(string Column, string Header)> Columns, IReadOnlyList<string> Unread)
{
    internal IEnumerable<string> Headers => Columns.Select(column => column.Header).Concat(Unread);
}

/// <summary>What has changed in an extract since the last run that was published.</summary>
internal static class FeedChanges
{
    /// <summary>A feed under this part of its usual rows, or over this many times of them, is worth a warning.</summary>
    private const long Times = 2;

    /// <summary>Of fewer rows a half is chance.</summary>
    private const long FewRows = 20;

    internal static IReadOnlyList<Feed> Of(IReadOnlyList<FileEntry> files)
    {
        var feeds = new List<Feed>();
        foreach (var extract in files.GroupBy(file => (file.Delivery.Extract, file.Delivery.FilesBefore)).OrderBy(extract => extract.Key))
        {
            var delivery = extract.First().Delivery;
            var name = $"{delivery.Dataset.Name}/{delivery.Profile.Name}";
            var alike = feeds.Count(feed => feed.Name == name || feed.Name.StartsWith($"{name}/", StringComparison.Ordinal));
            feeds.Add(new Feed(alike == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}/{alike + 1}"), extract.Sum(file => file.Tally.Read.Rows),
                [.. extract.SelectMany(file => file.Columns).DistinctBy(column => column.Column)], [.. extract.SelectMany(file => file.Unread).Where(header => header.Length > 0).Distinct()]));
        }
        return feeds;
    }

    /// <summary>Columns that have gone stop the run, as what they held would be missing without a word.</summary>
    internal static IEnumerable<Problem> Gone(Feed before, Feed now)
    {
        string[] added = Added(before, now);
        return before.Columns.Where(column => now.Columns.All(other => other.Column != column.Column)).Select(gone => ProblemKinds.ColumnGone.At(new Place(now.Name),
            $"The column '{gone.Header}' was read in the last run ({gone.Column}), and no file of the extract has it now.",
            $"{(Nearest.Of(gone.Header, added) is { } near ? $"Did it become '{near}'? Map that in a profile. " : "")}Where the column was dropped on purpose, run once with --fresh."));
    }

    internal static IEnumerable<Problem> Notices(Feed before, Feed now)
    {
        var added = Added(before, now);
        if (added.Length > 0) { yield return ProblemKinds.ColumnAdded.At(new Place(now.Name), $"{(added.Length == 1 ? "A column is" : "Columns are")} new since the last run: {string.Join(", ", added.Take(12))}{(added.Length > 12 ? $" and {added.Length - 12} more" : "")}."); }
        if (before.Rows >= FewRows && (now.Rows * Times < before.Rows || now.Rows > before.Rows * Times))
        {
            yield return ProblemKinds.FeedSize.At(new Place(now.Name), string.Create(CultureInfo.InvariantCulture, $"The extract has {now.Rows:N0} rows, and had {before.Rows:N0} in the last run."), "Ask the sender whether all of it came, and once.");
        }
    }

    /// <summary>Headers that the last run's files did not have, however they were spelt.</summary>
    private static string[] Added(Feed before, Feed now)
    {
        var known = before.Headers.Select(Header.Key).ToHashSet();
        return [.. now.Headers.Where(header => !known.Contains(Header.Key(header))).Distinct()];
    }
}
