using System.Globalization;

namespace Stratify.Tests.Laws;

/// <summary>An extract read the slow and obvious way: a row is a dictionary, a row with a date of no calendar is left out, a key sent twice counts as it was sent last.</summary>
internal static class NaiveExtract
{
    internal static List<Dictionary<string, string>> Read(string file, string format, string[] dates, string[] key)
    {
        var lines = File.ReadAllLines(file);
        var header = Split(lines[0]);
        var rows = lines.Skip(1).Select(line => header.Zip(Split(line)).ToDictionary(pair => pair.First, pair => pair.Second));
        var byKey = new Dictionary<string, Dictionary<string, string>>();
        foreach (var row in rows.Where(row => dates.All(date => row[date].Length == 0 || Day(row[date], format) is not null)))
        {
            byKey[string.Join('|', key.Select(column => row[column]))] = row;
        }
        return [.. byKey.Values];
    }

    internal static DateOnly? Day(string text, string format = "yyyy-MM-dd") =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The ten digits when the check digit is right: the weighted sum of all ten, the check digit weighing one, divides by eleven.</summary>
    internal static string? Number(string text)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 10 && digits.Distinct().Count() > 1 && digits.Select((c, i) => (c - '0') * (10 - i)).Sum() % 11 == 0 ? digits : null;
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') { quoted = !quoted; }
            else if (c == ',' && !quoted) { fields.Add(""); }
            else { fields[^1] += c; }
        }
        return fields;
    }
}
