using System.Globalization;
using Stratify.Costing;

namespace Stratify.Tests.Laws;

/// <summary>The twin's costs: each record priced on its own, with fractions of a penny kept exact until the record is done.</summary>
internal sealed class NaiveCosts(NaiveTwin twin)
{
    private static readonly string[] Used = ["ARRIVED", "IN PROGRESS", "FINISHED", "VISIT", "WAITING", "PATIENT WALKED OUT", "ATTENDED"];

    private static readonly Dictionary<(string, string), Price> Prices = PriceBook.Shipped("2024/25")!.Prices.ToDictionary(price => (price.Unit == "day" && price.Setting == "mental_health" ? "ward" : price.Setting, price.Key));

    internal void Work()
    {
        foreach (var row in twin.Rows("gp_appointments", ["DOB", "Appointment Date"], ["GP Practice Code", "GP Appointments Primary Key"]).Where(row => Used.Contains(row["StatusDescription"].ToUpperInvariant())))
        {
            Add(Person(row, "NHS Number", "Surname", "Forename", "DOB", "Appointment Date"), "primary_care", row["Appointment Date"], Minutes(row), Told(row, "Cost"), $"{row["ClinicianType"]}||", "||");
        }
        foreach (var row in twin.Rows("emergency_attendances", ["DOB", "ARRIVALDATE"], ["PROCODE", "AEKEY"]))
        {
            Add(Person(row, "NEWNHSNO", "SURNAME", "FORENAME", "DOB", "ARRIVALDATE"), "emergency", row["ARRIVALDATE"], 1, Told(row, "TARIFF_TOTAL_PAYMENT", "PROCODE"), $"{row["SUSHRG"]}||", "||");
        }
        foreach (var row in twin.Rows("acute_outpatients", ["DOB", "APPTDATE"], ["PROCODE", "ATTENDKEY"]).Where(row => row["ATTENDED"] is "5" or "6"))
        {
            var kind = row["FIRSTATT"] switch { "1" => "first_face_to_face", "3" => "first_remote", "4" => "follow_up_remote", _ => "follow_up_face_to_face" };
            Add(Person(row, "NEWNHSNO", "SURNAME", "FORENAME", "DOB", "APPTDATE"), "outpatient", row["APPTDATE"], 1, Told(row, "TARIFF_TOTAL_PAYMENT", "PROCODE"),
                row["SUSHRG"].StartsWith("WF", StringComparison.Ordinal) ? "no procedure" : $"{row["SUSHRG"]}||procedure", $"{row["TRETSPEF"]}|{kind}|", $"|{kind}|");
        }
        foreach (var row in twin.Rows("community_contacts", ["PERSON BIRTH DATE", "CARE CONTACT DATE"], ["ORGANISATION IDENTIFIER (CODE OF PROVIDER)", "UNIQUE CARE CONTACT IDENTIFIER"]).Where(row => row["ATTENDANCE STATUS"] is "" or "5" or "6"))
        {
            Add(Person(row, "NHS NUMBER", "PERSON FAMILY NAME", "PERSON GIVEN NAME", "PERSON BIRTH DATE", "CARE CONTACT DATE"), "community", row["CARE CONTACT DATE"], 1, Told(row, "COST", "ORGANISATION IDENTIFIER (CODE OF PROVIDER)"), $"{row["CURRENCY CODE"]}||", "||");
        }
        foreach (var row in twin.Rows("mental_health_contacts", ["PersonBirthDate", "CareContDate"], ["OrgIDProv", "UniqCareContID"]).Where(row => row["AttendStatus"] is "" or "5" or "6"))
        {
            Add(Person(row, "NHSNumber", "FamilyName", "GivenName", "PersonBirthDate", "CareContDate"), "mental_health", row["CareContDate"], 1, Told(row, "Cost", "OrgIDProv"), $"{row["ServTeamTypeRefToMH"]}||", "||");
        }
        foreach (var row in twin.Rows("talking_therapies", ["PersonBirthDate", "CareContDate"], ["OrgIDProv", "CareContactId"]).Where(row => row["AttendOrDNACode"] is "5" or "6"))
        {
            Add(Person(row, "NHSNumber", "FamilyName", "GivenName", "PersonBirthDate", "CareContDate"), "mental_health", row["CareContDate"], 1, Told(row, "Cost", "OrgIDProv"), $"TALKING THERAPIES|{row["AppType"]}|");
        }
        foreach (var row in twin.Rows("ambulance_incidents", ["PERSON BIRTH DATE", "INCIDENT DATE"], ["ORGANISATION IDENTIFIER (AMBULANCE TRUST)", "AMBULANCE INCIDENT NUMBER"]))
        {
            Add(Person(row, "NHS NUMBER", "PERSON FAMILY NAME", "PERSON GIVEN NAME", "PERSON BIRTH DATE", "INCIDENT DATE"), "emergency", row["INCIDENT DATE"], 1, Told(row, "COST", "ORGANISATION IDENTIFIER (AMBULANCE TRUST)"), $"AMBULANCE|{row["INCIDENT OUTCOME"].ToUpperInvariant()}|");
        }
        Spells();
        WardStays();
        SocialCare();
        Medicines();
        ContinuingCare();
        CriticalCare();
    }

