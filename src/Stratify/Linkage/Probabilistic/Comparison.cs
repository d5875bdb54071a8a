namespace Stratify.Linkage.Probabilistic;

/// <summary>One way in which two records may agree about something.</summary>
/// <param name="Says">In words, for explanations.</param>
/// <param name="When">SQL over a pair's columns, <c>s_</c> of the record and <c>p_</c> of the person; empty for what is left.</param>
/// <param name="M">How likely records of one person are to agree so, before a file has shown it.</param>
/// <param name="U">How likely records of two people are to.</param>
public sealed record ComparisonLevel(string Says, string When, double M, double U);

/// <summary>What is compared of two records: the first level that is true holds, and where either says nothing none does.</summary>
/// <param name="Comparable">SQL: whether both say something.</param>
/// <param name="Levels">Best first.</param>
public sealed record Comparison(string Name, string Title, string Comparable, IReadOnlyList<ComparisonLevel> Levels)
{
    /// <summary>The column whose common values weigh less when they agree exactly; null when all values weigh the same.</summary>
    public string? Frequency { get; init; }

    /// <summary>
    /// The comparison within whose agreement this one is made: its chances are those of pairs that agree there, and its common values are
    /// common among those. Null for one that stands for itself.
    /// </summary>
    public string? Within { get; init; }

    /// <summary>The least level that is agreement; what is below speaks of two people. Null where neither tells much.</summary>
    public int? Agrees { get; init; }

    /// <summary>Levels are numbered from the worst, 0, so that the better of two is the greater.</summary>
    public int Best => Levels.Count - 1;

    public ComparisonLevel Level(int number) => Levels[Best - number];

    /// <summary>In words, what is compared and how it agrees: made once, for it is said of millions of pairs.</summary>
    public string Says(int level) => _says[Best - level];

    private readonly string[] _says = [.. Levels.Select(level => $"{Title}: {level.Says}")];

    /// <summary>The same of a value that weighs what it does for being common or rare.</summary>
    public string FrequencyName { get; } = $"{Name}_frequency";

    public string SaysCommon { get; } = $"{Title}: as common as it is";
}

