namespace Stratify.DuckDb;

/// <summary>A function of C# that DuckDB reads as a table. It takes one text and says which columns it gives.</summary>
/// <param name="bind">Opens what the argument names; called once a query.</param>
public sealed class TableFunction(string name, Func<string, TableSource> bind)
{
    public string Name { get; } = name;

    /// <summary>Only those columns are asked for that the query reads: see <see cref="TableSource.Open"/>.</summary>
    public bool IsProjected { get; init; }

    /// <summary>What the function itself threw in the query that failed last; DuckDB passes on no more than a text.</summary>
    public Exception? Failure { get; internal set; }

    internal TableSource Bind(string argument) => bind(argument);
}

/// <summary>The rows of one query of a table function. DuckDB disposes it when the query ends, however it ends.</summary>
public abstract class TableSource : IDisposable
{
    public abstract IReadOnlyList<DuckColumnType> Columns { get; }

    /// <summary>How many rows come, where that is known beforehand.</summary>
    public virtual long? Rows => null;

    /// <summary>
    /// How many threads may read at once, each with a reader of its own. One, unless said: quoted line breaks and line numbers need a
    /// file to be read from its beginning, and a fixed order does too.
    /// </summary>
    public virtual int Readers => 1;

    /// <summary>What one thread reads by. All readers of one scan share its rows out among themselves.</summary>
    /// <param name="columns">Where each column that is written stands among <see cref="Columns"/>; -1 where no more than the number of rows is asked for.</param>
    public abstract TableReader Open(IReadOnlyList<int> columns);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>Reads some of the rows of a scan, on one thread.</summary>
public abstract class TableReader
{
    /// <summary>Writes up to <see cref="TableOutput.Capacity"/> rows and answers how many; 0 ends the reader's share.</summary>
    public abstract int Fill(TableOutput output);
}

/// <summary>Rows that come one after the other, all columns of each.</summary>
public abstract class RowsInOrder : TableSource
{
    /// <summary>Writes up to <see cref="TableOutput.Capacity"/> rows and answers how many; 0 ends the table. Called by one thread at a time.</summary>
    public abstract int Fill(TableOutput output);

    public sealed override TableReader Open(IReadOnlyList<int> columns) => new InOrder(this);

    private sealed class InOrder(RowsInOrder rows) : TableReader
    {
        public override int Fill(TableOutput output) => rows.Fill(output);
    }
}
