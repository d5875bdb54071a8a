using System.Globalization;
using Stratify.Costing;

namespace Stratify.Cli.Verbs;

/// <summary>The prices that ship: how many there are of what, or those that some words are found in.</summary>
internal static class DescribedPrices
{
    private const string Book = "2024/25";

    /// <summary>More are said to be there, and not listed.</summary>
    private const int Most = 40;

    internal static (object, IEnumerable<string>) Of(IReadOnlyList<string> words) => words.Count == 0 ? Overview() : Found(words);

    private static (object, IEnumerable<string>) Overview()
    {
        var groups = PriceBook.Shipped(Book)!.Prices.GroupBy(price => (price.Setting, price.Unit)).OrderBy(group => group.Key).Select(group => new
        {
            group.Key.Setting,
            group.Key.Unit,
            Prices = group.Count(),
            Sources = group.Select(price => price.Source).Distinct().Order(StringComparer.Ordinal).ToList(),
        }).ToList();
        return (
            new { Book, PriceYear = PriceBook.Shipped(Book)!.Years, Groups = groups, PriceYears = Deflators.Years },
            [
                $"The price book {Book}, which a job uses unless it names its own (prices: mine.csv). 'stratify describe prices hip fracture' searches it.",
                .. groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"  {group.Setting,-16} {group.Prices,5} prices per {group.Unit,-10} {string.Join("; ", group.Sources)}")),
                $"Other price years: costing: {{price_year: {Deflators.Years[^1]}}} brings all prices there by the GDP deflator (from {Deflators.Years[0]} on; the last two are forecasts).",
            ]);
    }

    private static (object, IEnumerable<string>) Found(IReadOnlyList<string> words)
    {
        var found = PriceBook.Shipped(Book)!.Prices.Select(price => (Price: price, Says: Says(price)))
            .Where(one => words.All(word => $"{one.Price.Setting} {one.Price.Unit} {one.Price.Key} {one.Says}".Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return (
            new { Book, Prices = found.Select(one => new { one.Price.Setting, one.Price.Unit, one.Price.Key, one.Says, one.Price.Pence, one.Price.Per, one.Price.Year, one.Price.Source, one.Price.Status }) },
            found.Count == 0 ? [$"No price of the book {Book} has {string.Join(" and ", words)} in its setting, unit, keys or name."]
            :
            [
                .. found.Take(Most).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Price.Setting,-16} {one.Price.Key.TrimEnd('|'),-30} £{one.Price.Pence / 100m,10:N2} per {Unit(one.Price),-11} {one.Says}")),
                .. found.Count > Most ? [string.Create(CultureInfo.InvariantCulture, $"and {found.Count - Most} more: add a word, or --json for all.")] : Array.Empty<string>(),
            ]);
    }

    private static string Says(Price price) => string.Join(" ", price.Key.Split('|').Select(Currencies.Says).Where(says => says.Length > 0).Take(1));

    private static string Unit(Price price) => price.Per == 1 ? price.Unit : string.Create(CultureInfo.InvariantCulture, $"{price.Per} {price.Unit}s");
}
