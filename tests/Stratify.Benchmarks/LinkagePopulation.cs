using System.Globalization;
using System.Text;
using Stratify.Datasets;
using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Benchmarks;

/// <summary>Extracts of an invented town in files, made once for a number of people: its register, and three records of a council without a number for every ten people.</summary>
internal static class LinkagePopulation
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    internal static int Records(int people) => people * 3 / 10;

    internal static string Folder(int people)
    {
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"stratify-benchmark-linkage-{Fingerprint.Version}-{people}"));
        if (Directory.Exists(folder)) { return folder; }
        var part = folder + ".part";
        if (Directory.Exists(part)) { Directory.Delete(part, recursive: true); }
        Directory.CreateDirectory(part);
        Write(Town(people), part);
        Directory.Move(part, folder);
        return folder;
    }

    internal static LinkageTown Town(int people) => new(people, 7);

    /// <summary>Whose each record is, by the record's number.</summary>
    internal static IReadOnlyList<Citizen> Truth(string folder, LinkageTown town) =>
        [.. File.ReadLines(Path.Combine(folder, "truth.txt")).Select(number => town.People[int.Parse(number, CultureInfo.InvariantCulture)])];

    private static void Write(LinkageTown town, string folder)
    {
        using (var register = new StreamWriter(Path.Combine(folder, "register.csv")))
        {
            register.WriteLine(Header("gp_registrations", LinkageTown.RegisterColumns));
            foreach (var person in town.People) { register.WriteLine(string.Join(',', [Number(person).ToString(CultureInfo.InvariantCulture), .. LinkageTown.Register(person).Skip(1)])); }
        }
        using (var services = new StreamWriter(Path.Combine(folder, "services.csv")))
        using (var truth = new StreamWriter(Path.Combine(folder, "truth.txt")))
        {
            services.WriteLine(Header("social_care_services", "nhs_number", "authority", "source_id", "start_date", "family_name", "given_name", "birth_date", "postcode", "gender"));
            for (var row = 0; row < Records(town.People.Count); row++)
            {
                var person = town.People[town.Random.NextInt(town.People.Count)];
                services.WriteLine(string.Join(',', ["", "LA1", string.Create(CultureInfo.InvariantCulture, $"s{row}"), "2024-05-01", .. town.Cells(town.Record(person), 0.03)]));
                truth.WriteLine(person.Number.ToString(CultureInfo.InvariantCulture));
            }
        }
        var keyFile = Path.Combine(folder, "pseudonym.key");
        File.WriteAllBytes(keyFile, Key);
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite); }
        File.WriteAllText(Path.Combine(folder, "stratify.yml"), """
            version: 1
            name: linkage bench
            period: 2024/25
            key_file: pseudonym.key
            linkage: {probabilistic: true}
            extracts:
              - {dataset: gp_registrations, files: register.csv}
              - {dataset: social_care_services, files: services.csv}
            """, new UTF8Encoding(false));
    }

    private static string Header(string dataset, params string[] columns) => string.Join(',', columns.Select(name => Catalogue.Find(dataset)!.Columns.Single(column => column.Name == name).From));

    /// <summary>Down from 999 000 0000, where no number was ever issued: the range for tests, above it, has not a million.</summary>
    internal static long Number(Citizen person) => Numbers[person.Number];

    private static LazyNumbers Numbers { get; } = new();

    private sealed class LazyNumbers
    {
        private readonly List<long> _found = [];
        private int _next;

        internal long this[int number]
        {
            get
            {
                while (_found.Count <= number)
                {
                    if (NhsNumber.TestNumber(--_next) is > 0 and var one) { _found.Add(one); }
                }
                return _found[number];
            }
        }
    }
}
