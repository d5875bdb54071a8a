using Stratify.Costing;

namespace Stratify.Benchmarks;

/// <summary>What one row of each extract says.</summary>
internal static class WholeRows
{
    private static readonly byte[][] Given = Words("Ada", "Ben", "Cyd", "Dee", "Eve", "Fay", "Gus", "Hal", "Ivy", "Jon", "Kay", "Lou", "May", "Ned", "Oda", "Pia", "Roy", "Sue", "Tom", "Una");
    private static readonly byte[][] Statuses = Words("FINISHED", "FINISHED", "FINISHED", "FINISHED", "ARRIVED", "ATTENDED", "ATTENDED", "ATTENDED", "DID NOT ATTEND", "CANCELLED BY PATIENT");
    private static readonly byte[][] Clinicians = Words("GP", "GP", "GP", "NURSE", "NURSE", "HCA", "PHARMACIST", "PHYSIO", "PARAMEDIC", "OTHER");
    private static readonly byte[][] Modes = Words("Face to Face", "Face to Face", "Telephone", "Video");
    private static readonly byte[][] Methods = Words("11", "12", "21", "21", "22", "2A", "28", "13");
    private static readonly byte[][] Diagnoses = Words("I10X", "E119", "J449", "N390", "F03X", "I500", "I639", "J181", "C509", "I251", "N183", "R55X", "S720", "M170", "K590", "J45X");
    private static readonly byte[][] Attended = Words("5", "5", "5", "5", "5", "6", "5", "5", "3", "7");
    private static readonly byte[][] Mediums = Words("01", "01", "02", "03");
    private static readonly byte[][] Services = Words("Long Term Support: Community", "Long Term Support: Community", "Long Term Support: Residential Care", "Long Term Support: Nursing Care", "Short Term Support: ST-Max");
    private static readonly byte[][] Groups = Keys("inpatient", "spell", 1), Currencies = Keys("community", "contact", 0), Teams = Keys("mental_health", "contact", 0);

    internal static void Registration(RowText text, WholeDraw draw)
    {
        var person = (int)draw.Row;
        Number(text, draw, person);
        text.Field("R"u8, person);
        text.Field("Surname"u8, draw.Next(50_000));
        text.Field(Given[draw.Next(Given.Length)]);
        text.Date(WholeDraw.BirthDay(person));
        text.Field(WholeDraw.IsMale(person) ? "1"u8 : "2"u8);
        text.Field("XA1 1AA"u8);
        text.Field("P8"u8, 1000 + WholeDraw.Practice(person));
        text.Field("Network "u8, WholeDraw.Practice(person) / 6);
        text.Field("E0100"u8, 1000 + draw.Next(600));
        text.Field(1 + draw.Next(10));
        text.Field("A"u8);
        text.Date(WholeDraw.FirstDay - 100 - draw.Next(5_000));
        text.Blank();
    }

    internal static void Appointment(RowText text, WholeDraw draw)
    {
        var person = Whose(text, draw);
        text.Field(draw.Row);
        text.Field("P8"u8, 1000 + WholeDraw.Practice(person));
        text.Date(draw.Day());
        text.Field(One(draw, Statuses));
        text.Field(One(draw, Clinicians));
        text.Field(One(draw, Modes));
        text.Field(5 * (1 + draw.Next(5)));
        text.Field(draw.Next(30));
    }

