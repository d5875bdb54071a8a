using System.Text.Json;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>What is known of one file once it has been read: counts, lines and names of columns, and no value of a row.</summary>
/// <param name="Columns">Which column of the dataset was read from which header.</param>
/// <param name="Unread">Headers that nothing read.</param>
/// <param name="Problems">What is wrong with the file as a whole; nothing of it may be used.</param>
/// <param name="Notices">What the user should know of a file that is used.</param>
internal sealed record FileFacts(FileTally Tally, IReadOnlyList<(string Column, string Header)> Columns, IReadOnlyList<string> Unread, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Notices)
{
    internal static FileFacts Of(FileReader reader) => new(reader.Tally, reader.Columns, reader.Unread, [.. reader.Problems], [.. reader.Notices]);

    /// <summary>As bytes, for a file without problems.</summary>
    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(new Note(
        Tally.Read, Tally.Passed, Tally.OutOfScope, Tally.OptedOut, Tally.Numbers, Tally.Replaced, new(Tally.Rejected.ToDictionary()),
        [.. Tally.Rejects.Select(reject => new NotedReject(reject.Line, reject.Column, reject.Reason.Code))],
        [.. Columns.Select(column => new NotedColumn(column.Column, column.Header))], [.. Unread],
        [.. Notices.Select(notice => new NotedProblem(notice.Code, notice.Place?.Line ?? 0, notice.Message, notice.Hint))]));

    /// <param name="file">What the file is called now.</param>
    internal static FileFacts OfBytes(byte[] bytes, string file)
    {
        var note = JsonSerializer.Deserialize<Note>(bytes) ?? throw new InvalidDataException("The note is empty.");
        var rejects = note.Rejects.Select(reject => new Reject(reject.Line, reject.Column, RejectReasons.All.Single(reason => reason.Code == reject.Reason)));
        var tally = new FileTally(note.Read, note.Passed, note.OutOfScope, note.OptedOut, note.Rejected, rejects) { Numbers = note.Numbers, Replaced = note.Replaced };
        return new FileFacts(tally, [.. note.Columns.Select(column => (column.Name, column.Header))], note.Unread, [],
            [.. note.Notices.Select(notice => ProblemKinds.All.Single(kind => kind.Code == notice.Code).At(new Place(file, notice.Line), notice.Message, notice.Hint))]);
    }

    private sealed record Note(Amount Read, Amount Passed, Amount OutOfScope, Amount OptedOut, long Numbers, long Replaced, SortedDictionary<string, Amount> Rejected,
        IReadOnlyList<NotedReject> Rejects, IReadOnlyList<NotedColumn> Columns, IReadOnlyList<string> Unread, IReadOnlyList<NotedProblem> Notices);

    private sealed record NotedReject(long Line, string Column, string Reason);

    private sealed record NotedColumn(string Name, string Header);

    private sealed record NotedProblem(string Code, int Line, string Message, string Hint);
}
