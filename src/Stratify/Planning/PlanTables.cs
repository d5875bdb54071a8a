using Stratify.Model;
using Stratify.Results;
using static Stratify.Planning.PlanCells;

namespace Stratify.Planning;

/// <summary>A scenario's figures as they may be seen: by the strictest rule, as whoever reads a plan may not see people.</summary>
public sealed record PlanTables(ResultTable Settings, ResultTable Net, ResultTable Payers)
{
    /// <summary>The tables of several scenarios under each other.</summary>
    public static IReadOnlyList<ResultTable> Joined(IReadOnlyList<PlanTables> of) => [Under(of, tables => tables.Net), Under(of, tables => tables.Settings), Under(of, tables => tables.Payers)];

    private static ResultTable Under(IReadOnlyList<PlanTables> of, Func<PlanTables, ResultTable> table) => table(of[0]) with { Rows = [.. of.SelectMany(tables => table(tables).Rows)] };

    internal static PlanTables Of(Scenario scenario, Baseline people, WhatIf found, PayerShares payers)
    {
        var isFew = Safe.Door.IsFew(people.People) || people.People == 0;
        var hidden = Hidden(people);
        return new PlanTables(BySetting(scenario, people, found, isFew, hidden), OfAll(scenario, people, found, isFew), ByPayer(scenario, found, payers, isFew, hidden));
    }

    /// <summary>Settings that few of these people use, or in which one of them has nearly all pounds; and more where these would be had back from the sum.</summary>
    internal static IReadOnlySet<string> Hidden(Baseline people) => Complements.Hidden(
        [.. Setting.Names.Where(setting => people.Pence[setting].Any(pence => pence != 0))],
        setting => Safe.IsUnsafe(people.Pence[setting]),
        settings => Safe.IsUnsafe(Enumerable.Range(0, people.People).Select(person => settings.Sum(setting => people.Pence[setting][person]))),
        setting => people.Pence[setting].Count(pence => pence != 0));

    private static ResultTable BySetting(Scenario scenario, Baseline people, WhatIf found, bool isFew, IReadOnlySet<string> hidden) => new("scenario_settings", $"{scenario.Title}: setting by setting",
        [
            Label("scenario", "Name of the scenario."), Label("year", "The year whose people and prices it starts from."), Label("setting", "Setting of care."), Label("source", "Where its change comes from; empty where it stays as it is."),
            new("users", "People of the scenario with cost in the setting.", Unit.Count), new("cost_before", "What they cost in it in the year.", Unit.Pounds),
            new("change_least", "The least change, as a part of what those who are reached have: -0.1 is a tenth less.", Unit.Share), new("change_likely", "The likeliest.", Unit.Share), new("change_most", "The most.", Unit.Share),
            new("cost_change", "Change of cost a year at the likeliest reach and change; below 0 is less.", Unit.Pounds), new("cost_change_lower", "Lower end of its 95% interval.", Unit.Pounds), new("cost_change_upper", "Upper end of it.", Unit.Pounds),
            new("activity_before", "What was done in the setting: appointments, items, admissions, attendances, contacts or weeks; not applicable where nothing is counted.", Unit.Count),
            new("activity_change", "How much of it less or more a year, at the likeliest.", Unit.Count),
        ],
        [.. found.Settings.Select(effect => Row(scenario, people, effect, isFew || hidden.Contains(effect.Setting.Name)))]);

    private static IReadOnlyList<Cell> Row(Scenario scenario, Baseline people, SettingEffect effect, bool hide)
    {
        var change = scenario.Changes.FirstOrDefault(change => change.Setting == effect.Setting);
        long users = people.Pence[effect.Setting.Name].Count(pence => pence != 0);
        var by = change?.By ?? Range.Of(0);
        Cell Seen(Func<Cell> cell) => hide ? HiddenCell.Instance : cell();
        Cell Change(double pence) => Seen(() => users == 0 ? ZeroCell.Instance : Pounds(pence));
        Cell Activity(double count) => effect.Setting.Activity is null ? NotApplicableCell.Instance : Seen(() => count < 0 ? Given(Math.Round(count / 5) * 5) : Safe.Door.Count((long)Math.Round(count)));
        return
        [
            new TextCell(scenario.Name), new TextCell(people.Year), new TextCell(effect.Setting.Name), new TextCell(change?.Source ?? ""),
            Seen(() => Safe.Door.Count(users)), Seen(() => Safe.Door.Total(users, effect.Before)), Given(by.Least), Given(by.Likely), Given(by.Most),
            Change(effect.Change), Change(effect.Interval.Lower), Change(effect.Interval.Upper), Activity(effect.ActivityBefore), Activity(effect.ActivityChange),
        ];
    }

