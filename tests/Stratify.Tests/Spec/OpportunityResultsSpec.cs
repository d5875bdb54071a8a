using System.Globalization;
using Stratify.Cohorts;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What is published of what is in scope: a town of 73 people, all aged 40, but 20 who are 50 and had asthma.</summary>
public sealed class OpportunityResultsSpec
{
    private static readonly Lazy<ResultSet> _results = new(Publish);

    /// <summary>Twenty with asthma, £1,000 each, all of whom the virtual ward's rule has too; ten at home on the day, £500; ten with a thrombosis that could be seen on the same day, £800, of which 90 to 100% is published as convertible.</summary>
    [Test]
    public void Net_adds_up_and_gross_does_not() => Assert.That(Draw("opportunity", ["rule", "people", "admissions", "nights", "cost", "net_admissions", "net_cost", "convertible_low", "convertible_high"], row => row["people"] is not ZeroCell), Is.EqualTo(Table.Normal("""
        rule             | people | admissions | nights | cost  | net_admissions | net_cost | convertible_low | convertible_high
        self_harm        | [c]    | [c]        | [c]    | [c]   | [c]            | [c]      | [c]             | [c]
        acsc_chronic     | 20     | 20         | 20     | 20000 | 20             | 20000    | [z]             | [z]
        virtual_ward_ari | 20     | 20         | 20     | 20000 | 0              | 0        | [z]             | [z]
        sdec_very_high   | 10     | 10         | 10     | 8000  | 10             | 8000     | 7200            | 8000
        zero_los_adult   | 10     | 10         | 0      | 5000  | [c]            | [c]      | [c]             | [c]
        """)), "three people who harmed themselves are hidden, and so is the net cost of the next fewest, by which theirs could be had from a cohort's");

    [Test]
    public void Cohorts_hold_what_is_in_scope_by_what_would_change() => Assert.That(Draw("cohort_opportunity", ["cohort", "lever", "people", "admissions", "cost"], _ => true), Is.EqualTo(Table.Normal("""
        cohort | lever          | people | admissions | cost
        older  | avoidance      | 20     | 20         | 20000
        older  | shift_to_sdec  | 0      | 0          | 0
        older  | length_of_stay | 0      | 0          | 0
        others | avoidance      | 15     | 15         | 12690
        others | shift_to_sdec  | 10     | 10         | 8000
        others | length_of_stay | 0      | 0          | 0
        """)), "13 people who cost £11,000: £846 each times 15");

    /// <summary>Of 43 emergency admissions (45 as published) 1% is 0.45: 0.45/20 and 0.45/25 of the two cohorts', and 4.5/20 and 4.5/25 for 10%. Of £39,000 as published (73 people at £534 are 75 × £534 = £40,050) 1% is £400.50 of £20,000, and of £20,140 (53 people at £358 are 55 × £358 = £19,690).</summary>
    [Test]
    public void The_required_reduction_is_of_published_figures_alone() => Assert.That(Draw("required_reduction", ["cohort", "people", "emergency_admissions", "admissions_for_1", "admissions_for_10", "cost_for_1", "cost_for_10"], _ => true), Is.EqualTo(Table.Normal("""
        cohort | people | emergency_admissions | admissions_for_1 | admissions_for_10 | cost_for_1 | cost_for_10
        older  | 20     | 20                   | 0.023            | 0.225             | 0.02       | 0.2
        others | 55     | 25                   | 0.018            | 0.18              | 0.02       | 0.203
        """)));

    /// <summary>A cohort with 10 of 210 emergency admissions has 1% of all by 2.1 of its 10, and 10%, 21, by none.</summary>
    [Test]
    public void More_than_all_of_it_is_impossible()
    {
        var people = Enumerable.Range(1, 210).Select(i => (Number: i, Age: i <= 10 ? 50 : 40, Stay: "J459 | | 2024-05-02 | 100000"));

        Assert.That(Draw(Publish(people), "required_reduction", ["cohort", "emergency_admissions", "admissions_for_1", "admissions_for_10", "cost_for_1", "cost_for_10"], _ => true), Is.EqualTo(Table.Normal("""
            cohort | emergency_admissions | admissions_for_1 | admissions_for_10 | cost_for_1 | cost_for_10
            older  | 10                   | 0.21             | [z]               | 0.21       | [z]
            others | 200                  | 0.011            | 0.105             | 0.011      | 0.105
            """)));
    }

