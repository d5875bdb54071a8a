using System.Globalization;
using Stratify.Datasets;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>
/// A list by which records are withheld before anything is made of them: of people who said no, or of those whose records may be used, as
/// NHS England's check for national data opt-outs answers (one NHS number a line with a comma behind it, those of who opted out taken out).
/// </summary>
/// <param name="Name">As written in the job.</param>
/// <param name="Place">Where the job names it.</param>
public sealed record OptOutList(string Name, string Path, Place Place)
{
    /// <summary>
    /// How old a list may be. An organisation may keep what the check answers for a limited time and has to ask again; 21 days are ours, and
    /// whoever answers for the job may allow fewer.
    /// </summary>
    public const int UsualAgeDays = 21;

    /// <summary>Whether it names who may be used and everybody else is withheld; else it names who is.</summary>
    public bool Allows { get; internal init; }

    /// <summary>The day that the list tells of; null where the job does not say.</summary>
    public DateOnly? Dated { get; internal init; }

    public int MaxAgeDays { get; internal init; } = UsualAgeDays;

    /// <summary>The key under which its people came pseudonymised; null for NHS numbers.</summary>
    public string? Pseudonymised { get; internal init; }

    /// <summary>As the job says it of all that it names, where it says nothing of the list itself.</summary>
    internal OptOutList Under(string? pseudonymised) => this with { Pseudonymised = Pseudonymised ?? pseudonymised };

    internal static IReadOnlyList<OptOutList> Read(YamlFields job, JobPaths paths, List<Problem> problems) => job.Node("opt_out") switch
    {
        null => [],
        YamlList list => [.. list.Items.Select(item => One(item, paths, problems)).OfType<OptOutList>()],
        var node => One(node, paths, problems) is { } one ? [one] : [],
    };

    private static OptOutList? One(YamlNode node, JobPaths paths, List<Problem> problems)
    {
        if (node is YamlText plain) { return Newest(plain, null, paths, problems); }
        var fields = YamlFields.Of(node, problems, "'opt_out'");
        var (file, allowed, dated) = (fields.Node("file") as YamlText, fields.Node("allowed") as YamlText, fields.Node("dated") as YamlText);
        var (age, key) = (fields.Integer("max_age_days", 0, 3650), Pseudonymisation.Read(fields));
        fields.Done();
        if ((file is null) == (allowed is null))
        {
            problems.Add(ProblemKinds.YamlMissingKey.At(node.Place, "'opt_out' names no list, or two at once.", "Give 'file' for a list of those who said no, or 'allowed' for a list of those whose records may be used, and both as a list of two."));
            return null;
        }
        return Newest((file ?? allowed)!, dated, paths, problems) is { } list ? list with { Allows = allowed is not null, MaxAgeDays = age ?? UsualAgeDays, Pseudonymised = key } : null;
    }

    /// <summary>Of several lists that a pattern finds the newest stands, by the dates in their names.</summary>
    private static OptOutList? Newest(YamlText file, YamlText? dated, JobPaths paths, List<Problem> problems)
    {
        var (before, missing) = (problems.Count, new List<Problem>());
        var found = paths.Find(file, problems, missing);
        // To run without the list would use the records of people who said no.
        if (missing.Count > 0) { problems.Add(ProblemKinds.FileMissing.At(file.Place, "The opt-out list is not there, so nothing may be read.")); }
        var all = found.Select(match => new OptOutList(match.Name, match.Path, file.Place) { Dated = dated is null ? null : Day(match.Name, dated, problems) }).ToList();
        if (problems.Count > before) { return null; }
        if (all.Count == 1 || all.DistinctBy(list => list.Dated).Count() == all.Count) { return all.MaxBy(list => list.Dated); }
        problems.Add(ProblemKinds.YamlWrongValue.At(file.Place, $"{all.Count.ToString(CultureInfo.InvariantCulture)} lists are '{file.Value}', and nothing says which is the newest.", "Say how the date in their names is written, such as dated: yyyyMMdd."));
        return null;
    }

    private static DateOnly? Day(string name, YamlText dated, List<Problem> problems)
    {
        if (DateOnly.TryParseExact(dated.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return day; }
        if (DatePattern.Compile(dated.Value, out var why) is not { } pattern)
        {
            problems.Add(ProblemKinds.YamlWrongValue.At(dated.Place, $"'dated' is no date and no date format: '{dated.Value}'.", $"Give the day of the list, such as 2025-03-28, or how the date in its name is written, such as yyyyMMdd. {why}".TrimEnd()));
            return null;
        }
        if (DeliveryOrder.Dates(System.IO.Path.GetFileName(name), dated.Value, pattern) is [var one]) { return one; }
        problems.Add(ProblemKinds.YamlWrongValue.At(dated.Place, $"The name of '{name}' does not have one date of the form {dated.Value}."));
        return null;
    }
}
