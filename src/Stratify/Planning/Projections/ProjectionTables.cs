using System.Globalization;
using Stratify.Model;
using Stratify.Results;
using Stratify.Statistics;
using static Stratify.Planning.PlanCells;

namespace Stratify.Planning.Projections;

/// <summary>A projection's figures as they may be seen. Pounds of a later year are the published pounds of the run's year times what was reckoned, so that they tell nothing more of people.</summary>
public sealed record ProjectionTables(ResultTable Base, ResultTable Growth, ResultTable Activity, ResultTable Curve, ResultTable Claims)
{
    internal static ProjectionTables Of((AgeCurve Curve, RateCurve Rates) now, Projection projection, Growths growths, (string Year, double Morbidity) from)
    {
        var curve = now.Curve;
        var hidden = curve.IsFew ? new HashSet<string>([.. Setting.Names, Projections.Growth.All]) : PlanTables.Hidden(curve.People);
        return new ProjectionTables(Start(curve, projection, growths.Base, from), OfCost(curve, growths, hidden), OfActivity(curve, growths, hidden), OfAges(curve), OfClaims(now, projection));
    }

    private static ResultTable Start(AgeCurve curve, Projection projection, int start, (string Year, double Morbidity) from)
    {
        var (people, projected) = (curve.People.People + curve.LeftOut.People, (double)projection.People(start));
        var years = Safe.Door.Years(people, (double)curve.PersonDays / curve.YearDays);
        return new ResultTable("projection_base", "What a projection starts from",
            [
                Label("year", "The run's year whose people and prices it starts from."), Label("base", "The projected year that stands for it."),
                new("people", "People registered in the run's year.", Unit.Count), new("person_years", "The years for which they were.", Unit.Number), new("projected", "People of the projected year.", Unit.Count),
                new("list_over_projected", "Person-years over projected people: above 1 the lists hold more than the place is said to have.", Unit.Number),
                new("left_out", "People whose sex or age is not known, who are in no rate.", Unit.Count), new("left_out_cost", "What they cost.", Unit.Pounds),
                new("rates", "Groups of one sex and of neighbouring ages that have a rate of their own.", Unit.Rows), new("pooled", "Ages and sexes of the projection that are told with others, being of few people.", Unit.Rows),
                new("morbidity", "What the need of each person is said to change by in a year.", Unit.Share),
            ],
            [[
                new TextCell(from.Year), new TextCell(start.ToString(CultureInfo.InvariantCulture)), Safe.Door.Count(people), years, Given(Math.Round(projected)), Disclosure.Ratio(years, Given(projected), 3),
                Safe.Door.Count(curve.LeftOut.People), Safe.Door.Total(curve.LeftOut.People, curve.LeftOut.Pence), Given(curve.Groups.Count), Given(curve.Groups.Where(group => group.Cells.Count > 1).Sum(group => group.Cells.Count)), Given(from.Morbidity),
            ]]);
    }

    private static ResultTable OfCost(AgeCurve curve, Growths growths, IReadOnlySet<string> hidden) => new("projection", "Growth of cost",
        [
            .. Labels("pounds"), new("users", "People with cost in the setting in the run's year.", Unit.Count), new("cost_before", "What they cost in it.", Unit.Pounds), .. Parts,
            new("cost_number", "The same in pounds, at the run's prices.", Unit.Pounds), new("cost_ageing", "The same in pounds.", Unit.Pounds), new("cost_morbidity", "The same in pounds.", Unit.Pounds),
            new("cost_change", "All three together.", Unit.Pounds), new("cost_change_lower", "Lower end of its 95% interval.", Unit.Pounds), new("cost_change_upper", "Upper end of it.", Unit.Pounds),
        ],
        [.. growths.Cost.Select(growth =>
        {
            var pence = growth.Setting == Projections.Growth.All ? curve.Amounts[AgeCurve.All] : curve.People.Pence[growth.Setting];
            long users = pence.Count(one => one != 0);
            return Row(growth, hidden.Contains(growth.Setting), (users, Safe.Door.Count(users), Safe.Door.Total(users, pence.Sum())), 1);
        })]);

    private static ResultTable OfActivity(AgeCurve curve, Growths growths, IReadOnlySet<string> hidden) => new("projection_activity", "Growth of activity",
        [
            .. Labels("things done"), new("users", "People with any of it in the run's year.", Unit.Count), new("before", "How much of it there was.", Unit.Count), .. Parts,
            new("more_number", "The same in things done.", Unit.Count), new("more_ageing", "The same in things done.", Unit.Count), new("more_morbidity", "The same in things done.", Unit.Count),
            new("change", "All three together.", Unit.Count), new("change_lower", "Lower end of its 95% interval.", Unit.Count), new("change_upper", "Upper end of it.", Unit.Count),
        ],
        [.. growths.Activity.Select(growth =>
        {
            var done = curve.People.Activity[growth.Setting];
            long users = done.Count(one => one != 0);
            return Row(growth, hidden.Contains(growth.Setting) || Safe.Door.IsFew(users), (users, Safe.Door.Count(users), Safe.Door.Count(done.Sum())), 5);
        })]);

