using Stratify.Tests.Support;

namespace Stratify.Benchmarks;

/// <summary>How many of the benchmark's links are right, by grade and by group, and whether stated probabilities are what they say.</summary>
internal static class LinkageTruth
{
    /// <param name="truth">Whose each record is, in the order in which they were landed; all are on the register.</param>
    internal static void Print(Flow flow, IReadOnlyList<Citizen> truth)
    {
        foreach (var line in LinkTruth.Of(flow, truth, _ => true).Says) { Console.WriteLine($"  {line}"); }
    }
}
