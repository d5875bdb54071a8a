using Stratify.Problems;
using Stratify.Studies;

namespace Stratify.Planning.Evaluations;

/// <summary>Whether a programme changed anything, as it may be seen.</summary>
/// <param name="Notices">What is to be said of how it was read.</param>
public sealed record Evaluation(string Name, string Title, Counterfactual Kind, EvaluationTables Tables, IReadOnlyList<string> Notices)
{
    /// <summary>The fewest people of a practice with which others are compared, and the fewest such practices.</summary>
    public const int LeastPeople = PracticeMonths.LeastPeople, LeastPractices = PracticesCompared.LeastDonors;

    /// <param name="seed">By which people who are no members are dealt a first month where members have several.</param>
    /// <exception cref="DefinitionException">The programme is wrong, or the run has too little about its start.</exception>
    public static Evaluation Make(Study study, string file, long seed)
    {
        var programme = Programme.Read(file, study.Fields);
        var calendar = Calendar.Of(study);
        var found = (programme.Members, programme.MatchesPeople) switch
        {
            (null, false) => PracticesCompared.Of(study, programme, calendar),
            (null, true) => PeopleCompared.Of(study, PeopleOfPractices.Of(study, programme, calendar), calendar, seed),
            _ => PeopleCompared.Of(study, programme, calendar, seed),
        };
        return new Evaluation(programme.Name, programme.Title, found.Kind, EvaluationTables.Of(found), found.Notices);
    }
}
