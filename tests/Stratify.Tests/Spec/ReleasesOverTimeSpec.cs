using Stratify.Results;
using Stratify.Results.Attack;
using Stratify.Statistics;

namespace Stratify.Tests.Spec;

/// <summary>An attacker who keeps everything that was ever published of the same numbers.</summary>
public sealed class ReleasesOverTimeSpec
{
    private static readonly DateOnly Start = new(2025, 4, 1);

    [Test]
    public void What_one_day_shows_another_of_the_same_data_does_not_hide()
    {
        var shown = Practices([8, 40, 60], DisclosureRule.OpenSafely);
        var hidden = shown with { Tables = [.. shown.Tables.Select(table => table.Name == "practices" ? table with { Rows = [.. table.Rows.Select((row, i) => i < 2 ? [.. row.SkipLast(1), HiddenCell.Instance] : row)] } : table)] };

        Assert.Multiple(() =>
        {
            Assert.That(OverTime.Narrows([Day(0, "a", hidden)]), Is.Empty);
            Assert.That(OverTime.Narrows([Day(0, "a", shown), Day(30, "a", hidden)]).Select(found => (found.Day, found.Number.To)), Is.EqualTo(new[] { (1, new Between(8, 10)) }).Or.Empty);
            Assert.That(OverTime.Narrows([Day(0, "a", Practices([7, 40, 60], DisclosureRule.OpenSafely)), Day(1, "b", shown)]).Select(found => (found.Day, found.Number.To)), Is.EqualTo(new[] { (0, new Between(7, 7)) }),
                "Seven one day and eight the next: the first is told by the second.");
            Assert.That(OverTime.Narrows([Day(0, "a", Practices([7, 40, 60], DisclosureRule.OpenSafely)), Day(28, "b", shown)]), Is.Empty);
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
        var found = OverTime.Narrows([.. days.Select(day => Day(day, $"{day}", Practices(nights[day], DisclosureRule.OpenSafely)))]);
        foreach (var (day, narrowed) in found)
        {
            var truth = nights[days[day]][narrowed.Number.Places[0].Row];
            Assert.That(truth, Is.InRange(narrowed.To.Lower, narrowed.To.Upper));
        }
        return found.Where(item => item.Number.To.Width < 1).Select(item => item.Number.Number.Name).Distinct().Count();
    }

    private static OnADay Day(int day, string data, ResultSet results) => new(Start.AddDays(day), data, Knowledge.Of(results));

    private static ResultSet Practices(int[] people, DisclosureRule rule) => new(rule, [Table("population", [people.Sum()], rule), Table("practices", people, rule)]);

    private static ResultTable Table(string name, int[] people, DisclosureRule rule) => new(name, name, [new("year", "Y.", Unit.Text), new("place", "P.", Unit.Text), new("people", "P.", Unit.Count)],
        [.. people.Select((count, i) => (IReadOnlyList<Cell>)[new TextCell("2025/26"), new TextCell($"{i}"), new Disclosure(rule).Count(count)])]);
}
