using System.Globalization;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Results;
using Stratify.Results.Attack;
using Stratify.Settings;

namespace Stratify.Tests.Support;

/// <summary>A made-up person of a town whose results are published.</summary>
/// <param name="Conditions">How many of the declared conditions the person has, in their order.</param>
/// <param name="GpPence">One appointment of that cost; 0 for none.</param>
/// <param name="WardPence">One admission of that cost; 0 for none.</param>
public sealed record Resident(int Age, int Conditions, long GpPence, long WardPence);

/// <summary>Somebody who has an appointment in the town and is not of it, so that it is nobody's.</summary>
public sealed record Stranger(int Age, long GpPence);

/// <summary>A town taken from drawn rows through every station to results.</summary>
public sealed class ResultTown : IDisposable
{
    private readonly Flow _flow = new();

    public ResultTown(IReadOnlyList<Resident> residents, params string[] schemes)
        : this(residents, [], schemes)
    {
    }

    public ResultTown(IReadOnlyList<Resident> residents, IReadOnlyList<Stranger> strangers, params string[] schemes)
        : this(residents, strangers, [.. schemes.Select(name => Schemes.Shipped(name)!)])
    {
    }

    public ResultTown(IReadOnlyList<Resident> residents, IReadOnlyList<Stranger> strangers, IReadOnlyList<Scheme> schemes)
    {
        var people = residents.Select((resident, i) => (Number: i + 1, It: resident)).ToList();
        var codes = ConditionCodes.Shipped.Codes.Where(code => code is { System: "SNOMED", Match: "exact", Kind: "diagnosis" }).ToLookup(code => code.Condition, code => code.Code);
        var coded = Conditions.All.Select(condition => codes[condition.Name].FirstOrDefault()).OfType<string>().ToList();
        _flow
            .Land("gp_registrations", Rows("nhs_number | patient_id | birth_date | practice", people.Select(person => $"{person.Number} | p{person.Number} | {Born(person.It.Age)} | A81001")))
            .Land("gp_events", Rows("nhs_number | source_id | practice | event_date | code | code_system",
                people.SelectMany(person => coded.Take(person.It.Conditions).Select((code, i) => $"{person.Number} | e{person.Number}-{i} | A81001 | 2020-01-01 | {code} | SNOMED"))))
            .Land("gp_appointments", Rows("nhs_number | source_id | birth_date | appointment_date | status | cost",
            [
                .. people.Where(person => person.It.GpPence > 0).Select(person => $"{person.Number} | a{person.Number} | {Born(person.It.Age)} | 2024-05-01 | FINISHED | {person.It.GpPence}"),
                .. strangers.Select((stranger, i) => $"{1_000_000 + i} | s{i} | {Born(stranger.Age)} | 2024-05-01 | FINISHED | {stranger.GpPence}"),
            ]))
            .Land("acute_inpatients", Rows("nhs_number | source_id | provider | spell_number | episode_order | start_date | end_date | method | cost",
                people.Where(person => person.It.WardPence > 0).Select(person => $"{person.Number} | i{person.Number} | RA4 | s{person.Number} | 1 | 2024-05-01 | 2024-05-03 | 21 | {person.It.WardPence}")))
            .Run()
            .Rank(schemes);
    }

    public Warehouse Warehouse => _flow.Warehouse;

    public ResultSet Publish(DisclosureRule? rule = null) => ResultReader.Read(Warehouse, rule ?? DisclosureRule.OpenSafely);

    /// <summary>As a run lets tables out: each passes by itself, and all together once what is told by sums over several is hidden.</summary>
    public static void Check(ResultSet results)
    {
        ResultAudit.CheckTables(results);
        ResultAudit.Check(Repair.Of(results).Results);
    }

    /// <summary>A published table as drawn text, of some of its columns.</summary>
    public static string Draw(ResultTable table, params string[] columns) => string.Join('\n', Enumerable.Range(0, table.Rows.Count)
        .Select(row => string.Join(" | ", columns.Select(column => table[row, column].Csv)))
        .Prepend(string.Join(" | ", columns)));

    /// <summary>So many people alike.</summary>
    public static IEnumerable<Resident> Alike(int count, Resident resident) => Enumerable.Repeat(resident, count);

    public void Dispose() => _flow.Dispose();

    /// <summary>Of that age on the first of April 2024 and for two months more.</summary>
    private static string Born(int age) => $"{2023 - age}-06-01";

    private static string Rows(string header, IEnumerable<string> rows) => string.Join('\n', rows.Select(row => row.ToString(CultureInfo.InvariantCulture)).Prepend(header));
}