    private static IReadOnlyList<ResultColumn> Labels(string of) =>
        [Label("year", "The projected year."), Label("setting", "Setting of care, or all."), Label("unit", $"What is counted: {of}.")];

    private static IReadOnlyList<ResultColumn> Parts =>
    [
        new("number", "What all ages growing alike, as everybody does, adds: a part of what there is now.", Unit.Share), new("ageing", "What the changed mix of ages and sexes adds to that.", Unit.Share),
        new("morbidity", "What the stated change of each person's need adds to both.", Unit.Share), new("growth", "All three together.", Unit.Share), new("growth_lower", "Lower end of its 95% interval.", Unit.Share), new("growth_upper", "Upper end of it.", Unit.Share),
    ];

    /// <param name="before">People, and what there is now, as they may be seen.</param>
    /// <param name="step">To which changes are rounded.</param>
    private static IReadOnlyList<Cell> Row(Growth growth, bool hide, (long Users, Cell Seen, Cell Amount) before, int step)
    {
        var unit = step == 1 ? "pounds" : Setting.Of(growth.Setting).Activity!.Value.Unit;
        Cell Seen(Func<Cell> cell) => hide ? HiddenCell.Instance : before.Users == 0 ? NotApplicableCell.Instance : cell();
        var amount = before.Amount.Number ?? 0;
        double More(double part) => Math.Round(amount * part / step, MidpointRounding.AwayFromZero) * step;
        double Tenths(double part) => Math.Round(part, 3, MidpointRounding.AwayFromZero);
        double[] parts = [growth.Number, growth.Ageing, growth.Morbidity];
        return
        [
            new TextCell(growth.Year.ToString(CultureInfo.InvariantCulture)), new TextCell(growth.Setting), new TextCell(unit),
            hide ? HiddenCell.Instance : before.Seen, hide ? HiddenCell.Instance : before.Amount,
            // The whole is the sum of its parts as they are seen, so that it adds up to the last digit.
            .. parts.Select(part => Seen(() => Given(Tenths(part)))), Seen(() => Given(parts.Sum(Tenths))), Seen(() => Given(growth.Whole.Lower)), Seen(() => Given(growth.Whole.Upper)),
            .. parts.Select(part => Seen(() => Given(More(part)))), Seen(() => Given(parts.Sum(More))), Seen(() => Given(More(growth.Whole.Lower))), Seen(() => Given(More(growth.Whole.Upper))),
        ];
    }

    private static ResultTable OfAges(AgeCurve curve) => new("projection_curve", "What people of each sex and age cost now",
        [Label("sex", "Female, male, or persons."), Label("ages", "Ages that have a rate together."), new("people", "People of them in the run's year.", Unit.Count), new("cost_each", "What one of them cost in a year of registration.", Unit.PoundsEach)],
        [.. curve.Groups.Select(group => (IReadOnlyList<Cell>)
        [
            new TextCell(group.Sex), new TextCell(group.To is { } to ? AgeClass.Between(group.From, to) : $"{new AgeClass(group.From, null).Name}"), Safe.Door.Count(group.People),
            Safe.Door.IsDominated(group.Cost) ? HiddenCell.Instance : Safe.Door.Derived(group.People, group.Days == 0 ? null : group.Cost.Pence / 100.0 * curve.YearDays / group.Days, 0),
        ])]);

    private static ResultTable OfClaims((AgeCurve Curve, RateCurve Rates) now, Projection projection) => new("projection_claims", "Published growth, and what this projection has for the same years",
        [
            Label("of", "Of what."), Label("from", "From this year."), Label("to", "To this year."), Label("published", "What was published."), new("found", "What the projection has; of cost, with the run's rates.", Unit.Share),
            new("found_lower", "Lower end of its 95% interval; the same where it is of people alone.", Unit.Share), new("found_upper", "Upper end of it.", Unit.Share), Label("source", "Where it was published, and of which place."),
        ],
        [.. GrowthClaim.All.Select(claim => (Claim: claim, Found: claim.Found(now.Curve, now.Rates, projection))).Where(pair => pair.Found is not null).Select(pair => (IReadOnlyList<Cell>)
        [
            new TextCell(pair.Claim.Of), new TextCell(pair.Claim.From.ToString(CultureInfo.InvariantCulture)), new TextCell(pair.Claim.To.ToString(CultureInfo.InvariantCulture)), new TextCell(pair.Claim.Published),
            .. new[] { pair.Found!.Value.Value, pair.Found.Value.Lower, pair.Found.Value.Upper }.Select(growth => pair.Claim.Age is null && now.Curve.IsFew ? HiddenCell.Instance : double.IsFinite(growth) ? Given(growth) : NotApplicableCell.Instance), new TextCell(pair.Claim.Source),
        ])]);
}
