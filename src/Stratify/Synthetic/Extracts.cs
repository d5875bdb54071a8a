using Stratify.Datasets;
using Stratify.Statistics;

namespace Stratify.Synthetic;

/// <summary>The open extracts of one population.</summary>
internal sealed class Extracts : IDisposable
{
    private readonly Dictionary<string, ExtractWriter> _writers;

    public Extracts(string folder, long seed, bool gzip)
    {
        Directory.CreateDirectory(folder);
        _writers = Catalogue.All.ToDictionary(dataset => dataset.Name, dataset => new ExtractWriter(dataset, folder, seed, gzip));
    }

    public ExtractWriter this[string dataset] => _writers[dataset];

    /// <summary>What a record says of its person: mostly the number; now and then only names, and rarely a number that is wrong.</summary>
    /// <param name="missing">Share of records without a number.</param>
    public static (string? Number, bool Named) Says(Xoshiro random, SyntheticPerson person, double missing)
    {
        if (person.NhsNumber < 0 || random.Chance(missing)) { return (null, random.Chance(0.9)); }
        var said = person.EarlierNumbers.Count > 0 && random.Chance(0.5) ? random.Pick(person.EarlierNumbers) : person.NhsNumber;
        var number = said.ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture);
        if (random.Chance(0.0015)) { return (number[..9] + (char)('0' + ((number[9] - '0' + 1) % 10)), true); }
        return (random.Chance(0.1) ? $"{number[..3]} {number[3..6]} {number[6..]}" : number, true);
    }

    /// <summary>A day of the year on which the person was registered and alive, or null when there is none.</summary>
    public static DateOnly? Day(Xoshiro random, SyntheticPerson person)
    {
        var first = Math.Max(person.From.DayNumber, Math.Max(person.Registered.DayNumber, person.Born.DayNumber));
        var last = Math.Min(person.To.DayNumber, Math.Min((person.Left ?? person.To).DayNumber, (person.Died ?? person.To).DayNumber));
        return last < first ? null : DateOnly.FromDayNumber(first + random.NextInt(last - first + 1));
    }

    public void Dispose()
    {
        foreach (var writer in _writers.Values) { writer.Dispose(); }
    }
}
