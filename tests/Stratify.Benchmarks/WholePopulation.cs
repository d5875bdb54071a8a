using System.Globalization;
using System.Text;
using Stratify.Costing;
using Stratify.Datasets;

namespace Stratify.Benchmarks;

/// <summary>
/// A register and one extract of each of the five sectors, for any number of people and events, written once as they are drawn and kept in
/// the machine's temporary folder. Rows stand in no order of people, as senders' do not; one in 211 is there twice, one in a hundred has no number.
/// </summary>
internal static class WholePopulation
{
    /// <summary>Which extract is another in the run with one changed.</summary>
    internal const string Changed = "mental_health_contacts";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    /// <summary>How many of a hundred events each extract has, and what writes a row of it.</summary>
    private static readonly (string Dataset, int Share, string[] Columns, Action<RowText, WholeDraw> Write)[] Extracts =
    [
        ("gp_appointments", 50, ["nhs_number", "source_id", "practice", "appointment_date", "status", "clinician", "mode", "planned_minutes", "actual_minutes"], WholeRows.Appointment),
        ("acute_inpatients", 4, ["nhs_number", "source_id", "birth_date", "sex", "provider", "spell_number", "episode_order", "episode_status", "admission_date", "start_date", "end_date", "discharge_date", "method", "patient_class", "discharge_method", "main_specialty", "hrg", "diagnosis_1", "diagnosis_2", "diagnosis_3"], WholeRows.Episode),
        ("community_contacts", 28, ["nhs_number", "source_id", "birth_date", "provider", "contact_date", "attended", "medium", "team", "currency", "minutes"], WholeRows.CommunityContact),
        (Changed, 16, ["nhs_number", "source_id", "birth_date", "provider", "contact_date", "attended", "medium", "team", "minutes"], WholeRows.MentalHealthContact),
        ("social_care_services", 2, ["nhs_number", "authority", "person_reference", "source_id", "birth_date", "service_type", "service_component", "start_date", "end_date", "unit_cost", "frequency", "units_per_week", "event_type"], WholeRows.Service),
    ];

    private static readonly string[] Register = ["nhs_number", "patient_id", "family_name", "given_name", "birth_date", "sex", "postcode", "practice", "neighbourhood", "area", "deprivation_decile", "ethnic_group", "start_date", "end_date"];

    /// <summary>The folder, with a job for a run, one for the next question asked of the same extracts, and one with a changed extract.</summary>
    internal static string Folder(int people, int events)
    {
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"stratify-benchmark-whole-{people}-{events}"));
        if (Directory.Exists(folder)) { return folder; }
        var part = folder + ".part";
        if (Directory.Exists(part)) { Directory.Delete(part, recursive: true); }
        Directory.CreateDirectory(Path.Combine(part, "extracts"));
        Write(part, new WholeDraw(people), events);
        Directory.Move(part, folder);
        return folder;
    }

    internal static long Bytes(string folder) => Files.Sum(file => new FileInfo(Path.Combine(folder, "extracts", file)).Length);

    private static IEnumerable<string> Files => Extracts.Select(extract => $"{extract.Dataset}.csv").Append("gp_registrations.csv");

    private static void Write(string folder, WholeDraw draw, int events)
    {
        WriteFile(folder, "gp_registrations", "gp_registrations", Register, draw.People, row => row, WholeRows.Registration, draw);
        foreach (var (dataset, share, columns, write) in Extracts)
        {
            WriteFile(folder, dataset, dataset, columns, (long)events * share / 100, Repeating, write, draw);
        }
        // One more row than there were.
        var changed = Extracts.Single(extract => extract.Dataset == Changed);
        WriteFile(folder, Changed, $"{Changed}_changed", changed.Columns, ((long)events * changed.Share / 100) + 1, Repeating, changed.Write, draw);
        WritePrices(Path.Combine(folder, "prices.csv"));
        WriteJobs(folder);
    }

    /// <summary>Which row stands at a place: some are there again, a little further on.</summary>
    private static long Repeating(long place) => place % 211 == 210 ? place - 97 : place;

    private static void WriteFile(string folder, string dataset, string name, string[] columns, long rows, Func<long, long> at, Action<RowText, WholeDraw> write, WholeDraw draw)
    {
        var headers = Catalogue.Find(dataset)!.Columns.ToDictionary(column => column.Name, column => column.From);
        using var text = new RowText(Path.Combine(folder, "extracts", $"{name}.csv"));
        foreach (var column in columns) { text.Field(headers[column]); }
        text.EndRow();
        for (var place = 0L; place < rows; place++)
        {
            draw.Begin(dataset, at(place));
            write(text, draw);
            text.EndRow();
        }
    }

    /// <summary>The book's prices, as the plain rivals join them.</summary>
    private static void WritePrices(string path) => File.WriteAllLines(path, PriceBook.Shipped("2024/25")!.Prices
        .Select(price => string.Create(CultureInfo.InvariantCulture, $"{price.Setting},{price.Unit},{price.Key},{price.Pence},{price.Per}"))
        .Prepend("setting,unit,price_key,pence,per"));

    private static void WriteJobs(string folder)
    {
        var keyFile = Path.Combine(folder, "pseudonym.key");
        File.WriteAllBytes(keyFile, Key);
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite); }
        WriteJob("stratify.yml", Changed, "[number-of-conditions, frailty-and-unplanned-care]");
        WriteJob("another.yml", Changed, "[frailty-and-unplanned-care]");
        // Other person-years of the same rows: none is read again, and all that is made of them is.
        WriteJob("cached.yml", Changed, "[number-of-conditions, frailty-and-unplanned-care]", "conditions: {known_by: start}");
        WriteJob("changed.yml", $"{Changed}_changed", "[number-of-conditions, frailty-and-unplanned-care]");

        void WriteJob(string file, string changed, string schemes, string further = "") => File.WriteAllText(Path.Combine(folder, file), $"""
            version: 1
            name: whole run bench
            period: 2024/25
            key_file: pseudonym.key
            prices: 2024/25
            costing: {"{"}cost: paid{"}"}
            schemes: {schemes}
            {further}
            extracts:
              - {"{"}dataset: gp_registrations, files: extracts/gp_registrations.csv{"}"}
            {string.Join('\n', Extracts.Select(extract => $"  - {"{"}dataset: {extract.Dataset}, files: extracts/{(extract.Dataset == Changed ? changed : extract.Dataset)}.csv{"}"}"))}

            """, new UTF8Encoding(false));
    }
}
