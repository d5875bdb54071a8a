using System.Globalization;
using Stratify.Engine;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>Reads one file of an extract into blocks of typed rows. What is wrong with the file as a whole is a problem and ends it.</summary>
public sealed class FileReader : IDisposable
{
    private const int FewRejects = 5;

    private readonly Delivery _delivery;
    private readonly ExtractFile _file;
    private readonly RowBlock _block;
    private readonly LandingRules _rules;
    private IDisposable? _open;
    private RowTaker? _taker;
    private RowPlan? _plan;
    private readonly IEnumerator<long>? _only;

    /// <param name="number">The file's place in its delivery, from 0.</param>
    /// <param name="block">Where rows are written; it has the shape of the delivery's dataset. What stands for a row in it is its line.</param>
    public FileReader(Delivery delivery, int number, RowBlock block, LandingRules rules) : this(delivery, number, block, rules, null) { }

    /// <param name="only">Lines of rows that are known to be good, in their order: of these the columns that identify a person are read, and of other rows nothing.</param>
    internal FileReader(Delivery delivery, int number, RowBlock block, LandingRules rules, IEnumerator<long>? only)
    {
        (_delivery, _file, _block, _rules, _only) = (delivery, delivery.Files[number], block, rules, only);
        Guarded(Open);
    }

    public FileTally Tally { get; } = new();

    /// <summary>Which column of the dataset was read from which header; empty when the header cannot be used.</summary>
    public IReadOnlyList<(string Column, string Header)> Columns { get; private set; } = [];

    /// <summary>Headers that nothing reads.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    /// <summary>What is wrong with the file as a whole; nothing of it may be used.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>What the user should know of a file that is used.</summary>
    public List<Problem> Notices { get; } = [];

    /// <summary>Adds rows to the block until it is full; false once the file is at its end.</summary>
    public bool Fill()
    {
        var more = false;
        if (Problems.Count == 0) { Guarded(() => more = _taker!.Fill()); }
        if (!more && _open is not null) { Finish(); }
        return more;
    }

    public void Dispose()
    {
        _open?.Dispose();
        _open = null;
    }

