using System.Globalization;
using Stratify.Problems;
using Stratify.Studies;

namespace Stratify.Planning.Evaluations;

/// <summary>
/// The people of a programme's practices as its members: whoever was with one of them in the last year that was over before it began, wherever they
/// went since, so that nobody is of it by having stayed.
/// </summary>
internal static class PeopleOfPractices
{
    /// <exception cref="DefinitionException">The run knows too little about the start, or has no such practice.</exception>
    internal static Programme Of(Study study, Programme programme, Calendar calendar)
    {
        calendar.Require(programme.Starts, programme.Place);
        var year = calendar.Known(programme.Starts)!.Replace("'", "''", StringComparison.Ordinal);
        var known = study.Warehouse.Query($"select distinct practice from person_year where year = '{year}' and practice is not null order by practice").Rows.Select(row => (string)row[0]!).ToList();
        PracticeMonths.Require(programme, known);
        var among = string.Join(", ", programme.Practices.Select(practice => $"'{practice.Replace("'", "''", StringComparison.Ordinal)}'"));
        var people = study.Warehouse.Query($"select person_id from person_year where year = '{year}' and practice in ({among}) order by person_id").Rows;
        return programme with
        {
            Members = people.ToDictionary(row => (string)row[0]!, _ => programme.Starts),
            Notices = [.. programme.Notices, string.Create(CultureInfo.InvariantCulture, $"People are of the practice that they were with before the start, and errors are clustered by practice (CR2, with Satterthwaite's degrees of freedom): {programme.Practices.Count} practices of the programme and {known.Count - programme.Practices.Count} others{(Math.Min(programme.Practices.Count, known.Count - programme.Practices.Count) < FewClusters ? ". So few tell little of how far practices go by themselves, and the interval is as wide as that makes it" : "")}.")],
        };
    }

    /// <summary>With fewer on a side errors of clusters are unsure themselves (Cameron and Miller 2015 speak of 20 to 50 in all).</summary>
    private const int FewClusters = 15;
}
