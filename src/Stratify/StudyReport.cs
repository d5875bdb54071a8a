using Stratify.Reports;
using Stratify.Results;
using Stratify.Studies;

namespace Stratify;

/// <summary>An answer to what was asked of a published run, in a folder of its own: pages, pictures and tables, none of which tells of single people.</summary>
public static class StudyReport
{
    /// <param name="title">What the answer is, such as "What would have to be true".</param>
    /// <param name="about">Of what, for the line below the title, such as "Scenarios for South Somerset, from 2024/25"; given the run's facts.</param>
    /// <param name="pages">Given the run's facts.</param>
    /// <param name="tables">What the folder 'tables' holds; already controlled by the strictest rule.</param>
    /// <exception cref="Problems.OutputException">It cannot be written there.</exception>
    public static void Write(Study study, string to, string title, Func<RunFacts, string> about, Func<RunFacts, IReadOnlyList<Page>> pages, IReadOnlyList<ResultTable> tables)
    {
        var facts = RunFacts.Read(Path.Combine(study.Run, RunFacts.FileName)) ?? throw RunFolder.NoRun(study.Run);
        var subtitle = about(facts);
        var report = new Report(title, subtitle, $"Stratify: {subtitle}", facts.PeriodEnd, pages(facts));
        try
        {
            Directory.CreateDirectory(to);
            ReportFiles.Write(report, to);
            ResultFiles.WriteTables(new ResultSet(Disclosure.Strictest.Rule, tables), Path.Combine(to, "tables"));
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(to);
        }
    }
}
