namespace Stratify.Engine;

/// <summary>A station's work: tables to make, in order, and laws that hold afterwards.</summary>
public sealed record Stage(string Name, string Says, IReadOnlyList<Step> Steps, IReadOnlyList<SqlScript> Laws)
{
    /// <summary>Tables that are dropped when the stage is done: those that hold identities, and large ones that nothing reads any more.</summary>
    public IReadOnlyList<string> Drops { get; init; } = [];

    /// <summary>What else is to be let go of then.</summary>
    public Action? AtEnd { get; init; }
}

/// <summary>One table to be made.</summary>
public abstract record Step(string Table, IReadOnlyList<string> Grain);

/// <summary>The table is one SELECT.</summary>
public sealed record SelectStep(SqlScript Script) : Step(Script.Name, Script.Grain)
{
    /// <summary>
    /// The rows are made wherever they are read, and rest nowhere: for a wide table of all events that one or two others are made of. Its grain
    /// is not asked of it but of those, which have each of its rows.
    /// </summary>
    public bool IsView { get; init; }

    /// <summary>One row of all events, or nearly: such tables rest compressed in a file beside the run, and memory holds what is worked on.</summary>
    public bool IsOfEvents { get; init; }
}

/// <summary>The table is made by C#: read from a file, or computed by arithmetic that SQL does badly.</summary>
public sealed record CodeStep(string Table, IReadOnlyList<string> Grain, Action<Warehouse> Make) : Step(Table, Grain)
{
    /// <summary>A quicker count of the rows that share their grain with another; null where the table is to be asked.</summary>
    public Func<Warehouse, long>? CountRepeated { get; init; }
}
