using System.Diagnostics;
using System.Globalization;
using Stratify.Statistics;

namespace Stratify.Benchmarks;

/// <summary>
/// The two parts of a model of cost, a logit and a gamma model, on as many people and sixty flags, against R's <c>glm</c> on the same file; and a
/// thousand resamples of two hundred cohorts over those people. Without R, ours alone.
/// </summary>
internal static class ModelsBench
{
    internal const string Fitted = "models", Resampled = "resamples";

    private const int Covariates = 60, Cohorts = 200, Resamples = 1000;

    internal static void Run(int people, int threads)
    {
        var file = Draw(people);
        var (ours, resamples) = (Child.Measure(Fitted, file, threads), Child.Measure(Resampled, file, threads));
        Console.WriteLine(Says($"{people} people, {Covariates} covariates, logit and gamma: ours", ours.Cpu, ours.Wall, ours.PeakMegabytes));
        if (OfR(file, people) is { } r)
        {
            Console.WriteLine(Says("  R's glm", r.Cpu, r.Wall, r.Peak));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ours over R's: {ours.Cpu / r.Cpu:0.000} of the processors' time, {ours.PeakMegabytes / r.Peak:0.000} of the memory; first coefficients {string.Join(", ", Coefficients(file, threads).Select(one => one.ToString("G12", CultureInfo.InvariantCulture)))} and R's {r.Coefficients}"));
        }
        Console.WriteLine(Says($"{Resamples} resamples of {Cohorts} cohorts over {people} people", resamples.Cpu, resamples.Wall, resamples.PeakMegabytes));
    }

    internal static long Fit(string file, int threads) => Coefficients(file, threads).Length;

    internal static long Resample(string file, int threads)
    {
        var (_, costs) = Read(file);
        var cohorts = costs.Chunk(Math.Max(1, costs.Length / Cohorts)).Select(cohort => cohort.Select(pounds => (long)(pounds * 100)).ToArray()).ToArray();
        var means = new double[cohorts.Length][];
        Parallel.For(0, cohorts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount }, i => means[i] = Bootstrap.Means(cohorts[i], Resamples, Xoshiro.For(1, $"{i}")));
        return means.Sum(mean => mean.Length);
    }

    /// <summary>The first covariate's, of either part.</summary>
    private static double[] Coefficients(string file, int threads)
    {
        var (rows, costs) = Read(file);
        var design = DesignMatrix.OfFlags([.. Enumerable.Range(0, Covariates).Select(i => $"x{i}")], rows);
        var workers = threads > 0 ? threads : Environment.ProcessorCount;
        var any = Glm.Fit(design, Outcome.OfShares([.. costs.Select(_ => 1.0)], [.. costs.Select(cost => cost > 0 ? 1.0 : 0)]), Family.Logit, workers);
        var amount = Glm.Fit(design, new Outcome([.. costs.Select(cost => cost > 0 ? 1.0 : 0)], costs, costs), Family.Gamma, workers);
        return [any.Coefficients[1], amount.Coefficients[1]];
    }

    private static (IReadOnlyList<IReadOnlyList<int>> Rows, double[] Costs) Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var people = bytes.Length / (Covariates + sizeof(double));
        var costs = new double[people];
        Buffer.BlockCopy(bytes, people * Covariates, costs, 0, people * sizeof(double));
        var rows = new IReadOnlyList<int>[people];
        for (var person = 0; person < people; person++) { rows[person] = [.. Enumerable.Range(0, Covariates).Where(covariate => bytes[(covariate * people) + person] == 1)]; }
        return (rows, costs);
    }

    /// <summary>Sixty flags, each of its own share of people; who costs anything and how much goes by them, with a gamma's spread.</summary>
    private static string Draw(int people)
    {
        var file = Path.Combine(Path.GetTempPath(), $"stratify-benchmark-models-{people}.bin");
        if (File.Exists(file)) { return file; }
        var random = new Xoshiro(60);
        var (flags, costs) = (new byte[Covariates * people], new double[people]);
        for (var person = 0; person < people; person++)
        {
            double any = -1, amount = 6;
            for (var covariate = 0; covariate < Covariates; covariate++)
            {
                if (!random.Chance(0.02 + (0.15 * (covariate % 7) / 6))) { continue; }
                flags[(covariate * people) + person] = 1;
                any += 0.3 * (covariate % 5) / 4;
                amount += 0.4 * (covariate % 3) / 2;
            }
            costs[person] = random.Chance(1 / (1 + Math.Exp(-any))) ? Math.Max(0.01, Math.Exp(amount) * random.Gamma(0.8)) : 0;
        }
        using var stream = File.Create(file);
        stream.Write(flags);
        foreach (var cost in costs) { stream.Write(BitConverter.GetBytes(cost)); }
        return file;
    }

    private static (double Cpu, double Wall, double Peak, string Coefficients)? OfR(string file, int people)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("Rscript", [Path.Combine(AppContext.BaseDirectory, "models.R"), file, people.ToString(CultureInfo.InvariantCulture), Covariates.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
            var parts = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            double Number(int i) => double.Parse(parts[i], CultureInfo.InvariantCulture);
            return process.ExitCode == 0 ? (Number(0), Number(1), Number(2), string.Join(", ", parts[3..5])) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Says(string what, double cpu, double wall, double megabytes) => string.Create(CultureInfo.InvariantCulture, $"{what}: {cpu:0.00} s of processors, {wall:0.00} s, {megabytes:0} MB at most");
}
