using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Tests.Spec;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>The reader against its slow twin, on small files of every dataset: the same rows, the same values, the same reasons on the same lines.</summary>
public sealed class ReaderTwinSpec
{
    private const int Threads = 2;

    private static int Cases { get; } = int.TryParse(Environment.GetEnvironmentVariable("STRATIFY_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? Math.Max(more, 100_000) : 100_000;

    [Test]
    public void Both_readers_make_the_same_of_any_small_file()
    {
        var differences = Enumerable.Range(0, Threads).AsParallel().WithDegreeOfParallelism(Threads).SelectMany(thread => Differences(thread).Take(3)).ToList();

        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void The_files_are_neither_all_good_nor_all_bad()
    {
        var read = Enumerable.Range(0, 2000).Select(number => new ExtractDraws(number).Draw()).Select(drawn => NaiveReader.Read(drawn.Bytes, drawn.Dataset, drawn.Delimiter)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(read.Count(reading => reading.Refused), Is.InRange(100, 500));
            Assert.That(read.Count(reading => reading.Reasons.Count > 0), Is.InRange(500, 1500));
            Assert.That(read.Sum(reading => reading.Rows.Count), Is.GreaterThan(3000));
            Assert.That(read.SelectMany(reading => reading.Reasons).Select(reason => reason.Split(' ')[^1]).ToHashSet(), Is.SupersetOf(RejectReasons.All.Select(reason => reason.Code).Except(["too_long", "not_in_map", "early_trailer"])));
        });
    }

    private static IEnumerable<string> Differences(int thread)
    {
        using var folder = new TemporaryFolder();
        var blocks = new Dictionary<Dataset, RowBlock>(ReferenceEqualityComparer.Instance);
        for (var number = thread; number < Cases; number += Threads)
        {
            var drawn = new ExtractDraws(number).Draw();
            var naive = NaiveReader.Read(drawn.Bytes, drawn.Dataset, drawn.Delimiter);
            if (!blocks.TryGetValue(drawn.Dataset, out var block)) { blocks[drawn.Dataset] = block = LandedShape.Block(drawn.Dataset); }
            var path = Path.Combine(folder.Path, "extract.csv");
            File.WriteAllBytes(path, drawn.Bytes);
            var ours = LandingReading.OfFile(path, Profile.ForNational(drawn.Dataset) with { Delimiter = drawn.Delimiter }, new LandingRules(LandingReading.Pseudonyms) { BufferSize = drawn.Buffer }, block);
            if (Difference(ours, naive) is { } difference) { yield return $"file {number}, {drawn.Dataset.Name}, buffer {drawn.Buffer}: {difference}"; }
        }
    }

    private static string? Difference(LandingReading ours, NaiveReading naive)
    {
        var refused = ours.Problems.Count > 0;
        if (refused != naive.Refused) { return $"{(refused ? $"refused: {string.Join(' ', ours.Problems)}" : "used")}, the twin's is not"; }
        if (refused) { return ours.Problems.All(problem => problem.Kind == Stratify.Problems.ProblemKinds.TooManyRejects) ? First(ours.Reasons, naive.Reasons) : null; }
        return First(ours.Rows, naive.Rows) ?? First(ours.Reasons, naive.Reasons);
    }

    private static string? First(IEnumerable<string> ours, IEnumerable<string> naive)
    {
        var (one, other) = (ours.ToList(), naive.ToList());
        var at = Enumerable.Range(0, Math.Max(one.Count, other.Count)).FirstOrDefault(i => i >= one.Count || i >= other.Count || one[i] != other[i], -1);
        return at < 0 ? null : $"{(at < one.Count ? one[at] : "nothing")} and the twin {(at < other.Count ? other[at] : "nothing")}";
    }
}
