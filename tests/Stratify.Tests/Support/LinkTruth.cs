using System.Globalization;

namespace Stratify.Tests.Support;

/// <summary>What became of one record, and whose it is in truth.</summary>
/// <param name="Person">Whose it was held to be; null where it stayed unlinked.</param>
/// <param name="Likeliest">Who weighed most, linked or not; null where nobody was weighed.</param>
public sealed record Link(Citizen Truth, string Grade, string Reason, double? Probability, long? Person, long? Likeliest)
{
    public bool IsRight => Person == Truth.Number;

    public bool IsWrong => Person is not null && Person != Truth.Number;
}

/// <summary>Records whose stated probability lies in a band, and how many of them are of the person who was named.</summary>
/// <param name="Stated">The mean of what is stated.</param>
public sealed record CalibrationBand(double From, double To, int Records, double Stated, int Right)
{
    public double Share => Right / (double)Records;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p from {From} to {To}: {Records} records, {Stated:0.0000} stated, {Share:0.0000} right");
}

/// <summary>Links of records whose truth is known: how many are right, for whom, and whether a probability is what it says.</summary>
/// <param name="Registered">Whether somebody is on the register at all.</param>
public sealed record LinkTruth(IReadOnlyList<Link> Links, Func<Citizen, bool> Registered)
{
    private const int FirstToken = 1_000_000;

    public static IReadOnlyList<(string Name, Func<Citizen, bool> Has)> Groups { get; } =
    [
        ("women", person => person.Sex == "2"), ("men", person => person.Sex == "1"),
        ("born since 2007", person => person.Born.Year >= 2007), ("born 1960 to 2006", person => person.Born.Year is >= 1960 and < 2007), ("born before 1960", person => person.Born.Year < 1960),
        ("most deprived fifth", person => LinkageTown.Decile(person) <= 2), ("all other places", person => LinkageTown.Decile(person) > 2),
    ];

    /// <param name="truth">Whose each landed row is, in their order.</param>
    public static LinkTruth Of(Flow flow, IReadOnlyList<Citizen> truth, Func<Citizen, bool> registered) => new([.. flow.Warehouse.Query("""
        select link.row_id, link.grade, link.reason, link.probability, person.token, likeliest.token
        from person_link as link
        left join person using (person_key)
        left join probable_link as probable on probable.dataset = link.dataset and probable.row_id = link.row_id
        left join link_choice as choice using (source_key)
        left join person as likeliest on likeliest.person_key = choice.person_key
        where link.dataset = 'social_care_services'
        order by link.row_id
        """).Rows.Select(row => new Link(truth[(int)((long)row[0]! - Flow.FirstFilled("social_care_services"))], (string)row[1]!, (string)row[2]!, (double?)row[3], (long?)row[4] - FirstToken, (long?)row[5] - FirstToken))], registered);

    /// <summary>Links of a grade that are right, and that are wrong.</summary>
    public (int Right, int Wrong) Of(string grade, Func<Citizen, bool>? group = null) =>
        (Links.Count(link => link.Grade == grade && link.IsRight && group?.Invoke(link.Truth) != false), Links.Count(link => link.Grade == grade && link.IsWrong && group?.Invoke(link.Truth) != false));

    /// <summary>The share of links that are right.</summary>
    public double PrecisionOf(Func<Citizen, bool> group)
    {
        var linked = Links.Where(link => link.Person is not null && group(link.Truth)).ToList();
        return linked.Count(link => link.IsRight) / (double)linked.Count;
    }

    /// <summary>The share of records of people on the register that were linked to them: of all, or of a group.</summary>
    public double RecallOf(Func<Citizen, bool>? group = null)
    {
        var there = Links.Where(link => Registered(link.Truth) && group?.Invoke(link.Truth) != false).ToList();
        return there.Count(link => link.IsRight) / (double)there.Count;
    }

    /// <summary>Of all who were weighed, whatever became of them.</summary>
    public IEnumerable<CalibrationBand> Calibration(params double[] edges) =>
        from band in edges.Zip(edges.Skip(1))
        let within = Links.Where(link => link.Likeliest is not null && link.Probability >= band.First && (link.Probability < band.Second || band.Second == 1)).ToList()
        where within.Count > 0
        select new CalibrationBand(band.First, band.Second, within.Count, within.Average(link => link.Probability!.Value), within.Count(link => link.Likeliest == link.Truth.Number));

    /// <summary>Everything in lines, for whoever reads a test or a benchmark.</summary>
    public IEnumerable<string> Says =>
    [
        .. Links.GroupBy(link => link.Grade).OrderBy(grade => grade.Key, StringComparer.Ordinal).Select(grade => Line($"grade {grade.Key}: {Of(grade.Key).Right} right, {Of(grade.Key).Wrong} wrong of {grade.Count()}")),
        Line($"all: recall {RecallOf():0.0000}, precision {PrecisionOf(_ => true):0.0000}"),
        .. Groups.Select(group => Line($"{group.Name}: recall {RecallOf(group.Has):0.0000}, precision {PrecisionOf(group.Has):0.0000}, P {Of("P", group.Has).Right} right and {Of("P", group.Has).Wrong} wrong")),
        .. Calibration(0, 0.1, 0.5, 0.9, 0.99, 0.999, 1).Select(band => band.ToString()),
    ];

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
