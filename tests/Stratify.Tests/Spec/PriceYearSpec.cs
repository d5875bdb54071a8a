using Stratify.Costing;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A run uses prices of one year; the deflator of the gross domestic product brings others there.</summary>
public sealed class PriceYearSpec
{
    private const string Book = """
        setting,key1,key2,key3,unit,per,price,price_year,source,status
        community,,,,contact,1,80.00,{0},local,agreed
        community,N02AF,,,contact,1,100.00,2017/18,local,agreed

        """;

    // The multipliers that the domain reference publishes, 4.3 (i): × 1.2980 from 2017/18, × 1.0405 from 2023/24.
    [TestCase("2017/18", "2024/25", 12980)]
    [TestCase("2023/24", "2024/25", 10405)]
    [TestCase("2012/13", "2024/25", 13977)]
    [TestCase("2025/26", "2024/25", 9686)]
    [TestCase("2024/25", "2024/25", 10000)]
    public void A_hundred_pounds_of_one_year_are_worth_so_much_in_another(string from, string to, long pence) =>
        Assert.That(Deflators.Bring(10000, from, to), Is.EqualTo(pence));

    [TestCase("", new[] { "2017/18: 8000", "2017/18: 10000" }, "2017/18", Description = "a book of one year is used as it is")]
    [TestCase("costing: {price_year: 2024/25}", new[] { "2024/25: 10384", "2024/25: 12980" }, "2017/18")]
    [TestCase("costing: {price_year: 2024/25}", new[] { "2024/25: 8000", "2024/25: 12980" }, "2024/25", Description = "each price from its own year")]
    public void The_prices_of_a_book_are_of_one_year(string costing, string[] prices, string year) =>
        Assert.That(Plan(costing, year).Prices.Prices.Select(price => $"{price.Year}: {price.Pence}"), Is.EqualTo(prices));

    [TestCase("", "2024/25", "STR111", Description = "of two years, and the job does not say which")]
    [TestCase("costing: {price_year: 2024/25}", "2024", "STR111", Description = "not a financial year")]
    [TestCase("costing: {price_year: 1999/00}", "2017/18", "STR108", Description = "no deflator goes so far back")]
    [TestCase("costing: {spells: weekly}", "2017/18", "STR104", Description = "no way to join episodes")]
    public void What_would_mix_prices_of_two_years_is_said(string costing, string year, string code)
    {
        var problems = Assert.Throws<DefinitionException>(() => Plan(costing, year))!.Problems;

        Assert.That(problems.Select(problem => problem.Kind.Code), Is.EqualTo(new[] { code }));
        Assert.That(problems[0].Place?.Line, Is.Not.Null);
    }

    private static RunPlan Plan(string costing, string year)
    {
        using var folder = new TemporaryFolder();
        folder.File("register.csv", "");
        folder.File("pseudonym.key", "public: a key of at least thirty-two bytes");
        folder.File("prices.csv", Book.Replace("{0}", year, StringComparison.Ordinal));
        return Planner.Plan(JobReader.Read(folder.File("stratify.yml", $$"""
            version: 1
            name: test
            period: 2024/25
            extracts: [{dataset: gp_registrations, files: register.csv}]
            key_file: pseudonym.key
            prices: prices.csv
            {{costing}}
            """)));
    }
}
