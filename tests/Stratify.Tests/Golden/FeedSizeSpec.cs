using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>An extract is held against what it was in the last run that was published.</summary>
public sealed class FeedSizeSpec
{
    private const string Extract = "extracts/outpatients.csv";

    [TestCase(24, 12, false)]
    [TestCase(24, 11, true, Description = "Under half")]
    [TestCase(24, 48, false)]
    [TestCase(24, 49, true, Description = "Over double")]
    [TestCase(19, 2, false, Description = "Too few to tell")]
    public void A_feed_under_half_or_over_double_its_usual_rows_warns(int before, int now, bool warns)
    {
        using var job = new SmallJob();
        Write(job, before);
        job.Run();
        Write(job, now);

        var second = job.Run();

        Assert.Multiple(() =>
        {
            Assert.That(second.Error, warns ? Does.Contain($"acute_outpatients/national: STR322: The extract has {now} rows, and had {before} in the last run.") : Does.Not.Contain("STR322"));
            Assert.That(second.ExitCode, Is.EqualTo(warns ? 3 : 0), second.Error);
            Assert.That(job.Run().ExitCode, Is.EqualTo(second.ExitCode), "The same run again says the same");
        });
    }

    [Test]
    public void A_column_that_is_new_is_said_and_one_that_has_gone_stops_the_run_with_the_nearest_name()
    {
        using var job = new SmallJob();
        Write(job, 24);
        job.Run();
        var published = job.Current;

        job.Replace(Extract, "ATTENDED,FIRSTATT,TRETSPEF", "ATTENDED,FIRST_ATT_,TRETSPEF");
        var renamed = job.Run();
        job.Replace(Extract, "ATTENDED,FIRST_ATT_,TRETSPEF", "ATTENDED,FIRSTATT,TRETSPEF");
        Widen(job);
        var added = job.Run();

        Assert.Multiple(() =>
        {
            Assert.That(renamed.ExitCode, Is.EqualTo(5));
            Assert.That(renamed.Error, Does.Contain("acute_outpatients/national: STR324: The column 'FIRSTATT' was read in the last run (first_attendance), and no file of the extract has it now.").And.Contain("Did it become 'FIRST_ATT_'?"));
            Assert.That(Directory.Exists(published));
            Assert.That(added.Error, Does.Contain("acute_outpatients/national: STR323: A column is new since the last run: WARD."));
            Assert.That(added.ExitCode, Is.Zero, added.Error);
        });
    }

    [Test]
    public void A_column_that_was_dropped_on_purpose_is_let_go_by_a_fresh_run()
    {
        using var job = new SmallJob();
        Write(job, 24);
        Widen(job);
        job.Run();
        Write(job, 24);
        var unread = job.Run();
        int Respelt()
        {
            job.Replace(Extract, "OTHER", "FIRSTATT");
            job.Replace(Extract, "NHS Number", "newnhsno");
            var code = job.Run().ExitCode;
            job.Replace(Extract, "FIRSTATT", "OTHER");
            return code;
        }
        job.Replace(Extract, "FIRSTATT", "OTHER");

        Assert.Multiple(() =>
        {
            Assert.That(unread.ExitCode, Is.Zero, "A column that nothing reads is missed by nobody");
            Assert.That(job.Run().ExitCode, Is.EqualTo(5));
            Assert.That(Respelt(), Is.Zero, "The reader knows it by both spellings");
            Assert.That(job.Run("--fresh").ExitCode, Is.Zero);
            Assert.That(job.Run().ExitCode, Is.Zero);
        });
    }

    private static void Widen(SmallJob job) =>
        job.Write(Extract, System.Text.Encoding.UTF8.GetBytes(string.Concat(File.ReadLines(job.At(Extract)).Select((line, i) => $"{line},{(i == 0 ? "WARD" : "W")}\n"))));

    private static void Write(SmallJob job, int rows) => job.Write(Extract, System.Text.Encoding.UTF8.GetBytes(
        "NHS Number,ATTENDKEY,PROCODE,APPTDATE,ATTENDED,FIRSTATT,TRETSPEF,SUSHRG,TARIFF_TOTAL_PAYMENT\n"
        + string.Concat(Enumerable.Range(0, rows).Select(i => $"9990001006,B{i},RBA,2024-05-03,5,1,300,WF01A,100.50\n"))));
}
