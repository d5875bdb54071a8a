using Stratify.Planning;

namespace Stratify.Tests.Spec;

/// <summary>The whole is told, so what is hidden of its parts is had back together, as the whole less what may be seen.</summary>
public sealed class ComplementsSpec
{
    /// <summary>Pounds of five people by part. Ada has nearly all of day and of night, and Ben and Cyd as much of them as anybody; the rest is spread.</summary>
    private static readonly Dictionary<string, long[]> _pounds = new()
    {
        ["day"] = [9000, 40, 30, 20, 10],
        ["night"] = [8000, 10, 20, 30, 40],
        ["home"] = [900, 950, 1000, 1000, 1050],
        ["ward"] = [2000, 2100, 1900, 2000, 2500],
    };

    /// <summary>Each of day and night is hers, and so are both together: 17,000 of hers, and less than a tenth of that of all but the two who have most.</summary>
    [Test]
    public void Two_parts_that_together_are_one_persons_take_a_third_with_them() =>
        Assert.That(Hidden("day", "night", "home", "ward"), Is.EquivalentTo(new[] { "day", "night", "home" }));

    [Test]
    public void One_part_alone_takes_the_smallest_other() => Assert.That(Hidden("day", "ward", "home"), Is.EquivalentTo(new[] { "day", "home" }));

    [Test]
    public void Where_nothing_is_unsafe_nothing_is_hidden() => Assert.That(Hidden("home", "ward"), Is.Empty);

    [Test]
    public void Where_all_are_hidden_there_is_no_other() => Assert.That(Hidden("day", "night"), Is.EquivalentTo(new[] { "day", "night" }));

    private static IReadOnlySet<string> Hidden(params string[] parts) =>
        Complements.Hidden(parts, part => IsDominated(_pounds[part]), some => IsDominated([.. Enumerable.Range(0, 5).Select(person => some.Sum(part => _pounds[part][person]))]), part => _pounds[part].Sum());

    /// <summary>All but the two who have most come to less than a tenth of what the first has.</summary>
    private static bool IsDominated(long[] pounds) => pounds.OrderDescending().Skip(2).Sum() * 10 < pounds.Max();
}
