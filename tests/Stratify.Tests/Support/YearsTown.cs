using System.Globalization;
using Stratify.Statistics;

namespace Stratify.Tests.Support;

/// <summary>
/// An invented town of several years: each event of its one year falls by chance into that year or one before it, so that people keep what makes them use
/// care, and what comes in one year does not cause what comes in the next.
/// </summary>
public static class YearsTown
{
    private static readonly (string Dataset, string Key, string Birth)[] _events =
    [
        ("acute_inpatients", "PROVSPNOPS", "DOB"), ("acute_outpatients", "ATTENDKEY", "DOB"), ("emergency_attendances", "AEKEY", "DOB"), ("gp_appointments", "GP Appointments Primary Key", "DOB"),
        ("community_contacts", "UNIQUE CARE CONTACT IDENTIFIER", "PERSON BIRTH DATE"),
    ];

    private static readonly string[] _others = ["gp_registrations", "practices", "areas", "gp_events"];

    /// <param name="years">As a job names them, the last 2024/25.</param>
    public static void Write(string folder, int people, params string[] years)
    {
        Assert.That(CommandLine.Run("synth", "--people", people.ToString(CultureInfo.InvariantCulture), "--seed", "12", "--out", folder).ExitCode, Is.Zero);
        foreach (var (dataset, key, birth) in _events) { Scatter(Path.Combine(folder, "extracts", $"{dataset}.csv"), (key, birth), years.Length); }
        var job = Path.Combine(folder, "stratify.yml");
        var kept = _events.Select(one => one.Dataset).Concat(_others).Select(dataset => $"dataset: {dataset},").ToList();
        var lines = File.ReadAllLines(job).Where(line => !line.Contains("dataset:", StringComparison.Ordinal) || kept.Exists(dataset => line.Contains(dataset, StringComparison.Ordinal)));
        lines = lines.Select(line => line.StartsWith("schemes:", StringComparison.Ordinal) ? "schemes: [number-of-conditions]" : line);
        File.WriteAllText(job, string.Join('\n', lines).Replace("period: 2024/25", $"period: [{string.Join(", ", years)}]", StringComparison.Ordinal));
    }

    private static void Scatter(string path, (string Key, string Birth) names, int years)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        var (key, birth) = (Array.IndexOf(header, names.Key), Array.IndexOf(header, names.Birth));
        File.WriteAllLines(path, lines.Skip(1).Select(line =>
        {
            var fields = line.Split(',');
            var back = Xoshiro.For(1, $"{names.Key} {fields[key]}").NextInt(years);
            return string.Join(',', fields.Select((field, i) => i != birth && DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.AddYears(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : field));
        }).Prepend(lines[0]));
    }
}
