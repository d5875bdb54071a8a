using System.Globalization;
using Stratify.Statistics;

namespace Stratify.Tests.Support;

/// <summary>Somebody of an invented town, and what a record says of somebody.</summary>
public sealed record Citizen(int Number, string Family, string Given, DateOnly Born, string Postcode, string Sex)
{
    /// <summary>Who share one live in one house.</summary>
    public int House { get; init; }
}

/// <summary>
/// An invented town for linkage: names as unequally common as real ones, households, twins, brothers and sisters, and streets. What goes wrong
/// in its records is what happens to people and clerks (a key beside the one meant, a letter misread, a nickname, a marriage, a move, a
/// birthday told wrongly, a street written short), written without any of the functions that compare.
/// </summary>
public sealed class LinkageTown
{
    private static readonly string[] Onsets = ["B", "BR", "C", "CH", "CL", "D", "F", "G", "GR", "H", "J", "K", "L", "M", "N", "P", "PR", "R", "S", "SH", "ST", "T", "TH", "TR", "V", "W", "Y"];
    private static readonly string[] Vowels = ["A", "E", "I", "O", "U", "AI", "EA", "OO", "OU"];
    private static readonly string[] Ends = ["", "N", "R", "L", "S", "T", "CK", "LL", "NS", "RD", "TON", "LEY", "MAN", "SON", "FORD", "WELL"];
    private static readonly string[] KeyRows = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];
    private static readonly (string Long, string Short)[] Ways = [("Road", "Rd"), ("Street", "St"), ("Avenue", "Av."), ("Close", "Cl"), ("Lane", "Ln")];
    private static readonly (string Read, string As)[] Misread = [("M", "N"), ("RN", "M"), ("CL", "D"), ("V", "U"), ("E", "F"), ("I", "L"), ("O", "Q"), ("H", "N"), ("PH", "F"), ("CK", "K"), ("EA", "EE"), ("Y", "IE"), ("S", "Z")];

    private readonly Xoshiro _random;
    private readonly string[] _families, _girls, _boys;
    private readonly int _districts;
    private readonly Dictionary<string, string> _nicknames = [];

    /// <param name="districts">Of 216 postcodes each; by default so many that few people share a postcode.</param>
    public LinkageTown(int people, long seed, int? districts = null)
    {
        _random = Xoshiro.For(seed, "linkage town");
        _districts = districts ?? Math.Max(12, people / 8000);
        _families = Names(Math.Max(200, people / 8), 2, 3);
        _girls = Names(400, 2, 3);
        _boys = Names(400, 1, 3);
        foreach (var name in _girls.Concat(_boys)) { _nicknames[name] = _random.Chance(0.5) ? name[..Math.Min(3, name.Length)] : Name(1, 2); }
        People = Households(people);
    }

    public IReadOnlyList<Citizen> People { get; }

    public Xoshiro Random => _random;

    /// <summary>What a council's record says of somebody: mostly right.</summary>
    /// <param name="trouble">How often each thing goes wrong, 1 for as usual.</param>
    public Citizen Record(Citizen person, double trouble = 1)
    {
        var record = person;
        if (record.Sex == "2" && _random.Chance(0.03 * trouble)) { record = record with { Family = Common(_families) }; }
        if (_random.Chance(0.12 * trouble)) { record = record with { Postcode = NewPostcode(), House = -record.House }; }
        if (_random.Chance(0.05 * trouble)) { record = record with { Family = Mistyped(record.Family) }; }
        if (_random.Chance(0.05 * trouble)) { record = record with { Given = Mistyped(record.Given) }; }
        if (_random.Chance(0.05 * trouble)) { record = record with { Given = _nicknames.GetValueOrDefault(record.Given, record.Given) }; }
        if (_random.Chance(0.03 * trouble)) { record = record with { Given = record.Given[..1] }; }
        if (_random.Chance(0.02 * trouble)) { record = record with { Family = record.Given, Given = record.Family }; }
        if (_random.Chance(0.06 * trouble)) { record = record with { Born = ToldWrongly(record.Born) }; }
        if (_random.Chance(0.005 * trouble)) { record = record with { Sex = record.Sex == "1" ? "2" : "1" }; }
        return record;
    }

    /// <summary>The cells of a record, each left out now and then.</summary>
    public string?[] Cells(Citizen record, double blank) =>
    [
        Blank(record.Family, blank / 2), Blank(record.Given, blank), Blank(record.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), blank), Blank(record.Postcode, blank), Blank(record.Sex, blank),
    ];

    /// <summary>How deprived the place is where somebody lives, 1 most: streets of one sector are alike.</summary>
    public static int Decile(Citizen person) => 1 + (((person.Postcode[^3] - '1') + (person.Postcode[^2] - 'A')) % 10);

    public static string?[] Register(Citizen person) =>
    [
        (1_000_000 + person.Number).ToString(CultureInfo.InvariantCulture), $"p{person.Number}", "A81001", "2010-01-01",
        person.Family, person.Given, person.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), person.Postcode, person.Sex,
    ];

    public static readonly string[] RegisterColumns = ["nhs_number", "patient_id", "practice", "start_date", "family_name", "given_name", "birth_date", "postcode", "sex"];

    /// <summary>The first line of somebody's address: a house or flat of the one street that a postcode is, or a house without a number.</summary>
    public static string Address(Citizen person)
    {
        var street = Xoshiro.For(StableHash(person.Postcode), "street");
        var name = $"{Onsets[street.NextInt(Onsets.Length)]}{Vowels[street.NextInt(Vowels.Length)]}{Ends[1 + street.NextInt(Ends.Length - 1)]} {Ways[street.NextInt(Ways.Length)].Long}";
        var house = Xoshiro.For(person.House, $"house in {person.Postcode}");
        var number = 1 + house.NextInt(40);
        return house.NextInt(10) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"Flat {1 + house.NextInt(9)}, {number} {name}"),
            1 => $"{Onsets[house.NextInt(Onsets.Length)]}{Vowels[house.NextInt(Vowels.Length)]}{Ends[1 + house.NextInt(Ends.Length - 1)]} Cottage, {name}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{number} {name}"),
        };
    }

    /// <summary>The address as a clerk takes it down: written short, misspelt, without the flat, or with another number.</summary>
    public static string AddressTaken(Citizen person, Citizen record)
    {
        var clerk = Xoshiro.For(person.Number, "clerk");
        var address = Address(record);
        if (clerk.Chance(0.4)) { address = Ways.Aggregate(address, (text, way) => text.Replace($" {way.Long}", $" {way.Short}", StringComparison.Ordinal)); }
        if (clerk.Chance(0.3)) { address = address.Replace("Flat ", "", StringComparison.Ordinal).Replace(", ", clerk.Chance(0.5) ? "/" : " ", StringComparison.Ordinal); }
        if (clerk.Chance(0.03)) { address = address[(address.IndexOf(' ', StringComparison.Ordinal) + 1)..]; }
        if (clerk.Chance(0.08)) { address = address.Remove(address.Length / 2, 1); }
        if (clerk.Chance(0.03)) { address = $"{1 + clerk.NextInt(40)} {address}"; }
        return address.ToUpperInvariant();
    }

    private static long StableHash(string text) => text.Aggregate(17L, (hash, c) => (hash * 31) + c);

    private string? Blank(string text, double chance) => _random.Chance(chance) ? null : text;

    private List<Citizen> Households(int people)
    {
        var all = new List<Citizen>();
        for (var house = 1; all.Count < people; house++)
        {
            var before = all.Count;
            var (family, postcode) = (Common(_families), NewPostcode());
            var first = Person(all.Count, family, postcode, Birthday(1935, 1995));
            all.Add(first);
            if (_random.Chance(0.55)) { all.Add(Person(all.Count, _random.Chance(0.8) ? family : Common(_families), postcode, first.Born.AddDays(_random.NextInt(3000) - 1500))); }
            var names = all.Skip(first.Number).Select(person => person.Given).ToHashSet();
            var children = _random.Chance(0.4) ? 1 + _random.NextInt(3) : 0;
            for (var child = 0; child < children; child++)
            {
                var born = first.Born.AddDays(9000 + _random.NextInt(5000));
                for (var twins = _random.Chance(0.04) ? 2 : 1; twins > 0; twins--)
                {
                    all.Add(Person(all.Count, family, postcode, born, names));
                    names.Add(all[^1].Given);
                }
            }
            for (var i = before; i < all.Count; i++) { all[i] = all[i] with { House = house }; }
        }
        return all[..people];
    }

    /// <param name="taken">Nobody calls a child as another of the house.</param>
    private Citizen Person(int number, string family, string postcode, DateOnly born, HashSet<string>? taken = null)
    {
        var isGirl = _random.Chance(0.51);
        string given;
        do { given = Common(isGirl ? _girls : _boys); } while (taken?.Contains(given) == true);
        return new Citizen(number, family, given, born, postcode, isGirl ? "2" : "1");
    }

    private DateOnly Birthday(int from, int to) => new DateOnly(from, 1, 1).AddDays(_random.NextInt((to - from) * 365));

    /// <summary>A few dozen people share one, however large the town.</summary>
    private string NewPostcode()
    {
        var district = _random.NextInt(_districts);
        return string.Create(CultureInfo.InvariantCulture, $"T{(char)('A' + (district / 99))}{1 + (district % 99)} {1 + _random.NextInt(9)}{(char)('A' + _random.NextInt(4))}{(char)('A' + _random.NextInt(6))}");
    }

    /// <summary>The first of the list is the most common: half as likely, the second; a third, the third.</summary>
    private string Common(string[] names) => names[(int)Math.Min(names.Length - 1, Math.Pow(names.Length, _random.NextDouble()) - 1 + (_random.NextDouble() * 3))];

    private string[] Names(int count, int least, int most) => [.. Enumerable.Repeat(0, count * 3).Select(_ => Name(least, most)).Distinct().Take(count)];

    private string Name(int least, int most)
    {
        var name = string.Concat(Enumerable.Range(0, least + _random.NextInt(most - least + 1)).Select(_ => Onsets[_random.NextInt(Onsets.Length)] + Vowels[_random.NextInt(Vowels.Length)]));
        return name + Ends[_random.NextInt(Ends.Length)];
    }

    private string Mistyped(string name)
    {
        var at = _random.NextInt(name.Length);
        switch (_random.NextInt(5))
        {
            case 0:
                var row = KeyRows.FirstOrDefault(keys => keys.Contains(name[at], StringComparison.Ordinal)) ?? KeyRows[0];
                return name[..at] + row[(row.IndexOf(name[at], StringComparison.Ordinal) + 1) % row.Length] + name[(at + 1)..];
            case 1: return name.Length > 2 ? name.Remove(at, 1) : name;
            case 2: return name.Insert(at, name[at].ToString());
            case 3:
                var slip = Misread.Where(pair => name.Contains(pair.Read, StringComparison.Ordinal)).Select(pair => name.Replace(pair.Read, pair.As, StringComparison.Ordinal)).ToList();
                return slip.Count > 0 ? slip[_random.NextInt(slip.Count)] : name;
            default: return name + Common(_families);
        }
    }

    private DateOnly ToldWrongly(DateOnly born) => _random.NextInt(5) switch
    {
        0 => born.Day <= 12 ? new DateOnly(born.Year, born.Day, born.Month) : born.AddDays(-10),
        1 => born.AddYears(_random.Chance(0.5) ? 1 : -1),
        2 => born.AddYears(_random.Chance(0.5) ? 10 : -10),
        3 => born.AddMonths(1),
        _ => new DateOnly(born.Year, 1, 1),
    };
}
