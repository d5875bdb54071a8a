using System.Globalization;
using Stratify.Synthetic;

namespace Stratify.Benchmarks;

/// <summary>Invented extracts, made once for a number of people and kept in the machine's temporary folder.</summary>
internal static class Population
{
    private const long Seed = 20240401;

    internal static string Folder(int people)
    {
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"stratify-benchmark-{Fingerprint.Version}-{people}"));
        if (Directory.Exists(folder)) { return folder; }
        var part = folder + ".part";
        if (Directory.Exists(part)) { Directory.Delete(part, recursive: true); }
        SyntheticPopulation.Write(people, Seed, part);
        Directory.Move(part, folder);
        return folder;
    }

    internal static long Bytes(string folder) => Directory.EnumerateFiles(Path.Combine(folder, "extracts")).Sum(file => new FileInfo(file).Length);
}