    /// <summary>Of four episodes two are of one spell, and the others are spells of their own.</summary>
    internal static void Episode(RowText text, WholeDraw draw)
    {
        var (row, place) = (draw.Row, (int)(draw.Row % 4));
        var spell = (row / 4 * 3) + Math.Min(place, 2);
        draw.Begin(0xACED_0000_0000_0000 ^ (ulong)spell);
        var person = Whose(text, draw);
        var (admitted, isDay) = (draw.Day(), draw.Chance(400));
        var nights = isDay ? 0 : draw.Next(12);
        text.Field(row);
        text.Date(WholeDraw.BirthDay(person));
        text.Field(WholeDraw.IsMale(person) ? "1"u8 : "2"u8);
        text.Field("RX1"u8);
        text.Field("S"u8, spell);
        text.Field(place == 3 ? 2 : 1);
        text.Field("3"u8);
        text.Date(admitted);
        text.Date(admitted + (place == 3 ? nights / 2 : 0));
        text.Date(admitted + (place == 2 ? nights / 2 : nights));
        if (place == 2) { text.Blank(); } else { text.Date(admitted + nights); }
        text.Field(isDay ? "11"u8 : One(draw, Methods));
        text.Field(isDay ? "2"u8 : "1"u8);
        text.Field(place == 2 ? "8"u8 : "1"u8);
        text.Field("300"u8);
        text.Field(One(draw, Groups));
        for (var diagnosis = 0; diagnosis < 3; diagnosis++) { text.Field(One(draw, Diagnoses)); }
    }

    internal static void CommunityContact(RowText text, WholeDraw draw)
    {
        Contact(text, draw, "RY1"u8);
        text.Field("16"u8);
        if (draw.Chance(100)) { text.Blank(); } else { text.Field(One(draw, Currencies)); }
        text.Field(10 + draw.Next(50));
    }

    internal static void MentalHealthContact(RowText text, WholeDraw draw)
    {
        Contact(text, draw, "RZ1"u8);
        text.Field(One(draw, Teams));
        text.Field(10 + draw.Next(50));
    }

    internal static void Service(RowText text, WholeDraw draw)
    {
        var person = draw.Person();
        // Each of these has a number: to find people by a council's own key is no plain part of the task.
        Number(text, draw, person);
        text.Field("E10009999"u8);
        text.Field("L"u8, person);
        text.Field("V"u8, draw.Row);
        text.Date(WholeDraw.BirthDay(person));
        text.Field(One(draw, Services));
        text.Field("Home Support"u8);
        var begins = WholeDraw.FirstDay - 300 + draw.Next(600);
        text.Date(begins);
        if (draw.Chance(300)) { text.Blank(); } else { text.Date(begins + draw.Next(200)); }
        var (hasPrice, isHourly) = (!draw.Chance(200), draw.Chance(500));
        if (hasPrice) { text.Money(isHourly ? 1800 + draw.Next(900) : 20_000 + draw.Next(90_000)); } else { text.Blank(); }
        text.Field(isHourly ? "Hourly"u8 : "Weekly"u8);
        if (isHourly) { text.Field(1 + draw.Next(28)); } else { text.Blank(); }
        text.Field("Service"u8);
    }

    private static void Contact(RowText text, WholeDraw draw, ReadOnlySpan<byte> provider)
    {
        var person = Whose(text, draw);
        text.Field(draw.Row);
        text.Date(WholeDraw.BirthDay(person));
        text.Field(provider);
        text.Date(draw.Day());
        text.Field(One(draw, Attended));
        text.Field(One(draw, Mediums));
    }

    private static int Whose(RowText text, WholeDraw draw)
    {
        var person = draw.Person();
        if (draw.Chance(10)) { text.Blank(); } else { Number(text, draw, person); }
        return person;
    }

    private static void Number(RowText text, WholeDraw draw, int person) => text.Field(draw.Number(person));

    private static ReadOnlySpan<byte> One(WholeDraw draw, byte[][] of) => of[draw.Next(of.Length)];

    private static byte[][] Words(params string[] words) => [.. words.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>The first keys of a setting's prices: of those that have a second key where one is asked for.</summary>
    private static byte[][] Keys(string setting, string unit, int second) => Words([.. PriceBook.Shipped("2024/25")!.Prices
        .Where(price => price.Setting == setting && price.Unit == unit && (second == 0 || price.Key.Split('|')[second].Length > 0))
        .Select(price => price.Key.Split('|')[0]).Where(key => key.Length > 0).Distinct().Order(StringComparer.Ordinal)]);
}
