using System.Globalization;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Costing;

/// <summary>What a unit of care costs, by setting and keys, at one price year.</summary>
/// <param name="Name">As the job names it: <c>2024/25</c>, or the path of a user's own book.</param>
/// <param name="Prices">Each with a source; no two for the same setting, unit and keys.</param>
public sealed record PriceBook(string Name, IReadOnlyList<Price> Prices)
{
    /// <summary>The book that a job uses when it names none.</summary>
    public const string Usual = "2024/25";

    /// <summary>A unit that is the whole event, however long it took: it stands in place of the minute.</summary>
    private const string Appointment = "appointment", Minute = "minute";

    /// <summary>A day of a stay beyond its trim point, paid on top of the price of the stay. Averages of a cost collection hold such days, and have none.</summary>
    private const string ExcessDay = "excess_day", Spell = "spell";

    private static readonly string[] Columns = ["setting", "key1", "key2", "key3", "unit", "per", "price", "price_year", "source", "status"];

    /// <summary>A book that ships, by its name: all prices, of one year; null when there is none of that name.</summary>
    public static PriceBook? Shipped(string name)
    {
        if (ShippedBooks.Find(name) is not { } shipped) { return null; }
        using var stream = ReferenceCsv.Shipped($"prices/{shipped.File}")!;
        var book = Read(stream, name, shipped.File);
        return shipped.Completes.Length == 0 ? book : book.Over(Shipped(shipped.Completes)!);
    }

    /// <summary>
    /// The same book made whole by another: for what it prices by the same unit in the same setting it stands alone, so that an average of its
    /// own is not passed over for another book's finer price; for all else the other's prices stand. All are of the other's year.
    /// </summary>
    public PriceBook Over(PriceBook other)
    {
        var mine = Prices.Select(price => (price.Setting, Kind(price.Unit))).ToHashSet();
        var own = other.Years.Count == 1 && Years.All(Deflators.Years.Contains) ? At(other.Years[0]).Prices : Prices;
        return this with { Prices = [.. own, .. other.Prices.Where(price => !mine.Contains((price.Setting, Kind(price.Unit))))] };
    }

    /// <exception cref="DefinitionException">A price is missing or not an amount, or keys are repeated; every fault is listed.</exception>
    public static PriceBook Read(Stream stream, string name, string file)
    {
        var problems = new List<Problem>();
        var prices = new List<Price>();
        var seen = new HashSet<(string, string, string)>();
        foreach (var (place, fields) in ReferenceCsv.Read(stream, file, ProblemKinds.PriceBookWrong, Columns, ["trim_point"]))
        {
            var price = Row(fields);
            if (price is null)
            {
                problems.Add(ProblemKinds.PriceBookWrong.At(place, "The price must be pounds with at most two decimals, 'per' a whole number from 1, and 'trim_point' whole days for an excess_day and for nothing else."));
            }
            else if (!seen.Add((price.Setting, Stands(price.Unit), price.Key)))
            {
                problems.Add(ProblemKinds.PriceBookWrong.At(place, "Another row has the same setting, unit and keys; an appointment stands for its minutes."));
            }
            else
            {
                prices.Add(price);
            }
        }
        return problems.Count == 0 ? new PriceBook(name, prices) : throw new DefinitionException(problems);
    }

    /// <summary>The price years of the book, earliest first: a run uses one.</summary>
    public IReadOnlyList<string> Years => [.. Prices.Select(price => price.Year).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The same book with every price brought to one year.</summary>
    /// <param name="year">One of <see cref="Deflators.Years"/>, as are those of the book.</param>
    public PriceBook At(string year) => this with { Prices = [.. Prices.Select(price => price.Year == year ? price : price with { Pence = Deflators.Bring(price.Pence, price.Year, year), Year = year, Source = $"{price.Source}, brought from {price.Year} by the GDP deflator" })] };

    internal void CreateTable(Warehouse warehouse, string table) => MemoryTable.Create(
        warehouse,
        table,
        [("setting", "varchar"), ("unit", "varchar"), ("price_key", "varchar"), ("pence", "bigint"), ("per", "bigint"), ("whole", "boolean"), ("trim_point", "bigint")],
        Prices.Select(price => new object?[] { price.Setting, Stands(price.Unit), price.Key, price.Pence, price.Per, price.Unit == Appointment, price.TrimPoint }));

    private static string Stands(string unit) => unit == Appointment ? Minute : unit;

    /// <summary>A book that prices stays says itself whether it prices days beyond a trim point too.</summary>
    private static string Kind(string unit) => unit == ExcessDay ? Spell : Stands(unit);

    private static Price? Row(IReadOnlyDictionary<string, string> fields)
    {
        var readable = decimal.TryParse(fields["price"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds)
            & long.TryParse(fields["per"], NumberStyles.None, CultureInfo.InvariantCulture, out var per);
        var pence = pounds * 100;
        var trimmed = long.TryParse(fields["trim_point"], NumberStyles.None, CultureInfo.InvariantCulture, out var days);
        return readable && per >= 1 && pence == decimal.Truncate(pence) && trimmed == (fields["unit"] == ExcessDay) && (trimmed || fields["trim_point"].Length == 0)
            ? new Price(fields["setting"], fields["unit"], $"{fields["key1"]}|{fields["key2"]}|{fields["key3"]}", (long)pence, per, fields["price_year"], fields["source"], fields["status"]) { TrimPoint = trimmed ? days : null }
            : null;
    }
}

/// <summary>One price: pence for <paramref name="Per"/> units.</summary>
/// <param name="Key">Three keys with bars between; an empty key stands for any.</param>
/// <param name="Status">How well the figure is known.</param>
public sealed record Price(string Setting, string Unit, string Key, long Pence, long Per, string Year, string Source, string Status)
{
    /// <summary>Days of a stay, those in critical care taken off first, beyond which each is an excess day; null for any other price.</summary>
    public long? TrimPoint { get; init; }
}
