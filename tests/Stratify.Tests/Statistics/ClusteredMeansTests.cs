using System.Globalization;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Statistics;

/// <summary>Means of people of practices, with errors clustered by practice, against base R (<c>Clusters/clusters.R</c>), and by hand.</summary>
public sealed class ClusteredMeansTests
{
    private static readonly ILookup<string, (string Name, double Value)> Found = Lines("found").ToLookup(line => line[0], line => (line[1], Number(line[2])));

    private static readonly ILookup<bool, ClusteredValue> People = Lines("people").ToLookup(line => line[1] == "1", line => new ClusteredValue(Number(line[2]), Number(line[3]), int.Parse(line[0], CultureInfo.InvariantCulture)));

    private static TestedEstimate Told(string name) => name switch
    {
        "members" => ClusteredMeans.Of([.. People[true]]),
        "controls" => ClusteredMeans.Of([.. People[false]]),
        _ => ClusteredMeans.Difference([.. People[true]], [.. People[false]]),
    };

    [TestCase("difference")]
    [TestCase("members")]
    [TestCase("controls")]
    public void Errors_degrees_and_intervals_are_those_of_the_definitions_by_matrices(string name)
    {
        var told = Told(name);

        Assert.Multiple(() =>
        {
            Assert.That(told.Value, Is.EqualTo(R("value")).Within(1e-9));
            Assert.That(told.Error, Is.EqualTo(R("error")).Within(1e-9));
            Assert.That(told.Lower, Is.EqualTo(R("lower")).Within(1e-6));
            Assert.That(told.Upper, Is.EqualTo(R("upper")).Within(1e-6));
            Assert.That(told.P, Is.EqualTo(R("p")).Within(1e-8));
        });

        double R(string what) => Found[name].Single(line => line.Name == what).Value;
    }

    /// <summary>Two practices a side of two people each, of whom those of one practice are alike: −1, −1 and 1, 1 against 9, 9 and 11, 11. A group's variance is that of the mean of two means, 1; degrees are 2 × (2 − 1).</summary>
    [Test]
    public void With_practices_alike_in_size_it_is_the_t_test_of_their_means()
    {
        ClusteredValue[] Of(double first, double second, int from) => [new(first, 1, from), new(first, 1, from), new(second, 1, from + 1), new(second, 1, from + 1)];
        var told = ClusteredMeans.Difference(Of(9, 11, 3), Of(-1, 1, 1));

        Assert.Multiple(() =>
        {
            Assert.That(told.Value, Is.EqualTo(10));
            Assert.That(told.Error, Is.EqualTo(Math.Sqrt(2)).Within(1e-12));
            // qt(0.975, 2) of R.
            Assert.That(told.Upper, Is.EqualTo(10 + (4.30265272974946 * Math.Sqrt(2))).Within(1e-9));
        });
    }

    [Test]
    public void Of_one_practice_there_is_no_interval() =>
        Assert.That(ClusteredMeans.Difference([new(5, 1, 0), new(7, 1, 0)], [.. People[false]]), Has.Property("Error").NaN.And.Property("Lower").NaN.And.Property("P").NaN);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Repository.At("tests", "Stratify.Tests", "Statistics", "Clusters", $"{file}.csv")).Skip(1).Select(line => line.Split(','));
}
