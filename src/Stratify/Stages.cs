using Stratify.Engine;
using Stratify.Problems;

namespace Stratify;

/// <summary>Runs one station: makes its tables, and after each checks that the grain holds, and after all that the laws do.</summary>
public static class Stages
{
    /// <returns>What was made, table by table. A view rests nowhere, and is counted in what is made of it.</returns>
    /// <exception cref="BrokenLawException">A grain or a law does not hold; every breach is listed.</exception>
    public static IReadOnlyList<TableFact> Run(Stage stage, Warehouse warehouse)
    {
        var facts = stage.Steps.Select(step => Make(step, stage, warehouse)).OfType<TableFact>().ToList();
        var broken = stage.Laws
            .Select(law => (law, rows: warehouse.Breaches(law)))
            .Where(pair => pair.rows > 0)
            .Select(pair => pair.law.Broken(pair.rows))
            .ToList();
        if (broken.Count > 0) { throw new BrokenLawException(broken); }
        if (stage.Drops.Count > 0) { warehouse.Drop(stage.Drops); }
        stage.AtEnd?.Invoke();
        return facts;
    }

    private static TableFact? Make(Step step, Stage stage, Warehouse warehouse)
    {
        long? made = null;
        switch (step)
        {
            case SelectStep { IsView: true } view: warehouse.CreateView(view.Script); return null;
            case SelectStep { IsOfEvents: true } large: made = warehouse.CreateTableBeside(large.Script); break;
            case SelectStep select: made = warehouse.CreateTable(select.Script); break;
            case CodeStep code: code.Make(warehouse); break;
            default: throw new InvalidOperationException($"A step of type {step.GetType().Name} cannot be run.");
        }
        var rows = made ?? warehouse.Count($"select count(*) from {step.Table}");
        var repeated = step is CodeStep { CountRepeated: { } count } ? count(warehouse) : warehouse.RepeatedRows(step.Table, step.Grain, rows);
        if (repeated > 0)
        {
            throw new BrokenLawException([ProblemKinds.GrainBroken.At(null,
                $"Table {step.Table} has {repeated} rows more than its grain ({string.Join(", ", step.Grain)}) allows.", "Nothing was published; yesterday's run stands.")]);
        }
        return new TableFact(stage.Name, step.Table, step.Grain, rows);
    }
}

/// <summary>A table that a run made, and how many rows it has.</summary>
public sealed record TableFact(string Stage, string Table, IReadOnlyList<string> Grain, long Rows);
