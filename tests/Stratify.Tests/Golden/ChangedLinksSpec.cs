using System.Text;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>From one night to the next a run tells which records are linked otherwise, to whom before and after, and why.</summary>
public sealed class ChangedLinksSpec
{
    private const string Header = "NHS Number,LA Code,Event Reference,Client Surname,Client Forename,Date of Birth,Postcode,Gender,Service Type,Service Component,Event Start Date,Event End Date,Unit Cost,Cost Frequency (Unit Type),Planned units per week\n";
    private const string Care = "Long Term Support: Community,Home Support,03/06/2024,16/06/2024,70.00,Weekly,\n";

    [Test]
    public void Each_change_is_told_with_its_reason_and_what_is_as_it_was_is_not()
    {
        using var job = Job("""
            ,E10009999,e1,Archer,Ada,02/03/1951,,2,
            9990001014,E10009999,e2,Baker,Ben,20/11/1964,,1,
            9990001022,E10009999,e3,Cooper,Cai,14/06/1987,,1,
            9990001030,E10009999,e4,Dyer,Dot,30/01/1939,,2,
            9990001049,E10009999,e5,Fletcher,Fay,09/09/2009,,2,
            ,E10009999,e6,Nobody,Known,05/12/1972,TA1 6AA,1,
            ,E10009999,e7,Piper,Pat,18/04/1946,,2,
            9990001073,E10009999,e8,Smith,Sam,27/07/1999,,1,
            9990001073,E10009999,e9,Smith,Sam,,,1,
            """);
        Assert.That(job.Run().ExitCode, Is.Zero);
        Give(job, """
            9990001006,E10009999,e1,Archer,Ada,02/03/1951,,2,
            ,E10009999,e2,Baker,Ben,20/11/1964,,1,
            9990001030,E10009999,e3,Dyer,Dot,30/01/1939,,1,
            9990001030,E10009999,e4,Dyer,Dot,12/05/1941,,2,
            9990001049,E10009999,e5,Fletcher,Fay,09/09/2009,,2,
            ,E10009999,e6,Nobody,Known,05/12/1972,TA1 6AA,1,
            ,E10009999,e7,Piper,Patricia,18/04/1946,,2,
            9990001073,E10009999,e8,Smith,Sam,27/07/1999,,1,
            9990001073,E10009999,e9,Smith,Sam,27/07/1999,,1,
            """);
        job.Replace("extracts/register.csv", "9990001049,P5", "9990001081,P5");
        job.Replace("good.yml", "schemes:", "linkage: {rules: [number_and_birth_date, number, name_and_birth_date, birth_date_sex_postcode]}\nschemes:");
        var told = job.Run();

        Assert.That(Changes(job), Is.EqualTo(new[]
        {
            "acute_outpatients A5 5 - B U the register came to know the number, or no longer does",
            "social_care_services e1 1 1 C A an NHS number came",
            "social_care_services e2 2 2 A C its NHS number has gone",
            "social_care_services e3 3 4 A A another NHS number",
            "social_care_services e4 4 - A U a birth date changed",
            "social_care_services e5 5 - A U the register came to know the number, or no longer does",
            "social_care_services e6 - 6 U D the job links by other rules",
            "social_care_services e7 7 - C U what the record or the register says of people changed",
            "social_care_services e9 8 8 B A a birth date changed",
        }));
        Assert.That(told.Error, Does.Contain("STR350: A few records are linked otherwise than in the last run, of acute_outpatients, social_care_services."), "nine, fewer than the strictest rule lets be told");
        Assert.That(CommandLine.Run("link", "report", job.Output).Out, Does.Contain("acute_outpatients     the register came to know the number, or no longer does      [c]"));
    }

    [Test]
    public void A_job_that_asks_for_another_certainty_or_for_none_says_so_of_every_link_that_moved()
    {
        using var job = new LinkageJob();
        var sure = Whys(job, "probabilistic: true", "probabilistic: true, threshold: 0.99999");
        var rules = Whys(job, "probabilistic: true", "probabilistic: false");

        Assert.Multiple(() =>
        {
            Assert.That(sure, Is.EqualTo(new[] { ("P", "U", "the job asks for another certainty") }));
            Assert.That(rules, Is.EqualTo(new[] { ("P", "U", "the job links by other rules") }));
        });
    }

