using System.Globalization;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Statistics;

/// <summary>The two kinds of pairs of Fellegi and Sunter, against an optimum found by R 4.2.2's optim, which knows nothing of how we climb: AgreementMixture/optimum.R.</summary>
public sealed class AgreementMixtureTests
{
    private static readonly double[][] Start = [[0.2, 0.3, 0.5], [0.2, 0.8], [0.1, 0.1, 0.2, 0.6]];
    private static readonly double[][] Chance = [[0.9, 0.08, 0.02], [0.7, 0.3], [0.85, 0.1, 0.04, 0.01]];

    [Test]
    public void Both_kinds_are_found_where_neither_is_known_and_some_is_missing() =>
        IsOptimum("both free", new MixtureFit { UIsFree = true }.Of(Patterns(), new AgreementMixture(0.05, Start, Chance)));

    [Test]
    public void Matches_are_found_where_chance_is_known_and_other_pairs_are_known_not_to_match() =>
        IsOptimum("u given", new MixtureFit { Others = 50_000 }.Of(Patterns(), new AgreementMixture(0.05, Start, Chance)));

    [Test]
    public void What_is_believed_of_matches_counts_as_so_many_of_them() =>
        IsOptimum("u given and m believed", new MixtureFit { Others = 50_000, Prior = ([[0.1, 0.2, 0.7], [0.05, 0.95], [0.05, 0.05, 0.1, 0.8]], 40) }
            .Of(Patterns(), new AgreementMixture(0.05, Start, Chance)));

    [Test]
    public void Where_the_climb_starts_does_not_matter()
    {
        var fit = new MixtureFit { Others = 50_000 };
        var far = fit.Of(Patterns(), new AgreementMixture(0.4, [[0.3, 0.3, 0.4], [0.4, 0.6], [0.25, 0.25, 0.25, 0.25]], Chance));

        IsOptimum("u given", far);
    }

    /// <summary>By hand: 20 pairs agree and 80 do not, of matches 9 in 10 agree, of others 1 in 10; the share that gives 20 is (0.2 - 0.1) / 0.8.</summary>
    [Test]
    public void A_share_alone_is_as_worked_by_hand()
    {
        var fit = new MixtureFit { MIsFree = false }.Of([new([1], 20), new([0], 80)], new AgreementMixture(0.5, [[0.1, 0.9]], [[0.9, 0.1]]));

        Assert.That(fit.Lambda, Is.EqualTo(0.125).Within(1e-9));
    }

    /// <summary>9 in 10 disagree by chance and 95 in 100 do: no share of matches above nought makes that likelier.</summary>
    [Test]
    public void Where_pairs_agree_less_often_than_by_chance_none_matches()
    {
        var fit = new MixtureFit { MIsFree = false }.Of([new([1], 5), new([0], 95)], new AgreementMixture(0.5, [[0.1, 0.9]], [[0.9, 0.1]]));

        Assert.That(fit.Lambda, Is.LessThan(1e-6));
    }

    private static void IsOptimum(string which, AgreementMixture found)
    {
        var optimum = Lines("optimum.csv").Where(line => line[0] == which).ToDictionary(line => line[1], line => double.Parse(line[2], CultureInfo.InvariantCulture));
        var names = new[] { "a", "b", "c" };
        Assert.Multiple(() =>
        {
            Assert.That(found.Lambda, Is.EqualTo(optimum["lambda"]).Within(2e-6));
            Assert.That(found.LogLikelihood, Is.EqualTo(optimum["loglikelihood"]).Within(1e-3));
            for (var i = 0; i < names.Length; i++)
            {
                for (var level = 0; level < found.M[i].Length; level++)
                {
                    Assert.That(found.M[i][level], Is.EqualTo(optimum[$"m_{names[i]}_{level}"]).Within(2e-5), $"m of {names[i]} at level {level}");
                    Assert.That(found.U[i][level], Is.EqualTo(optimum[$"u_{names[i]}_{level}"]).Within(2e-5), $"u of {names[i]} at level {level}");
                }
            }
        });
    }

    private static List<AgreementPattern> Patterns() => [.. Lines("patterns.csv").Skip(1)
        .Select(line => new AgreementPattern([.. line[..3].Select(cell => cell.Length == 0 ? -1 : int.Parse(cell, CultureInfo.InvariantCulture))], double.Parse(line[3], CultureInfo.InvariantCulture)))];

    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadAllLines(Repository.At("tests", "Stratify.Tests", "Statistics", "AgreementMixture", file)).Select(line => line.Split(','));
}
