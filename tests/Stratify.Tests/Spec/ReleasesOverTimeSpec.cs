using Stratify.Results;
using Stratify.Results.Attack;
using Stratify.Statistics;

namespace Stratify.Tests.Spec;

/// <summary>An attacker who keeps everything that was ever published of the same numbers.</summary>
public sealed class ReleasesOverTimeSpec
{
    private static readonly DateOnly Start = new(2025, 4, 1);

    /// <summary>Seven one day, eight the next: whoever knows that a number moves by one a day at most is told the first by the second, and after 28 days is not.</summary>
    [TestCase(1, 7, 7)]
    [TestCase(2, 6, 7)]
    public void What_one_day_shows_tells_what_the_day_before_hid(int daysBetween, int least, int most)
    {
        var found = OverTime.Narrows([Day(0, Practices([7])), Day(daysBetween, Practices([8]))]);

        Assert.That(found.Select(item => (item.Day, item.Number.To)), Is.EqualTo(new[] { (0, new Between(least, most)) }));
        Assert.That(OverTime.Narrows([Day(0, Practices([7])), Day(28, Practices([8]))]), Is.Empty);
    }

    /// <summary>The same data a month later: what was 3 to 7 by the sum of one release is what the other says it is not less than.</summary>
    [Test]
    public void Of_the_same_data_two_releases_tell_what_both_leave_open()
    {
        var (one, other) = (new ResultSet(DisclosureRule.OpenSafely, [Cohorts([3, 12], DisclosureRule.OpenSafely)]), new ResultSet(DisclosureRule.None, [Cohorts([3, 12], DisclosureRule.None)]));

        Assert.Multiple(() =>
        {
            Assert.That(OverTime.Narrows([new OnADay(Start, "a", Knowledge.Of(one)), new OnADay(Start.AddDays(30), "a", Knowledge.Of(other))]).Select(found => (found.Day, found.Number.To)), Is.EqualTo(new[] { (0, new Between(3, 3)) }));
            Assert.That(OverTime.Narrows([new OnADay(Start, "a", Knowledge.Of(one)), new OnADay(Start.AddDays(30), "b", Knowledge.Of(other))]), Is.Empty, "Other data may have moved it.");
        });
    }

    /// <summary>A hundred practices with 1 to 40 people, each moving by one at most a night, over a year.</summary>
    [Test]
    public void A_year_of_nights_tells_what_twelve_releases_do_not()
    {
        var random = new Xoshiro(365);
        var numbers = Enumerable.Range(0, 100).Select(_ => 1 + random.NextInt(40)).ToArray();
        var nights = new List<int[]>();
        for (var night = 0; night < 365; night++)
        {
            nights.Add([.. numbers]);
            numbers = [.. numbers.Select(number => Math.Clamp(number + random.NextInt(3) - 1, 1, 40))];
        }

        var everyNight = Told(nights, [.. Enumerable.Range(0, 365)]);
        var everyMonth = Told(nights, [.. Enumerable.Range(0, 13).Select(release => release * 28)]);

        TestContext.Out.WriteLine($"Of 100 practices, {everyNight} had a number below 8 told exactly by 365 nights, and {everyMonth} by 13 releases 28 days apart.");
        Assert.Multiple(() =>
        {
            Assert.That(everyNight, Is.GreaterThan(40));
            Assert.That(everyMonth, Is.Zero);
        });
    }

    /// <summary>How many practices' few people are told exactly at some time; the bounds must hold the truth, or the attacker fools itself.</summary>
    private static int Told(List<int[]> nights, int[] days)
    {
        var found = OverTime.Narrows([.. days.Select(day => Day(day, Practices(nights[day])))]);
        foreach (var (day, narrowed) in found)
        {
            var truth = nights[days[day]][narrowed.Number.Places[0].Row];
            Assert.That(truth, Is.InRange(narrowed.To.Lower, narrowed.To.Upper));
        }
        return found.Where(item => item.Number.To.Width < 1).Select(item => item.Number.Number.Name).Distinct().Count();
    }

    private static OnADay Day(int day, ResultSet results) => new(Start.AddDays(day), $"{day}", Knowledge.Of(results, onlyFewAreHidden: true));

    /// <summary>Numbers that add up to nothing that is published, so that each that is hidden is known to be few.</summary>
    private static ResultSet Practices(int[] people) => new(DisclosureRule.OpenSafely,
    [
        new ResultTable("practices", "P", [new("year", "Y.", Unit.Text), new("place", "P.", Unit.Text), new("people", "P.", Unit.Count)],
            [.. people.Select((count, i) => (IReadOnlyList<Cell>)[new TextCell("2025/26"), new TextCell($"{i}"), new Disclosure(DisclosureRule.OpenSafely).Count(count)])]),
    ]);

    private static ResultTable Cohorts(int[] people, DisclosureRule rule) => new("priorities", "P", [new("year", "Y.", Unit.Text), new("scheme", "S.", Unit.Text), new("cohort", "C.", Unit.Text), new("people", "P.", Unit.Count)],
        [.. people.Select((count, i) => (IReadOnlyList<Cell>)[new TextCell("2025/26"), new TextCell("s"), new TextCell($"{i}"), new Disclosure(rule).Count(count)])]);
}