    private static IEnumerable<(string Before, string Now, string Why)> Whys(LinkageJob job, string from, string to)
    {
        job.Again(from, to);
        return [.. File.ReadLines(Path.Combine(job.Current, "restricted", "changed_links.csv")).Skip(1).Select(line => line.Split(',', 7)).Select(change => (change[4], change[5], change[6])).Distinct()];
    }

    [Test]
    public void Where_nothing_of_the_links_changed_the_list_is_empty_and_nothing_is_said()
    {
        using var job = new SmallJob();
        job.Run();
        job.Replace("good.yml", "name: broken", "name: mended");
        var told = job.Run();

        Assert.That(told.Error, Does.Not.Contain("STR"));
        Assert.That(Changes(job), Is.Empty);
    }

    [Test]
    public void A_few_changes_are_not_counted_out_loud()
    {
        using var job = new SmallJob();
        job.Run();
        job.Replace("extracts/outpatients.csv", "9990001006,A1,", "9990001014,A1,");

        Assert.That(job.Run().Error, Does.Contain("STR350: A few records are linked otherwise"));
        Assert.That(Changes(job), Is.EqualTo(new[] { "acute_outpatients A1 1 2 B B another NHS number" }));
    }

    [Test]
    public void A_key_that_is_another_without_a_word_stops_the_run_and_one_that_the_job_names_goes_on_without_comparing()
    {
        using var job = new SmallJob();
        job.Guard("secrets/pseudonym.key", Key(1));
        job.Replace("good.yml", "name: broken", "name: broken\nlegal_basis: a test");
        Assert.That(job.Run().ExitCode, Is.Zero);
        var before = job.Current;
        job.Guard("secrets/pseudonym.key", Key(2));
        var refused = job.Run();
        var left = job.Current;
        var id = new Pseudonyms(Key(2)).KeyId;
        job.Replace("good.yml", "name: broken", $"name: broken\nkey_id: {id}");
        var stated = job.Run();

        Assert.Multiple(() =>
        {
            Assert.That((refused.ExitCode, left), Is.EqualTo((2, before)));
            Assert.That(refused.Error, Does.Contain("STR132").And.Contain(new Pseudonyms(Key(1)).KeyId).And.Contain($"key_id: {id}"));
            Assert.That(stated.ExitCode, Is.Zero);
            Assert.That(stated.Error, Does.Contain("STR351"));
            Assert.That(File.Exists(Path.Combine(job.Current, "restricted", "changed_links.csv")), Is.False);
            Assert.That(File.ReadAllText(Path.Combine(job.Current, "manifest.json")), Does.Contain($"\"key_id\": \"{id}\"").And.Contain("\"legal_basis\": \"a test\""));
        });
    }

    private static byte[] Key(int number) => [.. Enumerable.Range(0, 32).Select(i => (byte)(((i * 37) + number) % 256))];

    private static SmallJob Job(string services)
    {
        var job = new SmallJob();
        Give(job, services);
        job.Replace("good.yml", "schemes:", "  - dataset: social_care_services\n    files: extracts/services.csv\nschemes:");
        return job;
    }

    private static void Give(SmallJob job, string services) =>
        job.Write("extracts/services.csv", Encoding.UTF8.GetBytes(Header + string.Concat(services.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line + Care))));

    /// <summary>Each change, its people by their place on the register.</summary>
    private static IEnumerable<string> Changes(SmallJob job)
    {
        var pseudonyms = new Pseudonyms(File.ReadAllBytes(job.At("secrets/pseudonym.key")));
        var people = new long[] { 9990001006, 9990001014, 9990001022, 9990001030, 9990001049, 9990001057, 9990001065, 9990001073 }.Select((number, i) => (Id: pseudonyms.OfNumber(number).ToString(), i)).ToDictionary(pair => pair.Id, pair => $"{pair.i + 1}");
        string Who(string person) => person.Length == 0 ? "-" : people[person];
        return [.. File.ReadLines(Path.Combine(job.Current, "restricted", "changed_links.csv")).Skip(1).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',', 7))
            .Select(change => $"{change[0]} {change[1].Split('/').First(part => part[0] is 'e' or 'A')} {Who(change[2])} {Who(change[3])} {change[4]} {change[5]} {change[6]}")];
    }
}
