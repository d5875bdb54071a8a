using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Stratify.Datasets;

namespace Stratify.Landing;

/// <summary>One column of a proposed profile, for programs.</summary>
/// <param name="Settings">Ways to read it, as YAML; more than one where somebody must choose.</param>
public sealed record ProposedColumn(string Name, string Header, int Place, decimal Confidence, int Values, int Fitting, string Shape, IReadOnlyList<string> Settings);

/// <summary>A profile proposed from a file's header and first rows, as YAML with its reasons, and as parts for programs. It holds no value of any row.</summary>
/// <param name="Open">Columns that can be read in two ways; the profile is refused until one is chosen.</param>
public sealed partial record ProposedProfile(string Yaml, string Encoding, string Delimiter, int SkipLines, int RowsRead, IReadOnlyList<ProposedColumn> Columns, IReadOnlyList<string> Missing, IReadOnlyList<string> LeftOver, IReadOnlyList<string> Open)
{
    /// <exception cref="Problems.ExtractException">The file cannot be read, or no line of it looks like a header of the dataset.</exception>
    public static ProposedProfile Of(string path, Dataset dataset)
    {
        var proposal = ProfileProposal.Of(path, dataset);
        return new ProposedProfile(
            Write(proposal), proposal.Sample.Encoding, proposal.Sample.Delimiter == '\t' ? "tab" : proposal.Sample.Delimiter.ToString(), proposal.SkipLines, proposal.Rows.Count,
            [.. proposal.Columns.Select(column => new ProposedColumn(column.Column.Name, column.Header, column.Place, Math.Round((decimal)column.Confidence, 2), column.Fit.Values, column.Fit.Fitting, column.Shape, column.Fit.Settings))],
            [.. proposal.Missing.Select(column => column.Name)], proposal.LeftOver, [.. proposal.Columns.Where(column => column.Fit.IsOpen).Select(column => column.Column.Name)]);
    }

    private static string Write(ProfileProposal proposal)
    {
        var (text, sample) = (new StringBuilder(), proposal.Sample);
        text.Append(CultureInfo.InvariantCulture, $"# Proposed by 'stratify map' from the header and {proposal.Rows.Count} rows. Read it, correct it, then 'stratify check' the job that names it.\n");
        text.Append(CultureInfo.InvariantCulture, $"profile: my-{proposal.Dataset.Name.Replace('_', '-')}\ndataset: {proposal.Dataset.Name}\n");
        if (sample.Encoding != "utf-8") { text.Append(CultureInfo.InvariantCulture, $"encoding: {sample.Encoding}   # {sample.EncodingNote}\n"); }
        if (sample.Delimiter != ',') { text.Append(CultureInfo.InvariantCulture, $"delimiter: {(sample.Delimiter == '\t' ? "tab" : $"\"{sample.Delimiter}\"")}\n"); }
        if (proposal.SkipLines > 0) { text.Append(CultureInfo.InvariantCulture, $"skip_lines: {proposal.SkipLines}\n"); }
        text.Append("columns:\n");
        foreach (var column in proposal.Columns) { Write(text, proposal, column); }
        foreach (var column in proposal.Missing) { text.Append(CultureInfo.InvariantCulture, $"  # {(column.Required ? "REQUIRED and not found" : "not found")}: {column.Name}. {column.Meaning}\n"); }
        if (proposal.LeftOver.Count > 0) { text.Append(CultureInfo.InvariantCulture, $"# Headers that are none of these: {string.Join(", ", proposal.LeftOver.Select(Plain))}\n"); }
        return text.ToString();
    }

    private static void Write(StringBuilder text, ProfileProposal proposal, ColumnProposal column)
    {
        if (column.Fit.IsOpen) { text.Append("  # CHOOSE ONE: no day of the sample passes the twelfth, so its order of day and month cannot be told. Take the other line out.\n"); }
        foreach (var settings in column.Fit.Settings.DefaultIfEmpty(""))
        {
            var source = proposal.IsRepeated(column) ? string.Create(CultureInfo.InvariantCulture, $"at: {column.Place}") : $"from: {Name(column.Header)}";
            var value = settings.Length == 0 && source.StartsWith("from", StringComparison.Ordinal) ? Name(column.Header) : $"{{{source}{(settings.Length == 0 ? "" : $", {settings}")}}}";
            text.Append(CultureInfo.InvariantCulture, $"  {column.Column.Name}: {value}   # {Reason(column)}\n");
        }
    }

    private static string Reason(ColumnProposal column)
    {
        var fit = column.Fit.Values == 0 ? "no value to judge by" : string.Create(CultureInfo.InvariantCulture, $"{column.Fit.Fitting} of {column.Fit.Values} values fit, most like {column.Shape}");
        var list = column.Column.OneOf is { } legal && column.Fit.Fitting < column.Fit.Values ? $"; those that do not need a map to {string.Join(", ", legal.Take(12))}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{column.Confidence * 100:0}% sure: {fit}{list}");
    }

    /// <summary>A header as YAML: quoted where it is more than words.</summary>
    private static string Name(string header) => Words().IsMatch(header) ? header : $"\"{Plain(header).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>On one line.</summary>
    private static string Plain(string header) => string.Concat(header.Select(c => char.IsControl(c) ? ' ' : c));

    [GeneratedRegex(@"\A(?!(?i:null|true|false|yes|no|on|off)\z)[A-Za-z][A-Za-z0-9_]*( [A-Za-z0-9_]+)*\z")]
    private static partial Regex Words();
}
