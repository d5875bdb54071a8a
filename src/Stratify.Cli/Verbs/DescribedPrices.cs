using System.Globalization;
using Stratify.Costing;

namespace Stratify.Cli.Verbs;

/// <summary>The price books that ship: how many prices there are of what, or those that some words are found in.</summary>
internal static class DescribedPrices
{
    /// <summary>More are said to be there, and not listed.</summary>
    private const int Most = 40;

    internal static (object, IEnumerable<string>) Of(IReadOnlyList<string> words) => words.Count == 0 ? Overview() : Found(words);

    /// <summary>Prices of a book's own: those with which another completes it are told with the other.</summary>
    private static IReadOnlyList<Price> Own(ShippedBook book)
    {
        var all = PriceBook.Shipped(book.Name)!.Prices;
        return book.Completes.Length == 0 ? all : [.. all.Except(PriceBook.Shipped(book.Completes)!.Prices)];
    }

    private static (object, IEnumerable<string>) Overview()
    {
        var books = ShippedBooks.All.Select(book => new
        {
            Book = book.Name,
            book.Title,
            book.Completes,
            book.Source,
            book.Status,
            PriceYear = PriceBook.Shipped(book.Name)!.Years,
            Groups = Own(book).GroupBy(price => (price.Setting, price.Unit)).OrderBy(group => group.Key).Select(group => new
            {
                group.Key.Setting,
                group.Key.Unit,
                Prices = group.Count(),
                Sources = group.Select(price => price.Source).Distinct().Order(StringComparer.Ordinal).ToList(),
            }).ToList(),
        }).ToList();
        return (
            new { Books = books, PriceYears = Deflators.Years },
            [
                $"A job uses the price book {PriceBook.Usual} unless it names another (prices: {ShippedBooks.All[^1].Name}) or its own (prices: mine.csv), and may hold it against a second (costing: {{compare: {ShippedBooks.All[^1].Name}}}). 'stratify describe prices hip fracture' searches all.",
                .. books.SelectMany(book => (IEnumerable<string>)
                [
                    $"{book.Book}: {book.Title}.{(book.Completes.Length == 0 ? "" : $" What it does not price costs as in {book.Completes}.")} {char.ToUpperInvariant(book.Status[0])}{book.Status[1..]}.",
                    .. book.Groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"  {group.Setting,-16} {group.Prices,5} prices per {group.Unit,-11} {string.Join("; ", group.Sources)}")),
                ]),
                $"Other price years: costing: {{price_year: {Deflators.Years[^1]}}} brings all prices there by the GDP deflator (from {Deflators.Years[0]} on; the last two are forecasts).",
            ]);
    }

    private static (object, IEnumerable<string>) Found(IReadOnlyList<string> words)
    {
        var found = ShippedBooks.All.SelectMany(book => Own(book).Select(price => (Book: book.Name, Price: price, Says: Says(price))))
            .Where(one => words.All(word => $"{one.Book} {one.Price.Setting} {one.Price.Unit} {one.Price.Key} {one.Price.Source} {one.Says}".Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return (
            new { Prices = found.Select(one => new { one.Book, one.Price.Setting, one.Price.Unit, one.Price.Key, one.Says, one.Price.Pence, one.Price.Per, one.Price.Year, one.Price.Source, one.Price.Status }) },
            found.Count == 0 ? [$"No price of a book that ships has {string.Join(" and ", words)} in its book, setting, unit, keys, source or name."]
            :
            [
                .. found.Take(Most).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Book,-13} {one.Price.Setting,-16} {one.Price.Key.Trim('|'),-30} £{one.Price.Pence / 100m,10:N2} per {Unit(one.Price),-11} {one.Says}").TrimEnd()),
                .. found.Count > Most ? [string.Create(CultureInfo.InvariantCulture, $"and {found.Count - Most} more: add a word, or --json for all.")] : Array.Empty<string>(),
            ]);
    }

    private static string Says(Price price) => string.Join(" ", price.Key.Split('|').Select(Currencies.Says).Where(says => says.Length > 0).Take(1));

    private static string Unit(Price price) => price.Per == 1 ? price.Unit : string.Create(CultureInfo.InvariantCulture, $"{price.Per} {price.Unit}s");
}
