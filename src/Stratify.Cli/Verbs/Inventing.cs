using Stratify.Problems;
using Stratify.Synthetic;

namespace Stratify.Cli.Verbs;

/// <summary>What the verbs that invent a population share: how many people, which ones, and care not to write over anything real.</summary>
internal static class Inventing
{
    private const string Sign = "Nothing here is about anybody.";

    /// <exception cref="DefinitionException">The folder holds a job that was not invented.</exception>
    /// <exception cref="OutputException">The folder cannot be written.</exception>
    internal static string Write(long people, long seed, string folder, bool gzip = false, int years = 1)
    {
        var job = Path.Combine(folder, "stratify.yml");
        try
        {
            Refuse(folder, job);
            SyntheticPopulation.Write((int)people, seed, folder, gzip, years);
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(folder);
        }
        return job;
    }

    /// <summary>A real job's key would be lost with it, and every pseudonym made so far.</summary>
    private static void Refuse(string folder, string job)
    {
        var isReal = File.Exists(job) ? !File.ReadLines(job).Take(1).Any(line => line.Contains(Sign, StringComparison.Ordinal)) : File.Exists(Path.Combine(folder, "secrets", "pseudonym.key"));
        if (isReal) { throw new DefinitionException(ProblemKinds.UsageWrong.At(new Place(folder), "The folder holds a job that was not invented, and it would be written over.", "Give another folder with --out.")); }
    }
}
