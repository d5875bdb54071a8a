using Stratify.Problems;
using Stratify.Reports;
using Stratify.Results;

namespace Stratify;

/// <summary>A published run's report made again from its tables, for whom it is wanted: no extract is read, and no figure is another.</summary>
public static class ReportAgain
{
    /// <param name="run">The run's own folder.</param>
    /// <param name="to">Gets the report; what lies there under the same names is written over.</param>
    /// <param name="whole">Whether the PDF has everything that the HTML has.</param>
    /// <returns>How many pages it has.</returns>
    /// <exception cref="DefinitionException">There is no such run, or it is damaged or of an older version.</exception>
    /// <exception cref="DisclosureException">A figure is not one that a run publishes.</exception>
    /// <exception cref="OutputException">The report cannot be written there.</exception>
    public static int Make(string run, Audience audience, string to, bool whole = false)
    {
        var results = PublishedResults.Read(Path.Combine(run, "tables"));
        var path = Path.Combine(run, RunFacts.FileName);
        var facts = (File.Exists(path) ? RunFacts.Read(path) : null)
            ?? throw new DefinitionException(ProblemKinds.VerifyFailed.At(new Place(path), "What the report says of the run is not here, or is not as this version writes it.", "'stratify verify' says which files have changed; a run of an older version must be made again."));
        ResultAudit.Check(results);
        var report = CommissionerReport.Make(results, facts, audience);
        try
        {
            Directory.CreateDirectory(to);
            ReportFiles.Write(report, to, whole);
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(to);
        }
        return report.Pages.Count;
    }
}
