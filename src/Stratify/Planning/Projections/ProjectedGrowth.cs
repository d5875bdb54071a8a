using System.Globalization;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Statistics;
using Stratify.Studies;

namespace Stratify.Planning.Projections;

/// <summary>What is asked of a projection.</summary>
/// <param name="From">The run's year whose people and prices it starts from; its last where none is given.</param>
/// <param name="Base">The projected year that stands for it; the calendar year in which it begins where none is given.</param>
/// <param name="Until">The projected year that is looked at closely; the last where none is given.</param>
/// <param name="Morbidity">What the need of each person changes by in a year: 0.005 is half a per cent more.</param>
public sealed record ProjectionQuestion(string File, string? Area, string? From, int? Base, int? Until, double Morbidity, long Seed);

/// <summary>
/// Growth of cost and activity with the population: each sex and age goes on as in the run's year, and their numbers change as projected. It tells what
/// more and older people would cost by themselves, and no more than that.
/// </summary>
/// <param name="Tables">As they may be seen: base, growth, activity, curve and claims.</param>
public sealed record ProjectedGrowth(string From, int Base, int Until, ProjectionTables Tables)
{
    /// <exception cref="DefinitionException">The projection is wrong, or has no such year.</exception>
    public static ProjectedGrowth Make(Study study, ProjectionQuestion question)
    {
        var year = study.Year(question.From);
        var projection = ProjectionReader.Read(question.File, question.Area);
        var start = Year(question.Base ?? int.Parse(year.AsSpan(0, 4), CultureInfo.InvariantCulture), "Give another with --base, whose people then stand for those of the run's year.");
        var until = Year(question.Until ?? projection.Years[^1], "Give one of them with --year.");
        if (until < start) { throw new DefinitionException(ProblemKinds.ProjectionWrong.At(new Place(question.File), string.Create(CultureInfo.InvariantCulture, $"The year {until} is before {start}, from which growth is reckoned."), "Give a later year with --year, or an earlier one with --base.")); }
        if (projection.People(start) == 0) { throw new DefinitionException(ProblemKinds.ProjectionWrong.At(new Place(question.File), string.Create(CultureInfo.InvariantCulture, $"There is nobody in {start}."), "Growth is reckoned from the people of that year: look at the column 'people'.")); }
        var curve = AgeCurve.Of(study, projection, year);
        var rates = curve.Rates(Growth.Samples, Xoshiro.For(question.Seed, "projection"));
        return new ProjectedGrowth(year, start, until, ProjectionTables.Of((curve, rates), projection, Growths.Of(curve, rates, projection, (start, question.Morbidity)), (year, question.Morbidity)));

        int Year(int wanted, string hint) => projection.Years.Contains(wanted) ? wanted
            : throw new DefinitionException(ProblemKinds.ProjectionWrong.At(new Place(question.File), string.Create(CultureInfo.InvariantCulture, $"The projection has no year {wanted}."), string.Create(CultureInfo.InvariantCulture, $"It tells {projection.Years[0]} to {projection.Years[^1]}. {hint}")));
    }

    /// <summary>All tables, for a folder.</summary>
    public IReadOnlyList<ResultTable> All => [Tables.Base, Tables.Growth, Tables.Activity, Tables.Curve, Tables.Claims];
}
