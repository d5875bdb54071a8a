using Stratify.Datasets;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>Which header a column of the dataset most likely comes from, and why.</summary>
/// <param name="Place">The header's place, from 0.</param>
/// <param name="Confidence">From 0 to 1: the name's likeness, lowered where values do not fit.</param>
/// <param name="Shape">What most values look like: digits as 9, letters as A and a, never a value.</param>
internal sealed record ColumnProposal(Column Column, string Header, int Place, double Confidence, SampleFit Fit, string Shape);

/// <summary>
/// A profile proposed for a file that nobody has described, for somebody to read and correct. What the sample leaves open, such as the
/// order of day and month, is put to the reader and never guessed.
/// </summary>
internal sealed record ProfileProposal(Dataset Dataset, SampleText Sample, int HeaderAt, IReadOnlyList<ColumnProposal> Columns)
{
    private const int MostPreamble = 20, FewestNames = 2;
    private const double LeastConfidence = 0.45;

    internal IReadOnlyList<string> Header => Sample.Rows[HeaderAt];

    internal int SkipLines => (int)Sample.Lines[HeaderAt] - 1;

    internal IReadOnlyList<string[]> Rows => [.. Sample.Rows.Skip(HeaderAt + 1).Where(row => row.Length == Header.Count)];

    /// <summary>Columns of the dataset for which no header was found.</summary>
    internal IReadOnlyList<Column> Missing => [.. Dataset.Columns.Where(column => Columns.All(found => found.Column != column))];

    /// <summary>Headers that are no column of the dataset.</summary>
    internal IReadOnlyList<string> LeftOver => [.. Header.Where((name, i) => name.Length > 0 && Columns.All(found => found.Place != i))];

    internal bool IsRepeated(ColumnProposal column) => Header.Count(name => name.Equals(column.Header, StringComparison.OrdinalIgnoreCase)) > 1;

    /// <exception cref="ExtractException">The file cannot be read, or no line of it looks like a header of the dataset.</exception>
    internal static ProfileProposal Of(string path, Dataset dataset)
    {
        var names = dataset.Columns.Select(column => new ColumnNames(column, dataset)).ToList();
        var (sample, header, known) = (
            from way in SampleText.AllWays(path)
            from at in Enumerable.Range(0, Math.Min(way.Rows.Count, MostPreamble))
            let row = way.Rows[at]
            where row.All(IsName)
            let matched = names.Count(name => row.Any(field => name.Likeness(field) > 0.7))
            orderby matched descending, row.Length descending, at
            select (way, at, matched)).FirstOrDefault();
        // No line is quoted: without a header the first one is a person's.
        if (known < FewestNames)
        {
            throw new ExtractException([ProblemKinds.ColumnMissing.At(new Place(Path.GetFileName(path)), $"No line of the first {MostPreamble} looks like a header of {dataset.Name}.", $"'stratify describe {dataset.Name}' lists its columns. A file without a header needs one.")]);
        }
        var proposal = new ProfileProposal(dataset, sample, header, []);
        return proposal with { Columns = proposal.Match(names) };
    }

    /// <summary>Nothing but digits is a value, and so is a long number; a header may leave a column without a name.</summary>
    private static bool IsName(string field) =>
        field.Length == 0 || (field.Length < 200 && field.Any(char.IsLetter) && !field.Split(field.Where(c => !char.IsDigit(c)).Distinct().ToArray()).Any(digits => digits.Length > 4));

    /// <summary>The surest pair first; each header and each column once.</summary>
    private List<ColumnProposal> Match(List<ColumnNames> names)
    {
        var rows = Rows;
        var fields = Enumerable.Range(0, Header.Count).Select(i => rows.Select(row => row[i]).ToList()).ToList();
        var pairs =
            from pair in Dataset.Columns.Zip(names)
            from place in Enumerable.Range(0, Header.Count)
            let likeness = pair.Second.Likeness(Header[place])
            where likeness > 0 || pair.First.Kind == ColumnKind.NhsNumber
            let fit = SampleFit.Of(pair.First, Dataset, fields[place])
            // Hardly anything but an NHS number passes its check digit.
            let confidence = Math.Max(likeness * (0.5 + (fit.Share / 2)), pair.First.Kind == ColumnKind.NhsNumber && fit.Values > 0 && fit.Share > 0.8 ? 0.7 : 0)
            where confidence >= LeastConfidence
            orderby confidence descending, place
            select new ColumnProposal(pair.First, Header[place], place, confidence, fit, SampleShape.Of(fields[place]));
        var taken = new List<ColumnProposal>();
        foreach (var pair in pairs)
        {
            if (!taken.Exists(other => other.Place == pair.Place || other.Column == pair.Column)) { taken.Add(pair); }
        }
        return [.. Dataset.Columns.SelectMany(column => taken.Where(found => found.Column == column))];
    }
}

/// <summary>What values look like without saying what they are.</summary>
internal static class SampleShape
{
    private const int Longest = 24;

    /// <summary>The most frequent shape of the fields that are not blank; empty when all are.</summary>
    internal static string Of(IEnumerable<string> fields) =>
        fields.Where(field => field.Length > 0).Select(Shape).CountBy(shape => shape).OrderByDescending(shape => shape.Value).ThenBy(shape => shape.Key, StringComparer.Ordinal).FirstOrDefault().Key ?? "";

    private static string Shape(string field)
    {
        var shape = string.Concat(field.Select(c => char.IsDigit(c) ? '9' : char.IsUpper(c) ? 'A' : char.IsLetter(c) ? 'a' : c is > ' ' and <= '~' ? c : c is ' ' or '£' ? c : '?'));
        return shape.Length <= Longest ? shape : $"text of up to {(shape.Length + 99) / 100 * 100}";
    }
}
