using System.Text;

namespace Stratify.Tests.Spec;

/// <summary>One broken row between two good ones.</summary>
public sealed class LandingRowSpec
{
    private const string Before = "first,2024-04-01,A,1.00,1,1,Y,x";
    private const string After = "last,2024-04-02,B,2.00,1,1,N,y";

    // The row's form.
    [TestCase("2,2024-04-01,A,1.00,1,1,Y", "3 field_count")]
    [TestCase("2,2024-04-01,A,1.00,1,1,Y,x,", "3 field_count")]
    [TestCase("TRAILER,20", "3 field_count")]
    [TestCase("Total rows: 2", "3 field_count")]
    [TestCase("2,2024-04-01,A,1,234.00,1,1,Y,x", "3 field_count")]
    [TestCase("   ", "3 field_count")]
    [TestCase("", "3 blank_line")]
    [TestCase("Id,Day,Code,Cost,Units,Minutes,Urgent,Note", "3 repeated_header")]
    [TestCase("2,2024-04-01,A,1.00,1,1,Y,5\" cuff", "3 stray_quote")]
    [TestCase("2,2024-04-01,A,1.00,1,1,Y,\"x\"y", "3 stray_quote")]
    [TestCase("2,2024-04-01,A,1.00,1,1,Y, \"x\"", "3 stray_quote")]
    [TestCase("2,2024-04-01,A,1.00,1,1,Y,\"said \"yes\"\"", "3 stray_quote")]
    [TestCase("2,2024-04-01,A,1.00,1,1,Y,\"x", "3 stray_quote", TestName = "A quote that the next quote of the file closes in the wrong place")]
    [TestCase("2,2024-04-01,A,1.00,1,1,Y,x\ry", "3 stray_return")]
    [TestCase("2,2024-04-01,A,1.00,1,1,Y,x\0y", "3 nul_byte")]
    // Dates.
    [TestCase("2,,A,1.00,1,1,Y,x", "3 day blank")]
    [TestCase("2,NULL,A,1.00,1,1,Y,x", "3 day blank")]
    [TestCase("2,1801-01-01,A,1.00,1,1,Y,x", "3 day blank")]
    [TestCase("2,2023-02-29,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,31/09/2024,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,04/13/2024,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,01/04/24,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,1/4/2024,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,20240401,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,45383,A,1.00,1,1,Y,x", "3 day not_a_date", TestName = "A serial number of a spreadsheet is no date")]
    [TestCase("2,2024-04-01 25:00:00,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,2024-04-01x,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,2024-04-0,A,1.00,1,1,Y,x", "3 day not_a_date", TestName = "A date that was cut off")]
    [TestCase("2,0000-04-01,A,1.00,1,1,Y,x", "3 day not_a_date")]
    [TestCase("2,1849-12-31,A,1.00,1,1,Y,x", "3 day date_out_of_range")]
    [TestCase("2,2101-01-01,A,1.00,1,1,Y,x", "3 day date_out_of_range")]
    [TestCase("2,2110-04-02,A,1.00,1,1,Y,x", "3 day date_out_of_range")]
    // Amounts.
    [TestCase("2,2024-04-01,A,12.345,1,1,Y,x", "3 cost too_many_decimals")]
    [TestCase("2,2024-04-01,A,(12.50),1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,12.50-,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,NaN,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,Infinity,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,1e3,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,1.2E+05,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,£12.50,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,\"1,234.50\",1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,\"12,50\",1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,1 234.50,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,--1,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,-,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,.,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,12.,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,1.2.3,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,0x10,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,#REF!,1,1,Y,x", "3 cost not_an_amount")]
    [TestCase("2,2024-04-01,A,１２,1,1,Y,x", "3 cost not_an_amount", TestName = "Full-width digits are no digits here")]
    [TestCase("2,2024-04-01,A,100000000.01,1,1,Y,x", "3 cost amount_out_of_range")]
    [TestCase("2,2024-04-01,A,99999999999999999,1,1,Y,x", "3 cost amount_out_of_range")]
    [TestCase("2,2024-04-01,A,99999999999999999999999999,1,1,Y,x", "3 cost not_an_amount")]
    // Numbers, flags, codes.
    [TestCase("2,2024-04-01,A,1.00,0.12345,1,Y,x", "3 units too_many_decimals")]
    [TestCase("2,2024-04-01,A,1.00,one-off,1,Y,x", "3 units not_a_number")]
    [TestCase("2,2024-04-01,A,1.00,63 tablet,1,Y,x", "3 units not_a_number")]
    [TestCase("2,2024-04-01,A,1.00,1,1.5,Y,x", "3 minutes too_many_decimals")]
    [TestCase("2,2024-04-01,A,1.00,1,9.43E+09,Y,x", "3 minutes not_a_number")]
    [TestCase("2,2024-04-01,A,1.00,1,1234567890123456789,Y,x", "3 minutes not_a_number")]
    [TestCase("2,2024-04-01,A,1.00,1,1,2,x", "3 urgent not_a_flag")]
    [TestCase("2,2024-04-01,A,1.00,1,1,maybe,x", "3 urgent not_a_flag")]
    [TestCase("2,2024-04-01,C,1.00,1,1,Y,x", "3 code not_in_list")]
    [TestCase("2,2024-04-01,AA,1.00,1,1,Y,x", "3 code not_in_list")]
    [TestCase("2,2024-04-01,LONGER CODEX,1.00,1,1,Y,x", "3 code not_in_list")]
    [TestCase(",2024-04-01,A,1.00,1,1,Y,x", "3 id blank")]
    public void A_broken_row_costs_itself_and_no_other(string row, string reason)
    {
        var text = string.Join("\n", LandingReading.Header, Before, row, After.Replace("y", "\"y\"", StringComparison.Ordinal), "");

        foreach (var buffer in new[] { 1 << 17, 1, 7 })
        {
            foreach (var end in new[] { "\n", "\r\n" })
            {
                var reading = LandingReading.Of(text.Replace("\n", end, StringComparison.Ordinal), buffer: buffer);

                Assert.Multiple(() =>
                {
                    Assert.That(reading.Reasons, Is.EqualTo(new[] { reason }));
                    Assert.That(reading.Rows, Is.EqualTo(new[] { "first|2024-04-01|A|100|10000|1|1|x", "last|2024-04-02|B|200|10000|1|0|y" }));
                    Assert.That(reading.Tally.Read.Rows, Is.EqualTo(3));
                    Assert.That(reading.Problems, Is.Empty);
                });
            }
        }
    }

