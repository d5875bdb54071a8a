using System.Text.RegularExpressions;
using Stratify.Datasets;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>
/// Extracts whose people came pseudonymised by somebody else: keys under one of their keys are joined as they are, and nothing else can be
/// joined to them. Which key it was nobody can see from the data, so it must be said.
/// </summary>
internal static partial class Pseudonymisation
{
    /// <summary>The id of the key, where <c>pseudonymised</c> is said of a job, an extract or a list.</summary>
    internal static string? Read(YamlFields fields)
    {
        if (fields.Text("pseudonymised") is not { } id) { return null; }
        if (IsId(id)) { return id; }
        fields.Wrong(fields.Node("pseudonymised")!, "'pseudonymised' must be the id of a key: letters, digits, dots, hyphens.", "Ask whoever pseudonymised the extract what they call the key; it is no secret.");
        return null;
    }

    internal static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>The profile as it holds for a delivery that is said to be pseudonymised: what would be an NHS number is somebody's key.</summary>
    /// <param name="keyId">Of which key; null where nothing was said.</param>
    /// <param name="ofAll">Whether it was said of all extracts at once: what the profile itself says then stands.</param>
    internal static Profile Apply(Profile profile, string? keyId, bool ofAll = false) => keyId is null || profile.Columns.All(source => source.Column.Kind != ColumnKind.NhsNumber) ? profile : profile with
    {
        // What rows are kept as between runs depends on it.
        Text = $"{profile.Text}\npseudonymised: {keyId}",
        Columns = [.. profile.Columns.Select(source => source.Column.Kind == ColumnKind.NhsNumber ? source with { Opaque = true, OpaqueKey = ofAll ? source.OpaqueKey ?? keyId : keyId } : source)],
    };

    /// <summary>Says what cannot be joined: keys of two keys, keys of a key that nobody names, and keys beside NHS numbers.</summary>
    internal static void Check(Job job, List<Problem> problems)
    {
        var numbers = job.Extracts.SelectMany(extract => extract.Profile.Columns
            .Where(source => source.Column.Kind == ColumnKind.NhsNumber)
            .Select(source => new Numbered(extract.Profile.Dataset.Name, extract.Place, source.Opaque, source.OpaqueKey))).DistinctBy(number => (number.Place, number.IsOpaque, number.Key)).ToList();
        numbers.AddRange(job.OptOuts.Select(list => new Numbered("opt_out", list.Place, list.Pseudonymised is not null, list.Pseudonymised)));
        if (numbers.All(number => !number.IsOpaque)) { return; }
        problems.AddRange(numbers.Where(number => number is { IsOpaque: true, Key: null }).Select(number => ProblemKinds.PseudonymsApart.At(number.Place,
            $"{number.What} came pseudonymised, and nothing says under which key, so it cannot be joined to anything.", "Say it here, or for all extracts of the job: pseudonymised: ID-OF-THE-KEY, as whoever made the keys calls it.")));
        var first = numbers.FirstOrDefault(number => number is { IsOpaque: true, Key: not null });
        if (first is null) { return; }
        problems.AddRange(numbers.Where(number => number is { IsOpaque: true, Key: { } key } && key != first.Key).Select(number => ProblemKinds.PseudonymsApart.At(number.Place,
            $"{number.What} came pseudonymised under the key {number.Key}, and {first.What} under {first.Key}: no two of their keys are the same.", "Have them pseudonymised again under one key, or leave one out.")));
        problems.AddRange(numbers.Where(number => !number.IsOpaque).Select(number => ProblemKinds.PseudonymsApart.At(number.Place,
            $"{number.What} has NHS numbers, and {first.What} keys that came pseudonymised: a number cannot be found among them.", $"Have both pseudonymised under {first.Key} and say so (pseudonymised: {first.Key}), or ask for both with NHS numbers.")));
    }

    private sealed record Numbered(string What, Place Place, bool IsOpaque, string? Key);

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$")]
    private static partial Regex Id();
}
