using System.Globalization;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>What each condition adds to a year's cost, and how far the model that says so can be believed.</summary>
internal static class AddsPage
{
    /// <summary>None where there are too few people for a model.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts)
    {
        var effects = results["model_effects"];
        var rows = effects.Where(("year", facts.Year), ("setting", "all"))
            .Where(row => effects[row, "effect"].Number is not null && effects[row, "effect_lower"].Number is not null && effects[row, "effect_upper"].Number is not null)
            .OrderByDescending(row => effects[row, "effect"].Number).ToList();
        if (rows.Count == 0) { yield break; }
        var headline = Headline(effects, rows);
        yield return new Page("What each condition adds", headline,
        [
            new Paragraph("Each line is what a condition adds to a person's yearly cost of all care, with age, sex, deprivation and every other condition as they are: everybody's expected cost with it, less everybody's without."),
            new Figure("condition-effects", Forest.Draw([.. rows.Select(row => Row(effects, row))], "Added a person and year (95% interval)", headline),
                $"What each condition adds to yearly cost a person, with 95% interval{(rows.Count > Forest.Most ? $", the {Forest.Most} largest of {rows.Count}" : "")}, {facts.Place}, {facts.Year}", facts.Source,
                effects.Part("condition-effects", headline, rows, "year", "setting", "condition", "people", "effect", "effect_lower", "effect_upper")),
            List(effects, rows) with { IsPrinted = false },
            Fit(results["model_methods"], facts.Year) with { IsPrinted = false },
            new Caveat("This is who costs more, and not what would change if the condition went: who has it differs in more than the model knows, and care that prevents is part of the cost. Intervals are of the model that came nearest, and leave out how it was chosen."),
        ]);
    }

    private static string Headline(ResultTable effects, List<int> rows) => effects[rows[0], "effect_lower"].Number > 0
        ? $"{effects.Text(rows[0], "condition")} adds {Format.Pounds(effects[rows[0], "effect"])} a year, all else alike"
        : "What each condition adds to a year's cost, all else alike";

    private static ForestRow Row(ResultTable effects, int row) => new(
        effects.Text(row, "condition"), effects[row, "effect"].Number ?? 0, effects[row, "effect_lower"].Number ?? 0, effects[row, "effect_upper"].Number ?? 0,
        Format.Pounds(effects[row, "effect"]), Interval(effects, row));

    private static string Interval(ResultTable effects, int row) => Format.Between(effects[row, "effect_lower"], effects[row, "effect_upper"], Format.Pounds);

    private static DataTable List(ResultTable effects, IReadOnlyList<int> rows) => new(
        "What each condition adds to a year's cost, with age, sex, deprivation and the other conditions alike", ["Condition", "People", "Adds a person", "95% interval"],
        [.. rows.Select(row => (IReadOnlyList<string>)[effects.Text(row, "condition"), Format.Count(effects[row, "people"]), Format.Pounds(effects[row, "effect"]), Interval(effects, row)])]);

    /// <summary>Of people whom a model was not fitted to, for in its own it always does well.</summary>
    private static DataTable Fit(ResultTable methods, string year) => new(
        "How near each kind of model comes to what other people cost; the effects are of the chosen one", ["Model", "R²", "Cumming's measure", "Mean error", "Expected over spent", "Chosen"],
        [.. methods.Where(("year", year), ("setting", "all")).Select(row => (IReadOnlyList<string>)
        [
            methods.Text(row, "method"), Decimal(methods[row, "r_squared"]), Decimal(methods[row, "cumming"]), Format.Pounds(methods[row, "mean_error"]), Decimal(methods[row, "ratio"]), methods.Text(row, "chosen"),
        ])])
    {
        Words = [0, 5],
    };

    private static string Decimal(Cell cell) => cell.Number is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : cell.Csv;
}
