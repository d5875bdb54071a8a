using System.Globalization;

namespace Stratify.Synthetic;

/// <summary>The look-ups of the invented place: every practice and every area that somebody may live in.</summary>
internal static class Places
{
    private const int AreasOfADecile = 10, RanksOfADecile = 3375;

    /// <summary>Of a hundred people on practices' lists so many live there: the others have gone and are still on them, as they are everywhere.</summary>
    private const int There = 95;

    internal static void Write(Extracts extracts, IReadOnlyDictionary<string, int> peopleOf)
    {
        foreach (var (practice, i) in Population.Practices.Select((practice, i) => (practice, i)))
        {
            extracts["practices"].Write(
                ("practice", practice.Code), ("name", string.Create(CultureInfo.InvariantCulture, $"Invented Surgery {i + 1}")), ("sub_icb", "X99"),
                ("pcn", string.Create(CultureInfo.InvariantCulture, $"U9900{(i + 1) % 4}")), ("neighbourhood", practice.Neighbourhood), ("start_date", new DateOnly(2019, 7, 1)));
        }
        for (var decile = 1; decile <= 10; decile++)
        {
            for (var i = 0; i < AreasOfADecile; i++)
            {
                extracts["areas"].Write(
                    ("area", Area(decile, i)), ("name", string.Create(CultureInfo.InvariantCulture, $"Invented {decile:000}{(char)('A' + i)}")), ("msoa", string.Create(CultureInfo.InvariantCulture, $"E0299{decile:0000}")),
                    ("local_authority", decile <= 5 ? "E07999001" : "E07999002"), ("population", peopleOf.GetValueOrDefault(Area(decile, i)) * There / 100), ("deprivation_rank", ((decile - 1) * RanksOfADecile) + (i * RanksOfADecile / AreasOfADecile) + 1), ("deprivation_decile", decile));
            }
        }
    }

    internal static string Area(int decile, int i) => string.Create(CultureInfo.InvariantCulture, $"E0199{decile:00}{i:00}");
}
