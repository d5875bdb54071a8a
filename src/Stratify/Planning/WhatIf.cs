using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Planning;

/// <summary>What a setting would cost and do in a year, and how much less or more that is.</summary>
/// <param name="Before">Pence of the scenario's people, reached or not.</param>
/// <param name="Change">Pence a year at the likeliest reach and change; below 0 where less is spent.</param>
/// <param name="Interval">95% of what the draws gave, in pence.</param>
/// <param name="ActivityBefore">Appointments, admissions, contacts; 0 where nothing is counted.</param>
public sealed record SettingEffect(Setting Setting, long Before, long Change, (double Lower, double Upper) Interval, long ActivityBefore, double ActivityChange);

/// <summary>
/// What would have to be true. Each draw takes a reach, a change for every setting and the programme's cost from their ranges, each by itself, and the cost of
/// the people from a sample of them with replacement: what they cost in another year as like this one as chance has it.
/// </summary>
/// <param name="Care">Pence of care a year.</param>
/// <param name="Net">Pence of care and programme over all years: above 0 costs more than it frees.</param>
/// <param name="Least">How often, of a hundred draws, it costs no more than it frees.</param>
/// <param name="BreakEven">How many times the stated falls would have to come true for the net to be nothing; null where nothing falls.</param>
/// <param name="Needed">The share of the reached people's cost in the settings that fall (in hospital, where none does) that would have to go for the net to be nothing; null where it is more than all.</param>
public sealed record WhatIf(IReadOnlyList<SettingEffect> Settings, (long Likely, (double Lower, double Upper) Interval) Care, (long Likely, (double Lower, double Upper) Interval) Net, double Least, double? BreakEven, double? Needed)
{
    internal const int Draws = 2000;

    public static WhatIf Of(Scenario scenario, Baseline people, long seed)
    {
        var by = Setting.All.Select(setting => scenario.Changes.FirstOrDefault(change => change.Setting == setting)?.By ?? Range.Of(0)).ToList();
        var drawn = Drawn(scenario, people, by, Xoshiro.For(seed, $"scenario {scenario.Name}"));
        var effects = Setting.All.Select((setting, i) => Effect(setting, (scenario.Reach.Likely, by[i]), people, [.. drawn.Select(draw => draw.Care[i])])).ToList();
        var care = effects.Sum(effect => effect.Change);
        var net = (scenario.Years * (care + Pence(scenario.Cost.Likely))) + Pence(scenario.Once.Likely);
        var nets = drawn.Select(draw => draw.Net).ToArray();
        var costs = effects.Where(effect => effect.Change > 0).Sum(effect => effect.Change) + Pence(scenario.Cost.Likely) + (Pence(scenario.Once.Likely) / scenario.Years);
        var falls = -effects.Where(effect => effect.Change < 0).Sum(effect => effect.Change);
        return new WhatIf(effects, (care, Bootstrap.Interval([.. drawn.Select(draw => draw.Care.Sum())])), (net, Bootstrap.Interval(nets)), nets.Count(value => value <= 0) / (double)nets.Length,
            falls > 0 ? (double)costs / falls : null, Need(effects, scenario.Reach.Likely, costs));
    }

    private static double? Need(List<SettingEffect> effects, double reach, long costs)
    {
        var falling = effects.Where(effect => effect.Change < 0).ToList();
        var scope = reach * (falling.Count > 0 ? falling : effects.Where(effect => effect.Setting.Sector == "acute")).Sum(effect => effect.Before);
        return scope > 0 && costs <= scope ? costs / scope : null;
    }

    private static SettingEffect Effect(Setting setting, (double Reach, Range By) of, Baseline people, double[] drawn)
    {
        var (pence, activity) = (people.Pence[setting.Name].Sum(), people.Activity[setting.Name].Sum());
        return new SettingEffect(setting, pence, (long)Math.Round(pence * of.Reach * of.By.Likely, MidpointRounding.AwayFromZero), of.By.IsNothing ? (0, 0) : Bootstrap.Interval(drawn), activity, activity * of.Reach * of.By.Likely);
    }

    /// <summary>By draw: pence of care a year by setting, and of all over the years.</summary>
    private static List<(double[] Care, double Net)> Drawn(Scenario scenario, Baseline people, List<Range> by, Xoshiro random)
    {
        if (people.People == 0) { return [.. Enumerable.Repeat((new double[by.Count], (scenario.Years * scenario.Cost.Likely * 100) + (scenario.Once.Likely * 100)), Draws)]; }
        var means = Bootstrap.MeansOf([.. Setting.All.Select(setting => people.Pence[setting.Name].Select(pence => (double)pence).ToArray())], Draws, random);
        return [.. means.Select(mean =>
        {
            var reach = scenario.Reach.Draw(random);
            var care = by.Select((change, i) => people.People * mean[i] * reach * change.Draw(random)).ToArray();
            return (care, (scenario.Years * (care.Sum() + (scenario.Cost.Draw(random) * 100))) + (scenario.Once.Draw(random) * 100));
        })];
    }

    private static long Pence(double pounds) => (long)Math.Round(pounds * 100, MidpointRounding.AwayFromZero);
}
