using System.Text;
using Stratify.Datasets;
using Stratify.Model;

namespace Stratify.Landing;

/// <summary>How well the values of one field of a sample are what a column holds, and with which settings.</summary>
/// <param name="Values">How many were not null.</param>
/// <param name="Settings">What the profile must say beside the header, as YAML: one way; several where the sample leaves it open.</param>
internal sealed record SampleFit(int Values, int Fitting, IReadOnlyList<string> Settings)
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "yyyyMMdd", "dd-MM-yyyy", "MM-dd-yyyy", "dd.MM.yyyy", "yyyy/MM/dd", "yyyy-dd-MM", "dd MMM yyyy", "dd-MMM-yyyy", "ddMMyyyy", "MMddyyyy"];
    private static readonly (string? Currency, char? Thousands, char Decimal)[] Marks =
    [
        .. from currency in new[] { null, "£", "GBP", "€" }
           from marks in new (char?, char)[] { (null, '.'), (',', '.'), (null, ','), ('.', ','), (' ', ',') }
           select (currency, marks.Item1, marks.Item2),
    ];

    internal double Share => Values == 0 ? 1 : (double)Fitting / Values;

    /// <summary>Whether the user must choose between two ways of reading.</summary>
    internal bool IsOpen => Settings.Count > 1;

    internal static SampleFit Of(Column column, Dataset dataset, IReadOnlyList<string> fields)
    {
        string[] values = [.. fields.Where(field => field is not ("" or "NULL") && !column.Unknown.Contains(field, StringComparer.OrdinalIgnoreCase))];
        return column.Kind switch
        {
            ColumnKind.NhsNumber => new(values.Length, values.Count(value => NhsNumber.Read(Encoding.UTF8.GetBytes(value), out _) == NhsNumberStatus.Valid), []),
            ColumnKind.Date or ColumnKind.BirthDate => Dates(values),
            ColumnKind.Money => Amounts(column, dataset, values),
            _ => new(values.Length, Count(new ColumnSource(column, new("")), dataset, values), []),
        };
    }

    /// <summary>Every format that reads all values, of those that would read them as different days; else the one that reads most.</summary>
    private static SampleFit Dates(string[] values)
    {
        if (values.Length == 0) { return new(0, 0, []); }
        byte[][] texts = [.. values.Select(Encoding.UTF8.GetBytes)];
        var counts = Formats.Select(DatePattern.Of).Select(pattern => (pattern, fitting: texts.Count(text => pattern.TryRead(text, out _)))).ToList();
        var best = counts.MaxBy(count => count.fitting);
        if (best.fitting == 0) { return new(values.Length, 0, []); }
        var others = counts.Where(count => count.fitting == best.fitting && count.pattern.IsConfusedWith(best.pattern));
        return new(values.Length, best.fitting, [.. others.Prepend(best).Select(count => $"format: {Quoted(count.pattern.Format)}")]);
    }

    /// <summary>The plainest marks with which most values are amounts.</summary>
    private static SampleFit Amounts(Column column, Dataset dataset, string[] values)
    {
        var best = Marks.Select(marks => (marks, fitting: Count(new ColumnSource(column, new("")) { Currency = marks.Currency, Thousands = marks.Thousands, Decimal = marks.Decimal }, dataset, values))).MaxBy(way => way.fitting);
        string[] settings =
        [
            .. best.marks.Currency is { } currency ? new[] { $"currency: {Quoted(currency)}" } : [],
            .. best.marks.Thousands is { } thousands ? new[] { $"thousands: {Quoted(thousands.ToString())}" } : [],
            .. best.marks.Decimal == ',' ? new[] { "decimal: \",\"" } : [],
        ];
        return new(values.Length, best.fitting, settings.Length == 0 ? [] : [string.Join(", ", settings)]);
    }

    private static int Count(ColumnSource source, Dataset dataset, string[] values)
    {
        var (type, scratch) = (RowPlanner.TypeOf(source, dataset.DateFormats), LandedShape.Block(dataset).Column(source.Column.Name));
        return values.Count(value => type.Read(Encoding.UTF8.GetBytes(value), scratch, 0) is null);
    }

    private static string Quoted(string text) => $"\"{text}\"";
}
