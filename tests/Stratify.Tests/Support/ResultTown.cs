using System.Globalization;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Quality;
using Stratify.Ranking;
using Stratify.Results;
using Stratify.Settings;

namespace Stratify.Tests.Support;

/// <summary>A made-up person of a town whose results are published.</summary>
/// <param name="Conditions">How many of the declared conditions the person has, in their order.</param>
/// <param name="GpPence">One appointment of that cost; 0 for none.</param>
/// <param name="WardPence">One admission of that cost; 0 for none.</param>
public sealed record Resident(int Age, int Conditions, long GpPence, long WardPence);

/// <summary>A town taken from drawn rows through every station to results.</summary>
public sealed class ResultTown : IDisposable
{
    private readonly Flow _flow = new();

    public ResultTown(IReadOnlyList<Resident> residents, params string[] schemes)
    {
        var people = residents.Select((resident, i) => (Number: i + 1, It: resident)).ToList();
        var codes = ConditionCodes.Shipped.Codes.Where(code => code is { System: "SNOMED", Match: "exact", Kind: "diagnosis" }).ToLookup(code => code.Condition, code => code.Code);
        var coded = Conditions.All.Select(condition => codes[condition.Name].FirstOrDefault()).OfType<string>().ToList();
        _flow
            .Land("gp_registrations", Rows("nhs_number | patient_id | birth_date | practice", people.Select(person => $"{person.Number} | p{person.Number} | {2023 - person.It.Age}-06-01 | A81001")))
            .Land("gp_events", Rows("nhs_number | source_id | practice | event_date | code | code_system",
                people.SelectMany(person => coded.Take(person.It.Conditions).Select((code, i) => $"{person.Number} | e{person.Number}-{i} | A81001 | 2020-01-01 | {code} | SNOMED"))))
            .Land("gp_appointments", Rows("nhs_number | source_id | appointment_date | status | cost",
                people.Where(person => person.It.GpPence > 0).Select(person => $"{person.Number} | a{person.Number} | 2024-05-01 | FINISHED | {person.It.GpPence}")))
            .Land("acute_inpatients", Rows("nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date | method | cost",
                people.Where(person => person.It.WardPence > 0).Select(person => $"{person.Number} | i{person.Number} | RA4 | s{person.Number} | 1 | 2024-05-01 | 2024-05-03 | 21 | {person.It.WardPence}")))
            .Run();
        Warehouse.Execute("create table landing_ledger as select 1 as extract, 'gp_appointments' as dataset, 'a.csv' as file, 'read' as outcome, '' as reason, 1 as row_count, 0 as pence");
        Warehouse.Execute("create table number_replaced (extract bigint, dataset varchar, file varchar, numbered_rows bigint, replaced_rows bigint)");
        Stages.Run(QualityStage.OfEvents(Thresholds.Shipped), Warehouse);
        Stages.Run(CohortStage.Make([.. schemes.Select(name => Schemes.Shipped(name)!)]), Warehouse);
        Stages.Run(RankingStage.Make(seed: 1), Warehouse);
    }

    public Warehouse Warehouse => _flow.Warehouse;

    public ResultSet Publish(DisclosureRule? rule = null) => ResultReader.Read(Warehouse, rule ?? DisclosureRule.OpenSafely);

    /// <summary>A published table as drawn text, of some of its columns.</summary>
    public static string Draw(ResultTable table, params string[] columns) => string.Join('\n', Enumerable.Range(0, table.Rows.Count)
        .Select(row => string.Join(" | ", columns.Select(column => table[row, column].Csv)))
        .Prepend(string.Join(" | ", columns)));

    /// <summary>So many people alike.</summary>
    public static IEnumerable<Resident> Alike(int count, Resident resident) => Enumerable.Repeat(resident, count);

    public void Dispose() => _flow.Dispose();

    private static string Rows(string header, IEnumerable<string> rows) => string.Join('\n', rows.Select(row => row.ToString(CultureInfo.InvariantCulture)).Prepend(header));
}
