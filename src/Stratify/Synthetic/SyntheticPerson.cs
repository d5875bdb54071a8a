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

    public DateOnly? Left { get; init; }

    public DateOnly? Died { get; init; }

    /// <summary>What the person has, with the day of the first entry.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Conditions { get; init; }

    /// <summary>How much more care than others alike the person draws; 1 on average.</summary>
    public required double Intensity { get; init; }

    public bool Has(string condition) => Conditions.ContainsKey(condition);

    public int AgeOn(DateOnly day) => day.Year - Born.Year - (day < Born.AddYears(day.Year - Born.Year) ? 1 : 0);
}

/// <summary>A practice of the invented place.</summary>
/// <param name="SendsPlaces">Whether its system knows neighbourhoods and deprivation; the others leave them to the look-ups.</param>
internal sealed record Practice(string Code, string Neighbourhood, double Weight, double Deprivation, bool SendsPlaces);
