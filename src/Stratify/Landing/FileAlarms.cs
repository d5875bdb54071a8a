using System.Globalization;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>What a whole file shows of its making that no single row does. Nothing is changed for it.</summary>
internal static class FileAlarms
{
    internal static IEnumerable<Problem> Of(RowPlan plan, Place place)
    {
        string[] swapped = [.. plan.Others.OfType<FieldColumn>().Where(column => column.Type is DateField { MayBeSwapped: true }).Select(column => column.Column.Name)];
        if (swapped.Length > 0)
        {
            yield return ProblemKinds.DayNeverPassesTwelve.At(place, $"No date of {string.Join(", ", swapped)} is after the twelfth of a month.", "See which order of day and month the sender uses, and state it as 'format' in the profile.");
        }
        var told = plan.Others.OfType<NumberColumn>().ToList();
        var (scientific, nineDigits) = ((plan.Person?.Scientific ?? 0) + told.Sum(column => column.Scientific), (plan.Person?.NineDigits ?? 0) + told.Sum(column => column.NineDigits));
        if (scientific + nineDigits > 0)
        {
            yield return ProblemKinds.NumbersSpoilt.At(place, string.Create(CultureInfo.InvariantCulture, $"{scientific:N0} NHS numbers are in scientific notation, {nineDigits:N0} have nine digits."),
                "Was the file opened in a spreadsheet and saved? Ask for it as it was exported.");
        }
    }
}
