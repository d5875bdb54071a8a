using Stratify.Datasets;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>How sure a header's name makes one of a column: from the names of the dataset, of its shipped profiles, and of the same column in others.</summary>
internal sealed class ColumnNames
{
    private readonly (double Weight, IReadOnlyList<string> Names)[] _known;

    internal ColumnNames(Column column, Dataset dataset)
    {
        _known =
        [
            (1, [column.From, .. column.Also]),
            (0.95, [.. ShippedProfiles.All.Where(profile => profile.Dataset == dataset).SelectMany(profile => profile.Columns).Where(source => source.Column == column).SelectMany(source => source.From)]),
            (0.9, [column.Name]),
            (0.85, [.. Catalogue.All.SelectMany(other => other.Columns).Where(other => other.Name == column.Name && other.Kind == column.Kind).SelectMany(other => other.Also.Prepend(other.From))]),
        ];
    }

    /// <summary>From 0, nothing alike, to 1, the dataset's own name.</summary>
    internal double Likeness(string header)
    {
        var bare = Bare(header);
        if (bare.Length == 0) { return 0; }
        foreach (var (weight, names) in _known)
        {
            if (names.Any(name => Bare(name) == bare)) { return weight; }
        }
        // Names of other datasets are near to much.
        return Nearest.Of(bare, _known[..^1].SelectMany(known => known.Names).Select(Bare)) is null ? 0 : 0.6;
    }

    /// <summary>Letters and digits alone, in capitals.</summary>
    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
