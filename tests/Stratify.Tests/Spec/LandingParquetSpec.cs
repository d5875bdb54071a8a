using System.Text;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A Parquet file under the same contract as delimited text.</summary>
public sealed class LandingParquetSpec
{
    private const string Typed = "'1' as Id, date '2024-04-01' as Day, 'a' as Code, 1.00::decimal(9,2) as Cost, 1.5::decimal(9,1) as Units, 30 as Minutes, true as Urgent, null::varchar as Note";

    private static readonly string[] Names = LandingReading.Header.Split(',');

    private TemporaryFolder _folder = null!;

    private string Extract => Path.Combine(_folder.Path, "visits.parquet");

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    private LandingReading Read(string select, Profile? profile = null)
    {
        using (var warehouse = new Warehouse(new WarehouseOptions(_folder.Path))) { warehouse.Execute($"copy ({select}) to '{Extract}' (format parquet)"); }
        return Read(profile);
    }

    private LandingReading Read(Profile? profile = null) => LandingReading.OfFile(Extract, profile ?? Profile.ForNational(LandingReading.Visits), new LandingRules(LandingReading.Pseudonyms));

    [Test]
    public void Text_is_read_as_in_a_delimited_file_and_refused_for_the_same_reasons()
    {
        string[][] rows =
        [
            ["1", "2024-04-01", "a", "1.00", "1", "30", "Y", "Siân’s, \"own\"\nline"],
            ["2", "01/04/2024", "B", "", "1.5", "", "no", "x"],
            ["3", "2024-02-30", "A", "2", "1", "1", "Y", ""],
            ["", "2024-04-01", "A", "2", "1", "1", "Y", ""],
            ["5", "1801-01-01", "A", "2", "1", "1", "Y", ""],
            ["6", "2024-04-01", "C", "4", "1", "1", "Y", ""],
            ["7", "2024-04-01", "9", "1.234", "1", "1", "Y", ""],
            ["8", "2024-04-01", "9", "1e3", "1", "1", "Y", ""],
            ["9", "2024-04-01", " 9 ", "-8.10", "1", "1", "maybe", ""],
            ["10", "2024-04-01", "", "16", "0.00001", "1", "", new string('n', 300)],
        ];
        static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        static string Literal(string field) => field.Length == 0 ? "null::varchar" : $"'{field.Replace("'", "''", StringComparison.Ordinal)}'";
        var delimited = LandingReading.Of(string.Join('\n', rows.Select(row => string.Join(',', row.Select(Quoted))).Prepend(LandingReading.Header)));
        var stored = Read(string.Join(" union all ", rows.Select(row => $"select {string.Join(", ", row.Select((field, i) => $"{Literal(field)} as {Names[i]}"))}")));

        Assert.Multiple(() =>
        {
            Assert.That(stored.Rows, Is.EqualTo(delimited.Rows));
            Assert.That(stored.Rows, Has.Count.EqualTo(2));
            Assert.That((stored.Tally.Read, stored.Tally.Passed), Is.EqualTo((delimited.Tally.Read, delimited.Tally.Passed)));
            Assert.That(stored.Tally.Rejected, Is.EqualTo(delimited.Tally.Rejected));
            Assert.That(stored.Reasons, Is.EqualTo(new[] { "3 day not_a_date", "4 id blank", "5 day blank", "6 code not_in_list", "7 cost too_many_decimals", "8 cost not_an_amount", "9 urgent not_a_flag", "10 units too_many_decimals" }));
        });
    }

    [TestCase(Typed)]
    [TestCase("1 as Id, timestamp '2024-04-01 23:59:59' as Day, 'a' as Code, 1::double as Cost, 1.5::double as Units, 30::double as Minutes, 1 as Urgent, null as Note")]
    [TestCase("1::uinteger as id, timestamp_ns '2024-04-01 00:00:00' as DAY, 'A' as code, 1::hugeint as cost, 1.500::decimal(18,3) as units, 30.0::decimal(9,1) as minutes, 'yes' as urgent, '' as note")]
    public void What_is_stored_as_what_it_is_is_taken_as_it_is(string columns) =>
        Assert.That(Read($"select {columns}").Rows, Is.EqualTo(new[] { "1|2024-04-01|A|100|15000|30|1|-" }));