    private bool IsParquet => _file.Path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    private void Open()
    {
        var file = new FileStream(_file.Path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        _open = file;
        if (IsParquet) { OpenParquet(); }
        else { OpenText(file); }
    }

    /// <summary>A file that tells its own columns and types has no encoding, no delimiter and no lines to skip, so what a profile says of these is not asked.</summary>
    private void OpenParquet()
    {
        _open!.Dispose();
        var file = new ParquetFile(_file.Path);
        _open = file;
        var header = new Header(file.Columns);
        var planner = new RowPlanner(_delivery.Profile, header, _block, _rules, At(0));
        _plan = planner.Plan();
        Note(planner);
        if (Problems.Count > 0) { return; }
        file.Open(planner.Used);
        _taker = Taker(new ParquetRows(file, planner.Used, [.. planner.Used.Where(place => header.Types![place] == StoredType.Text)]), header);
    }

    private void OpenText(Stream stream)
    {
        if (_file.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) { _open = stream = new WholeGzip(stream); }
        if (Utf8Source.Open(stream, _delivery.Profile.Encoding) is not { } bytes)
        {
            Problems.Add(ProblemKinds.EncodingWrong.At(At(1), $"The file begins with the mark of another encoding than {_delivery.Profile.Encoding}.", "Set 'encoding' in the profile."));
            return;
        }
        var rows = new RowReader(bytes, _delivery.Profile.Delimiter, _rules.BufferSize);
        if (ReadHeader(rows) is not { } header) { return; }
        var planner = new RowPlanner(_delivery.Profile, header, _block, _rules, At(rows.Line));
        _plan = planner.Plan();
        _taker = Taker(rows, header);
        Note(planner);
    }

    private RowTaker Taker(RowSource rows, Header header) => new(rows, header, _only is null ? _plan! : _plan!.OfPeople(), _block, Tally) { Only = _only };

    private void Note(RowPlanner planner)
    {
        Problems.AddRange(planner.Problems);
        if (Problems.Count == 0) { (Columns, Unread) = (planner.Read, [.. planner.Unread]); }
        if (Problems.Count == 0 && planner.Unused() is { } unused) { Notices.Add(unused); }
    }

    private Header? ReadHeader(RowReader rows)
    {
        for (var i = 0; i < _delivery.Profile.SkipLines; i++) { rows.SkipLine(); }
        var fault = rows.Read() ? rows.Fault : RejectReasons.BlankLine;
        if (fault is null && rows.Count <= RowSplitter.MaxFields)
        {
            rows.Columns = rows.Count;
            return new Header(rows);
        }
        Problems.Add(fault?.Code switch
        {
            _ when rows.UnclosedAt > 0 => Unclosed(rows.UnclosedAt),
            null => ProblemKinds.FileUnreadable.At(At(rows.Line), $"The header has more than {RowSplitter.MaxFields} columns."),
            "blank_line" => ProblemKinds.FileEmpty.At(At(rows.Line), "The file has no header."),
            "bad_encoding" or "nul_byte" => ProblemKinds.EncodingWrong.At(At(rows.Line), $"The header is not {_delivery.Profile.Encoding}.", "Set 'encoding' in the profile."),
            _ => ProblemKinds.FileUnreadable.At(At(rows.Line), "The header cannot be read.", fault!.Sentence),
        });
        return null;
    }

    private void Finish()
    {
        Dispose();
        if (_taker is { UnclosedAt: > 0 } taker) { Problems.Add(Unclosed(taker.UnclosedAt)); }
        if (_only is null && _taker is { TrailerMissing: true } && Problems.Count == 0) { Problems.Add(ProblemKinds.TrailerMissing.At(At(0), "The file does not end with the trailer that its profile declares.", "Ask for the file again; or take 'trailer' out of the profile, if the sender writes none.")); }
        if (Problems.Count > 0) { return; }
        if (_plan?.Person is { } person) { (Tally.Numbers, Tally.Replaced) = (person.Numbers, person.Replaced); }
        if (_plan is not null) { Notices.AddRange(FileAlarms.Of(_plan, At(0))); }
        long rejected = Tally.RejectedRows, rows = Tally.RowsWithContent;
        if (rejected == 0) { return; }
        var counts = string.Create(CultureInfo.InvariantCulture, $"{rejected:N0} of {Tally.Read.Rows:N0} rows {(rejected == 1 ? "is" : "are")} refused: {Reasons()}.");
        var first = $"The first are {string.Join(", ", Tally.Rejects.Take(FewRejects).Select(reject => string.Create(CultureInfo.InvariantCulture, $"line {reject.Line}{(reject.Column.Length == 0 ? "" : $" ({reject.Column})")}")))}.";
        if (rejected < FewRejects || rejected <= rows * _rules.MaxRejected) { Notices.Add(ProblemKinds.RowsRefused.At(At(0), counts, first)); }
        else { Problems.Add(ProblemKinds.TooManyRejects.At(At(0), counts, string.Create(CultureInfo.InvariantCulture, $"{first} At most {_rules.MaxRejected * 100:0.##}% of a file may be."))); }
    }

    private string Reasons() => string.Join(", ", Tally.Rejected.Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Key} {reason.Value.Rows:N0}")));

    private Problem Unclosed(long line) => ProblemKinds.QuoteUnclosed.At(At(line), "A quote opens here and is never closed.");

    /// <summary>Whatever stops the reading of a file is a problem of that file, and the others are still read.</summary>
    private void Guarded(Action read)
    {
        try
        {
            read();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            Problems.Add(ProblemKinds.FileMissing.At(At(0), "The file is not there."));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var what = unread switch
            {
                InvalidDataException when IsParquet => "The file is not Parquet, or is damaged or cut off.",
                InvalidDataException => "The compressed file is damaged or cut off.",
                InflatesTooFarException => $"The compressed file grows to more than {WholeGzip.MaxRatio} times its size, or beyond a terabyte, as no extract does.",
                _ => "The file could not be read to its end.",
            };
            Problems.Add(ProblemKinds.FileUnreadable.At(At(0), what));
        }
    }

    private Place At(long line) => new(_file.Name, (int)Math.Min(line, int.MaxValue));
}