    private void WardStays()
    {
        foreach (var row in twin.Rows("mental_health_ward_stays", ["PersonBirthDate", "StartDateWardStay", "EndDateWardStay"], ["OrgIDProv", "UniqWardStayID"]))
        {
            var person = Person(row, "NHSNumber", "FamilyName", "GivenName", "PersonBirthDate", "StartDateWardStay");
            if (person is null || person.Days.Count == 0) { continue; }
            var start = NaiveExtract.Day(row["StartDateWardStay"])!.Value;
            var end = NaiveExtract.Day(row["EndDateWardStay"]) ?? DateOnly.MaxValue;
            var nights = 0;
            for (var day = NaiveTwin.From; day <= NaiveTwin.To; day = day.AddDays(1)) { nights += day >= start && day < end && !(day > person.Died) ? 1 : 0; }
            if (nights > 0) { Booked(person, "mental_health", (decimal)nights * (Prices.GetValueOrDefault(("ward", $"{row["MHAdmittedPatientClass"]}||")) ?? Prices[("ward", "||")]).Pence, row["OrgIDProv"]); }
        }
    }

    /// <summary>Nobody, too, where the record begins more than thirty days after the person's death.</summary>
    private NaivePerson? Person(Dictionary<string, string> row, string number, string family, string given, string born, string begins, string format = "yyyy-MM-dd")
    {
        var person = twin.Of(row[number], row[family], row[given], NaiveExtract.Day(row[born], format));
        return NaiveExtract.Day(row[begins], format)!.Value.AddDays(-30) > person?.Died ? null : person;
    }

    private static int Minutes(Dictionary<string, string> row)
    {
        int planned = Whole(row["PlannedMinutesDuration"]), actual = Whole(row["ActualMinutesDuration"]);
        if (planned == 0) { return Math.Min(60, actual == 0 ? 10 : actual); }
        return Math.Min(60, actual > 0 ? Math.Min(planned, actual) : planned);
    }

