using System.Globalization;
using Stratify.Datasets;
using Stratify.Synthetic;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

public sealed class SyntheticSpec
{
    [Test]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_other_people()
    {
        using var folder = new TemporaryFolder();
        var (one, same, other) = (Written(folder, "one", 300, 7), Written(folder, "same", 300, 7), Written(folder, "other", 300, 8));

        Assert.Multiple(() =>
        {
            Assert.That(same, Is.EqualTo(one));
            Assert.That(other.Keys, Is.EquivalentTo(one.Keys));
            Assert.That(other.Keys.Where(file => other[file] == one[file]), Is.EquivalentTo(new[] { "extracts/practices.csv" }), "They go to the same practices, and other numbers of them live in each area");
        });
    }

    /// <summary>Everybody has their own stream of chance, so that a larger town is the smaller one with more people.</summary>
    [Test]
    public void More_people_change_nobody_who_was_there()
    {
        using var folder = new TemporaryFolder();
        var (few, many) = (Written(folder, "few", 100, 7), Written(folder, "many", 200, 7));

        Assert.That(many["extracts/gp_registrations.csv"], Does.StartWith(few["extracts/gp_registrations.csv"]));
    }

    [Test]
    public void Every_dataset_is_written_with_its_own_header()
    {
        using var folder = new TemporaryFolder();
        var files = Written(folder, "town", 50, 7);

        Assert.That(files.Where(file => file.Key.StartsWith("extracts/", StringComparison.Ordinal)).ToDictionary(file => Path.GetFileNameWithoutExtension(file.Key), file => file.Value.Split('\n')[0]),
            Is.EqualTo(Catalogue.All.ToDictionary(dataset => dataset.Name, dataset => string.Join(',', dataset.Columns.Where(column => !column.IsOfDelivery && !column.IsByArrangement).Select(column => column.From)))));
    }

    [Test]
    public void Every_number_is_of_the_test_range_with_its_check_digit_and_belongs_to_one_person()
    {
        using var folder = new TemporaryFolder();
        var register = Written(folder, "town", 3000, 7)["extracts/gp_registrations.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = register[0].Split(',');
        var columns = Catalogue.Find("gp_registrations")!.Columns;
        int number = Column(columns, header, "nhs_number"), patient = Column(columns, header, "patient_id");
        var people = register.Skip(1).Select(line => line.Split(',')).Select(fields => (Number: fields[number], Patient: fields[patient])).Distinct().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(people.Where(person => person.Number.Length > 0).Select(person => person.Number), Is.Unique.And.All.StartsWith("999"));
            Assert.That(people.Where(person => person.Number.Length > 0 && !HasCheckDigit(person.Number)), Is.Empty);
            Assert.That(people.Select(person => person.Patient).Distinct().Count(), Is.EqualTo(3000));
            Assert.That(people.Count(person => person.Number.Length == 0), Is.InRange(1, 40), "a few have no number");
        });
    }

    [TestCase(0)]
    [TestCase(-5)]
    [TestCase(900_001)]
    public void A_number_of_people_that_the_test_range_cannot_hold_is_refused(int people)
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => SyntheticPopulation.Write(people, 7, folder.Path), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    /// <summary>The sum of the digits, each times 11 less its place, the check digit times 1, is a multiple of 11.</summary>
    private static bool HasCheckDigit(string number) => number.Length == 10 && number.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11 == 0;

    private static int Column(IReadOnlyList<Column> columns, string[] header, string name) => Array.IndexOf(header, columns.Single(column => column.Name == name).From);

    private static Dictionary<string, string> Written(TemporaryFolder folder, string name, int people, long seed)
    {
        var town = Path.Combine(folder.Path, name);
        SyntheticPopulation.Write(people, seed, town);
        return Directory.EnumerateFiles(town, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(town, path).Replace('\\', '/'),
            path => path.EndsWith(".key", StringComparison.Ordinal) ? Convert.ToHexString(File.ReadAllBytes(path)) : File.ReadAllText(path).ToString(CultureInfo.InvariantCulture));
    }
}