    [Test]
    public void How_a_profile_writes_dates_and_amounts_holds_for_text_alone()
    {
        var national = Profile.ForNational(LandingReading.Visits);
        var profile = national with { Columns = [.. national.Columns.Select(source => source with { Formats = ["dd MMM yyyy"], Decimal = ',', Thousands = '.', InPence = source.Column.Name == "cost" })] };

        Assert.Multiple(() =>
        {
            Assert.That(Read($"select {Typed.Replace("1.00::", "100::", StringComparison.Ordinal)}", profile).Rows, Is.EqualTo(new[] { "1|2024-04-01|A|100|15000|30|1|-" }));
            Assert.That(Read("select '1' as Id, '01 APR 2024' as Day, 'A' as Code, '1.000' as Cost, '1,5' as Units, '1.030' as Minutes, 'Y' as Urgent, 'n' as Note", profile).Rows, Is.EqualTo(new[] { "1|2024-04-01|A|1000|15000|1030|1|n" }));
        });
    }

    [TestCase("0.1", 10)]
    [TestCase("1234567.89", 123456789)]
    [TestCase("-12.5", -1250)]
    [TestCase("0.1 + 0.2", null)]
    [TestCase("1.005", null)]
    [TestCase("1e17", null)]
    [TestCase("'nan'", null)]
    [TestCase("'-inf'", null)]
    public void Money_in_double_precision_is_taken_where_it_is_whole_pence_and_refused_where_it_is_not(string amount, int? pence)
    {
        var reading = Read($"select {Typed.Replace("1.00::decimal(9,2)", $"({amount.Replace(" + ", "::double + ", StringComparison.Ordinal)})::double", StringComparison.Ordinal)}");

        Assert.That(reading.Tally.Passed, Is.EqualTo(pence is null ? new Amount(0, 0) : new Amount(1, (long)pence)));
        Assert.That(reading.Tally.Read.Rows, Is.EqualTo(1));
    }

    [TestCase("1.00::decimal(9,2)", "1::float", "The column 'Cost' is stored as other, and what is read from it is money.")]
    [TestCase("1.00::decimal(9,2)", "true", "The column 'Cost' is stored as boolean, and what is read from it is money.")]
    [TestCase("'a' as Code", "1 as Code", "The column 'Code' is stored as whole, and what is read from it is code.")]
    [TestCase("date '2024-04-01' as Day", "20240401 as Day", "The column 'Day' is stored as whole, and what is read from it is date.")]
    [TestCase("date '2024-04-01' as Day", "timestamptz '2024-04-01 00:00:00+00' as Day", "The column 'Day' is stored as other, and what is read from it is date.")]
    [TestCase("'1' as Id", "1.5::double as Id", "The column 'Id' is stored as double, and what is read from it is text.")]
    [TestCase("'1' as Id", "['1'] as Id", "The column 'Id' is stored as other, and what is read from it is text.")]
    [TestCase("'1' as Id", "'1'::blob as Id", "The column 'Id' is stored as other, and what is read from it is text.")]
    public void A_type_from_which_the_column_cannot_be_read_without_a_guess_stops_the_file(string column, string other, string message)
    {
        var problem = Read($"select {Typed.Replace(column, other, StringComparison.Ordinal)}").Problems.Single();

        Assert.That((problem.Kind, problem.Message, problem.Place), Is.EqualTo((ProblemKinds.ColumnTypeWrong, message, new Place("visits.parquet"))));
    }

    [Test]
    public void A_column_that_nothing_reads_may_be_of_any_type_and_is_named()
    {
        var reading = Read($"select {Typed}, [1, 2] as Others");

        Assert.That((reading.Rows.Count, reading.Notices.Single().Kind), Is.EqualTo((1, ProblemKinds.ColumnUnused)));
    }

