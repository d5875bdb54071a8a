using Stratify.Problems;
using Stratify.Results;

namespace Stratify.Releases;

/// <summary>What is to leave, and how.</summary>
/// <param name="Run">A run's own folder.</param>
/// <param name="To">A folder that is not there yet.</param>
/// <param name="Ledger">The folder of all releases so far.</param>
/// <param name="Day">The day on which it leaves.</param>
public sealed record ReleaseOrder(string Run, string To, string Ledger, DateOnly Day)
{
    /// <summary>Tables that are to leave; all when none is named.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>How many days must lie between releases of different data: with 28, a number that moves by one a day was recovered by nobody in 13 of them.</summary>
    public int LeastDays { get; init; } = 28;

    /// <summary>What it is for and who asked, in the words of whoever releases; printed in the pack.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Whether the report goes with it, which needs all tables: what it shows is held against later releases by them.</summary>
    public bool WithReport { get; init; }
}

/// <summary>A pack that may leave.</summary>
public sealed record Release(Released Entry, string Folder, IReadOnlyList<string> Files)
{
    /// <summary>Checks a run's figures against all that left before, enters them into the ledger, and writes the pack.</summary>
    /// <exception cref="DefinitionException">There is no such run or table, or the ledger is damaged.</exception>
    /// <exception cref="BrokenLawException">The run's files are not those that were published.</exception>
    /// <exception cref="DisclosureException">It would tell too much: alone, with earlier releases, or because it comes too soon.</exception>
    /// <exception cref="OutputException">The pack or the ledger cannot be written.</exception>
    public static Release Make(ReleaseOrder order)
    {
        if (Directory.Exists(order.To) || File.Exists(order.To)) { throw new OutputException([ProblemKinds.CannotWrite.At(new Place(order.To), "There is something here already.", "Give a folder that is not there yet with --to.")]); }
        if (order.WithReport && order.Tables.Count > 0) { throw new DefinitionException(ProblemKinds.UsageWrong.At(null, "The report shows figures of every table, so it cannot leave with some of them.", "Leave out '--tables' or '--with-report'.")); }
        var run = ReleasedRun.Open(order.Run);
        var results = Chosen(PublishedResults.Read(Path.Combine(order.Run, "tables")), order);
        var ledger = ReleaseLedger.Open(order.Ledger);
        try
        {
            var before = ledger.All.Count > 0 ? ledger.All[^1] : null;
            var entry = Enter(order, run, results, ledger);
            return new Release(entry, order.To, new ReleasePack(order, run, results, entry, before).Write());
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(order.To);
        }
    }

    /// <summary>What may not leave leaves nothing in the ledger either.</summary>
    private static Released Enter(ReleaseOrder order, ReleasedRun run, ResultSet results, ReleaseLedger ledger)
    {
        var stage = ledger.Stage();
        try
        {
            File.Copy(Restricted(order, "cohort_member.parquet"), Path.Combine(stage, ReleaseLedger.MembersFile));
            ReleaseGate.Check(order, run, results, (ledger, stage));
            ResultFiles.Write(results, Path.Combine(stage, "tables"));
            CheckerFile.Write(results, Restricted(order, ResultFiles.Exact), Path.Combine(stage, "checker.csv"));
            return ledger.Enter(stage, order.Day, run);
        }
        finally
        {
            if (Directory.Exists(stage)) { Directory.Delete(stage, recursive: true); }
        }
    }

    private static string Restricted(ReleaseOrder order, string name)
    {
        var path = Path.Combine(order.Run, "restricted", name);
        return File.Exists(path) || Directory.Exists(path) ? path
            : throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "What a release is checked against is not here: the run's folder 'restricted' is closed to you, was left out of a copy, or is of an older version.", "Ask whoever ran the job, or run it again."));
    }

    private static ResultSet Chosen(ResultSet results, ReleaseOrder order)
    {
        var unknown = order.Tables.FirstOrDefault(name => results.Find(name) is null);
        if (unknown is not null) { throw new DefinitionException(ProblemKinds.UnknownName.At(new Place(order.Run), $"The run has no table '{unknown}'.", Nearest.Hint(unknown, [.. results.Tables.Select(table => table.Name)], "tables"))); }
        return order.Tables.Count == 0 ? results : results with { Tables = [.. results.Tables.Where(table => order.Tables.Contains(table.Name))] };
    }
}
