using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Extracts that came pseudonymised are joined by their keys as they are, where all are said to be of one key, and never to NHS numbers.</summary>
public sealed class PseudonymisedFeedSpec
{
    private const string Register = "profile: r\ndataset: gp_registrations\ncolumns:\n  nhs_number: {from: Key, kind: opaque, key_id: dsc-2024}\n  patient_id: Id\n  birth_date: Born\n  practice: Practice\n";
    private const string Appointments = "profile: g\ndataset: gp_appointments\ncolumns:\n  nhs_number: {from: Key, kind: opaque}\n  source_id: Id\n  appointment_date: Day\n  status: Status\n";

    [TestCase("pseudonymised: dsc-2024")]
    [TestCase("")]
    public void Extracts_and_opt_outs_under_one_key_are_joined(string ofAll)
    {
        var each = ofAll.Length == 0 ? ", pseudonymised: dsc-2024" : "";
        using var folder = Job($"""
              - {"{"}dataset: gp_registrations, files: register.csv, profile: register.yml{"}"}
              - {"{"}dataset: gp_appointments, files: gp.csv, profile: gp.yml{each}{"}"}
            {ofAll}
            opt_out: {"{"}file: optouts.csv, dated: 2025-04-01{each}{"}"}
            """);
        using var run = new StationRun(Path.Combine(folder.Path, "stratify.yml"));

        Assert.That(Table.Draw(run.Warehouse.Query("select grade, reason, count(*) as events from person_link group by all order by all")), Is.EqualTo(Table.Normal("""
            grade | reason                     | events
            B     | number                     | 2
            U     | number not on the register | 1
            """)));
        Assert.That(run.Warehouse.Count("select count(*) from person"), Is.EqualTo(1), "one of two opted out");
        Assert.That(run.Warehouse.Count("select row_count from landing_ledger where outcome = 'opted_out' and dataset = 'gp_appointments'"), Is.EqualTo(1));
    }

    [TestCase("", "stratify.yml:7:5: STR133: gp_appointments came pseudonymised, and nothing says under which key, so it cannot be joined to anything.")]
    [TestCase(", pseudonymised: dsc-2025", "stratify.yml:7:5: STR133: gp_appointments came pseudonymised under the key dsc-2025, and gp_registrations under dsc-2024: no two of their keys are the same.")]
    [TestCase(", pseudonymised: the key", "stratify.yml:7:79: STR104: 'pseudonymised' must be the id of a key: letters, digits, dots, hyphens.")]
    public void Keys_of_another_key_or_of_one_that_nobody_names_are_refused(string says, string problem) =>
        Assert.That(Faults($"""
              - {"{"}dataset: gp_registrations, files: register.csv, profile: register.yml{"}"}
              - {"{"}dataset: gp_appointments, files: gp.csv, profile: gp.yml{says}{"}"}
            """).First(), Does.StartWith(problem));

    [Test]
    public void Keys_and_NHS_numbers_are_not_joined_and_every_extract_and_list_that_has_numbers_is_told() =>
        Assert.That(Faults($"""
              - {"{"}dataset: gp_registrations, files: register.csv, profile: register.yml{"}"}
              - {"{"}dataset: deaths, files: gp.csv{"}"}
            opt_out: optouts.csv
            """).Select(fault => string.Join(' ', fault.Split(' ').Take(5))), Is.EqualTo(new[]
            {
                "stratify.yml:7:5: STR133: deaths has NHS",
                "stratify.yml:8:10: STR133: opt_out has NHS",
            }));

    private static IEnumerable<string> Faults(string rest)
    {
        using var folder = Job(rest);
        var told = CommandLine.Run("check", Path.Combine(folder.Path, "stratify.yml"));
        Assert.That(told.ExitCode, Is.EqualTo(2));
        return [.. told.Error.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n').Where(line => line.StartsWith("stratify.yml", StringComparison.Ordinal))];
    }

    private static TemporaryFolder Job(string rest)
    {
        var folder = new TemporaryFolder();
        folder.File("register.yml", Register);
        folder.File("gp.yml", Appointments);
        folder.File("register.csv", "Key,Id,Born,Practice\nffee,z1,1980-04-04,A81001\n00aa,z2,1970-04-04,A81001\n");
        folder.File("gp.csv", "Key,Id,Day,Status\nffee,a1,2024-05-01,Finished\nffee,a2,2024-06-01,Finished\n00aa,a3,2024-06-01,Finished\n1234,a4,2024-06-01,Finished\n");
        folder.File("optouts.csv", "key\n00aa\n");
        folder.File("pseudonym.key", "public: a key of at least thirty-two bytes");
        folder.File("stratify.yml", $"version: 1\nname: small\nperiod: 2024/25\nkey_file: pseudonym.key\nextracts:\n{rest}\n");
        return folder;
    }
}