    [Test]
    public void A_missing_column_is_told_as_of_any_file() =>
        Assert.That(Read($"select * exclude (Id) from (select {Typed})").Problems.Single().Kind, Is.EqualTo(ProblemKinds.ColumnMissing));

    [Test]
    public void Many_rows_come_in_the_order_in_which_they_stand_each_once()
    {
        var reading = Read($"select {Typed.Replace("'1' as Id", "number::varchar as Id", StringComparison.Ordinal)} from range(300000) as numbers(number)");

        Assert.That(reading.Rows.Select(row => row.Split('|')[0]), Is.EqualTo(Enumerable.Range(0, 300_000).Select(i => $"{i}")));
    }

    [Test]
    public void A_run_of_Parquet_publishes_the_results_that_the_same_rows_as_text_do()
    {
        using var job = new SmallJob();
        job.Run();
        var delimited = Results(job);
        using (var warehouse = new Warehouse(new WarehouseOptions(job.At("extracts"))))
        {
            warehouse.Execute($"copy (select * replace (\"APPTDATE\"::date as \"APPTDATE\", \"TARIFF_TOTAL_PAYMENT\"::double as \"TARIFF_TOTAL_PAYMENT\") from read_csv('{job.At("extracts/outpatients.csv")}', all_varchar = true, header = true)) to '{job.At("extracts/outpatients.parquet")}' (format parquet)");
        }
        job.Replace("good.yml", "outpatients.csv", "outpatients.parquet");

        var ran = job.Run();
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        Assert.That(File.ReadAllText(Path.Combine(job.Current, "ledger.csv")), Does.Contain("extracts/outpatients.parquet,loaded"));
        Assert.That(Results(job), Is.EquivalentTo(delimited));
    }

    /// <summary>All but what names the files, and what is held against the run before.</summary>
    private static Dictionary<string, string> Results(SmallJob job) =>
        SmallJob.Bytes(job.Current).Where(file => file.Key.StartsWith("tables/", StringComparison.Ordinal) || Path.GetDirectoryName(file.Key) == "restricted" && file.Key.EndsWith(".parquet", StringComparison.Ordinal) || file.Key.EndsWith("linkage_review.csv", StringComparison.Ordinal)).ToDictionary();

    [Test]
    public void A_byte_of_zero_costs_its_row() =>
        Assert.That(Read($"select {Typed.Replace("'1' as Id", "chr(0) || 'x' as Id", StringComparison.Ordinal)}").Reasons, Is.EqualTo(new[] { "1 nul_byte" }));

    [Test]
    public void A_file_that_is_cut_off_anywhere_or_is_no_Parquet_lands_nothing_as_whole()
    {
        Read($"select {Typed} from range(3)");
        var whole = File.ReadAllBytes(Extract);
        byte[][] broken = [.. Enumerable.Range(0, whole.Length / 50).Select(i => whole[..(i * 50)]), Encoding.UTF8.GetBytes(LandingReading.Header), [.. "PAR1"u8, .. new byte[100], .. "PAR1"u8]];

        foreach (var bytes in broken)
        {
            File.WriteAllBytes(Extract, bytes);
            Assert.That(Read().Problems.Select(problem => problem.Kind), Is.EqualTo(new[] { ProblemKinds.FileUnreadable }), $"{bytes.Length} bytes");
        }
    }

    [Test]
    public void Damage_further_on_is_told_and_no_end_of_the_file()
    {
        Read($"select {Typed.Replace("'1' as Id", "md5(number::varchar) as Id", StringComparison.Ordinal)} from range(200000) as numbers(number)");
        var bytes = File.ReadAllBytes(Extract);
        bytes.AsSpan(bytes.Length / 2, bytes.Length / 4).Fill(0xFF);
        File.WriteAllBytes(Extract, bytes);

        Assert.That(Read().Problems.Select(problem => problem.Kind), Is.EqualTo(new[] { ProblemKinds.FileUnreadable }));
    }
}
