using System.Text;
using Stratify.Datasets;
using Stratify.Problems;

namespace Stratify.Tests.Spec;

/// <summary>What a profile says of a sender's shape, and how rows land by it.</summary>
public sealed class LandingProfileSpec
{
    private static Column Column(string name) => LandingReading.Visits.Column(name);

    private static ColumnSource Source(string name, string from) => new(Column(name), new Place("mine.yml", 5)) { From = [from], MustExist = true };

    /// <summary>id from K, day from D, and one more.</summary>
    private static Profile Visits(params ColumnSource[] more) => new()
    {
        Name = "mine",
        Text = "",
        Dataset = LandingReading.Visits,
        Place = new Place("mine.yml", 1),
        Columns = [Source("id", "K"), Source("day", "D"), .. more],
    };

    private static string Landed(Profile profile, string header, string field)
    {
        var reading = LandingReading.Of($"K,D,{header}\n1,2024-04-01,{field}\n", profile);
        return reading.Problems.Count > 0 ? string.Join('\n', reading.Problems) : reading.Rows.Count == 1 ? reading.Rows[0] : reading.Reasons.Single();
    }

    [TestCase("12.50", "1250")]
    [TestCase("£12.50", "1250")]
    [TestCase("-£12.50", "-1250")]
    [TestCase("£-12.50", "-1250")]
    [TestCase("12.50£", "1250")]
    [TestCase("£ 12.50", "1250")]
    [TestCase("\"£1,234,567.89\"", "123456789")]
    [TestCase("\"1234,567.00\"", "2 cost not_an_amount")]
    [TestCase("\"12,34.00\"", "2 cost not_an_amount")]
    [TestCase("\"1,234567.00\"", "2 cost not_an_amount")]
    [TestCase("\",123.00\"", "2 cost not_an_amount")]
    [TestCase("\"1,234,\"", "2 cost not_an_amount")]
    [TestCase("$12.50", "2 cost not_an_amount")]
    [TestCase("£", "2 cost not_an_amount")]
    [TestCase("££1", "2 cost not_an_amount")]
    [TestCase("-£-1", "2 cost not_an_amount")]
    public void An_amount_may_have_a_sign_of_currency_and_marks_between_thousands(string field, string pence) =>
        Assert.That(Landed(Visits(Source("cost", "C") with { Thousands = ',', Currency = "£" }), "C", field), Is.EqualTo(pence.Contains(' ') ? pence : $"1|2024-04-01|-|{pence}|-|-|-|-"));

    [TestCase("\"12,5\"", "1250")]
    [TestCase("\"1.234,50\"", "123450")]
    [TestCase("1.234", "123400")]
    [TestCase("12.50", "2 cost not_an_amount")]
    [TestCase("\"1 234,50\"", "2 cost not_an_amount")]
    public void A_decimal_comma_is_one_only_where_the_profile_says_so(string field, string pence) =>
        Assert.That(Landed(Visits(Source("cost", "C") with { Decimal = ',', Thousands = '.' }), "C", field), Is.EqualTo(pence.Contains(' ') ? pence : $"1|2024-04-01|-|{pence}|-|-|-|-"));

    [TestCase("21801", "21801")]
    [TestCase("-7", "-7")]
    [TestCase("21801.00", "21801")]
    [TestCase("218.5", "2 cost too_many_decimals")]
    public void Money_may_be_sent_in_pence(string field, string pence) =>
        Assert.That(Landed(Visits(Source("cost", "C") with { InPence = true }), "C", field), Is.EqualTo(pence.Contains(' ') ? pence : $"1|2024-04-01|-|{pence}|-|-|-|-"));

    [TestCase("129.16,3", "38748")]
    [TestCase("0.015,1", "2")]
    [TestCase("-0.015,1", "-2")]
    [TestCase("0.0149,1", "1")]
    [TestCase("0.333333333,3", "100")]
    [TestCase("2,0.005", "1")]
    [TestCase("1.005,1", "101")]
    [TestCase("12.50,", "-")]
    [TestCase(",3", "-")]
    [TestCase("12.50,three", "2 cost not_an_amount")]
    [TestCase("1000000,1000000", "2 cost amount_out_of_range")]
    public void A_price_times_a_quantity_is_exact_and_rounded_once_half_away_from_zero(string fields, string pence) =>
        Assert.That(Landed(Visits(new ColumnSource(Column("cost"), new Place("mine.yml", 5)) { Product = ["P", "Q"] }), "P,Q", fields), Is.EqualTo(pence.Contains(' ') ? pence : $"1|2024-04-01|-|{pence}|-|-|-|-"));

