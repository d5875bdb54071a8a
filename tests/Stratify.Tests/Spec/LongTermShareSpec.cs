using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Forty people without a condition at £10 each, twelve with two at £1,000 and eight with three at £2,000: £28,400 in all.</summary>
public sealed class LongTermShareSpec
{
    [Test]
    public void What_people_with_conditions_cost_is_a_part_of_the_pounds_and_never_more_than_all_of_them()
    {
        using var town = new ResultTown([.. ResultTown.Alike(40, new(40, 0, 1000, 0)), .. ResultTown.Alike(12, new(70, 2, 100_000, 0)), .. ResultTown.Alike(8, new(80, 3, 200_000, 0))], "number-of-conditions");
        var shares = town.Publish()["ltc_share"];

        // 20 of 60 people; £28,000 of £28,400 and £16,000 of it. Eight people are shown as ten, and their pounds are not.
        Assert.That(string.Join('\n', new[] { ("1", "people"), ("1", "cost"), ("3", "cost") }.Select(of => shares.Where(("conditions_from", of.Item1), ("measure", of.Item2)).Select(row => $"{of.Item1} {of.Item2} {shares[row, "share"].Csv} {shares[row, "national_share"].Csv}").Single())), Is.EqualTo("1 people 0.333 0.3\n1 cost 0.986 0.7\n3 cost 0.563 [z]"));
    }
}
