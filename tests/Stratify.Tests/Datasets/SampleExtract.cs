using System.Globalization;
using System.Text;
using Stratify.Datasets;
using Stratify.Model;

namespace Stratify.Tests.Datasets;

/// <summary>A good extract of any dataset, made from its declaration: twenty rows in which every column is filled.</summary>
internal sealed record SampleExtract(Dataset Dataset, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    internal const int Count = 20;

    /// <summary>The row that is broken, from 0, with good ones before and behind it.</summary>
    internal const int Bad = 5;

    internal IReadOnlyList<string> Header { get; } = [.. Dataset.Columns.Select(column => column.From)];

    internal Profile National => Profile.ForNational(Dataset);

    internal static SampleExtract Of(Dataset dataset) =>
        new(dataset, [.. Enumerable.Range(0, Count).Select(row => (IReadOnlyList<string>)[.. dataset.Columns.Select(column => Good(column, row))])]);

    /// <summary>The header and the rows, as lines.</summary>
    internal List<string> Lines(char delimiter = ',') => [.. Rows.Prepend(Header).Select(row => string.Join(delimiter, row))];

    internal byte[] Bytes() => Encoding.UTF8.GetBytes(string.Join('\n', Lines()) + "\n");

    /// <summary>The column that a break of its kind falls on: a required one where there is one. Null when the dataset has none.</summary>
    internal Column? Column(Func<Column, bool> is_) => Dataset.Columns.Where(is_).OrderByDescending(column => column.Required).FirstOrDefault();

    /// <summary>Amounts are those in pounds: what breaks one need not break whole pence.</summary>
    internal Column? Column(ColumnKind kind) => Column(column => column.Kind == kind && !column.InPence);

    private static string Good(Column column, int row) => column.Kind switch
    {
        ColumnKind.NhsNumber => NhsNumber.TestNumber(100 + (3 * row)) is var number && number > 0 ? Text(number) : Text(NhsNumber.TestNumber(101 + (3 * row))),
        ColumnKind.Date => $"2024-{4 + (row % 3):00}-{9 + row:00}",
        ColumnKind.BirthDate => $"{1940 + row}-06-{9 + row:00}",
        ColumnKind.Integer => Text(row),
        ColumnKind.Quantity => $"{row}.5",
        ColumnKind.Money => column.InPence ? Text(10000 + (101 * row)) : $"{100 + row}.{row:00}",
        ColumnKind.Flag => row % 2 == 0 ? "Y" : "N",
        ColumnKind.Name => $"NAME{(char)('A' + row)}",
        ColumnKind.Postcode => $"TA{1 + row} 1AA",
        ColumnKind.Code when column.OneOf is { } legal => legal[row % legal.Count],
        ColumnKind.Code => $"C{row:00}",
        _ => $"T{row:00}",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
