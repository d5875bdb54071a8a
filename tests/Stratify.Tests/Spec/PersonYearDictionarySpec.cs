using Stratify.Engine;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The table of person-years for other programs, and the file beside it that says what is in it.</summary>
public sealed class PersonYearDictionarySpec
{
    private SmallJob _job = null!;
    private TemporaryFolder _folder = null!;
    private Warehouse _warehouse = null!;

    [OneTimeSetUp]
    public void Run_it_once()
    {
        _job = new SmallJob();
        File.WriteAllText(_job.At("mine.csv"), "condition,code_system,code,match\nour_gout,ICD10,M10,prefix\n");
        File.AppendAllText(_job.Yaml, "\nconditions: [mine.csv]\n");
        var run = _job.Run();
        Assert.That(run.ExitCode, Is.Zero.Or.EqualTo(3), run.Error);
        _folder = new TemporaryFolder();
        _warehouse = new Warehouse(new WarehouseOptions(_folder.Path, Threads: 1) { Beside = Path.Combine(_job.Current, "restricted") });
        _warehouse.Execute($"create table years as from read_parquet('{_job.Current}/restricted/person_year.parquet')");
        _warehouse.Execute($"create table dictionary as from read_csv('{_job.Current}/restricted/person_year_dictionary.csv', header = true, all_varchar = true)");
    }

    [OneTimeTearDown]
    public void Clear()
    {
        _warehouse?.Dispose();
        _folder?.Dispose();
        _job?.Dispose();
    }

    /// <summary>Types by which every reader of Parquet knows numbers, texts and truth; the dictionary tells the very ones that are stored.</summary>
    [Test]
    public void It_tells_every_column_that_is_stored_in_its_order_and_type()
    {
        var stored = _warehouse.Query($"select name, type, logical_type from parquet_schema('{_job.Current}/restricted/person_year.parquet') where name <> 'duckdb_schema'").Rows
            .Select(row => $"{row[0]} {Stored((string?)row[1], (string?)row[2])}");
        var told = _warehouse.Query("select field, type from dictionary").Rows.Select(row => $"{row[0]} {row[1]}");

        Assert.That(told, Is.EqualTo(stored));

        static string Stored(string? type, string? logical) => (type, logical) switch
        {
            ("BYTE_ARRAY", _) => "string",
            (_, { } name) when name.StartsWith("DecimalType", StringComparison.Ordinal) => $"decimal({Number(name, "precision=")},{Number(name, "scale=")})",
            ("INT32", _) => "int32",
            ("INT64", _) => "int64",
            ("BOOLEAN", _) => "boolean",
            _ => $"{type} {logical}",
        };

        static string Number(string name, string key) => string.Concat(name[(name.IndexOf(key, StringComparison.Ordinal) + key.Length)..].TakeWhile(char.IsAsciiDigit));
    }

    [Test]
    public void What_is_never_missing_never_is()
    {
        var never = _warehouse.Query("select field from dictionary where missing_means = 'Never missing.'").Rows.Select(row => (string)row[0]!).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(never, Does.Contain("cost").And.Contain("age").And.Contain("has_diabetes").And.Not.Contain("last_year_cost").And.Not.Contain("deprivation_decile").And.Not.Contain("has_our_gout"));
            foreach (var field in never) { Assert.That(_warehouse.Count($"select count(*) from years where {field} is null"), Is.Zero, field); }
        });
    }

    [Test]
    public void It_says_what_a_column_is_in_the_words_of_its_declaration() => Assert.Multiple(() =>
    {
        Assert.That(Table.Draw(_warehouse.Query("select field, named_in_conditions, type, unit, says, missing_means from dictionary where field in ('person_id', 'cost', 'has_diabetes', 'charlson', 'last_year_cost', 'has_our_gout', 'care_weeks')")), Is.EqualTo(Table.Normal("""
            field          | named_in_conditions | type         | unit   | says      | missing_means
            person_id      |                     | string       |        | who it is | Never missing.
            has_diabetes   | diabetes            | boolean      |        | need      | Never missing.
            charlson       | charlson            | int64        | points | need      | Missing where no code that it knows is loaded.
            cost           | cost                | int64        | pence  | activity  | Never missing.
            care_weeks     | care_weeks          | decimal(9,1) | weeks  | activity  | Never missing.
            last_year_cost | last_year_cost      | int64        | pence  | activity  | Missing where the person was not registered in it or the run does not have it.
            has_our_gout   | our_gout            | boolean      |        | need      | No code was loaded that the list could know.
            """)));
        Assert.That(_warehouse.Query("select meaning from dictionary where field = 'cost'").Rows[0][0], Is.EqualTo(PersonYearFields.Find("cost")!.Meaning));
        Assert.That(_warehouse.Count("select count(*) from dictionary where meaning is null or source is null or says is null"), Is.Zero);
    });

    [Test]
    public void Nobody_is_named_in_it() => Assert.That(File.ReadAllText(Path.Combine(_job.Current, "restricted", "person_year_dictionary.csv")), Does.Not.Contain("999"));
}
