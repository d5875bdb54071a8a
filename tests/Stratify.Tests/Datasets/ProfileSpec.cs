using Stratify.Datasets;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>What a profile may say, and what is said of one that is wrong.</summary>
public sealed class ProfileSpec
{
    private static (Profile? Profile, string Problems) Read(string text)
    {
        var problems = new List<Problem>();
        var profile = ProfileReader.Read(text, "mine.yml", problems);
        return (profile, string.Join('\n', problems));
    }

    private const string Inpatients = "profile: mine\ndataset: acute_inpatients\ncolumns:\n  nhs_number: NHS\n  source_id: Key\n  provider: Org\n  start_date: Start\n";

    [Test]
    public void A_column_may_come_from_a_header_several_a_position_or_a_constant()
    {
        var (profile, problems) = Read(Inpatients + "  end_date: [Ended, Closed]\n  diagnosis_1: {at: 101}\n  method: {value: \"21\"}\n");

        Assert.Multiple(() =>
        {
            Assert.That(problems, Is.Empty);
            Assert.That(profile!.Columns.Select(source => $"{source.Column.Name} {string.Join('+', source.From)} {source.At} {source.Value}".TrimEnd()), Is.EqualTo(new[]
            {
                "nhs_number NHS", "source_id Key", "provider Org", "start_date Start", "end_date Ended+Closed", "diagnosis_1  101", "method   21",
            }));
            Assert.That(profile.Columns, Has.All.Property(nameof(ColumnSource.MustExist)).True);
            Assert.That(profile.Place, Is.EqualTo(new Place("mine.yml", 1, 1)));
        });
    }

    [Test]
    public void Form_and_scope_are_stated_and_have_plain_defaults()
    {
        var (plain, _) = Read(Inpatients + "  method: M\n");
        var (stated, problems) = Read("encoding: windows-1252\ndelimiter: tab\nskip_lines: 3\nnull_tokens: [NULL, \"-\"]\nkeep: {Kind: [a, b]}\n" + Inpatients + "  method: M\n");

        Assert.Multiple(() =>
        {
            Assert.That((plain!.Encoding, plain.Delimiter, plain.SkipLines, string.Join('|', plain.NullTokens)), Is.EqualTo(("utf-8", ',', 0, "|NULL")));
            Assert.That(problems, Is.Empty);
            Assert.That((stated!.Encoding, stated.Delimiter, stated.SkipLines, string.Join('|', stated.NullTokens)), Is.EqualTo(("windows-1252", '\t', 3, "NULL|-|")));
            Assert.That(stated.Keep.Single().Source, Is.EqualTo("Kind"));
            Assert.That(stated.Keep.Single().Values, Is.EqualTo(new[] { "a", "b" }));
        });
    }

    [TestCase("  method: {}", "mine.yml:8:11: STR109: 'method' says nothing of where it comes from.\n    Give one of from, at, value, product or key_of.")]
    [TestCase("  method: {from: A, at: 3}", "mine.yml:8:11: STR109: 'method' comes from from and at at once; give one of them.")]
    [TestCase("  method: {value: \"97\"}", "mine.yml:8:19: STR109: 'method' cannot hold '97'.\n    Its values are 11, 12, 13, 21, 22, 23, 24, 25, 28, 2A, 2B, 2C, 2D, 31, 32, 81, 82, 83, 84, 89, 98, 99.")]
    [TestCase("  method: {from: A, map: {Emergency: \"20\"}}", "mine.yml:8:38: STR109: 'method' cannot hold '20'.\n    Its values are 11, 12, 13, 21, 22, 23, 24, 25, 28, 2A, 2B, 2C, 2D, 31, 32, 81, 82, 83, 84, 89, 98, 99.")]
    [TestCase("  method: {from: A, format: yyyy}", "mine.yml:8:29: STR109: The date format 'yyyy' cannot be used.\n    A year, a month and a day are needed, each once. Usable are yyyy, MM or MMM, dd, HH, mm, ss, fff, quoted text, and punctuation.\nmine.yml:8:29: STR109: 'format' is only for dates, and 'method' is not one.")]
    [TestCase("  method: {value: \"21\", map: {a: \"21\"}}", "mine.yml:8:19: STR109: A constant is not read from the file, so 'map' has no meaning beside 'value'.")]
    [TestCase("  method: {from: A, form: B}", "mine.yml:8:21: STR102: 'form' is not a key here.\n    Did you mean 'from'?")]
    [TestCase("  method:", "mine.yml:8:10: STR109: 'method' names no header.\n    Write the header, a list of headers, or settings such as {from: Header, format: dd/MM/yyyy}.")]
    [TestCase("  method: M\n  hgr: H", "mine.yml:9:3: STR109: acute_inpatients has no column 'hgr'.\n    Did you mean 'hrg'?")]
    [TestCase("  method: M\n  end_date: {from: E, format: dd/MM/yy}", "mine.yml:9:31: STR109: The date format 'dd/MM/yy' cannot be used.\n    A year of two digits leaves the century to be guessed.")]
    [TestCase("  method: M\n  end_date: {from: E, format: d/M/yyyy}", "mine.yml:9:31: STR109: The date format 'd/M/yyyy' cannot be used.\n    Write dd: places are fixed, so that nothing has to be guessed.")]
    [TestCase("  method: M\n  end_date: {from: E, format: [dd/MM/yyyy, MM/dd/yyyy]}", "mine.yml:9:32: STR109: Two of the date formats can read the same text as different days.\n    Give the one that the sender uses: day and month order is never guessed.")]
    [TestCase("  method: M\n  cost: {product: [Price]}", "mine.yml:9:19: STR109: 'product' needs two headers: [UnitPrice, Quantity].")]
    [TestCase("  method: {key_of: [A, B]}", "mine.yml:8:20: STR109: 'key_of' is only for keys, which are text, and 'method' is not one.")]
    [TestCase("  method: M\n  spell_number: {key_of: []}", "mine.yml:9:26: STR109: 'key_of' needs the headers that name a row together: [Patient, Start, Code].")]
    [TestCase("  method: M\n  cost: {from: C, decimal: \",\", thousands: \",\"}", "mine.yml:9:9: STR109: The thousands mark and the decimal mark are the same.")]
    [TestCase("  method: M\n  cost: {from: C, unit: pennies}", "mine.yml:9:25: STR104: 'unit' cannot be 'pennies'.\n    Known values: pence, pounds.")]
    [TestCase("  method: M\n  sex: {from: S, kind: opaque}", "mine.yml:9:24: STR109: 'kind' is only for the NHS number, and 'sex' is not one.")]
    [TestCase("  method: M\n  spell_number: {key_of: [A, B], unknown: [\"0\"]}", "mine.yml:9:43: STR109: 'unknown' is of one field, so it goes with from or at alone.")]
    [TestCase("  method: M\n  birth_date: {value: \"2024-01-01\"}", "mine.yml:9:23: STR109: 'birth_date' tells people apart, so it cannot be the same in every row.")]
    [TestCase("", "mine.yml:4:3: STR109: acute_inpatients needs the column 'method', which the profile does not map.\n    Admission method: 11 to 13 elective, 21 to 2D emergency, 31 and 32 maternity, 81 transfer, 82 and 83 birth, 98 and 99 not told.")]
    public void A_column_that_contradicts_itself_or_its_dataset_is_a_problem_with_its_place(string column, string problems) =>
        Assert.That(Read(Inpatients + column + "\n").Problems, Is.EqualTo(problems));

