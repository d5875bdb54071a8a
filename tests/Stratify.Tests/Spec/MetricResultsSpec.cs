using System.Globalization;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Measures of joined-up care as they are published: rates with intervals, and what must not be seen.</summary>
public sealed class MetricResultsSpec
{
    private ResultSet _many = null!, _few = null!;

    /// <summary>
    /// Of the many a thousand people: ten have a contact each, ten four attendances each at one type of department and twenty one at another, thirty
    /// of forty go home from hospital. Of the few six hundred: a hundred were at one type and three at another, seven of forty did not go home, and
    /// contacts of a hundred people in May, forty in June and three in July are of three neighbourhoods.
    /// </summary>
    [OneTimeSetUp]
    public void Publish()
    {
        _many = Published(1000, Attendances((10, "01", 4), (20, "03", 1)), (30, 10), [(10, "2024-05-28")], _ => null);
        _few = Published(600, Attendances((100, "01", 1), (3, "03", 1)), (33, 7), [(100, "2024-05-28"), (40, "2024-06-28"), (3, "2024-07-31")], person => person is <= 60 or > 300 ? "A" : person <= 97 ? "B" : "C");
    }

    /// <summary>Ten in a thousand person-years: 10 for a thousand, and by Byar's formula 10·(1 − 1/90 − 1.96/(3√10))³ = 4.8 to 11·(1 − 1/99 + 1.96/(3√11))³ = 18.4.</summary>
    [Test]
    public void A_rate_stands_with_Byar_s_limits() => Assert.That(
        Row(_many["metrics"], "community_contacts", "people", "numerator", "person_years", "denominator", "lot", "rate", "rate_lower", "rate_upper"), Is.EqualTo("10 10 1000 [z] 1 10 4.8 18.4"));

    /// <summary>Ten people with four attendances each are ten lots of four: the interval is as wide as that of ten, times four.</summary>
    [Test]
    public void People_who_come_again_count_together() => Assert.That(Row(_many["metrics"], "ae_type1", "numerator", "lot", "rate", "rate_lower", "rate_upper"), Is.EqualTo("40 4 40 19.1 73.6"));

    /// <summary>Thirty of forty: Wilson's limits are (2·30 + 1.96² ± 1.96·√(1.96² + 4·30·¼)) / (2·(40 + 1.96²)), 59.8% to 85.8%.</summary>
    [Test]
    public void A_share_stands_with_Wilson_s_limits() => Assert.That(
        Row(_many["metrics"], "usual_residence", "numerator", "denominator", "person_years", "rate", "rate_lower", "rate_upper", "unit"), Is.EqualTo("30 40 [z] 75 59.8 85.8 %"));

    /// <summary>All emergencies have nights. Garwood's upper limit of none is −ln 0.025 = 3.69.</summary>
    [Test]
    public void A_true_none_is_shown_as_none_with_the_upper_limit_of_none() => Assert.That(
        Row(_many["metrics"], "nel_los0", "status", "people", "numerator", "rate", "rate_lower", "rate_upper"), Is.EqualTo("measured 0 0 0 0 3.7"));

    [Test]
    public void What_is_missing_has_no_figure_and_says_what_it_lacks() => Assert.That(
        Row(_many["metrics"], "ambulance_cat1", "status", "missing", "people", "numerator", "person_years", "denominator", "rate", "rate_lower", "rate_upper"), Is.EqualTo("missing emergency_attendances.acuity [z] [z] [z] [z] [z] [z] [z]"));

    /// <summary>Seven who did not go home are few: forty discharges less those to the usual place would tell of them.</summary>
    [Test]
    public void A_share_is_hidden_where_few_have_the_rest() => Assert.That(
        Row(_few["metrics"], "usual_residence", "people", "numerator", "person_years", "denominator", "lot", "rate", "rate_lower", "rate_upper"), Is.EqualTo("[c] [c] [c] [c] [c] [c] [c] [c]"));

