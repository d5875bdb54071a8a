using System.Globalization;
using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;
using static Stratify.Reports.Pages.ProjectionWords;

namespace Stratify.Reports.Pages;

/// <summary>What more and older people would cost by themselves: two pages, of all care and of each setting.</summary>
public static class ProjectionPage
{
    /// <param name="tables">What it starts from, growth of cost, and published claims.</param>
    /// <param name="more">Growth of activity, and what people of each sex and age cost now.</param>
    public static IReadOnlyList<Page> Make((ResultTable Base, ResultTable Growth, ResultTable Claims) tables, (ResultTable Activity, ResultTable Curve) more, int until, RunFacts facts)
    {
        var year = tables.Base.Text(0, "year");
        return [Whole(tables, until, (facts, year)), BySetting(tables, more, until, (facts, year))];
    }

    private static Page Whole((ResultTable Base, ResultTable Growth, ResultTable Claims) tables, int until, (RunFacts Facts, string Year) run)
    {
        var growth = tables.Growth;
        var (row, headline) = (Row(growth, until, "all"), Headline(tables, until));
        var all = growth.Where(("setting", "all")).ToList();
        return new Page("Growth with the population", headline,
        [
            new Bullets(Of(tables, until)),
            new Figure("projection", SideBars.Draw(Steps(growth, row, (run.Year, until)), headline, 600, 210), $"Cost a year at the prices of {run.Year}, and what is added to it, {run.Facts.Place}", run.Facts.Source,
                growth.Part("projection", headline, [row], "year", "cost_before", "cost_number", "cost_ageing", "cost_morbidity", "cost_change", "cost_change_lower", "cost_change_upper")),
            .. ByYear(growth, all[..(all.IndexOf(row) + 1)], run),
            new DataTable("All care, year by year", ["Year", "People", "Ages", "Need", "Growth", "95% from", "to", "Pounds more", "95% from", "to"],
                [.. Picked(all, row).Select(one => (IReadOnlyList<string>)[growth.Text(one, "year"), .. Shares(growth, one), .. Pounds(growth, one)])]),
            Care(run.Year),
        ]);
    }

    /// <summary>Years up to the one that was asked for, a dozen at most and as far apart from it; none of fewer than two that can be seen.</summary>
    private static IEnumerable<Block> ByYear(ResultTable growth, List<int> rows, (RunFacts Facts, string Year) run)
    {
        double Of(int row, string column) => growth[row, column].Number ?? 0;
        var every = (rows.Count + 11) / 12;
        var seen = rows.Where((row, i) => (rows.Count - 1 - i) % every == 0 && growth[row, "cost_change"].Number is not null).ToList();
        if (seen.Count < 2) { yield break; }
        var title = Largest(growth, seen[^1]);
        yield return new Figure("projection-years", GrowthColumns.Draw([.. seen.Select(row => new GrowthYear(growth.Text(row, "year"), [Of(row, "cost_number"), Of(row, "cost_ageing"), Of(row, "cost_morbidity")], Of(row, "cost_change"), Of(row, "cost_change_lower"), Of(row, "cost_change_upper")))], $"Pounds a year more than in {run.Year}", title),
            $"What is added to the cost of a year at the prices of {run.Year}, {run.Facts.Place}", run.Facts.Source,
            growth.Part("projection-years", title, seen, "year", "cost_number", "cost_ageing", "cost_morbidity", "cost_change", "cost_change_lower", "cost_change_upper"));
    }

    /// <summary>What adds most by the last year, as far as anything adds.</summary>
    private static string Largest(ResultTable growth, int row)
    {
        var parts = new[] { ("More people", "cost_number"), ("Older people", "cost_ageing"), ("The stated change of need", "cost_morbidity") }.Select(part => (Name: part.Item1, Pounds: growth[row, part.Item2].Number ?? 0)).ToList();
        var most = parts.MaxBy(part => part.Pounds);
        return most.Pounds > 0 ? $"{most.Name} {(most.Name[0] == 'T' ? "adds" : "add")} most by {growth.Text(row, "year")}: {Format.ShortPounds(most.Pounds)} a year" : $"Nothing adds to the cost of care by {growth.Text(row, "year")}";
    }

