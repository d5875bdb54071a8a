using System.Security.Cryptography;
using System.Text;
using Stratify.Settings;

namespace Stratify.Tests.Laws;

/// <summary>What the twin found of one person's year.</summary>
internal sealed class NaivePerson
{
    internal HashSet<DateOnly> Days { get; } = [];

    internal HashSet<string> Conditions { get; } = [];

    internal Dictionary<string, long> Pence { get; } = [];

    /// <summary>In pence: what is paid, what it costs as a standard, and that with market forces factors.</summary>
    internal long Paid { get; set; }

    internal long Standard { get; set; }

    internal long Factored { get; set; }

    /// <summary>Everything that was coded of them: the day, the system, the code as it was written, and the file that holds it.</summary>
    internal List<(DateOnly Day, string System, string Code, string File)> Codes { get; } = [];

    /// <summary>Rows of admitted care.</summary>
    internal List<Dictionary<string, string>> Episodes { get; } = [];

    internal List<(string Family, string Given, DateOnly Born)> Names { get; } = [];

    internal DateOnly? Died { get; set; }

    /// <summary>The row of the register that was the last to begin in the year.</summary>
    internal Dictionary<string, string> Last { get; set; } = [];

    internal string Place { get; set; } = "";
}

/// <summary>
/// The year 2024/25 of everyone on a register, worked out again with loops and dictionaries. It shares nothing with the engine but the
/// price book and the code list; costs are in <see cref="NaiveCosts"/>.
/// </summary>
internal sealed class NaiveTwin(string folder)
{
    /// <summary>Whether a national price comes before what a sender tells.</summary>
    internal bool ByStandard { get; init; } = true;

    /// <summary>Market forces factors by provider.</summary>
    internal Dictionary<string, decimal> Factors { get; init; } = [];

    internal static readonly DateOnly From = new(2024, 4, 1), To = new(2025, 3, 31);

    private readonly byte[] _key = File.ReadAllBytes(Path.Combine(folder, "secrets", "pseudonym.key"));

    /// <summary>By what stands for them in a run's tables.</summary>
    internal Dictionary<string, NaivePerson> People { get; } = [];

    /// <summary>By the number that was replaced.</summary>
    private readonly Dictionary<string, string> _changes = [];

    internal void Work()
    {
        foreach (var row in Rows("nhs_number_changes", ["Change Date"], ["NHS Number", "Superseded By NHS Number"])) { _changes[row["NHS Number"]] = row["Superseded By NHS Number"]; }
        Register();
        Places();
        Conditions();
        new NaiveCosts(this).Work();
        foreach (var gone in People.Where(pair => pair.Value.Days.Count == 0).ToList()) { People.Remove(gone.Key); }
    }

    internal List<Dictionary<string, string>> Rows(string dataset, string[] dates, string[] key, string format = "yyyy-MM-dd") =>
        NaiveExtract.Read(Path.Combine(folder, "extracts", $"{dataset}.csv"), format, dates, key);

