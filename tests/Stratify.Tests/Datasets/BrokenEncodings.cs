using System.IO.Compression;
using System.Text;
using Stratify.Landing;
using Stratify.Problems;

namespace Stratify.Tests.Datasets;

/// <summary>Bytes that are not in their encoding, and compressed files that are not whole.</summary>
internal static class BrokenEncodings
{
    internal static IEnumerable<BrokenCase> All =>
    [
        new("A byte order mark stands first", file => Bytes(file, "\uFEFF"), Must.LandUnchanged),
        new("Two byte order marks stand first", file => Bytes(file, "\uFEFF\uFEFF"), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("UTF-16 with its mark is read as UTF-8", file => Utf16(file, "utf-8", Encoding.Unicode, mark: true), Must.Refuse(ProblemKinds.EncodingWrong)),
        new("UTF-16 without a mark is read as UTF-8", file => Utf16(file, "utf-8", Encoding.Unicode, mark: false), Must.Refuse(ProblemKinds.EncodingWrong)),
        new("UTF-16 is read as Windows-1252", file => Utf16(file, "windows-1252", Encoding.Unicode, mark: true), Must.Refuse(ProblemKinds.EncodingWrong)),
        new("UTF-8 with its mark is read as UTF-16", file => Bytes(file, "\uFEFF", "utf-16"), Must.Refuse(ProblemKinds.EncodingWrong)),
        new("UTF-8 is read as UTF-16", file => Bytes(file, "", "utf-16"), Must.Refuse(ProblemKinds.ColumnMissing) with { Or = ProblemKinds.EncodingWrong }),
        new("UTF-16 with its mark, as declared", file => Utf16(file, "utf-16", Encoding.Unicode, mark: true), Must.LandUnchanged),
        new("UTF-16 without a mark, as declared", file => Utf16(file, "utf-16", Encoding.Unicode, mark: false), Must.LandUnchanged),
        new("UTF-16 from the other end, as declared", file => Utf16(file, "utf-16", Encoding.BigEndianUnicode, mark: true), Must.LandUnchanged),
        new("UTF-16 from the other end without a mark", file => Utf16(file, "utf-16", Encoding.BigEndianUnicode, mark: false), Must.Refuse(ProblemKinds.ColumnMissing)),
        new("A pound sign of Windows stands in UTF-8", file => file.TextBytes([0xA3]), Must.Reject(RejectReasons.BadEncoding)),
        new("An apostrophe of Windows stands in UTF-8", file => file.TextBytes([(byte)'O', 0x92, (byte)'B']), Must.Reject(RejectReasons.BadEncoding)),
        new("A character is cut in half", file => file.TextBytes([(byte)'a', 0xE2, 0x82]), Must.Reject(RejectReasons.BadEncoding)),
        new("A character is written too long", file => file.TextBytes([0xC0, 0xAF]), Must.Reject(RejectReasons.BadEncoding)),
        new("Half a surrogate is written in UTF-8", file => file.TextBytes([0xED, 0xA0, 0x80]), Must.Reject(RejectReasons.BadEncoding)),
        new("A character is beyond Unicode", file => file.TextBytes([0xF5, 0x80, 0x80, 0x80]), Must.Reject(RejectReasons.BadEncoding)),
        new("A byte is none of Windows-1252", file => file.TextBytes([0x81], "windows-1252"), Must.Reject(RejectReasons.BadEncoding)),
        new("A pound sign of Windows, as declared", file => file.TextBytes([0xA3], "windows-1252"), Must.Land("£")),
        new("An apostrophe of Windows, as declared", file => file.TextBytes([0x92], "windows-1252"), Must.Land("’")),
        new("Letters of every length", file => file.TextBytes(Encoding.UTF8.GetBytes("aé€𝄞")), Must.Land("aé€𝄞")),
    ];

    internal static IEnumerable<BrokenCase> Compressed =>
    [
        new("The file is compressed", file => Zipped(file, Packed(file.Bytes())), Must.LandUnchanged),
        new("The file is compressed in two pieces", file => Zipped(file, [.. Packed(file.Bytes()[..200]), .. Packed(file.Bytes()[200..])]), Must.LandUnchanged),
        new("The file is compressed and its name does not say so", file => new(Packed(file.Bytes()), file.National), Must.Refuse(ProblemKinds.EncodingWrong) with { Or = ProblemKinds.FileUnreadable }),
        new("The file is not compressed though its name says so", file => Zipped(file, file.Bytes()), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("The compressed file is cut off", file => Zipped(file, Packed(file.Bytes())[..^20]), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("The compressed file lacks its last byte", file => Zipped(file, Packed(file.Bytes())[..^1]), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("The second piece is cut off", file => Zipped(file, [.. Packed(file.Bytes()[..200]), .. Packed(file.Bytes()[200..])[..^30]]), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("A bit of the compressed file is flipped", file => Zipped(file, Flipped(Packed(file.Bytes()))), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("Other bytes follow the compressed file", file => Zipped(file, [.. Packed(file.Bytes()), .. "and more"u8]), Must.Refuse(ProblemKinds.FileUnreadable)),
        new("The compressed file has no bytes", file => Zipped(file, []), Must.Refuse(ProblemKinds.FileEmpty)),
        new("The compressed file holds nothing", file => Zipped(file, Packed([])), Must.Refuse(ProblemKinds.FileEmpty)),
    ];

    internal static byte[] Packed(byte[] bytes, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true)) { gzip.Write(bytes); }
        return packed.ToArray();
    }

    private static byte[] Flipped(byte[] bytes)
    {
        bytes[bytes.Length / 2] ^= 0x10;
        return bytes;
    }

    private static BrokenExtract Zipped(SampleExtract file, byte[] bytes) => new(bytes, file.National) { Name = "extract.csv.gz" };

    private static BrokenExtract Bytes(SampleExtract file, string first, string encoding = "utf-8") =>
        new([.. Encoding.UTF8.GetBytes(first), .. file.Bytes()], file.National with { Encoding = encoding });

    private static BrokenExtract Utf16(SampleExtract file, string stated, Encoding written, bool mark) =>
        new([.. mark ? written.GetPreamble() : [], .. written.GetBytes(Encoding.UTF8.GetString(file.Bytes()))], file.National with { Encoding = stated });
}