    [Test]
    public void A_key_may_be_made_of_several_fields_and_names_no_person()
    {
        var profile = Visits() with { Columns = [Source("day", "D"), new ColumnSource(Column("id"), new Place("mine.yml", 5)) { KeyOf = ["N", "K"] }] };
        var rows = LandingReading.Of("N,K,D\n9990000018,23,2024-04-01\n999000001,823,2024-04-01\n9990000018, 23 ,2024-04-01\n,,2024-04-01\n", profile);
        var keys = rows.Rows.Select(row => row.Split('|')[0]).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(keys, Has.Length.EqualTo(3).And.All.Match("^[a-z2-7]{26}$"));
            Assert.That(keys[0], Is.EqualTo(keys[2]).And.Not.EqualTo(keys[1]));
            Assert.That(rows.Reasons, Is.EqualTo(new[] { "5 id blank" }));
        });
    }

    [TestCase("dd MMM yyyy", "05 Feb 2024", true)]
    [TestCase("dd-MMM-yyyy", "05-FEB-2024", true)]
    [TestCase("dd-MMM-yyyy", "05-Fév-2024", false)]
    [TestCase("yyyyMMdd", "20240205", true)]
    [TestCase("yyyyMMdd", "2024-02-05", false)]
    [TestCase("dd/MM/yyyy HH:mm", "05/02/2024 23:59", true)]
    [TestCase("dd/MM/yyyy HH:mm", "05/02/2024 24:00", false)]
    [TestCase("dd/MM/yyyy HH:mm", "05/02/2024", false)]
    [TestCase("yyyy-MM-dd'T'HH:mm:ss'Z'", "2024-02-05T10:11:12Z", true)]
    [TestCase("yyyy-MM-ddTHH:mm:ssZ", "2024-02-05T10:11:12Z", true)]
    [TestCase("yyyy-MM-dd'T'HH:mm:ss'Z'", "2024-02-05T10:11:12", false)]
    [TestCase("yyyy-MM-dd'T'HH:mm:ss'Z'", "2024-02-05T10:61:12Z", false)]
    [TestCase("yyyy-MM-dd HH:mm:ss.fff", "2024-02-05 10:11:12.345", true)]
    [TestCase("MM/dd/yyyy", "02/05/2024", true)]
    [TestCase("MM/dd/yyyy", "05/13/2024", false, Description = "No thirteenth of May: it is one")]
    [TestCase("'on' dd.MM.yyyy", "on 05.02.2024", true)]
    public void A_date_has_exactly_the_shape_that_its_format_says(string format, string field, bool isFifthOfFebruary)
    {
        var profile = Visits() with { Columns = [Source("id", "K"), Source("day", "Day") with { Formats = [format] }] };
        var reading = LandingReading.Of($"K,Day\n1,{field}\n", profile);

        Assert.That(reading.Rows, Is.EqualTo(isFifthOfFebruary ? new[] { "1|2024-02-05|-|-|-|-|-|-" } : field == "05/13/2024" ? ["1|2024-05-13|-|-|-|-|-|-"] : []));
    }

    [Test]
    public void The_first_of_several_headers_that_is_not_null_counts()
    {
        var profile = Visits(Source("note", "A") with { From = ["A", "B"] });

        Assert.Multiple(() =>
        {
            Assert.That(Landed(profile, "A,B", "x,y"), Does.EndWith("|x"));
            Assert.That(Landed(profile, "A,B", "NULL,y"), Does.EndWith("|y"));
            Assert.That(Landed(profile, "A,B", ",\" \""), Does.EndWith("|-"));
            Assert.That(Landed(profile, "B", "y"), Does.EndWith("|y"), "one of them is enough");
            Assert.That(Landed(profile, "C", "y"), Is.EqualTo("visits.csv:1: STR301: The header does not have any of the columns 'A', 'B'.\n    Did you mean 'C'? The profile mine.yml names it."));
        });
    }

    [Test]
    public void A_position_reads_a_header_that_stands_twice()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Landed(Visits(Source("note", "") with { From = [], At = 3 }), "Diag,Diag", "x,y"), Does.EndWith("|y"));
            Assert.That(Landed(Visits(Source("note", "") with { From = [], At = 4 }), "Diag,Diag", "x,y"),
                Is.EqualTo("visits.csv:1: STR301: 'note' is expected at position 4, and the header has 4 columns.\n    Positions count from 0. See mine.yml:5."));
        });
    }

    [TestCase("Male", "A")]
    [TestCase("female", "B")]
    [TestCase("Unknown", "-")]
    [TestCase("", "-")]
    [TestCase("Other", "2 code not_in_map")]
    public void A_map_is_whole_or_the_row_is_refused(string field, string code)
    {
        var profile = Visits(Source("code", "S") with { Map = new Dictionary<string, string> { ["Male"] = "A", ["Female"] = "B", ["Unknown"] = "" } });

        Assert.That(Landed(profile, "S", field), Is.EqualTo(code.Contains(' ') ? code : $"1|2024-04-01|{code}|-|-|-|-|-"));
    }

    [Test]
    public void A_constant_stands_in_every_row()
    {
        var profile = Visits(Source("code", "") with { From = [], Value = "b" }, Source("cost", "") with { From = [], Value = "12.50" });

        Assert.That(Landed(profile, "X", "y"), Is.EqualTo("1|2024-04-01|B|1250|-|-|-|-"));
    }

    [Test]
    public void Rows_that_are_not_kept_are_out_of_scope_whatever_else_is_wrong_with_them()
    {
        var profile = Visits(Source("cost", "C")) with { Keep = [("Kind", ["a", "b"])] };
        var reading = LandingReading.Of("K,D,C,Kind\n1,2024-04-01,1.00,a\n2,2024-04-01,2.00,c\n3,bad,4.00,\n4,2024-04-01,8.00, b \n5,short\n", profile);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows.Select(row => row[0]), Is.EqualTo("14"));
            Assert.That(reading.Tally.OutOfScope, Is.EqualTo(new Stratify.Landing.Amount(2, 600)));
            Assert.That(reading.Reasons, Is.EqualTo(new[] { "6 field_count" }));
        });
    }

    [Test]
    public void A_preamble_is_skipped_and_lines_still_count_from_the_top()
    {
        var profile = Visits(Source("note", "N")) with { SkipLines = 2, Delimiter = '\t', NullTokens = ["", "-"] };
        var reading = LandingReading.Of("Trust \"X\n\nK\tD\tN\n1\t2024-04-01\t-\n2\t2024-04-0\tx\n", profile);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows, Is.EqualTo(new[] { "1|2024-04-01|-|-|-|-|-|-" }));
            Assert.That(reading.Reasons, Is.EqualTo(new[] { "5 day not_a_date" }));
        });
    }

    [Test]
    public void A_key_that_came_pseudonymised_is_pseudonymised_again()
    {
        var contacts = Catalogue.Find("mental_health_contacts")!;
        var profile = new Profile
        {
            Name = "mine",
            Text = "",
            Dataset = contacts,
            Place = new Place("mine.yml", 1),
            Columns = [.. new[] { ("nhs_number", "P"), ("source_id", "K"), ("contact_date", "D") }.Select(pair =>
                new ColumnSource(contacts.Column(pair.Item1), new Place("mine.yml", 2)) { From = [pair.Item2], MustExist = true, Opaque = pair.Item1 == "nhs_number" })],
        };
        var reading = LandingReading.Of("P,K,D\nb3c9-ada,1,2024-04-01\n,2,2024-04-01\nb3c9-ada,3,2024-04-01\n9990000018,4,2024-04-01\n", profile);

        var tokens = reading.Rows.Select(row => row.Split('|')[..2]).ToList();
        var expected = LandingReading.Pseudonyms.OfOpaque(Encoding.UTF8.GetBytes("b3c9-ada")).Token.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Multiple(() =>
        {
            Assert.That(tokens[0], Is.EqualTo(new[] { expected, "0" }));
            Assert.That(tokens[1], Is.EqualTo(new[] { "-", "1" }));
            Assert.That(tokens[2], Is.EqualTo(tokens[0]));
            Assert.That(tokens[3][0], Is.Not.EqualTo(LandingReading.Pseudonyms.OfNumber(9990000018).Token.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        });
    }
}