    [TestCase("2,2024-04-01,A,1.00,1,1,Y,x", "2|2024-04-01|A|100|10000|1|1|x")]
    [TestCase(" 2 , 2024-04-01 , a , 1.00 , 1 , 1 , y , x ", "2|2024-04-01|A|100|10000|1|1|x")]
    [TestCase("2,01/04/2024,A,,,,,", "2|2024-04-01|A|-|-|-|-|-")]
    [TestCase("2,2024-02-29,9,NULL,NULL,NULL,NULL,NULL", "2|2024-02-29|-|-|-|-|-|-")]
    [TestCase("2,2024-04-01T10:30:00Z,longer code,-12.5,0.0001,-3,false,x", "2|2024-04-01|LONGER CODE|-1250|1|-3|0|x")]
    [TestCase("2,2024-04-01 10:30,B,12.5000,12.50000,12.0,NO,x", "2|2024-04-01|B|1250|125000|12|0|x")]
    [TestCase("2,2024-04-01 10:30:59.1234567,B,.5,+7,007,1,x", "2|2024-04-01|B|50|70000|7|1|x")]
    [TestCase("2,2024-04-01,B,-0.00,0,0,0,x", "2|2024-04-01|B|0|0|0|0|x")]
    [TestCase("2,2024-04-01,B,100000000,0,0,0,x", "2|2024-04-01|B|10000000000|0|0|0|x")]
    [TestCase("\"2\",\"2024-04-01\",\"A\",\"1.00\",\"1\",\"1\",\"Y\",\"x\"", "2|2024-04-01|A|100|10000|1|1|x")]
    [TestCase("2,2024-04-01,A,1,1,1,Y,\"a, \"\"b\"\" and\nc\"", "2|2024-04-01|A|100|10000|1|1|a, \"b\" and\nc")]
    [TestCase("2,2024-04-01,A,1,1,1,Y,\"\"", "2|2024-04-01|A|100|10000|1|1|-")]
    [TestCase("2,2024-04-01,A,1,1,1,Y,\"\"\"\"", "2|2024-04-01|A|100|10000|1|1|\"")]
    [TestCase("1E05,2024-04-01,A,1,1,1,Y,NA", "1E05|2024-04-01|A|100|10000|1|1|NA")]
    [TestCase("0007,2024-04-01,A,1,1,1,Y,nan", "0007|2024-04-01|A|100|10000|1|1|nan")]
    [TestCase("2,2024-04-01,A,1,1,1,Y,=cmd|' /C calc'!A0", "2|2024-04-01|A|100|10000|1|1|=cmd|' /C calc'!A0")]
    [TestCase("2,2024-04-01,A,1,1,1,Y,Siân’s £5 \u00A0", "2|2024-04-01|A|100|10000|1|1|Siân’s £5")]
    public void A_good_row_lands_as_it_was_meant(string row, string landed)
    {
        foreach (var buffer in new[] { 1 << 17, 1, 7 })
        {
            var reading = LandingReading.Of($"{LandingReading.Header}\n{row}\n", buffer: buffer);

            Assert.Multiple(() =>
            {
                Assert.That(reading.Reasons, Is.Empty);
                Assert.That(reading.Rows, Is.EqualTo(new[] { landed }));
            });
        }
    }

