using System.Globalization;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>A line of the village's README: one of the forty, and what should happen to them.</summary>
/// <param name="Number">From 1 to 40.</param>
internal sealed record Villager(int Number, string NhsNumber, string Who, string Should)
{
    internal static string Folder => Repository.At("data-samples", "village");

    internal static IReadOnlyList<Villager> All { get; } =
        [.. File.ReadLines(Path.Combine(Folder, "README.md")).Select(Of).OfType<Villager>()];

    private static Villager? Of(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return cells.Length == 6 && int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Villager(number, cells[2], cells[3], cells[4])
            : null;
    }
}