    private static ResultTable OfAll(Scenario scenario, Baseline people, WhatIf found, bool isFew)
    {
        Cell Seen(Cell cell) => isFew ? HiddenCell.Instance : cell;
        Cell Change(double pence) => Seen(Pounds(pence));
        return new ResultTable("scenario", scenario.Title,
            [
                Label("scenario", "Name of the scenario."), Label("year", "The year whose people and prices it starts from."), Label("years", "Over how many years the net is."),
                new("people", "People for whom the condition is true, those of an earlier scenario in the same plan left out.", Unit.Count), new("shared", "People whom an earlier scenario in the plan has too; they are counted there.", Unit.Count),
                new("reach", "The likeliest share of them that is reached.", Unit.Share), new("cost_before", "What they cost in the year.", Unit.Pounds), new("share_of_all_cost", "That over everybody's cost.", Unit.Share),
                new("care_change", "Change of the cost of care a year; below 0 is less.", Unit.Pounds), new("care_change_lower", "Lower end of its 95% interval.", Unit.Pounds), new("care_change_upper", "Upper end of it.", Unit.Pounds),
                new("programme_cost", "What the programme costs a year, as the scenario says.", Unit.Pounds), new("once", "What it costs before it begins.", Unit.Pounds),
                new("net", "Care and programme together over the years: above 0 costs more than it frees.", Unit.Pounds), new("net_lower", "Lower end of its 95% interval.", Unit.Pounds), new("net_upper", "Upper end of it.", Unit.Pounds),
                new("costs_no_more", "How often, of all draws, it costs no more than it frees.", Unit.Share),
                new("break_even", "How many times the stated falls would have to come true for the net to be nothing; not applicable where nothing falls.", Unit.Number),
                new("needed", "The share of the reached people's cost in the settings that fall (in hospital where none does) that would have to go for the net to be nothing; not applicable where all of it would not be enough.", Unit.Share),
            ],
            [[
                new TextCell(scenario.Name), new TextCell(people.Year), new TextCell($"{scenario.Years}"), Safe.Door.Count(people.People), people.People == 0 ? Safe.Door.Count(people.Shared) : Seen(Safe.Door.Count(people.Shared)), Given(scenario.Reach.Likely),
                Safe.Door.Total(people.People, people.Total), Seen(Ratio(people.Total, people.Everyone)), Change(found.Care.Likely), Change(found.Care.Interval.Lower), Change(found.Care.Interval.Upper),
                Given(scenario.Cost.Likely), Given(scenario.Once.Likely), Change(found.Net.Likely), Change(found.Net.Interval.Lower), Change(found.Net.Interval.Upper),
                Seen(Given(found.Least)), Seen(found.BreakEven is { } times ? Given(times) : NotApplicableCell.Instance), Seen(found.Needed is { } share ? Given(share) : NotApplicableCell.Instance),
            ]]);
    }

    private static ResultTable ByPayer(Scenario scenario, WhatIf found, PayerShares payers, bool isFew, IReadOnlySet<string> hidden)
    {
        var shares = found.Settings.SelectMany(effect => payers.Share(effect.Setting.Name, effect.Change)).ToLookup(share => share.Payer, share => share.Pence);
        var hide = isFew || found.Settings.Any(effect => effect.Change != 0 && hidden.Contains(effect.Setting.Name));
        return new ResultTable("scenario_payers", $"{scenario.Title}: who pays",
            [Label("scenario", "Name of the scenario."), Label("payer", "Whose budget it is: each setting's change is shared as these people's cost in it was."), new("care_change", "Change of the cost of care a year, at the likeliest.", Unit.Pounds), new("programme_cost", "What the programme costs a year.", Unit.Pounds), new("net", "Both together.", Unit.Pounds)],
            [.. Payer.All.Select(payer => (IReadOnlyList<Cell>)
            [
                new TextCell(scenario.Name), new TextCell(payer.Name), hide ? HiddenCell.Instance : Pounds(shares[payer.Name].Sum()), Given(payer.Name == scenario.Payer ? scenario.Cost.Likely : 0),
                hide ? HiddenCell.Instance : Given(ThreeFigures(shares[payer.Name].Sum() / 100.0) + (payer.Name == scenario.Payer ? scenario.Cost.Likely : 0)),
            ])]);
    }
}
