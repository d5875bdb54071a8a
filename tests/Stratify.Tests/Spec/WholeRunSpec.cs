using Stratify.Engine;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Jobs of a few rows, from files to what a run leaves.</summary>
public sealed class WholeRunSpec
{
    private const string Registers = "NHS Number,Patient Identifier,DOB,Sex,GP Practice Code,Registration Start Date,Registration End Date,DateofDeath\n";
    private const string Appointments = "NHS Number,GP Appointments Primary Key,GP Practice Code,Appointment Date,StatusDescription,Cost\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Start()
    {
        _folder = new TemporaryFolder();
        _folder.File("register.csv", Registers
            + "9990000018,p1,1940-05-17,1,A81001,2010-01-01,,\n"
            + "9990000026,p2,1950-05-17,2,A81001,2024-06-01,,\n"
            + "9990000034,p3,1960-05-17,2,A81001,2010-01-01,,2023-12-31\n");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "secrets"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "secrets", "pseudonym.key"), [.. "public: a key for tests, which guards nobody"u8]);
    }

    [TearDown]
    public void End() => _folder.Dispose();

    private RunOutcome Run(string period, string more, string settings = "")
    {
        var job = _folder.File("stratify.yml", $"""
            version: 1
            name: small
            period: {period}
            extracts:
              - {"{"}dataset: gp_registrations, files: register.csv{"}"}
            {more}
            schemes: [number-of-conditions]
            key_file: secrets/pseudonym.key
            max_rejected: 1
            {settings}
            """);
        return Stratify.Run.Execute(JobReader.Read(job), new RunOptions(), new Progress<RunEvent>());
    }

    private static string PersonYears(RunOutcome run, string columns)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(run.Folder));
        return Table.Draw(warehouse.Query($"select {columns} from read_parquet('{run.Folder}/restricted/person_year.parquet') order by age desc, year"));
    }

    private static IEnumerable<string> Ledger(RunOutcome run, string dataset) =>
        File.ReadLines(Path.Combine(run.Folder, "ledger.csv")).Where(line => line.Contains(dataset, StringComparison.Ordinal)).Select(line => line.Split(dataset + ",")[1]);

    [Test]
    public void Two_years_have_a_row_each_for_those_registered_in_them()
    {
        _folder.File("gp.csv", Appointments
            + "9990000018,a,A81001,2023-04-01,FINISHED,1.00\n9990000018,b,A81001,2024-03-31,FINISHED,2.00\n9990000018,c,A81001,2024-04-01,FINISHED,4.00\n"
            + "9990000018,d,A81001,2025-03-31,FINISHED,8.00\n9990000018,e,A81001,2025-04-01,FINISHED,16.00\n9990000018,f,A81001,2023-03-31,FINISHED,32.00\n"
            + "9990000026,g,A81001,2023-06-01,FINISHED,64.00\n");

        // The second person is not registered in the first year: that cost is attributed to nobody.
        Assert.That(PersonYears(Run("[2024/25, 2023/24]", "  - {dataset: gp_appointments, files: gp.csv}"), "year, age, days_registered, died, cost, gp_appointments"), Is.EqualTo(Table.Normal("""
            year    | age | days_registered | died | cost | gp_appointments
            2024/25 | 83  | 365             | no   | 1200 | 2
            2023/24 | 82  | 366             | no   | 300  | 2
            2024/25 | 73  | 304             | no   | 0    | 0
            2023/24 | 62  | 275             | yes  | 0    | 0
            """)));
    }

    [TestCase("")]
    [TestCase("  - {dataset: gp_appointments, files: gp.csv}")]
    public void A_register_alone_and_extracts_of_a_header_are_a_population_that_used_nothing(string more)
    {
        _folder.File("gp.csv", Appointments);

        var run = Run("2024/25", more);

        Assert.That((PersonYears(run, "age, cost"), run.ExitCode), Is.EqualTo(("age | cost\n83 | 0\n73 | 0", ExitCode.Published)));
    }

    [Test]
    public void A_register_of_a_header_is_a_population_of_nobody()
    {
        _folder.File("register.csv", Registers);

        Assert.That(PersonYears(Run("2024/25", ""), "age, cost, year"), Is.EqualTo("age | cost | year"));
    }

    [Test]
    public void A_row_in_two_files_or_two_extracts_counts_once_and_equal_keys_of_two_practices_twice()
    {
        const string row = "9990000018,1,A81001,2024-05-01,FINISHED,1.00\n";
        _folder.File("gp1.csv", Appointments + row);
        _folder.File("gp2.csv", Appointments + row + "9990000018,1,A81002,2024-05-01,FINISHED,2.00\n");
        _folder.File("other.csv", "who;key;at;when;pence\n9990000018;1;A81001;01/05/2024;100\n9990000018;9;A81001;02/05/2024;400\n");
        _folder.File("other.yml", """
            profile: other
            dataset: gp_appointments
            delimiter: ";"
            columns:
              nhs_number: who
              source_id: key
              practice: at
              appointment_date: {from: when, format: dd/MM/yyyy}
              status: {value: FINISHED}
              cost: {from: pence, unit: pence}
            """);

        var run = Run("2024/25", "  - {dataset: gp_appointments, files: gp*.csv}\n  - {dataset: gp_appointments, files: other.csv, profile: other.yml}");

        Assert.Multiple(() =>
        {
            Assert.That(PersonYears(run, "age, cost"), Is.EqualTo("age | cost\n83 | 700\n73 | 0"));
            Assert.That(Ledger(run, "gp_appointments"), Is.EqualTo(new[]
            {
                "gp1.csv,read,\"\",1,1.00", "gp1.csv,loaded,\"\",0,0.00", "gp1.csv,duplicate,repeat,1,1.00",
                "gp2.csv,read,\"\",2,3.00", "gp2.csv,loaded,\"\",1,2.00", "gp2.csv,duplicate,repeat,1,1.00",
                "other.csv,read,\"\",2,5.00", "other.csv,loaded,\"\",2,5.00",
            }));
        });
    }

    [Test]
    public void Those_who_opted_out_are_counted_and_nowhere_else()
    {
        _folder.File("optouts.csv", "nhs_number\n999 000 0018\n");
        _folder.File("gp.csv", Appointments + "9990000018,a,A81001,2024-05-01,FINISHED,1.00\n9990000026,b,A81001,2024-06-01,FINISHED,2.00\n9990000018,c,A81001,no date,FINISHED,4.00\n");

        var run = Run("2024/25", "  - {dataset: gp_appointments, files: gp.csv}", "opt_out: optouts.csv");

        Assert.Multiple(() =>
        {
            Assert.That(PersonYears(run, "age, cost"), Is.EqualTo("age | cost\n73 | 200"));
            Assert.That(Ledger(run, "gp_registrations"), Does.Contain("register.csv,opted_out,\"\",1,0.00"));
            Assert.That(Ledger(run, "gp_appointments"), Does.Contain("gp.csv,opted_out,\"\",2,5.00"));
        });
    }

    [TestCase("[2023/24, {from: 2024-03-31, to: 2024-12-31}]")]
    [TestCase("[2024/25, 2024/25]")]
    public void Periods_that_share_days_are_refused(string period) =>
        Assert.That(Assert.Throws<DefinitionException>(() => Run(period, ""))!.Problems.Single().ToString(), Does.Contain("Two of the periods share days, and their cost would count twice."));
}
