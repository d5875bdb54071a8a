using System.Text.RegularExpressions;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>Reads a list of codes that a job brings, as CSV: condition, code_system, code, match; and, where there is more to say, kind and title. Every fault is reported at once.</summary>
/// <param name="taken">Names that a condition may not have: fields that there are, and words of the cohort language.</param>
public sealed partial class OwnListReader(IReadOnlyCollection<string> taken, List<Problem> problems)
{
    private static readonly string[] Kinds = ["diagnosis", "resolved"];

    /// <param name="file">The list as the job names it.</param>
    public OwnList Read(Stream stream, OwnListFile file)
    {
        var codes = new List<ConditionCode>();
        var conditions = new Dictionary<string, Condition>();
        foreach (var (place, row) in ReferenceCsv.Read(stream, file.File.Value, ProblemKinds.CodeListWrong, ["condition", "code_system", "code", "match"], ["kind", "title", "source"]))
        {
            var code = new ConditionCode(row["condition"], row["code_system"].ToUpperInvariant(), row["code"], row["match"], row["source"]) { Kind = row["kind"].Length == 0 ? "diagnosis" : row["kind"] };
            Check(code, place);
            if (codes.Any(other => (other.Condition, other.Kind, other.System, other.Code) == (code.Condition, code.Kind, code.System, code.Code))) { Wrong(place, "Another row has the same condition, kind, system and code.", "Take one of them out."); }
            if (!conditions.ContainsKey(code.Condition)) { Name(code.Condition, place); }
            if (!conditions.TryGetValue(code.Condition, out var known) || (known.Title == Words(code.Condition) && row["title"].Length > 0))
            {
                conditions[code.Condition] = new Condition(code.Condition, row["title"].Length == 0 ? Words(code.Condition) : row["title"]);
            }
            codes.Add(code);
        }
        if (codes.Count == 0) { Wrong(new Place(file.File.Value, 1), "The list has no code.", "Write one code a row, below the header."); }
        return new OwnList(file.File.Value, [.. conditions.Values], new ConditionCodes(codes)) { Release = file.Release, Source = file.Source, LookBackDays = file.LookBackDays };
    }

    private void Name(string condition, Place place)
    {
        if (!PlainName().IsMatch(condition)) { Wrong(place, $"'{condition}' cannot be a condition's name.", "Use small letters, digits and underscores, beginning with a letter, as in gout_treated."); }
        else if (taken.Contains(condition)) { Wrong(place, $"'{condition}' is a field or a word already.", $"Give the condition another name, as in {condition}_mine."); }
    }

    private void Check(ConditionCode code, Place place)
    {
        if (!CodeSystems.All.Contains(code.System))
        {
            Wrong(place, $"'{code.System}' is no system of codes that is read.", Nearest.Hint(code.System, CodeSystems.All, "systems"));
        }
        else if (code.Code.Length == 0) { Wrong(place, "The row has no code."); }
        else if (CodeSystems.Digits.Contains(code.System) && !code.Code.All(char.IsAsciiDigit))
        {
            Wrong(place, $"A code of {code.System} is digits alone.", "A spreadsheet that reads a code as a number spoils its last digits: take the list again, with the column as text.");
        }
        else if (code.System == "ICD10" && !Icd10().IsMatch(code.Code))
        {
            Wrong(place, "This is no code of ICD-10.", "Write a letter and one digit or more, as in E11 or E11.9; how much of it must be the same is said by match.");
        }
        if (!CodeSystems.Matches.Contains(code.Match)) { Wrong(place, $"'match' cannot be '{code.Match}'.", Nearest.Hint(code.Match, CodeSystems.Matches, "values")); }
        else if (code.Match != "exact" && CodeSystems.All.Contains(code.System) && !CodeSystems.Nested.Contains(code.System))
        {
            Wrong(place, $"How a code of {code.System} begins says nothing of what it means.", "Write exact, and a row for each code.");
        }
        if (!Kinds.Contains(code.Kind)) { Wrong(place, $"'kind' cannot be '{code.Kind}'.", Nearest.Hint(code.Kind, Kinds, "values")); }
    }

    private void Wrong(Place place, string message, string hint = "") => problems.Add(ProblemKinds.CodeListWrong.At(place, message, hint));

    private static string Words(string name) => name.Length == 0 ? name : $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('_', ' ')}";

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"^[A-Za-z]\d[0-9A-Za-z.†*+ -]*$")]
    private static partial Regex Icd10();
}
