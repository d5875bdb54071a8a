namespace Stratify.Synthetic;

/// <summary>One invented person, as they are, whatever any extract says of them.</summary>
internal sealed record SyntheticPerson
{
    /// <summary>In the test range; -1 for somebody without a number.</summary>
    public required long NhsNumber { get; init; }

    /// <summary>Numbers that the person had before, the oldest first: one replaced the other, and the last was replaced by the number.</summary>
    public IReadOnlyList<long> EarlierNumbers { get; init; } = [];

    public required int Number { get; init; }

    public required bool Female { get; init; }

    public required DateOnly Born { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenName { get; init; }

    public required Practice Practice { get; init; }

    public required int Decile { get; init; }

    public required string Area { get; init; }

    public required string Postcode { get; init; }

    public required string EthnicGroup { get; init; }

    public required DateOnly Registered { get; init; }

    /// <summary>Since when the person is where they are in this year, where they moved in a year that is told; null before.</summary>
    public DateOnly? Moved { get; init; }

    public DateOnly? Left { get; init; }

    public DateOnly? Died { get; init; }

    /// <summary>What the person has, with the day of the first entry.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Conditions { get; init; }

    /// <summary>How much more care than others alike the person draws; 1 on average.</summary>
    public double Intensity => Luck * Math.Exp(0.35 * Liability);

    /// <summary>The part of <see cref="Intensity"/> that is nobody's nature, and drifts from year to year; 1 on average.</summary>
    public required double Luck { get; init; }

    /// <summary>What makes the person ill and costly for life: standard normal.</summary>
    public required double Liability { get; init; }

    /// <summary>The year that the person is told of here, and its last day.</summary>
    public DateOnly From { get; init; } = Population.From;

    public DateOnly To { get; init; } = Population.To;

    /// <summary>What general practice had entered before the year; empty in the first that is told.</summary>
    public IReadOnlySet<string> Known { get; init; } = new HashSet<string>();

    /// <summary>Whether a year before this one is told of too, so that care which lasts may have begun in it.</summary>
    public bool IsLater { get; init; }

    /// <summary>The last day in the place, where it is in a year that is told; care that lasts ends with it. Null in a telling of one year, which knows no more than its senders.</summary>
    public DateOnly? Gone { get; init; }

    /// <summary>The day on which care ends that would end so.</summary>
    public DateOnly? Ends(DateOnly? care) => Gone is { } gone && !(care < gone) ? gone : care;

    public bool Has(string condition) => Conditions.ContainsKey(condition);

    public int AgeOn(DateOnly day) => day.Year - Born.Year - (day < Born.AddYears(day.Year - Born.Year) ? 1 : 0);
}

/// <summary>A practice of the invented place.</summary>
/// <param name="SendsPlaces">Whether its system knows neighbourhoods and deprivation; the others leave them to the look-ups.</param>
internal sealed record Practice(string Code, string Neighbourhood, double Weight, double Deprivation, bool SendsPlaces);