    private static int Whole(string text) => text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);

    private void Spells()
    {
        var episodes = twin.Rows("acute_inpatients", ["DOB", "ADMIDATE", "EPISTART", "EPIEND", "DISDATE"], ["PROCODE", "EPIKEY"])
            .Select(row => (Row: row, Person: Person(row, "NEWNHSNO", "SURNAME", "FORENAME", "DOB", "EPISTART")))
            .Where(episode => episode.Person is not null);
        foreach (var spell in episodes.GroupBy(episode => (episode.Person, episode.Row["PROCODE"], episode.Row["PROVSPNOPS"])))
        {
            var inOrder = spell.Select(episode => episode.Row).OrderBy(row => Whole(row["EPIORDER"])).ToList();
            var admitted = inOrder.Min(row => NaiveExtract.Day(row["ADMIDATE"])!.Value);
            var discharged = inOrder.Max(row => (NaiveExtract.Day(row["DISDATE"]) ?? NaiveExtract.Day(row["EPIEND"]))!.Value);
            var planned = inOrder[0]["ADMIMETH"][0] == '1';
            var kind = planned
                ? inOrder[^1]["CLASSPAT"] switch { "2" => "day_case", "3" or "4" => "regular", _ => "elective" }
                : discharged.DayNumber - admitted.DayNumber <= 1 ? "non_elective_short" : "non_elective_long";
            Add(spell.Key.Person, "inpatient", discharged.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 1, new(inOrder.Select(row => Told(row, "TARIFF_TOTAL_PAYMENT", "").Pence).Aggregate((decimal?)null, (sum, pence) => pence is null ? sum : (sum ?? 0) + pence), spell.Key.Item2), $"{inOrder[^1]["SUSHRG"]}|{kind}|", $"|{kind}|");
        }
    }

    private void SocialCare()
    {
        foreach (var row in twin.Rows("social_care_services", ["Date of Birth", "Event Start Date", "Event End Date"], ["LA Code", "LA Person Unique Identifier", "Event Reference", "Event Start Date"], "dd/MM/yyyy"))
        {
            var person = Person(row, "NHS Number", "Client Surname", "Client Forename", "Date of Birth", "Event Start Date", "dd/MM/yyyy");
            var start = NaiveExtract.Day(row["Event Start Date"], "dd/MM/yyyy")!.Value;
            var end = NaiveExtract.Day(row["Event End Date"], "dd/MM/yyyy") ?? DateOnly.MaxValue;
            if (end < start || person is null || person.Days.Count == 0) { continue; }
            var pounds = row["Unit Cost"].Length == 0 ? (decimal?)null : decimal.Parse(row["Unit Cost"], CultureInfo.InvariantCulture);
            if (row["Cost Frequency (Unit Type)"] == "One-off")
            {
                if (start >= NaiveTwin.From && start <= NaiveTwin.To) { Put(person, "social_care", pounds!.Value * 100); }
                continue;
            }
            var days = 0;
            for (var day = NaiveTwin.From; day <= NaiveTwin.To; day = day.AddDays(1)) { days += day >= start && day <= end && !(day > person.Died) ? 1 : 0; }
            var price = Prices.GetValueOrDefault(("social_care", $"{row["Service Type"].ToUpperInvariant()}||"));
            if (pounds is null) { Put(person, "social_care", days * (decimal)(price?.Pence ?? 0)); }
            else { PutDays(person, "social_care", pounds.Value * 100 * UnitsAWeek(row) / 7, start, days); }
        }
    }

    /// <summary>Counted on the day of discharge from the stay. Invented people are in one unit a stay.</summary>
    private void CriticalCare()
    {
        var stays = twin.Rows("acute_inpatients", ["DOB", "ADMIDATE", "EPISTART", "EPIEND", "DISDATE"], ["PROCODE", "EPIKEY"]);
        foreach (var row in twin.Rows("critical_care", ["Date of Birth", "Critical Care Start Date", "Critical Care Period Discharge Date"], ["Organisation Code Code of Provider", "Critical Care Period Local Identifier"]))
        {
            var person = Person(row, "NHS Number", "Surname", "Forename", "Date of Birth", "Critical Care Start Date");
            DateOnly start = NaiveExtract.Day(row["Critical Care Start Date"])!.Value, end = NaiveExtract.Day(row["Critical Care Period Discharge Date"])!.Value;
            var left = stays.Where(stay => stay["PROVSPNOPS"] == row["Hospital Provider Spell Number"]).Max(stay => stay["EPIEND"])!;
            var group = new[] { "XC07Z", "XC06Z", "XC05Z", "XC04Z", "XC03Z", "XC02Z", "XC01Z" }[Whole(row["Organ Support Maximum"])];
            Add(person, "inpatient", left, end.DayNumber - start.DayNumber + 1, Told(row, "Cost", "Organisation Code Code of Provider"), $"{group}||");
        }
    }

    private void ContinuingCare()
    {
        foreach (var row in twin.Rows("continuing_care", ["Date of Birth", "Package Start Date", "Package End Date"], ["Commissioner Code", "Package Reference", "Package Start Date"]))
        {
            var person = Person(row, "NHS Number", "Surname", "Forename", "Date of Birth", "Package Start Date");
            if (person is null || person.Days.Count == 0) { continue; }
            DateOnly start = NaiveExtract.Day(row["Package Start Date"])!.Value, end = NaiveExtract.Day(row["Package End Date"]) ?? DateOnly.MaxValue;
            var days = 0;
            for (var day = NaiveTwin.From; day <= NaiveTwin.To; day = day.AddDays(1)) { days += day >= start && day <= end && !(day > person.Died) ? 1 : 0; }
            var weekly = row["Weekly Cost"].Length == 0 ? (row["Package Type"] == "FNC" ? 235.88m : 0) : decimal.Parse(row["Weekly Cost"], CultureInfo.InvariantCulture);
            PutDays(person, "continuing_care", weekly * 100 / 7, start, days);
        }
    }

    private void Medicines()
    {
        foreach (var row in twin.Rows("prescribed_items", ["PatientBirthDate", "ProcessingPeriodDate"], ["ProcessingPeriodDate", "ItemID"]).Where(row => row["NotDispensedIndicator"] != "Y"))
        {
            var processed = NaiveExtract.Day(row["ProcessingPeriodDate"])!.Value;
            var person = twin.Of(row["NHSNumber"], row["PatientFamilyName"], row["PatientGivenName"], NaiveExtract.Day(row["PatientBirthDate"]));
            if (person is null || person.Days.Count == 0 || processed.AddMonths(-3).AddDays(-30) > person.Died || processed < NaiveTwin.From || processed > NaiveTwin.To) { continue; }
            Put(person, "prescribing", decimal.Parse(row["ItemActualCost"], CultureInfo.InvariantCulture));
        }
    }

    private static decimal UnitsAWeek(Dictionary<string, string> row) => row["Cost Frequency (Unit Type)"] switch
    {
        "Weekly" => 1,
        "4-weekly" => 0.25m,
        _ => decimal.Parse(row["Planned units per week"], CultureInfo.InvariantCulture),
    };

    /// <summary>What a sender says an event costs, in pence, and who gave the care.</summary>
    private sealed record Said(decimal? Pence, string Provider);

    private static Said Told(Dictionary<string, string> row, string cost, string provider = "") =>
        new(row[cost].Length == 0 ? null : decimal.Parse(row[cost], CultureInfo.InvariantCulture) * 100, provider.Length == 0 ? "" : row[provider]);

    /// <summary>Keys that begin with a bar are those of an average.</summary>
    private void Add(NaivePerson? person, string setting, string date, int units, Said said, params string[] keys)
    {
        var day = NaiveExtract.Day(date)!.Value;
        if (person is null || person.Days.Count == 0 || day < NaiveTwin.From || day > NaiveTwin.To) { return; }
        var found = keys.Select(key => (key, price: Prices.GetValueOrDefault((setting, key)))).FirstOrDefault(pair => pair.price is not null);
        var booked = found.price is null ? (decimal?)null : Whole((decimal)found.price.Pence * units / found.price.Per);
        if (booked is not null && (said.Pence is null || found.key[0] != '|')) { Booked(person, setting, booked.Value, said.Provider, said.Pence); }
        else { Put(person, setting, said.Pence ?? 0); }
    }

    /// <summary>What it had cost by the last of the days, less what it had when the year began: what two years make of it comes to what it cost.</summary>
    private static void PutDays(NaivePerson person, string setting, decimal penceADay, DateOnly start, int days)
    {
        var before = Math.Max(0, NaiveTwin.From.DayNumber - start.DayNumber);
        Put(person, setting, Math.Round(penceADay * (before + days), MidpointRounding.AwayFromZero) - Math.Round(penceADay * before, MidpointRounding.AwayFromZero));
    }

    /// <summary>What the book prices as a standard, with the factor of who gave it.</summary>
    private void Booked(NaivePerson person, string setting, decimal pence, string provider, decimal? told = null)
    {
        var cost = Whole(twin.ByStandard ? pence : told ?? pence);
        person.Pence[setting] = person.Pence.GetValueOrDefault(setting) + cost;
        person.Paid += Whole(told ?? cost);
        person.Standard += Whole(pence);
        person.Factored += Whole(Whole(pence) * (setting is "inpatient" or "outpatient" or "emergency" or "community" or "mental_health" ? twin.Factors.GetValueOrDefault(provider, 1) : 1));
    }

    /// <summary>What costs the same however it is costed: what a sender tells, and all else that has no national price.</summary>
    private static void Put(NaivePerson person, string setting, decimal pence)
    {
        person.Pence[setting] = person.Pence.GetValueOrDefault(setting) + Whole(pence);
        person.Paid += Whole(pence);
        person.Standard += Whole(pence);
        person.Factored += Whole(pence);
    }

    private static long Whole(decimal pence) => (long)Math.Round(pence, MidpointRounding.AwayFromZero);
}
