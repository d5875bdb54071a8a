using System.Globalization;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Measures of joined-up care as they are published: rates with intervals, and what must not be seen.</summary>
public sealed class MetricResultsSpec
{
    /// <summary>
    /// Ten attendances of ten people in a thousand person-years: 10 for a thousand, and by Byar's formula 10·(1 − 1/90 − 1.96/(3√10))³ = 4.8 to
    /// 11·(1 − 1/99 + 1.96/(3√11))³ = 18.4. The other departments had 20 people, so that neither is told by the other.
    /// </summary>
    [Test]
    public void A_rate_stands_with_Byar_s_limits()
    {
        var table = Publish(1000, visits: [(10, "01", 1), (20, "03", 1)])["metrics"];
        var row = table.Where(("metric", "ae_type1")).Single();

        Assert.That(new[] { "people", "numerator", "person_years", "denominator", "lot", "rate", "rate_lower", "rate_upper" }.Select(column => table[row, column].Csv), Is.EqualTo(new[] { "10", "10", "1000", "[z]", "1", "10", "4.8", "18.4" }));
    }

    /// <summary>Ten people with four attendances each are ten lots of four: the interval is as wide as that of ten, times four.</summary>
    [Test]
    public void People_who_come_again_count_together()
    {
        var table = Publish(1000, visits: [(10, "01", 4), (20, "03", 1)])["metrics"];
        var row = table.Where(("metric", "ae_type1")).Single();

        Assert.That(new[] { "numerator", "lot", "rate", "rate_lower", "rate_upper" }.Select(column => table[row, column].Csv), Is.EqualTo(new[] { "40", "4", "40", "19.1", "73.6" }));
    }

    /// <summary>Thirty of forty: Wilson's limits are (2·30 + 1.96² ± 1.96·√(1.96² + 4·30·¼)) / (2·(40 + 1.96²)), 59.8% to 85.8%.</summary>
    [Test]
    public void A_share_stands_with_Wilson_s_limits()
    {
        var table = Publish(100, discharges: (30, 10))["metrics"];
        var row = table.Where(("metric", "usual_residence")).Single();

        Assert.That(new[] { "numerator", "denominator", "person_years", "rate", "rate_lower", "rate_upper", "unit" }.Select(column => table[row, column].Csv), Is.EqualTo(new[] { "30", "40", "[z]", "75", "59.8", "85.8", "%" }));
    }

    /// <summary>Seven who did not go home are few: forty discharges less those to the usual place would tell of them.</summary>
    [Test]
    public void A_share_is_hidden_where_few_have_the_rest()
    {
        var table = Publish(100, discharges: (33, 7))["metrics"];
        var row = table.Where(("metric", "usual_residence")).Single();

        Assert.That(table.Columns.Where(column => column.Unit is not (Unit.Text or Unit.Rows)).Select(column => table[row, column.Name]), Is.All.InstanceOf<HiddenCell>());
    }

    /// <summary>Attendances of everybody are published elsewhere; of a hundred people at one type and three at another both are hidden.</summary>
    [Test]
    public void A_part_of_what_others_publish_is_hidden_where_few_have_the_rest()
    {
        var table = Publish(200, visits: [(100, "01", 1), (3, "03", 1)])["metrics"];

        Assert.That(new[] { "ae_type1", "ae_other" }.Select(metric => table[table.Where(("metric", metric)).Single(), "rate"].IsHidden), Is.All.True);
    }

    [Test]
    public void A_true_none_is_shown_as_none_with_the_upper_limit_of_none()
    {
        var table = Publish(1000, visits: [(20, "01", 1)], also: flow => flow.Fill("acute_inpatients", ["nhs_number", "source_id", "provider", "start_date", "end_date", "method"], [["900", "e1", "RA4", "2024-05-01", "2024-05-02", "11"]]))["metrics"];
        var row = table.Where(("metric", "nel_los0")).Single();

        // Garwood's upper limit of none is −ln 0.025 = 3.69.
        Assert.That(new[] { "status", "people", "numerator", "rate", "rate_lower", "rate_upper" }.Select(column => table[row, column].Csv), Is.EqualTo(new[] { "measured", "0", "0", "0", "0", "3.7" }));
    }

