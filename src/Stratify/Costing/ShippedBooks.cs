using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Costing;

/// <summary>A price book that ships.</summary>
/// <param name="Name">As a job names it.</param>
/// <param name="Completes">The book whose prices stand for what this one does not price; empty for a whole book.</param>
/// <param name="Source">Where its figures were published.</param>
/// <param name="Status">How well they are known, and what of the source was left out.</param>
public sealed record ShippedBook(string Name, string File, string Title, string Completes, string Source, string Status);

/// <summary>The list of price books that ship.</summary>
public static class ShippedBooks
{
    private static readonly Lazy<IReadOnlyList<ShippedBook>> Read = new(() =>
    {
        const string file = "price-books.csv";
        using var stream = ReferenceCsv.Shipped($"costing/{file}")!;
        return [.. ReferenceCsv.Read(stream, file, ProblemKinds.PriceBookWrong, "name", "file", "title", "completes", "source", "status")
            .Select(row => new ShippedBook(row.Fields["name"], row.Fields["file"], row.Fields["title"], row.Fields["completes"], row.Fields["source"], row.Fields["status"]))];
    });

    public static IReadOnlyList<ShippedBook> All => Read.Value;

    public static IReadOnlyList<string> Names => [.. All.Select(book => book.Name)];

    /// <summary>Null when no book has the name.</summary>
    public static ShippedBook? Find(string name) => All.FirstOrDefault(book => book.Name == name);
}
