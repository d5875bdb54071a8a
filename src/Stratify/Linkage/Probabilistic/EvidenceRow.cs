using System.Globalization;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Linkage.Probabilistic;

/// <summary>A row of a file that a run left of linkage, as text until it is asked for a number.</summary>
internal sealed record EvidenceRow(Place Place, IReadOnlyDictionary<string, string> Fields)
{
    /// <param name="folder">The run's own folder.</param>
    /// <exception cref="DefinitionException">The file is not there, may not be read, or is not as a run writes it.</exception>
    internal static IEnumerable<EvidenceRow> Read(string folder, string file, params string[] columns)
    {
        var path = Path.Combine(folder, "restricted", file);
        try
        {
            using var stream = File.OpenRead(path);
            return [.. ReferenceCsv.Read(stream, path, ProblemKinds.VerifyFailed, columns).Select(row => new EvidenceRow(row.Place, row.Fields))];
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "What the run kept of its linkage cannot be read.",
                "Ask whoever may read the run's 'restricted' folder; where the run is older than this file, run the job again."));
        }
    }

    internal string Text(string column) => Fields[column];

    internal double Number(string column) => double.TryParse(Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : throw Damaged();

    internal long Whole(string column) => long.TryParse(Fields[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Damaged();

    /// <summary>How a pair agrees, out of one column a comparison; an empty one is a comparison of which either record says nothing.</summary>
    internal int Agreement() => PatternCode.Of([.. Comparisons.All.Select(comparison => Fields[Level(comparison)].Length == 0 ? -1
        : Whole(Level(comparison)) is >= 0 and var level && level <= comparison.Best ? (int)level : throw Damaged())]);

    internal static string Level(Comparison comparison) => $"{comparison.Name}_level";

    internal DefinitionException Damaged() => new(ProblemKinds.VerifyFailed.At(Place, "The line is not as a run writes it.", "'stratify verify' says which files have changed. Run the job again where they were made by another version."));
}