/// <summary>
/// What records and people are compared by. Levels are those of Splink's templates (ForenameSurnameComparison, DateOfBirthComparison,
/// PostcodeComparison). What is believed of them beforehand was measured on FEBRL4, 5,000 and 5,000 records without an identifier; where our
/// levels are finer than those measured, a level's share is split; what is believed of addresses is assumed. A file with many matches outweighs it.
/// </summary>
public static class Comparisons
{
    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("family_name", "Family name", "s_family_name is not null and p_family_name is not null",
        [
            new("the same", "s_family_name = p_family_name", 0.681, 0.0034),
            new("swapped with the given name", IsSwapped, 0.01, 0.00001),
            new("nearly the same (Jaro-Winkler 0.92)", "family_winkler >= 0.92", 0.174, 0.001),
            new("alike (Jaro-Winkler 0.88)", "family_winkler >= 0.88", 0.015, 0.0004),
            new("a little alike (Jaro-Winkler 0.70)", "family_winkler >= 0.7", 0.03, 0.02),
            new("different", "", 0.09, 0.97519),
        ])
        { Frequency = "family_name", Agrees = 2 },
        new("given_name", "Given name", $"s_given_name is not null and p_given_name is not null and not {IsInitial} and not coalesce({IsSwapped}, false)",
        [
            new("the same", "s_given_name = p_given_name", 0.692, 0.0033),
            new("nearly the same (Jaro-Winkler 0.92)", "given_winkler >= 0.92", 0.127, 0.0013),
            new("alike (Jaro-Winkler 0.88)", "given_winkler >= 0.88", 0.014, 0.001),
            new("a little alike (Jaro-Winkler 0.70)", "given_winkler >= 0.7", 0.037, 0.02),
            new("different", "", 0.13, 0.9744),
        ])
        { Frequency = "given_name", Agrees = 2 },
        new("given_initial", "Initial of the given name, where no more is said", $"s_given_name is not null and p_given_name is not null and {IsInitial} and not coalesce({IsSwapped}, false)",
        [
            new("the same", "left(s_given_name, 1) = left(p_given_name, 1)", 0.93, 0.08),
            new("different", "", 0.07, 0.92),
        ])
        { Agrees = 1 },
        new("birth_date", "Birth date", "s_born is not null and p_born is not null",
        [
            new("the same", "s_born = p_born", 0.922, 0.0002),
            new("one digit different, or two next to each other swapped", "hamming(s_born, p_born) = 1 or (hamming(s_born, p_born) = 2 and damerau_levenshtein(s_born, p_born) = 1)", 0.023, 0.001),
            new("day and month swapped", "left(s_born, 4) = left(p_born, 4) and substr(s_born, 5, 2) = substr(p_born, 7, 2) and substr(s_born, 7, 2) = substr(p_born, 5, 2)", 0.01, 0.0001),
            new("two of year, month and day the same", $"{Part(1, 4)} + {Part(5, 2)} + {Part(7, 2)} >= 2", 0.01, 0.003),
            new("the same year", "left(s_born, 4) = left(p_born, 4)", 0.005, 0.012),
            new("different", "", 0.03, 0.9837),
        ])
        { Frequency = "birth_date", Agrees = 2 },
        new("postcode", "Postcode", $"(s_postcode is not null and p_postcode is not null) or {SameUprn}",
        [
            new("the same", $"s_postcode = p_postcode or {SameUprn}", 0.78, 0.0011),
            new("the same sector", "s_sector = p_sector", 0.06, 0.0125),
            new("the same district", "s_district = p_district", 0.06, 0.111),
            new("different", "", 0.1, 0.8754),
        ])
        { Frequency = "postcode", Agrees = 2 },
        new("sex", "Sex", "s_sex is not null and p_sex is not null",
        [
            new("the same", "s_sex = p_sex", 0.98, 0.5),
            new("different", "", 0.02, 0.5),
        ]),
        // Whoever has moved lives in another postcode, which says so already: an address is compared within one.
        new("address", "Address, within the postcode", $"((s_postcode = p_postcode and s_address is not null and p_address is not null) or (s_postcode = p_postcode and s_uprn is not null and p_uprn is not null) or {SameUprn})",
        [
            new("the same property", $"({SameUprn}) is true or s_address = p_address", 0.85, 0.06),
            new("the same numbers, or as good as the same line", "s_numbers = p_numbers or (s_numbers is null and p_numbers is null and jaro_winkler_similarity(s_address, p_address) >= 0.9)", 0.12, 0.02),
            new("another house", "", 0.03, 0.92),
        ])
        { Frequency = "property", Within = "postcode" },
    ];

    private const string SameUprn = "(s_uprn is not null and s_uprn = p_uprn)";

    private const string IsSwapped = "(s_family_name = p_given_name and s_given_name = p_family_name and s_family_name <> s_given_name)";

    private const string IsInitial = "(length(s_given_name) = 1 or length(p_given_name) = 1)";

    /// <summary>For each comparison the place of the one that it is made within; -1 for one that stands for itself.</summary>
    public static IReadOnlyList<int> Wholes { get; } = [.. All.Select(comparison => comparison.Within is null ? -1 : All.TakeWhile(other => other.Name != comparison.Within).Count())];

    public static IReadOnlyList<double[]> M { get; } = [.. All.Select(comparison => Numbers(comparison, level => level.M))];

    public static IReadOnlyList<double[]> U { get; } = [.. All.Select(comparison => Numbers(comparison, level => level.U))];

    private static double[] Numbers(Comparison comparison, Func<ComparisonLevel, double> of) => [.. comparison.Levels.Reverse().Select(of)];

    private static string Part(int from, int length) => $"(substr(s_born, {from}, {length}) = substr(p_born, {from}, {length}))::integer";
}
