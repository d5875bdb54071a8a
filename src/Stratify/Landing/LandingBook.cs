using System.Collections.Frozen;
using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>One file that was read to its end.</summary>
/// <param name="Place">Its place in its delivery, from 0.</param>
internal sealed record FileEntry(Delivery Delivery, int Place, FileTally Tally)
{
    internal string Name => Delivery.Files[Place].Name;

    /// <summary>Its number in its extract, from 0.</summary>
    internal int Number => Delivery.FilesBefore + Place;

    /// <summary>The dataset that its rows come to: what a table's rows are put together into, where it is that table whose rows count.</summary>
    internal Dataset Counts { get; } = Catalogue.Gives(Delivery.Dataset) ?? Delivery.Dataset;

    internal required IReadOnlyList<(string Column, string Header)> Columns { get; init; }

    internal required IReadOnlyList<string> Unread { get; init; }
}

/// <summary>What is known of a run's extracts while they are read: the files that are done, their tallies, what is wrong with them.</summary>
internal sealed class LandingBook(IReadOnlyList<Delivery> deliveries, LandingRules rules)
{
    /// <summary>Corrections are few; a key that is none makes many. In rows of a hundred.</summary>
    private const int ManySuperseded = 1;
    private const int FewRows = 5;

    private readonly List<FileEntry> _files = [];
    private readonly List<Problem> _problems = [], _notices = [];

    /// <summary>With their files in the order in which they were delivered, whatever order the disk gave them.</summary>
    internal IReadOnlyList<Delivery> Deliveries { get; } =
        [.. deliveries.Select(delivery => delivery.InOrder()).OrderBy(delivery => delivery.Extract)];

    internal LandingRules Rules { get; private set; } = rules;

    internal IReadOnlyList<FileEntry> Files => _files;

    internal IReadOnlyList<Problem> Problems => _problems;

    internal IReadOnlyList<Problem> Notices => _notices;

    internal void Close(Delivery delivery, int file, FileFacts facts)
    {
        _files.Add(new FileEntry(delivery, file, facts.Tally) { Columns = facts.Columns, Unread = facts.Unread });
        _problems.AddRange(facts.Problems);
        _notices.AddRange(facts.Notices);
    }

    /// <summary>Holds each extract against the last published run's, once all have been read; a file that cannot be used has told why already.</summary>
    internal void CompareWithLastRun()
    {
        Feeds = FeedChanges.Of(_files);
        if (_problems.Count > 0) { return; }
        foreach (var now in Feeds)
        {
            if (Rules.Before.FirstOrDefault(feed => feed.Name == now.Name) is not { } before) { continue; }
            _problems.AddRange(FeedChanges.Gone(before, now));
            _notices.AddRange(FeedChanges.Notices(before, now));
        }
    }

    /// <summary>Size and shape of each extract.</summary>
    internal IReadOnlyList<Feed> Feeds { get; private set; } = [];

    /// <param name="days">Which of them, in words; empty for all.</param>
    internal void NoteReplaced(FileEntry file, long rows, string days) => _notices.Add(ProblemKinds.DeliveryReplaced.At(new Place(file.Name),
        string.Create(CultureInfo.InvariantCulture, $"{rows:N0} of {file.Tally.Passed.Rows:N0} rows are left out, as a later delivery of the same sender stands in place of this one{days}."),
        "Where the files are parts of one whole, set 'delivery: add' for the extract."));

    /// <summary>From here on rows are read under the newest numbers. Who said no under one number said so under all, and who is allowed is so under the newest.</summary>
    internal void Learn(NumberChanges changes)
    {
        Rules = Rules with
        {
            Newest = changes.Newest,
            NewestHash = changes.Hash,
            OptedOut = Rules.OptedOut.Union(changes.Newest.Where(change => Rules.OptedOut.Contains(change.Key)).Select(change => change.Value.Token)).ToFrozenSet(),
        };
        _problems.AddRange(changes.Problems);
    }

    internal void Note(Problem notice) => _notices.Add(notice);

    internal FileEntry File(long extract, long number) => _files.Single(file => file.Delivery.Extract == extract && file.Number == number);

    /// <summary>Writes a line for each extract, file and reason that a query counts.</summary>
    internal void WriteLedger(Warehouse warehouse, string counting, string outcome)
    {
        var counts = warehouse.Query(counting);
        for (var i = 0; i < counts.Count; i++)
        {
            Write(warehouse, File(counts.Get<long>(i, "extract"), counts.Get<long>(i, "file")), (outcome, counts.Get<string>(i, "reason")!), new Amount(counts.Get<long>(i, "row_count"), counts.Get<long>(i, "pence")));
        }
    }

    internal static void Write(Warehouse warehouse, FileEntry file, (string Outcome, string Reason) line, Amount amount) =>
        warehouse.Execute("insert into landing_ledger values ($1, $2, $3, $4, $5, $6, $7)",
            file.Delivery.Extract, file.Counts.Name, file.Name, line.Outcome, line.Reason, amount.Rows, amount.Pence);

    internal void NoteSuperseded(FileEntry file, long rows)
    {
        if (rows < FewRows || rows * 100 <= file.Tally.Passed.Rows * ManySuperseded) { return; }
        var key = string.Join(", ", file.Delivery.Dataset.Grain);
        _notices.Add(ProblemKinds.RowsSuperseded.At(new Place(file.Name),
            string.Create(CultureInfo.InvariantCulture, $"{rows:N0} of {file.Tally.Passed.Rows:N0} rows share their key ({key}) with a later row of other content, which is kept in their place."),
            $"Where these are not corrections, what the profile maps to {key} is no key of {file.Delivery.Dataset.Name}."));
    }
}