    /// <summary>The person a record is of, by a number whose birth date does not contradict it, else by a name and birth date of one person only.</summary>
    internal NaivePerson? Of(string number, string family, string given, DateOnly? born)
    {
        if (Newest(number) is { } valid)
        {
            return People.TryGetValue(Pseudonym("person", valid), out var person)
                && (born is null || person.Names.Exists(name => Agree(name.Born, born.Value) >= 2)) ? person : null;
        }
        var same = born is null ? [] : People.Values.Where(person => person.Names.Contains((family, given, born.Value))).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private string? Newest(string text)
    {
        var number = NaiveExtract.Number(text);
        while (number is not null && _changes.TryGetValue(number, out var newer)) { number = newer; }
        return number;
    }

    private void Register()
    {
        var spans = new List<(NaivePerson Person, Dictionary<string, string> Row)>();
        foreach (var row in Rows("gp_registrations", ["DOB", "Registration Start Date", "Registration End Date", "DateofDeath"], ["GP Practice Code", "Patient Identifier", "Registration Start Date"]))
        {
            var id = Newest(row["NHS Number"]) is { } number
                ? Pseudonym("person", number)
                : Pseudonym("opaque", $"register/{row["GP Practice Code"]}/{row["Patient Identifier"]}");
            if (!People.TryGetValue(id, out var person)) { People[id] = person = new NaivePerson(); }
            person.Died ??= NaiveExtract.Day(row["DateofDeath"]);
            person.Names.Add((row["Surname"], row["Forename"], NaiveExtract.Day(row["DOB"])!.Value));
            spans.Add((person, row));
        }
        Deaths();
        foreach (var (person, row) in spans)
        {
            var last = NaiveExtract.Day(row["Registration End Date"]) ?? To;
            for (var day = From; day <= To; day = day.AddDays(1))
            {
                if (day < NaiveExtract.Day(row["Registration Start Date"]) || day > last || day > person.Died) { continue; }
                person.Days.Add(day);
                if (person.Last.Count == 0 || NaiveExtract.Day(row["Registration Start Date"]) >= NaiveExtract.Day(person.Last["Registration Start Date"])) { person.Last = row; }
            }
        }
    }

    /// <summary>The register's own word, else the look-ups'.</summary>
    private void Places()
    {
        var networks = Rows("practices", ["Practice to PCN Relationship Start Date"], ["Partner Organisation Code"]).ToDictionary(row => row["Partner Organisation Code"], row => row["PCN Name"]);
        var deciles = Rows("areas", [], ["LSOA code (2021)"]).ToDictionary(row => row["LSOA code (2021)"], row => row["Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"]);
        foreach (var person in People.Values.Where(person => person.Last.Count > 0))
        {
            var (neighbourhood, decile) = (person.Last["Neighbourhood"], person.Last["IMD Decile"]);
            person.Place = $"{(neighbourhood.Length > 0 ? neighbourhood : networks[person.Last["GP Practice Code"]])}/{(decile.Length > 0 ? decile : deciles[person.Last["LSOA"]])}";
        }
    }

    /// <summary>The list's date of death, then the practice's, then the day of registration.</summary>
    private void Deaths()
    {
        foreach (var row in Rows("deaths", ["DOB", "DOD", "DOR"], ["Registration Reference"]))
        {
            if (Of(row["NHS Number"], row["Surname"], row["Forename"], NaiveExtract.Day(row["DOB"])) is not { } person) { continue; }
            person.Died = NaiveExtract.Day(row["DOD"]) ?? person.Died ?? NaiveExtract.Day(row["DOR"]);
        }
    }

    private void Conditions()
    {
        foreach (var row in Rows("gp_events", ["DOB", "Event Date"], ["GP Practice Code", "GP Events Primary Key"]))
        {
            Found(Of(row["NHS Number"], row["Surname"], row["Forename"], NaiveExtract.Day(row["DOB"])), NaiveExtract.Day(row["Event Date"]), row["Code Set"], row["Supplied Code"], "gp_events");
        }
        foreach (var row in Rows("acute_inpatients", ["DOB", "ADMIDATE", "EPISTART", "EPIEND", "DISDATE"], ["PROCODE", "EPIKEY"]))
        {
            var person = Of(row["NEWNHSNO"], row["SURNAME"], row["FORENAME"], NaiveExtract.Day(row["DOB"]));
            for (var i = 1; i <= 20; i++) { Found(person, NaiveExtract.Day(row["EPIEND"]) ?? NaiveExtract.Day(row["EPISTART"]), "ICD10", row[$"DIAG_{i:00}"], "acute_inpatients"); }
            person?.Episodes.Add(row);
        }
        foreach (var row in Rows("gp_medications", ["DOB", "Last Issue Date"], ["GP Practice Code", "GP Medications Primary Key"]))
        {
            Found(Of(row["NHS Number"], row["Surname"], row["Forename"], NaiveExtract.Day(row["DOB"])), NaiveExtract.Day(row["Last Issue Date"]), row["Code Set"], row["Supplied Code"], "gp_medications");
        }
        foreach (var row in Rows("prescribed_items", ["PatientBirthDate", "ProcessingPeriodDate"], ["ProcessingPeriodDate", "ItemID", "PaidBNFCode", "ItemCount", "ItemNIC", "ItemActualCost"]).Where(row => row["NotDispensedIndicator"] != "Y"))
        {
            Found(Of(row["NHSNumber"], row["PatientFamilyName"], row["PatientGivenName"], NaiveExtract.Day(row["PatientBirthDate"])), NaiveExtract.Day(row["ProcessingPeriodDate"]), "BNF", row["PaidBNFCode"], "prescribed_items");
        }
    }

    private static void Found(NaivePerson? person, DateOnly? day, string system, string code, string file)
    {
        if (person is null || day is null || code.Length == 0) { return; }
        person.Codes.Add((day.Value, system, code, file));
        if (day > To) { return; }
        foreach (var known in ConditionCodes.Shipped.Codes.Where(known => known.System == system && known.Kind == "diagnosis"))
        {
            if (known.Match == "prefix" ? code.TrimEnd('X').StartsWith(known.Code, StringComparison.Ordinal) : code == known.Code) { person.Conditions.Add(known.Condition); }
        }
    }

    private static int Agree(DateOnly one, DateOnly other) => (one.Year == other.Year ? 1 : 0) + (one.Month == other.Month ? 1 : 0) + (one.Day == other.Day ? 1 : 0);

    /// <summary>128 bits of a keyed hash in base 32, bit by bit.</summary>
    private string Pseudonym(string kind, string text)
    {
        var id = Convert.ToHexStringLower(HMACSHA256.HashData(_key, "stratify/key-id/v1|"u8))[..16];
        var bits = string.Concat(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"stratify/{kind}/v2|{id}|{text}")).Take(16).Select(b => Convert.ToString(b, 2).PadLeft(8, '0'))) + "00";
        return string.Concat(bits.Chunk(5).Select(five => "abcdefghijklmnopqrstuvwxyz234567"[Convert.ToInt32(new string(five), 2)]));
    }
}
