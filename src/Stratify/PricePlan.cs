using Stratify.Costing;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>Finds the price book that a job names, and brings it to one price year.</summary>
internal static class PricePlan
{
    /// <param name="year">As the job says it; null where it leaves that to the book.</param>
    internal static PriceBook Read(YamlText name, YamlText? year, JobPaths paths, List<Problem> problems)
    {
        var faults = problems.Count;
        var book = Book(name, paths, problems);
        if (problems.Count > faults) { return book; }
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

    private static PriceBook Book(YamlText name, JobPaths paths, List<Problem> problems)
    {
        var none = new PriceBook(name.Value, []);
        try
        {
            if (PriceBook.Shipped(name.Value) is { } shipped) { return shipped; }
            if (!name.Value.EndsWith(".csv", StringComparison.Ordinal))
            {
                problems.Add(ProblemKinds.UnknownName.At(name.Place, $"No price book '{name.Value}' ships.", "2024/25 ships. The user's own book is given by its path, ending in .csv."));
                return none;
            }
            if (paths.Under(name.Value, name, problems) is not { } path) { return none; }
            using var stream = File.OpenRead(path);
            return PriceBook.Read(stream, name.Value, name.Value);
        }
        catch (DefinitionException wrong)
        {
            problems.AddRange(wrong.Problems);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKinds.FileMissing.At(name.Place, $"The price book '{name.Value}' cannot be read."));
        }
        return none;
    }
}
