using Stratify.Datasets;
using Stratify.Quality;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Codes that came or went on a day: a row is held against the list of its own day, counted when its code was not in it, and kept.</summary>
public sealed class QualityCodeDatesSpec
{
    private static string Rows(string method, string end, int count) => "nhs_number | source_id | provider | start_date | end_date | method\n"
        + string.Concat(Enumerable.Range(0, count).Select(i => $"1 | e{i} | RA4 | 2012-10-30 | {end} | {method}\n"));

    private static CheckedFlow Checked(string rows) => new CheckedFlow()
        .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001")
        .Land("acute_inpatients", rows).Run();

    [TestCase("2A", "2012-10-31", "12 of 12: warn", Description = "before version 6-2 of the Commissioning Data Sets, and never a failure: the code still says what was done")]
    [TestCase("2A", "2012-11-01", "0 of 12: clean", Description = "its own day is that on which it ended")]
    [TestCase("2A", "", "12 of 12: warn", Description = "one that goes on is of the day on which it began")]
    [TestCase("28", "2012-10-31", "0 of 12: clean", Description = "a code that is not said to be dated always was")]
    [TestCase("28", "2024-10-31", "0 of 12: clean")]
    public void An_admission_is_held_against_the_list_of_its_own_day(string method, string end, string says)
    {
        using var flow = Checked(Rows(method, end, 12));

        Assert.Multiple(() =>
        {
            Assert.That(flow.Says("code_out_of_date", "acute_inpatients", "method"), Is.EqualTo(says));
            Assert.That(flow.Flow.Warehouse.Count("select count(*) from event where dataset = 'acute_inpatients'"), Is.EqualTo(12), "No row is lost for it");
        });
    }

    [Test]
    public void A_code_that_was_retired_is_counted_from_the_day_after_its_last()
    {
        var dataset = Catalogue.Find("acute_inpatients")!;
        var dated = dataset with
        {
            Columns = [.. dataset.Columns.Select(column => column.Name == "method" ? column with { Dated = [new CodeDates("28", null, new DateOnly(2015, 6, 30), "by hand"), new CodeDates("2D", new DateOnly(2012, 11, 1), new DateOnly(2020, 3, 31), "by hand")] } : column)],
        };
        using var flow = new Flow().Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001").Land("acute_inpatients", """
            nhs_number | source_id | start_date | method
            1          | a         | 2015-06-30 | 28
            1          | b         | 2015-07-01 | 28
            1          | c         | 2012-10-31 | 2D
            1          | d         | 2012-11-01 | 2D
            1          | e         | 2020-03-31 | 2D
            1          | f         | 2020-04-01 | 2D
            1          | g         | 2020-04-01 | 21
            """);
        Stages.Run(QualityStage.OfRows([dated]), flow.Warehouse);

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw("select column_name, violations, counted from row_check_count where check_name = 'code_out_of_date'"), Is.EqualTo("column_name | violations | counted\nmethod | 3 | 7"), "b, c and f");
            Assert.That(dated.Column("method").Dated.Select(dates => dates.ToString()), Is.EqualTo(new[] { "28 to 2015-06-30", "2D from 2012-11-01 to 2020-03-31" }));
        });
    }

    [Test]
    public void Every_dated_code_is_of_its_columns_list_and_has_a_day_and_a_source() =>
        Assert.That(Catalogue.All.Concat(Catalogue.RelatedTables).SelectMany(dataset => dataset.Columns).SelectMany(column => column.Dated.Select(dates => (column, dates)))
            .Where(pair => pair.column.OneOf?.Contains(pair.dates.Code) != true || (pair.dates.From ?? pair.dates.To) is null || pair.dates.Source.Length == 0), Is.Empty);
}
