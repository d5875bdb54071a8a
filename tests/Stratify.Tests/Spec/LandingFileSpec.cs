using System.IO.Compression;
using System.Text;
using Stratify.Datasets;
using Stratify.Landing;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What is wrong with a file as a whole, and what is not.</summary>
public sealed class LandingFileSpec
{
    private const string Good = LandingReading.Header + "\n1,2024-04-01,A,1.00,1,1,Y,Siân’s\n2,2024-04-02,B,2.00,1,1,N,y\n";
    private static readonly string[] Landed = ["1|2024-04-01|A|100|10000|1|1|Siân’s", "2|2024-04-02|B|200|10000|1|0|y"];

    private static Profile National => Profile.ForNational(LandingReading.Visits);

    private static byte[] Encoded(string text, string encoding, bool mark) => encoding switch
    {
        "utf-8" => [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [.. mark ? Encoding.Unicode.Preamble : [], .. Encoding.Unicode.GetBytes(text)],
        "utf-16 big" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => [.. text.Select(c => c == '’' ? (byte)0x92 : (byte)c)],
    };

    [TestCase("utf-8", false, "\n")]
    [TestCase("utf-8", true, "\r\n")]
    [TestCase("utf-16", false, "\n")]
    [TestCase("utf-16", true, "\r\n")]
    [TestCase("utf-16 big", true, "\n")]
    [TestCase("windows-1252", false, "\r\n")]
    public void The_same_rows_come_out_of_every_encoding_and_buffer(string encoding, bool mark, string end)
    {
        var bytes = Encoded(Good.Replace("\n", end, StringComparison.Ordinal), encoding, mark);

        foreach (var buffer in new[] { 1, 2, 3, 5, 64, 1 << 17 })
        {
            var reading = LandingReading.Of(bytes, National with { Encoding = encoding.Split(' ')[0] }, buffer);
            Assert.That(reading.Rows, Is.EqualTo(Landed), $"buffer {buffer}");
        }
    }

    [TestCase("")]
    [TestCase("\n")]
    [TestCase("\r")]
    [TestCase("\r\n")]
    [TestCase("\n\n\n")]
    public void The_last_line_may_end_in_any_way(string end)
    {
        var reading = LandingReading.Of(Good[..^1] + end);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows, Is.EqualTo(Landed));
            Assert.That(reading.Tally.Read.Rows, Is.EqualTo(2));
        });
    }

    [TestCase(new byte[] { 0x3D, 0xD8 }, TestName = "Half a surrogate pair")]
    [TestCase(new byte[] { 0x00, 0xDC, 0x41, 0x00 }, TestName = "The second half without the first")]
    public void A_character_of_utf16_that_is_none_costs_its_row(byte[] bad)
    {
        byte[] bytes = [.. Encoding.Unicode.GetBytes(LandingReading.Header + "\n1,2024-04-01,A,1,1,1,Y,x"), .. bad, .. Encoding.Unicode.GetBytes("\n2,2024-04-02,B,2.00,1,1,N,y\n")];

        foreach (var buffer in new[] { 1, 9, 1 << 17 })
        {
            var reading = LandingReading.Of(bytes, National with { Encoding = "utf-16" }, buffer);
            Assert.That(reading.Reasons, Is.EqualTo(new[] { "2 bad_encoding" }));
            Assert.That(reading.Rows, Has.Count.EqualTo(1));
        }
    }

    [TestCase("utf-16")]
    [TestCase("windows-1252")]
    public void A_character_that_falls_between_two_reads_is_whole(string encoding)
    {
        // Two units a character, and odd numbers of units before them, so that every read ends in the middle of one somewhere.
        var note = encoding == "utf-16" ? "𝄞€é" : "é£’";
        var rows = Enumerable.Range(0, 3000).Select(i => $"{i},2024-04-01,A,1,1,1,Y,{note}{new string('x', i % 7)}").ToList();
        var bytes = Encoded($"{LandingReading.Header}\n{string.Join('\n', rows)}\n", encoding, mark: false);

        var reading = LandingReading.Of(bytes, National with { Encoding = encoding });

        Assert.That(reading.Rows, Is.EqualTo(Enumerable.Range(0, 3000).Select(i => $"{i}|2024-04-01|A|100|10000|1|1|{note}{new string('x', i % 7)}")));
    }

    [TestCase("utf-16", "utf-8", true)]
    [TestCase("utf-16 big", "utf-8", true)]
    [TestCase("utf-16", "utf-8", false)]
    [TestCase("utf-8", "utf-16", true)]
    [TestCase("utf-8", "windows-1252", true)]
    [TestCase("utf-16", "windows-1252", true)]
    public void Another_encoding_than_the_profile_s_refuses_the_file(string written, string stated, bool mark)
    {
        var reading = LandingReading.Of(Encoded(Good, written, mark), National with { Encoding = stated });

        Assert.Multiple(() =>
        {
            Assert.That(reading.Problems.Select(problem => problem.Kind), Is.EqualTo(new[] { ProblemKinds.EncodingWrong }));
            Assert.That(reading.Rows, Is.Empty);
        });
    }

    [TestCase("", "visits.csv:1: STR303: The file has no header.")]
    [TestCase("\n\n", "visits.csv:1: STR303: The file has no header.")]
    [TestCase("Id,Day,\"Code\n1,2,3\n", "visits.csv:1: STR307: A quote opens here and is never closed.")]
    [TestCase("Id,Day,Co\"de\n", "visits.csv:1: STR306: The header cannot be read.\n    A quote stands inside a field, is never closed or only some rows on, or something follows a closing quote.")]
    [TestCase("Day,Code\n2024-04-01,A\n", "visits.csv:1: STR301: The header does not have the column 'Id'.\n    Map the sender's own name in a profile for visits.")]
    [TestCase("Idd,Dayy,Code\n", "visits.csv:1: STR301: The header does not have the column 'Id'.\n    Did you mean 'Idd'? Map the sender's own name in a profile for visits.\nvisits.csv:1: STR301: The header does not have the column 'Day'.\n    Did you mean 'Dayy'? Map the sender's own name in a profile for visits.")]
    [TestCase("Id,Day,Code,Day\n", "visits.csv:1: STR302: The header has 'Day' 2 times.\n    Map it by position, such as at: 1; positions count from 0.")]
    [TestCase("1,2024-04-01,A,1.00,1,1,Y,x\n2,2024-04-01,A,1.00,1,1,Y,x\n", "visits.csv:1: STR301: The header does not have the column 'Id'.\n    Map the sender's own name in a profile for visits.\nvisits.csv:1: STR301: The header does not have the column 'Day'.\n    Map the sender's own name in a profile for visits.")]
    public void A_file_that_is_not_the_dataset_says_all_that_is_wrong(string text, string problems)
    {
        var reading = LandingReading.Of(text);

        Assert.That(string.Join('\n', reading.Problems), Is.EqualTo(problems));
    }

    [TestCase("ID,dAy,CODE\n1,2024-04-01,A\n")]
    [TestCase(" Id , Day ,Code\n1,2024-04-01,A\n")]
    [TestCase("\"Id\",\"Day\",\"Code\"\n1,2024-04-01,A\n")]
    [TestCase("_Id_,__Day,Code \n1,2024-04-01,A\n")]
    public void Case_spaces_and_underscores_of_a_header_do_not_matter(string text) =>
        Assert.That(LandingReading.Of(text).Rows, Is.EqualTo(new[] { "1|2024-04-01|A|-|-|-|-|-" }));

    [Test]
    public void Columns_that_nothing_reads_are_said()
    {
        var reading = LandingReading.Of("Id,Day,Ward,Bed,Ward\n1,2024-04-01,x,y,z\n");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Notices.Select(notice => notice.ToString()), Is.EqualTo(new[] { "visits.csv:1: STR309: 3 of 5 columns are not read: Ward, Bed, Ward." }));
            Assert.That(reading.Rows, Is.EqualTo(new[] { "1|2024-04-01|-|-|-|-|-|-" }));
        });
    }

    [Test]
    public void A_header_without_rows_is_an_extract_without_rows()
    {
        var reading = LandingReading.Of(LandingReading.Header + "\n");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Problems, Is.Empty);
            Assert.That(reading.Tally.Read, Is.EqualTo(new Amount(0, 0)));
        });
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) { gzip.Write(Encoding.UTF8.GetBytes(text)); }
        return packed.ToArray();
    }

    [Test]
    public void A_compressed_file_is_read_whole_even_where_it_is_several_joined()
    {
        byte[] joined = [.. Packed(Good[..70]), .. Packed(Good[70..])];

        Assert.Multiple(() =>
        {
            Assert.That(LandingReading.Of(Packed(Good), name: "visits.csv.gz").Rows, Is.EqualTo(Landed));
            Assert.That(LandingReading.Of(joined, name: "visits.csv.gz").Rows, Is.EqualTo(Landed));
        });
    }

    [Test]
    public void A_compressed_file_that_was_cut_off_anywhere_is_refused()
    {
        var bytes = Packed(Good);

        for (var length = 1; length < bytes.Length; length++)
        {
            Assert.That(LandingReading.Of(bytes[..length], name: "visits.csv.gz").Problems.Select(problem => problem.Kind), Is.EqualTo(new[] { ProblemKinds.FileUnreadable }), $"{length} of {bytes.Length} bytes");
        }
    }

    [Test]
    public void A_compressed_file_with_a_flipped_bit_is_refused()
    {
        var bytes = Packed(Good);
        bytes[bytes.Length / 2] ^= 0x10;

        Assert.That(LandingReading.Of(bytes, name: "visits.csv.gz").Problems.Select(problem => problem.Kind), Is.EqualTo(new[] { ProblemKinds.FileUnreadable }));
    }

    [Test]
    public void A_large_compressed_file_is_refused_where_its_end_is_missing()
    {
        var random = new Random(7);
        var text = new StringBuilder(LandingReading.Header).Append('\n');
        for (var i = 0; i < 50_000; i++) { text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{random.NextInt64()},2024-04-01,A,1,1,1,Y,x\n"); }
        var bytes = Packed(text.ToString());

        Assert.That(LandingReading.Of(bytes, name: "visits.csv.gz").Tally.Passed.Rows, Is.EqualTo(50_000));
        foreach (var missing in new[] { 1, 4, 8, 9, 100, 8192, bytes.Length / 2 })
        {
            Assert.That(LandingReading.Of(bytes[..^missing], name: "visits.csv.gz").Problems.Select(problem => problem.Kind), Is.EqualTo(new[] { ProblemKinds.FileUnreadable }), $"{missing} bytes are missing");
        }
    }

    [Test]
    public void A_file_that_is_not_there_is_a_problem_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var reading = LandingReading.OfFile(Path.Combine(folder.Path, "visits.csv"), National, new LandingRules(LandingReading.Pseudonyms));

        Assert.That(reading.Problems.Select(problem => problem.ToString()), Is.EqualTo(new[] { "visits.csv: STR105: The file is not there." }));
    }

    [Test]
    public void A_folder_in_a_file_s_place_is_a_problem_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var reading = LandingReading.OfFile(folder.Path, National, new LandingRules(LandingReading.Pseudonyms));

        Assert.That(reading.Problems.Select(problem => problem.Kind), Is.EqualTo(new[] { ProblemKinds.FileUnreadable }));
    }

    [TestCase(1000, 5, false)]
    [TestCase(1000, 6, true)]
    [TestCase(10, 4, false, Description = "Under five refused rows say little of a file")]
    [TestCase(10, 5, true)]
    public void More_than_one_row_in_two_hundred_refused_refuses_the_file(int rows, int bad, bool refused)
    {
        var text = new StringBuilder(LandingReading.Header).Append('\n');
        for (var i = 0; i < rows; i++) { text.Append(i < bad ? "1,bad,A,1,1,1,Y,x\n" : "1,2024-04-01,A,1,1,1,Y,x\n"); }

        var reading = LandingReading.Of(text.ToString());

        Assert.Multiple(() =>
        {
            Assert.That(reading.Problems.Select(problem => problem.Kind), Is.EqualTo(refused ? new[] { ProblemKinds.TooManyRejects } : []));
            Assert.That(reading.Notices.Select(notice => notice.Kind), Is.EqualTo(refused ? [] : new[] { ProblemKinds.RowsRefused }));
        });
    }

    [Test]
    public void Refused_rows_are_named_by_line_and_column_and_never_by_what_they_hold()
    {
        var bad = string.Concat(Enumerable.Range(0, 6).Select(i => $"1,canary{i},A,1,1,1,Y,x\nshort\n"));

        Assert.That(string.Join('\n', LandingReading.Of($"{LandingReading.Header}\n{bad}").Problems), Is.EqualTo(
            "visits.csv: STR305: 12 of 12 rows are refused: field_count 6, not_a_date 6.\n    The first are line 2 (day), line 3, line 4 (day), line 5, line 6 (day). At most 0.5% of a file may be."));
    }

    [Test]
    public void Pounds_are_counted_for_every_row_whose_amount_can_be_read()
    {
        var reading = LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,A,1.00,1,1,Y,x\n2,bad,A,2.50,1,1,Y,x\n3,2024-04-01,A,much,1,1,Y,x\n4,2024-04-01\n5,2024-04-01,A,,1,1,Y,x\n");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Tally.Read, Is.EqualTo(new Amount(5, 350)));
            Assert.That(reading.Tally.Passed, Is.EqualTo(new Amount(2, 100)));
            Assert.That(reading.Tally.Rejected, Is.EqualTo(new Dictionary<string, Amount> { ["field_count"] = new(1, 0), ["not_a_date"] = new(1, 250), ["not_an_amount"] = new(1, 0) }));
        });
    }
}