    /// <summary>Attendances of everybody are published elsewhere.</summary>
    [TestCase("ae_type1")]
    [TestCase("ae_other")]
    public void A_part_of_what_others_publish_is_hidden_where_few_have_the_rest(string metric) => Assert.That(Row(_few["metrics"], metric, "numerator", "rate", "rate_upper"), Is.EqualTo("[c] [c] [c]"));

    /// <summary>Of those who had a contact three live in C, so C is hidden; with it B, as everybody less A and B is C.</summary>
    [Test]
    public void A_neighbourhood_of_few_takes_the_next_smallest_with_it()
    {
        var table = _few["metrics_by_neighbourhood"];

        Assert.That(table.Where(("metric", "community_contacts")).Select(row => $"{table.Text(row, "place")} {table[row, "people"].Csv} {table[row, "rate"].IsHidden}"), Is.EqualTo(new[] { "A 60 False", "B [c] True", "C [c] True" }));
    }

    [Test]
    public void A_month_of_few_is_hidden_and_one_that_is_not_over_tells_nothing()
    {
        var table = _few["metrics_by_month"];
        var rows = table.Where(("metric", "community_contacts")).ToDictionary(row => table.Text(row, "month"), row => row);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { "2024-05", "2024-06", "2024-07" }.Select(month => table[rows[month], "numerator"].Csv), Is.EqualTo(new[] { "100", "[c]", "[c]" }));
            Assert.That(new[] { "state", "numerator", "rate" }.Select(column => table[rows["2025-03"], column].Csv), Is.EqualTo(new[] { "not over", "[z]", "[z]" }));
            // Of six hundred person-years May has 31 of 365 days.
            Assert.That(table[rows["2024-05"], "person_years"].Csv, Is.EqualTo("51"));
        });
    }

    private static string Row(ResultTable table, string metric, params string[] columns) => string.Join(' ', columns.Select(column => table[table.Where(("metric", metric)).Single(), column].Csv));

    /// <summary>So many people, each with so many attendances at a department of the type; people after people.</summary>
    private static IEnumerable<string?[]> Attendances(params IReadOnlyList<(int People, string Department, int Times)> visits) =>
        from i in Enumerable.Range(0, visits.Count)
        from person in Enumerable.Range(1 + visits.Take(i).Sum(visit => visit.People), visits[i].People)
        from time in Enumerable.Range(0, visits[i].Times)
        select new string?[] { Text(person), $"a{person}-{time}", "RA4", $"2024-05-{30 - time:00}", visits[i].Department };

    private static ResultSet Published(int people, IEnumerable<string?[]> attendances, (int Usual, int Other) discharges, IReadOnlyList<(int People, string Day)> contacts, Func<int, string?> place)
    {
        using var flow = new Flow();
        flow.Fill("gp_registrations", ["nhs_number", "patient_id", "birth_date", "practice", "neighbourhood"], Enumerable.Range(1, people).Select(person => new[] { Text(person), $"p{person}", "1950-05-17", "A81001", place(person) }))
            .Fill("emergency_attendances", ["nhs_number", "source_id", "provider", "arrival_date", "department"], attendances)
            .Fill("community_contacts", ["nhs_number", "source_id", "provider", "contact_date"], contacts.SelectMany((day, i) => Enumerable.Range(1, day.People).Select(person => new string?[] { Text(person), $"c{i}-{person}", "RX1", day.Day })))
            .Fill("acute_inpatients", ["nhs_number", "source_id", "provider", "spell_number", "start_date", "end_date", "discharge_date", "method", "discharge_method", "discharge_destination"],
                Enumerable.Range(1, discharges.Usual + discharges.Other).Select(person => new string?[] { Text(person), $"e{person}", "RA4", $"S{person}", "2024-05-01", "2024-05-04", "2024-05-04", "21", "1", person <= discharges.Usual ? "19" : "54" }))
            .Run().Rank("number-of-conditions");
        var results = ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely);
        Assert.That(() => ResultTown.Check(results), Throws.Nothing);
        return results;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
