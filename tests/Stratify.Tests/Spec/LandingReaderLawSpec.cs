using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stratify.Landing;

namespace Stratify.Tests.Spec;

/// <summary>What is true of the reader for any content, against a writer and a counting that are plainly right. The cases are the same each time.</summary>
public sealed class LandingReaderLawSpec
{
    /// <summary>Fields of a table, how each is quoted, and how lines end.</summary>
    private sealed record Drawn(string[][] Rows, bool[] QuoteAnyway, bool Crlf, bool EndsOpen, int Buffer);

    private static Config Cases(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(new Replay(new Rnd(20240401, 7), null)).WithQuietOnSuccess(true);

    private static Gen<Drawn> Drawings =>
        from width in Gen.Choose(2, 4)
        from height in Gen.Choose(1, 12)
        from rows in Gen.Elements("a", "b", "0", " ", ",", "\"", "\n", "\r\n", "\r", "é", "€", "𝄞", "\t", ";").ListOf().Select(string.Concat).ArrayOf(width).ArrayOf(height)
        from quotes in ArbMap.Default.GeneratorFor<bool>().ArrayOf(7)
        from crlf in ArbMap.Default.GeneratorFor<bool>()
        from open in ArbMap.Default.GeneratorFor<bool>()
        from buffer in Gen.Choose(1, 70)
        select new Drawn(rows, quotes, crlf, open, buffer);

    private static byte[] Written(Drawn drawn)
    {
        var n = 0;
        string Field(string text) => drawn.QuoteAnyway[n++ % 7] || text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        var end = drawn.Crlf ? "\r\n" : "\n";
        var text = string.Join(end, drawn.Rows.Select(row => string.Join(',', row.Select(Field))));
        return Encoding.UTF8.GetBytes(drawn.EndsOpen ? text : text + end);
    }

    private static IEnumerable<string[]> Read(byte[] bytes, int buffer)
    {
        var rows = new RowReader(Utf8Source.Open(new MemoryStream(bytes), "utf-8")!, ',', buffer);
        while (rows.Read())
        {
            Assert.That(rows.Fault, Is.Null);
            yield return [.. Enumerable.Range(0, rows.Count).Select(i => Encoding.UTF8.GetString(rows.Field(i)))];
        }
    }

    [Test]
    public void What_a_naive_writer_wrote_comes_back_equal() =>
        Check.One(Cases(3000), Prop.ForAll(Drawings.ToArbitrary(), drawn => Read(Written(drawn), drawn.Buffer).SelectMany(row => row).SequenceEqual(drawn.Rows.SelectMany(row => row))));

    [Test]
    public void Damaged_bytes_are_read_the_same_with_any_buffer_and_every_row_has_one_outcome()
    {
        var damaged =
            from height in Gen.Choose(1, 8)
            from edits in Gen.Choose(0, 300).Zip(Gen.Elements((byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)0, (byte)0xE2, (byte)0xFF, (byte)'x')).ArrayOf(4)
            from cut in Gen.Choose(0, 20)
            from buffer in Gen.Choose(1, 40)
            select (height, edits, cut, buffer);

        Check.One(Cases(1000), Prop.ForAll(damaged.ToArbitrary(), drawn =>
        {
            var lines = Enumerable.Range(0, drawn.height).Select(i => $"{i},2024-04-0{i + 1},A,{i}.50,1,1,Y,\"note {i}, “x”\"\n");
            var bytes = Encoding.UTF8.GetBytes($"{LandingReading.Header}\n{string.Concat(lines)}");
            bytes = bytes[..Math.Max(LandingReading.Header.Length + 1, bytes.Length - drawn.cut)];
            foreach (var (at, value) in drawn.edits)
            {
                if (LandingReading.Header.Length + 1 + at < bytes.Length) { bytes[LandingReading.Header.Length + 1 + at] = value; }
            }

            var small = LandingReading.Of(bytes, buffer: drawn.buffer);
            var large = LandingReading.Of(bytes);

            return small.Rows.SequenceEqual(large.Rows)
                && small.Reasons.SequenceEqual(large.Reasons)
                && small.Problems.Select(problem => problem.ToString()).SequenceEqual(large.Problems.Select(problem => problem.ToString()))
                && large.Tally.Read.Rows == large.Tally.Passed.Rows + large.Tally.RejectedRows
                && large.Tally.Read.Pence == large.Tally.Passed.Pence + large.Tally.Rejected.Values.Sum(amount => amount.Pence)
                && large.Tally.Passed.Rows == large.Rows.Count;
        }));
    }

    [Test]
    public void A_penny_is_read_as_a_penny()
    {
        var amounts = from pence in Gen.Choose(-2_000_000, 2_000_000).Select(n => (long)n * 37) from zeros in Gen.Choose(0, 3) select (pence, zeros);

        Check.One(Cases(500), Prop.ForAll(amounts.ToArbitrary(), drawn =>
        {
            var text = (drawn.pence / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + new string('0', drawn.zeros);
            return LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,A,{text},1,1,Y,x\n").Tally.Passed.Pence == drawn.pence;
        }));
    }

    [Test]
    public void Every_day_from_1850_to_2100_is_read_as_that_day_and_no_other_text_of_its_shape_is()
    {
        var first = new DateOnly(1850, 1, 1);
        var formats = new[] { "yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd", "dd-MMM-yyyy" };
        var patterns = formats.Select(Stratify.Datasets.DatePattern.Of).ToList();
        for (var day = first; day.Year <= 2100; day = day.AddDays(1))
        {
            for (var i = 0; i < formats.Length; i++)
            {
                var text = Encoding.ASCII.GetBytes(day.ToString(formats[i], System.Globalization.CultureInfo.InvariantCulture));
                var read = patterns[i].TryRead(text, out var days);
                if (!read || days != day.DayNumber - new DateOnly(1970, 1, 1).DayNumber) { Assert.Fail($"{day} by {formats[i]}"); }
            }
        }
        for (var shape = 0; shape < 10_000; shape++)
        {
            var text = $"2023-{shape / 100:00}-{shape % 100:00}";
            var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);
            if (patterns[0].TryRead(Encoding.ASCII.GetBytes(text), out _) != isDay) { Assert.Fail(text); }
        }
    }
}
