using Stratify.Costing;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>Finds the price books and lists that a job costs by, and brings all prices to one price year.</summary>
internal sealed class PricePlan(Job job, JobPaths paths, List<Problem> problems)
{
    internal CostingRules Read()
    {
        var book = Dated(job.Prices, Book(job.Prices), job.Costing.PriceYear);
        return new CostingRules(book)
        {
            Way = job.Costing.Cost,
            Factors = job.Costing.MarketForces is { } list ? Opened(list, "list of market forces factors", stream => MarketForces.Read(stream, list.Value), []) : [],
            ControlTotals = Totals([.. job.Periods.Select(period => period.Year)]),
            Compare = job.Costing.Compare is { } other ? Other(other, book) : null,
        };
    }

    /// <summary>The book with all its prices of one year.</summary>
    /// <param name="year">As the job says it; null where it leaves that to the book.</param>
    private PriceBook Dated(YamlText name, PriceBook book, YamlText? year)
    {
        var unknown = book.Years.Except(Deflators.Years).ToList();
        if (year is not null && !Deflators.Years.Contains(year.Value))
        {
            problems.Add(ProblemKinds.UnknownName.At(year.Place, $"There is no deflator of a price year '{year.Value}'.", $"Known are {Deflators.Years[0]} to {Deflators.Years[^1]}."));
        }
        else if (year is null && book.Years.Count > 1)
        {
            problems.Add(ProblemKinds.PriceBookWrong.At(name.Place, $"The price book has prices of {string.Join(" and ", book.Years)}, and a run uses one price year.", "Say which: costing: {price_year: 2024/25} brings all prices to it by the GDP deflator."));
        }
        else if (year is not null && unknown.Count > 0)
        {
            problems.Add(ProblemKinds.PriceBookWrong.At(name.Place, $"The price book has prices of '{unknown[0]}', of which no deflator is known.", $"'price_year' in the book must be a financial year from {Deflators.Years[0]} to {Deflators.Years[^1]}."));
        }
        else if (year is not null)
        {
            return book.At(year.Value);
        }
        return book;
    }

    /// <summary>The second book, in the year of the first, whose prices stand for what it does not price.</summary>
    private PriceBook Other(YamlText name, PriceBook book)
    {
        var other = Book(name);
        if (other.Name == book.Name) { problems.Add(ProblemKinds.YamlWrongValue.At(name.Place, "'compare' names the price book of the job itself.", $"Name another: {string.Join(", ", ShippedBooks.Names)}, or a book of your own.")); }
        if (book.Years is not [var year] || other.Years.SequenceEqual([year])) { return other.Over(book); }
        return Dated(name, other, new YamlText(job.Costing.PriceYear?.Place ?? name.Place, year, false)).Over(book);
    }

    private PriceBook Book(YamlText name)
    {
        var none = new PriceBook(name.Value, []);
        if (PriceBook.Shipped(name.Value) is { } shipped) { return shipped; }
        if (name.Value.EndsWith(".csv", StringComparison.Ordinal)) { return Opened(name, "price book", stream => PriceBook.Read(stream, name.Value, name.Value), none); }
        problems.Add(ProblemKinds.UnknownName.At(name.Place, $"No price book '{name.Value}' ships.", $"{string.Join(", ", ShippedBooks.Names)} ship. The user's own book is given by its path, ending in .csv."));
        return none;
    }

    private IReadOnlyList<ControlTotal> Totals(IReadOnlyList<string> years) => job.Costing.ControlTotals switch
    {
        YamlMap map => ControlTotals.Of(map, years, problems),
        YamlText file => Opened(file, "file of control totals", stream => ControlTotals.Read(stream, file.Value, years, problems), []),
        _ => [],
    };

    private T Opened<T>(YamlText name, string what, Func<Stream, T> read, T none)
    {
        if (paths.Under(name.Value, name, problems) is not { } path) { return none; }
        try
        {
            using var stream = File.OpenRead(path);
            return read(stream);
        }
        catch (DefinitionException wrong)
        {
            problems.AddRange(wrong.Problems);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKinds.FileMissing.At(name.Place, $"The {what} '{name.Value}' cannot be read."));
        }
        return none;
    }
}
