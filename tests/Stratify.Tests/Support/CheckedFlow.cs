using Stratify.Costing;
using Stratify.Quality;

namespace Stratify.Tests.Support;

/// <summary>Drawn rows, with the ledger that a landing of them would have left, taken as far as the checks of data quality.</summary>
public sealed class CheckedFlow : IDisposable
{
    private readonly List<string> _ledger = [];

    public CheckedFlow(PriceBook? prices = null) => Flow = new Flow { Prices = prices ?? new PriceBook("none", []) };

    public Flow Flow { get; }

    /// <summary>Lands rows and says that they were read and loaded.</summary>
    public CheckedFlow Land(string dataset, string drawn)
    {
        Flow.Land(dataset, drawn);
        return Ledger(dataset, "read", "", Table.Parse(drawn).Rows.Count);
    }

    public CheckedFlow Ledger(string dataset, string outcome, string reason, int rows)
    {
        _ledger.Add($"('{dataset}', '{outcome}', '{reason}', {rows})");
        return this;
    }

    public CheckedFlow Alter(string sql)
    {
        Flow.Warehouse.Execute(sql);
        return this;
    }

    /// <summary>Runs the stations and both visits of the checks.</summary>
    public CheckedFlow Run(Thresholds? thresholds = null)
    {
        Flow.Warehouse.Execute($"create table landing_ledger as select 1 as extract, 'a.csv' as file, dataset, outcome, reason, row_count::bigint as row_count, 0::bigint as pence from (values {string.Join(", ", _ledger)}) as line (dataset, outcome, reason, row_count)");
        Flow.Warehouse.Execute("create table number_replaced (extract bigint, dataset varchar, file varchar, numbered_rows bigint, replaced_rows bigint)");
        Flow.Run();
        Stages.Run(QualityStage.OfEvents(thresholds ?? Thresholds.Shipped), Flow.Warehouse);
        return this;
    }

    /// <summary>What a check says of a dataset: violations, of how many, and the outcome.</summary>
    public string Says(string check, string dataset, string column = "")
    {
        var found = Flow.Warehouse.Query("select violations, counted, outcome from measure_check where check_name = $1 and dataset = $2 and column_name = $3", check, dataset, column);
        return found.Count == 1 ? $"{found.Rows[0][0]} of {found.Rows[0][1]}: {found.Rows[0][2]}" : $"{found.Count} lines";
    }

    /// <summary>Whether a figure may be used, and why not.</summary>
    public string Verdict(string output)
    {
        var found = Flow.Warehouse.Query("select may_be_used, why from measure_verdict where output = $1", output);
        return string.Join(": ", found.Rows[0].Where(text => text is not ""));
    }

    public void Dispose() => Flow.Dispose();
}
