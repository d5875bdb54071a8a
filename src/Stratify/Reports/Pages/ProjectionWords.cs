using System.Globalization;
using Stratify.Model;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>A projection's figures in sentences, for pages and for the terminal.</summary>
public static class ProjectionWords
{
    /// <summary>The row of a projected year and setting; -1 where there is none.</summary>
    internal static int Row(ResultTable growth, int until, string setting) => growth.Where(("year", until.ToString(CultureInfo.InvariantCulture)), ("setting", setting)).FirstOrDefault(-1);

    /// <param name="tables">What it starts from, growth of cost, and published claims.</param>
    public static IReadOnlyList<string> Of((ResultTable Base, ResultTable Growth, ResultTable Claims) tables, int until)
    {
        var (start, growth, row) = (tables.Base, tables.Growth, Row(tables.Growth, until, "all"));
        if (growth[row, "growth"].Number is null) { return ["The run has too few people of some sex and age to say what they cost."]; }
        return
        [
            $"If people of each sex and age cost what they did in {start.Text(0, "year")}{(growth[row, "morbidity"].Number is 0 ? "" : ", but for a stated change of need")}, all care in {until} costs {Changed(growth, row)} than in {start.Text(0, "base")} (95% interval: {Share(growth, row, "growth_lower")} to {Share(growth, row, "growth_upper")}), {Format.Change(growth[row, "cost_change"].Number ?? 0)} on {Format.Pounds(growth[row, "cost_before"])} at the same prices.",
            $"Of that, {Share(growth, row, "number")} is the number of people, {Share(growth, row, "ageing")} their ages and sexes, {(start[0, "morbidity"].Number is 0 && growth[row, "morbidity"].Number is 0 ? "and nothing a change of each person's need, as none is stated" : $"and {Share(growth, row, "morbidity")} the stated change of each person's need")}.",
            Lists(start),
            .. start[0, "pooled"].Number is > 0 and var pooled ? [$"{Format.Whole(pooled)} ages of the projection are told with their neighbours, being of few people here; {Format.Count(start[0, "rates"])} groups have a rate of their own."] : Array.Empty<string>(),
            .. start[0, "left_out"] is ZeroCell ? Array.Empty<string>() : [$"People whose sex or age is not known are in no rate: {Format.Count(start[0, "left_out"])}, who cost {Format.Pounds(start[0, "left_out_cost"])}."],
            .. Enumerable.Range(0, tables.Claims.Rows.Count).Select(claim => Claim(tables.Claims, claim)),
        ];
    }

    private static string Lists(ResultTable start) => start[0, "list_over_projected"].Number is not { } ratio ? "How the lists compare with the projected people cannot be said."
        : $"The run's people are {Format.Ratio(ratio)} times the projected people of {start.Text(0, "base")}. {(ratio > 1.02 ? "Lists hold people who have moved or died, or the projection is of a smaller place." : ratio < 0.98 ? "The projection is of a larger place, or some of it is on no list here." : "They are of the same place as far as numbers tell.")} Growth is taken over as a part, so neither makes it larger.";

    private static string Claim(ResultTable claims, int row) =>
        $"{claims.Text(row, "of")}, {claims.Text(row, "from")} to {claims.Text(row, "to")}: published {claims.Text(row, "published")} ({claims.Text(row, "source")}); this projection {Share(claims, row, "found")}{(claims[row, "found_lower"].Csv == claims[row, "found_upper"].Csv ? "" : $" (95% interval: {Share(claims, row, "found_lower")} to {Share(claims, row, "found_upper")})")}.";

    private static string Changed(ResultTable growth, int row) => growth[row, "growth"].Number switch
    {
        > 0 => $"{Format.Precise(growth[row, "growth"].Number!.Value)} more",
        < 0 => $"{Format.Precise(-growth[row, "growth"].Number!.Value)} less",
        _ => "no more and no less",
    };

    internal static string Share(ResultTable of, int row, string column) => of[row, column].Number is { } share ? $"{(share > 0 ? "+" : "")}{Format.Precise(share)}" : of[row, column].Csv;

    internal static string Title(string setting) => setting == "all" ? "All care" : Setting.Of(setting).Title;
}
