using Stratify.Datasets;
using Stratify.Landing;
using Stratify.Problems;
using Stratify.Tests.Spec;

namespace Stratify.Tests.Datasets;

/// <summary>What a whole file shows of its making that no single row does. Every row of it lands as it stands.</summary>
public sealed class FileAlarmSpec
{
    private static LandingReading Dated(IEnumerable<string> days) =>
        LandingReading.Of($"{LandingReading.Header}\n{string.Concat(days.Select((day, i) => $"{i},{day},A,1,1,1,Y,x\n"))}");

    private static IEnumerable<string> Days(int count, Func<int, int> day) => Enumerable.Range(0, count).Select(i => $"2024-04-{day(i):00}");

    [Test]
    public void Many_dates_of_which_none_is_after_the_twelfth_raise_an_alarm()
    {
        var reading = Dated(Days(100, i => 1 + (i % 12)));

        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows, Has.Count.EqualTo(100));
            Assert.That(reading.Notices.Select(notice => notice.ToString()), Is.EqualTo(new[]
            {
                "visits.csv: STR331: No date of day is after the twelfth of a month.\n    See which order of day and month the sender uses, and state it as 'format' in the profile.",
            }));
        });
    }

    [TestCase(99, 12, 0, Description = "Too few to tell")]
    [TestCase(1000, 5, 0, Description = "Few days of the month: weekly or monthly data")]
    [TestCase(1000, 1, 0, Description = "The first of every month")]
    [TestCase(1000, 13, 0, Description = "One day after the twelfth settles it")]
    [TestCase(1000, 6, 1)]
    public void Few_dates_or_monthly_ones_do_not(int dates, int days, int alarms) =>
        Assert.That(Dated(Days(dates, i => 1 + (i % days))).Notices.Count(notice => notice.Kind == ProblemKinds.DayNeverPassesTwelve), Is.EqualTo(alarms));

    [TestCase("1", "leading_zero_lost")]
    [TestCase("5", "leading_zero_lost")]
    [TestCase("6", "not_in_list")]
    [TestCase("001", "not_in_list")]
    [TestCase("A", "not_in_list")]
    public void A_code_that_lacks_its_zero_is_refused_for_that_and_never_filled_up(string code, string reason)
    {
        var sample = SampleExtract.Of(Catalogue.Find("emergency_attendances")!);
        var broken = sample.Field(column => column.Name == "department", _ => code)!;
        using var folder = new Support.TemporaryFolder();
        var path = Path.Combine(folder.Path, "extract.csv");
        File.WriteAllBytes(path, broken.Bytes);

        Assert.That(LandingReading.OfFile(path, sample.National, new LandingRules(LandingReading.Pseudonyms)).Reasons, Is.EqualTo(new[] { $"7 department {reason}" }));
    }

    [Test]
    public void Numbers_that_a_spreadsheet_spoilt_are_counted_for_the_file()
    {
        var registrations = Profile.ForNational(Catalogue.Find("gp_registrations")!);
        var text = "NHS Number,Patient Identifier,DOB,GP Practice Code,Registration Start Date\n9.43E+09,a,1950-01-01,L1,2020-01-01\n9.99E+09,b,1950-01-01,L1,2020-01-01\n101010001,c,1950-01-01,L1,2020-01-01\n9990000018,d,1950-01-01,L1,2020-01-01\n";

        var reading = LandingReading.Of(text, registrations);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows.Select(row => string.Join('|', row.Split('|')[1..4])), Is.EqualTo(new[] { "5|-|a", "5|-|b", "6|-|c", $"0|{ExtractSample.PersonId(9990000018)}|d" }));
            Assert.That(reading.Notices.Select(notice => notice.ToString()), Is.EqualTo(new[] { "visits.csv: STR332: 2 NHS numbers are in scientific notation, 1 have nine digits.\n    Was the file opened in a spreadsheet and saved? Ask for it as it was exported." }));
        });
    }
}
