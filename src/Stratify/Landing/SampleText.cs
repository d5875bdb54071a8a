using System.IO.Compression;
using System.Text.Unicode;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>The front of a file whose shape is not known yet, read in one way: rows of fields, those of a broken form left out.</summary>
/// <param name="Lines">The physical line of each row, from 1.</param>
internal sealed record SampleText(string Encoding, string EncodingNote, char Delimiter, IReadOnlyList<string[]> Rows, IReadOnlyList<long> Lines)
{
    private const int FrontBytes = 1 << 20, MostRows = 1000;
    private const string Delimiters = ",;|\t";

    /// <summary>The same front, cut at each mark that may stand between fields.</summary>
    /// <exception cref="ExtractException">The file cannot be read, or holds nothing.</exception>
    internal static IReadOnlyList<SampleText> AllWays(string path)
    {
        var front = Front(path);
        var (encoding, note) = EncodingOf(front);
        var ways = Delimiters.Select(delimiter => Cut(front, encoding, note, delimiter)).Where(way => way.Rows.Count > 0).ToList();
        return ways.Count > 0 ? ways : throw new ExtractException([ProblemKinds.FileEmpty.At(new Place(Path.GetFileName(path)), "The file has no rows that can be read.")]);
    }

    /// <summary>Its first megabyte, up to the end of a line where it is longer.</summary>
    private static byte[] Front(string path)
    {
        var place = new Place(Path.GetFileName(path));
        try
        {
            using Stream file = File.OpenRead(path);
            using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            var front = new byte[FrontBytes];
            var length = content.ReadAtLeast(front, front.Length, throwOnEndOfStream: false);
            var end = length < front.Length ? length : front.AsSpan().LastIndexOf((byte)'\n') + 1;
            return front[..(end == 0 ? length : end)];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ExtractException([ProblemKinds.FileMissing.At(place, "The file is not there.")]);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ExtractException([ProblemKinds.FileUnreadable.At(place, "The file could not be read.")]);
        }
    }

    /// <summary>Told from the bytes, for a proposal that somebody reads; a run believes its profile.</summary>
    private static (string Encoding, string Note) EncodingOf(ReadOnlySpan<byte> front)
    {
        if (front is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) { return ("utf-16", "the file begins with its mark"); }
        if (front.Length > 3 && front[1] == 0 && front[3] == 0) { return ("utf-16", "every second byte is zero"); }
        if (Utf8.IsValid(front)) { return ("utf-8", ""); }
        return ("windows-1252", "some bytes are not UTF-8, and this is what else is usual; see that names and pound signs come out right");
    }

    private static SampleText Cut(byte[] front, string encoding, string note, char delimiter)
    {
        var rows = new RowReader(Utf8Source.Open(new MemoryStream(front), encoding)!, delimiter);
        var (fields, lines) = (new List<string[]>(), new List<long>());
        while (fields.Count < MostRows && rows.Read())
        {
            if (rows.Count == 0) { continue; }
            fields.Add([.. Enumerable.Range(0, rows.Count).Select(i => System.Text.Encoding.UTF8.GetString(ColumnReader.Trim(rows.Field(i))))]);
            lines.Add(rows.Line);
        }
        return new(encoding, note, delimiter, fields, lines);
    }
}
