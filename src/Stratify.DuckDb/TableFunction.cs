namespace Stratify.DuckDb;

/// <summary>A function of C# that DuckDB reads as a table. It takes one text and says which columns it gives.</summary>
/// <param name="bind">Opens what the argument names; called once a query.</param>
public sealed class TableFunction(string name, Func<string, TableSource> bind)
{
    public string Name { get; } = name;

    /// <summary>What the function itself threw in the query that failed last; DuckDB passes on no more than a text.</summary>
    public Exception? Failure { get; internal set; }

    internal TableSource Bind(string argument) => bind(argument);
}

/// <summary>The rows of one query of a table function. DuckDB disposes it when the query ends, however it ends.</summary>
public abstract class TableSource : IDisposable
{
    public abstract IReadOnlyList<DuckColumnType> Columns { get; }

    /// <summary>Writes up to <see cref="TableOutput.Capacity"/> rows and answers how many; 0 ends the table. Called by one thread at a time.</summary>
    public abstract int Fill(TableOutput output);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