    [Test]
    public void A_bad_quote_costs_its_own_line_even_where_it_would_swallow_those_below()
    {
        var reading = LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,A,1,1,1,Y,\"open\n2,2024-04-01,A,2,1,1,Y,x\n3,2024-04-01,A,3,1,1,Y,\"closed\"\n");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Reasons, Is.EqualTo(new[] { "2 stray_quote" }));
            Assert.That(reading.Rows, Has.Count.EqualTo(2));
        });
    }

    [TestCase(100, 1)]
    [TestCase(101, 0)]
    public void A_text_of_more_than_a_hundred_lines_is_a_quote_that_was_never_closed(int lines, int landed)
    {
        var reading = LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,A,1,1,1,Y,\"{string.Concat(Enumerable.Repeat("x\n", lines))}\"\n2,2024-04-01,A,1,1,1,Y,x\n");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows, Has.Count.EqualTo(landed + 1));
            Assert.That(reading.Tally.Rejects.Select(reject => reject.Reason.Code).Take(2), Is.EqualTo(landed == 1 ? [] : new[] { "stray_quote", "field_count" }));
        });
    }

    [TestCase("Flat 1\nHigh Street, Taunton, Somerset", true, Description = "Two commas tell nothing")]
    [TestCase("a,b,c,d,e,f,g\nh", true, Description = "The first line is the row's own")]
    [TestCase("a\nb,c,d,e,f,g\nh", true, Description = "A comma too few for a row")]
    [TestCase("a\n2,2024-04-01,A,1,1,1,Y,b\nh", false, Description = "A line between is a row")]
    [TestCase("a\n2,2024-04-01,A,1,1,1,Y,b", false, Description = "The last line is a row")]
    public void A_text_that_holds_rows_is_a_quote_that_was_closed_too_late(string text, bool lands)
    {
        foreach (var buffer in new[] { 1, 64, 1 << 17 })
        {
            var reading = LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,A,1,1,1,Y,\"{text}\"\n3,2024-04-01,A,1,1,1,Y,x\n", buffer: buffer);

            Assert.That(reading.Rows.Any(row => row.StartsWith("1|", StringComparison.Ordinal)), Is.EqualTo(lands));
            Assert.That(reading.Rows[^1], Does.StartWith("3|"));
        }
    }

    [Test]
    public void Lines_are_those_of_the_file_whatever_is_quoted_above_them()
    {
        var reading = LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,A,1,1,1,Y,\"one\ntwo\n\nthree\"\n2,bad,A,2,1,1,Y,x\n\n4,worse,A,2,1,1,Y,x\n\n\n");

        Assert.That(reading.Reasons, Is.EqualTo(new[] { "6 day not_a_date", "7 blank_line", "8 day not_a_date" }));
    }

    [Test]
    public void A_row_too_long_to_hold_is_refused_and_the_next_is_read()
    {
        var reading = LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,A,1,1,1,Y,\"{new string('x', 17 << 20)}\"\"\n,\"\"\n2,2024-04-01,A,1,1,1,Y,not a row\"\n2,2024-04-01,A,1,1,1,Y,x\n3,bad,A,1,1,1,Y,x\n");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Reasons, Is.EqualTo(new[] { "2 too_long", "6 day not_a_date" }));
            Assert.That(reading.Rows, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_code_is_known_in_small_letters_and_no_other_character_passes_for_one()
    {
        var letters = LandingReading.Visits with
        {
            Columns = [.. LandingReading.Visits.Columns.Select(column => column.Name == "code" ? column with { OneOf = [.. Enumerable.Range('A', 26).Select(c => ((char)c).ToString())] } : column)],
        };
        for (var c = '!'; c <= '~'; c++)
        {
            if (c is '"' or ',' or '9') { continue; }
            var reading = LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,{c},1,1,1,Y,x\n", Stratify.Datasets.Profile.ForNational(letters));

            Assert.That(reading.Rows, Is.EqualTo(char.IsAsciiLetter(c) ? new[] { $"1|2024-04-01|{char.ToUpperInvariant(c)}|100|10000|1|1|x" } : []), $"{c}");
        }
    }

    [TestCase(4000, ExpectedResult = 1)]
    [TestCase(4001, ExpectedResult = 0)]
    public int A_field_has_a_greatest_length(int length) => LandingReading.Of($"{LandingReading.Header}\n1,2024-04-01,A,1,1,1,Y,{new string('x', length)}\n").Rows.Count;

    [Test]
    public void Every_byte_value_is_either_text_or_costs_its_row([Values("utf-8", "windows-1252")] string encoding)
    {
        byte[] undefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D];
        for (var value = 0; value < 256; value++)
        {
            byte[] bytes = [.. Encoding.ASCII.GetBytes($"{LandingReading.Header}\n1,2024-04-01,A,1,1,1,Y,a"), (byte)value, .. Encoding.ASCII.GetBytes("b\n2,2024-04-01,A,1,1,1,Y,x\n")];
            var profile = Stratify.Datasets.Profile.ForNational(LandingReading.Visits) with { Encoding = encoding };
            var reading = LandingReading.Of(bytes, profile);

            var bad = encoding == "utf-8" ? value >= 0x80 : undefined.Contains((byte)value);
            string? reason = value switch { 0 => "nul_byte", '"' => "stray_quote", '\r' => "stray_return", ',' or '\n' => "field_count", _ => bad ? "bad_encoding" : null };
            Assert.That(reading.Tally.Rejected.Keys, Is.EqualTo(reason is null ? Array.Empty<string>() : [reason]), $"byte {value}");
            Assert.That(reading.Rows[^1], Does.StartWith("2|"), $"byte {value}");
        }
    }
}