    private static Page BySetting((ResultTable Base, ResultTable Growth, ResultTable Claims) tables, (ResultTable Activity, ResultTable Curve) more, int until, (RunFacts Facts, string Year) run)
    {
        var (growth, headline) = (tables.Growth, $"What the same care of more and older people comes to in {until}, setting by setting");
        var rows = Setting.Names.Select(setting => Row(growth, until, setting)).ToList();
        var shown = rows.Where(row => growth[row, "cost_before"].Number is > 0 && growth[row, "cost_change"].Number is not null).ToList();
        return new Page("Growth by setting", headline,
        [
            new Figure("projection-settings", Dumbbell.Draw([.. shown.Select(row => Dumb(growth, row))], (run.Year, until.ToString(CultureInfo.InvariantCulture), "Growth"), headline), $"Cost a year by setting at the prices of {run.Year}, with 95% intervals of the growth, {run.Facts.Place}", run.Facts.Source,
                growth.Part("projection-settings", headline, shown, "year", "setting", "cost_before", "cost_change", "cost_change_lower", "cost_change_upper")),
            new DataTable("Cost", ["Setting", "Cost now", "People", "Ages", "Need", "Growth", "95% from", "to"], [.. rows.Select(row => (IReadOnlyList<string>)[Title(growth.Text(row, "setting")), Format.Pounds(growth[row, "cost_before"]), .. Shares(growth, row)])]),
            new DataTable("Activity", ["Setting", "Counted", "Now", "Growth", "95% from", "to", "More"], [.. more.Activity.Where(("year", until.ToString(CultureInfo.InvariantCulture))).Select(row => (IReadOnlyList<string>)
            [
                Title(more.Activity.Text(row, "setting")), more.Activity.Text(row, "unit"), Format.Count(more.Activity[row, "before"]), Share(more.Activity, row, "growth"), Share(more.Activity, row, "growth_lower"), Share(more.Activity, row, "growth_upper"), Format.Count(more.Activity[row, "change"]),
            ])]) { Words = [1] },
            new Caveat($"Each setting has its own rates by sex and age, so that what older people use grows faster. Rates of {run.Year} rest on {Format.Count(tables.Base[0, "rates"])} groups; tables/projection_curve.csv has what each cost."),
        ]);
    }

    private static string Headline((ResultTable Base, ResultTable Growth, ResultTable Claims) tables, int until)
    {
        var row = Row(tables.Growth, until, "all");
        return (tables.Growth[row, "growth_lower"].Number, tables.Growth[row, "growth_upper"].Number) is ({ } lower, { } upper)
            ? $"More and older people {(tables.Growth[row, "morbidity"].Number is 0 ? "alone" : "and a stated change of their need")} change the cost of care by {Share(tables.Growth, row, "growth")} to {until} ({Format.ChangeShare(lower)} to {Format.ChangeShare(upper)})"
            : "Too few people to say what care costs by age";
    }

    private static List<SideBar> Steps(ResultTable growth, int row, (string Year, int Until) of)
    {
        var at = growth[row, "cost_before"].Number ?? 0;
        var bars = new List<SideBar> { new($"Cost in {of.Year}", 0, at, growth[row, "cost_before"].Number is null ? growth[row, "cost_before"].Csv : Format.ShortPounds(at)) };
        foreach (var (name, column) in new[] { ("Number of people", "cost_number"), ("Ages and sexes", "cost_ageing"), ("Stated change of need", "cost_morbidity") })
        {
            var more = growth[row, column].Number ?? 0;
            bars.Add(new SideBar(name, at, at + more, growth[row, column].Number is null ? growth[row, column].Csv : more > 0 ? $"+{Format.ShortPounds(more)}" : Format.ShortPounds(more)));
            at += more;
        }
        bars.Add(new SideBar($"Cost in {of.Until}", 0, at, growth[row, "cost_before"].Number is null ? growth[row, "cost_before"].Csv : Format.ShortPounds(at)));
        return bars;
    }

    private static DumbbellRow Dumb(ResultTable growth, int row)
    {
        var (from, change) = (growth[row, "cost_before"].Number ?? 0, growth[row, "cost_change"].Number ?? 0);
        return new DumbbellRow(Title(growth.Text(row, "setting")), from, from + change, Share(growth, row, "growth"))
        {
            Interval = (growth[row, "cost_change_lower"].Number ?? 0, growth[row, "cost_change_upper"].Number ?? 0) is var (lower, upper) && upper > lower ? (lower, upper) : null,
        };
    }

    private static IEnumerable<string> Shares(ResultTable growth, int row) => new[] { "number", "ageing", "morbidity", "growth", "growth_lower", "growth_upper" }.Select(column => Share(growth, row, column));

    private static IEnumerable<string> Pounds(ResultTable growth, int row) => new[] { "cost_change", "cost_change_lower", "cost_change_upper" }.Select(column => Format.Pounds(growth[row, column]));

    /// <summary>A dozen years at most, the one that was asked for among them.</summary>
    private static IEnumerable<int> Picked(List<int> rows, int asked)
    {
        var every = (rows.Count + 11) / 12;
        return rows.Where((row, i) => row == asked || i % every == 0);
    }

    private static Caveat Care(string year) => new(
        $"No counterfactual, and no forecast: it says what happens if people of each sex and age go on as in {year}. Prices, wages, practice and waiting lists change besides. Number is reckoned first, then ages, then need; in another order the parts differ, and their sum does not. Intervals hold how people's costs could have fallen otherwise; they do not hold that the projection is wrong, which over ten years matters more. Somebody near death costs much at any age, so that where people live longer, ages alone tell too much.");
}