    [Test]
    public void Every_fault_of_a_profile_is_said_at_once()
    {
        var (profile, problems) = Read("profile: mine\ndataset: acute_inpatient\nencodng: utf-8\nencoding: latin1\ndelimiter: \";;\"\nskip_lines: many\nkeep: {Kind: }\ncolumns: {}\n");

        Assert.Multiple(() =>
        {
            Assert.That(profile, Is.Null);
            Assert.That(problems.Split('\n').Where(line => line.StartsWith("mine", StringComparison.Ordinal)).Select(line => line.Split(": ", 2)[1]), Is.EqualTo(new[]
            {
                "STR108: There is no dataset 'acute_inpatient'.",
                "STR104: 'encoding' cannot be 'latin1'.",
                "STR104: 'delimiter' must be one mark, such as \",\", \";\" or \"|\", or tab.",
                "STR104: 'skip_lines' must be a whole number from 0 to 1000.",
                "STR104: 'keep' names no value of Kind, so no row would be in scope.",
                "STR102: 'encodng' is not a key here.",
            }));
        });
    }

    [Test]
    public void A_profile_that_could_link_nobody_is_refused()
    {
        var (_, problems) = Read("profile: mine\ndataset: mental_health_contacts\ncolumns:\n  source_id: Id\n  contact_date: Day\n  birth_date: Born\n");

        Assert.That(problems, Is.EqualTo("mine.yml:4:3: STR109: No row of this profile could be linked to a person.\n    Map nhs_number, or family_name and birth_date."));
    }

    [Test]
    public void A_job_names_a_shipped_profile_or_a_file_of_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.File("profiles/mine.yml", Inpatients + "  method: M\n");
        var inpatients = Catalogue.Find("acute_inpatients")!;

        (string?, string) Resolve(string name, Dataset dataset)
        {
            var problems = new List<Problem>();
            var profile = ShippedProfiles.Resolve(new YamlText(new Place("job.yml", 7), name, false), dataset, folder.Path, problems);
            return (profile?.Name, string.Join('\n', problems));
        }

        Assert.Multiple(() =>
        {
            Assert.That(Resolve("sus-csv", inpatients), Is.EqualTo(("sus-csv", "")));
            Assert.That(Resolve("profiles/mine.yml", inpatients), Is.EqualTo(("mine", "")));
            Assert.That(Resolve("profiles/mine.yml", Catalogue.Find("gp_events")!), Is.EqualTo(((string?)null, "job.yml:7: STR109: The profile 'profiles/mine.yml' is for acute_inpatients, not for gp_events.")));
            Assert.That(Resolve("sus-csv", Catalogue.Find("gp_events")!).Item2, Is.EqualTo("job.yml:7: STR108: No profile 'sus-csv' ships for gp_events.\n    It serves acute_inpatients, acute_outpatients, emergency_attendances."));
            Assert.That(Resolve("sus-cvs", inpatients).Item2, Does.StartWith("job.yml:7: STR108: No profile 'sus-cvs' ships for acute_inpatients.\n    Did you mean 'sus-csv'?"));
            Assert.That(Resolve("../mine.yml", inpatients).Item2, Does.StartWith("job.yml:7: STR106:"));
            Assert.That(Resolve("none.yml", inpatients).Item2, Does.StartWith("job.yml:7: STR105:"));
        });
    }
}
