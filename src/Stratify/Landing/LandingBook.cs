using System.Globalization;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>One file that was read to its end.</summary>
/// <param name="Number">Its place in its extract, from 0.</param>
internal sealed record FileEntry(Delivery Delivery, int Number, FileTally Tally)
{
    internal string Name => Delivery.Files[Number].Name;

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

    internal LandingRules Rules => rules;

    internal IReadOnlyList<FileEntry> Files => _files;

    internal IReadOnlyList<Problem> Problems => _problems;

    internal IReadOnlyList<Problem> Notices => _notices;

    internal void Close(Delivery delivery, int file, FileReader reader)
    {
        _files.Add(new FileEntry(delivery, file, reader.Tally) { Columns = reader.Columns, Unread = reader.Unread });
        _problems.AddRange(reader.Problems);
        _notices.AddRange(reader.Notices);
    }

    /// <summary>Holds each extract against the last published run's, once all have been read; a file that cannot be used has told why already.</summary>
    internal void CompareWithLastRun()
    {
        Feeds = FeedChanges.Of(_files);
        if (_problems.Count > 0) { return; }
        foreach (var now in Feeds)
        {
            if (rules.Before.FirstOrDefault(feed => feed.Name == now.Name) is not { } before) { continue; }
            _problems.AddRange(FeedChanges.Gone(before, now));
            _notices.AddRange(FeedChanges.Notices(before, now));
        }
    }

    /// <summary>Size and shape of each extract.</summary>
    internal IReadOnlyList<Feed> Feeds { get; private set; } = [];

    internal void NoteReplaced(FileEntry file, long rows) => _notices.Add(ProblemKinds.DeliveryReplaced.At(new Place(file.Name),
        string.Create(CultureInfo.InvariantCulture, $"{rows:N0} of {file.Tally.Passed.Rows:N0} rows are left out, as a later delivery of the same sender stands in place of this one."),
        "Where the files are parts of one whole, set 'delivery: add' for the extract."));

    internal void NoteSuperseded(FileEntry file, long rows)
    {
        if (rows < FewRows || rows * 100 <= file.Tally.Passed.Rows * ManySuperseded) { return; }
        var key = string.Join(", ", file.Delivery.Dataset.Grain);
        _notices.Add(ProblemKinds.RowsSuperseded.At(new Place(file.Name),
            string.Create(CultureInfo.InvariantCulture, $"{rows:N0} of {file.Tally.Passed.Rows:N0} rows share their key ({key}) with a later row of other content, which is kept in their place."),
            $"Where these are not corrections, what the profile maps to {key} is no key of {file.Delivery.Dataset.Name}."));
    }
}
