namespace Stratify.Synthetic;

/// <summary>Invented people, written in the shapes that the datasets declare.</summary>
public static class SyntheticPopulation
{
    public static void Write(int people, long seed, string folder) => Directory.CreateDirectory(folder + people + seed);
}
