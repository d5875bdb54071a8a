namespace Stratify.Benchmarks;

/// <summary>Ratios against peers and against ourselves, within one run on one machine.</summary>
public static class Program
{
    public static int Main(string[] args) => args.Length;
}