    [Test]
    public void What_is_missing_has_no_figure_and_says_what_it_lacks()
    {
        var table = Publish(100, visits: [(20, "01", 1)])["metrics"];
        var row = table.Where(("metric", "ambulance_cat1")).Single();

        Assert.Multiple(() =>
        {
            Assert.That((table.Text(row, "status"), table.Text(row, "missing")), Is.EqualTo(("missing", "emergency_attendances.acuity")));
            Assert.That(new[] { "people", "numerator", "person_years", "denominator", "rate", "rate_lower", "rate_upper" }.Select(column => table[row, column].Csv), Is.All.EqualTo("[z]"));
        });
    }

    /// <summary>Three of C had any, so C is hidden; with it B, as everybody less A and B is C.</summary>
    [Test]
    public void A_neighbourhood_of_few_takes_the_next_smallest_with_it()
    {
        var results = Publish(600, visits: [(100, "01", 1)], place: person => person <= 60 ? "A" : person <= 97 ? "B" : person <= 300 ? "C" : "A");
        var table = results["metrics_by_neighbourhood"];

        Assert.That(table.Where(("metric", "ae_type1")).Select(row => (table.Text(row, "place"), table[row, "numerator"].Csv, table[row, "rate"].IsHidden)), Is.EqualTo(new[] { ("A", "60", false), ("B", "[c]", true), ("C", "[c]", true) }));
    }

    [Test]
    public void A_month_of_few_is_hidden_and_one_that_is_not_over_tells_nothing()
    {
        var table = Publish(300, visits: [(100, "01", 1), (40, "01", 1), (3, "01", 1)], months: true)["metrics_by_month"];
        var rows = table.Where(("metric", "ae_type1")).ToDictionary(row => table.Text(row, "month"), row => row);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { "2024-05", "2024-06", "2024-07" }.Select(month => table[rows[month], "numerator"].Csv), Is.EqualTo(new[] { "100", "[c]", "[c]" }));
            Assert.That((table.Text(rows["2025-03"], "state"), table[rows["2025-03"], "numerator"].Csv, table[rows["2025-03"], "rate"].Csv), Is.EqualTo(("not over", "[z]", "[z]")));
            // 100 attendances in a year of 365 days, of which May has 31: 300 · 31/365 = 25 person-years.
            Assert.That(table[rows["2024-05"], "person_years"].Csv, Is.EqualTo("25"));
        });
    }

    /// <param name="visits">So many people with so many attendances each at a department of the type; people after people.</param>
    /// <param name="months">Whether each of these falls in a month of its own, from May on.</param>
    private static ResultSet Publish(int people, IReadOnlyList<(int People, string Department, int Times)>? visits = null, (int Usual, int Other)? discharges = null, Func<int, string>? place = null, bool months = false, Func<Flow, Flow>? also = null)
    {
        using var flow = new Flow();
        flow.Fill("gp_registrations", ["nhs_number", "patient_id", "birth_date", "practice", "neighbourhood"], Enumerable.Range(1, people).Select(person => new[] { Text(person), $"p{person}", "1950-05-17", "A81001", place?.Invoke(person) }));
        var (rows, next) = (new List<string?[]>(), 1);
        foreach (var (visit, i) in (visits ?? []).Select((visit, i) => (visit, i)))
        {
            for (var person = months ? 1 : next; person < (months ? 1 : next) + visit.People; person++)
            {
                for (var time = 0; time < visit.Times; time++) { rows.Add([Text(person), $"a{i}-{person}-{time}", "RA4", $"2024-{(months ? 5 + i : 5):00}-{30 - time:00}", visit.Department]); }
            }
            next += visit.People;
        }
        flow.Fill("emergency_attendances", ["nhs_number", "source_id", "provider", "arrival_date", "department"], rows);
        if (discharges is var (usual, other))
        {
            flow.Fill("acute_inpatients", ["nhs_number", "source_id", "provider", "spell_number", "start_date", "end_date", "discharge_date", "method", "discharge_method", "discharge_destination"],
                Enumerable.Range(1, usual + other).Select(person => new string?[] { Text(person), $"e{person}", "RA4", $"S{person}", "2024-05-01", "2024-05-04", "2024-05-04", "21", "1", person <= usual ? "19" : "54" }));
        }
        (also?.Invoke(flow) ?? flow).Run().Rank("number-of-conditions");
        var results = ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely);
        Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        return results;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