    /// <summary>Two of 22 with asthma died, so that they count under end of life: what the other 20 cost stands, and what all cost does not, from which the two would be had. Ten who were at home on the day are hidden beside the two.</summary>
    [Test]
    public void What_few_people_moved_to_an_earlier_rule_is_not_had_from_the_difference()
    {
        var people = Enumerable.Range(1, 32).Select(i => (i, 40, i switch { <= 20 => "J459 | | 2024-05-02 | 100000", <= 22 => "J459 | | 2024-05-02 | 900000", _ => "R104 | | 2024-05-01 | 50000" }));

        Assert.That(Draw(Publish(people, i => i is 21 or 22 ? "4" : "1"), "opportunity", ["rule", "people", "admissions", "cost", "net_admissions", "net_cost"], row => row["people"] is not ZeroCell), Is.EqualTo(Table.Normal("""
            rule             | people | admissions | cost  | net_admissions | net_cost
            eol_0_2_days     | [c]    | [c]        | [c]   | [c]            | [c]
            acsc_chronic     | 20     | 20         | [c]   | 20             | 20000
            virtual_ward_ari | 20     | 20         | 20000 | 0              | 0
            zero_los_adult   | 10     | 10         | 5000  | [c]            | [c]
            """)));
    }

    [Test]
    public void Where_no_admitted_care_is_loaded_there_is_no_such_table() =>
        Assert.That(Publish(Enumerable.Range(1, 20).Select(i => (i, 50, ""))).Tables.Select(table => table.Name), Has.No.Member("opportunity").And.No.Member("cohort_opportunity"));

    private static ResultSet Publish() => Publish(Enumerable.Range(1, 73).Select(i => (Number: i, Age: i <= 20 ? 50 : 40, Stay: i switch
    {
        <= 20 => "J459 | | 2024-05-02 | 100000",
        <= 30 => "R104 | | 2024-05-01 | 50000",
        <= 40 => "I801 | YQ51C | 2024-05-02 | 80000",
        <= 43 => "X609 | | 2024-05-02 | 200000",
        _ => "",
    })));

    private static ResultSet Publish(IEnumerable<(int Number, int Age, string Stay)> people, Func<int, string>? left = null)
    {
        var all = people.ToList();
        using var flow = new Flow()
            .Land("gp_registrations", Rows("nhs_number | patient_id | birth_date | practice", all.Select(one => $"{one.Number} | p{one.Number} | {2023 - one.Age}-06-01 | A81001")))
            .Land("acute_inpatients", Rows("nhs_number | source_id | provider | spell_number | start_date | method | discharge_method | patient_class | diagnosis_1 | hrg | end_date | cost",
                all.Where(one => one.Stay.Length > 0).Select(one => $"{one.Number} | e{one.Number} | RA4 | s{one.Number} | 2024-05-01 | 21 | {left?.Invoke(one.Number) ?? "1"} | 1 | {one.Stay}")))
            .Run();
        flow.Rank([Scheme]);
        var results = ResultReader.Read(flow.Warehouse, DisclosureRule.OpenSafely);
        ResultTown.Check(results);
        return results;
    }

    private static Scheme Scheme => SchemeReader.Read("""
        scheme: ages
        title: Ages
        cohorts:
          - {id: older, title: Older, where: age >= 45}
          - {id: others, title: Others, where: everyone}
        """, "ages.yml", []) ?? throw new InvalidOperationException("The scheme is wrong.");

    private static string Draw(string table, string[] columns, Func<IReadOnlyDictionary<string, Cell>, bool> which) => Draw(_results.Value, table, columns, which);

    private static string Draw(ResultSet results, string name, string[] columns, Func<IReadOnlyDictionary<string, Cell>, bool> which)
    {
        var table = results[name];
        var rows = Enumerable.Range(0, table.Rows.Count).Select(row => columns.ToDictionary(column => column, column => table[row, column])).Where(which);
        return string.Join('\n', rows.Select(row => string.Join(" | ", columns.Select(column => row[column].Csv))).Prepend(string.Join(" | ", columns)));
    }

    private static string Rows(string header, IEnumerable<string> rows) => string.Join('\n', rows.Select(row => row.ToString(CultureInfo.InvariantCulture)).Prepend(header));
}
