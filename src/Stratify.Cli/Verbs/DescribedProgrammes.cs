using System.Globalization;
using Stratify.Model;
using Stratify.Planning.Evaluations;

namespace Stratify.Cli.Verbs;

/// <summary>How a programme is written, and how it is evaluated.</summary>
internal static class DescribedProgrammes
{
    private static readonly (string Key, string Meaning)[] _keys =
    [
        ("programme, title", "its name, in small letters, digits and hyphens, and what it is called"),
        ("members", "a CSV file beside this one: person_id, the pseudonym as restricted/person_year.parquet has it, and from, the day on which somebody joined, where that is not the start"),
        ("practices", "or a list of codes, where it is of everybody of some practices"),
        ("match", "people, where people of the practices are to be held one by one against people of others, as a list's are; practices unless said"),
        ("starts", "a day such as 2024-10-01; within a month it counts from the next. The run must have six whole months before it, a year of its period that was over by then, and a month after; the more the better, up to twelve"),
        ("exact", "where people are matched: fields in which members and controls are the same without fail, as [age_band, sex]; age_band is 0-17, 18-44, 45-64, 65-74, 75-84 and 85 and over"),
        ("caliper", "how far two people may be apart, in standard deviations of the logit; 0.2 unless said (Austin 2011)"),
        ("controls", "the most controls of a member, 1 to 5; one unless said, for of more each is less alike"),
        ("untouched", $"settings that the programme cannot have touched, to see that they stayed alike: {string.Join(", ", Setting.Names)}"),
        ("plan", $"{{cost, expected}}: pounds of the programme a year, and a list of {{outcome, change}}, where -0.1 is a tenth less. Outcomes: {string.Join(", ", Planning.Evaluations.Outcome.Names)}"),
    ];

    private static readonly string[] _method =
    [
        "People: members are matched, nearest first, on the logit of their propensity by age, sex, deprivation, conditions and what they used and cost in the months before, without replacement, inside exact strata and the caliper. They are alike, and the estimate may be read, where every standardised difference is below 0.1.",
        "The effect is the difference in differences of matched sets, with errors clustered by the set. Whoever leaves or dies stays in. Beside it stands the effect with what matching left apart allowed for. Checks: trend and quarters before the start, a start at which nothing began, and untouched settings.",
        $"Practices: others of {PracticeMonthsLeast} people and more are weighted so that before they were as the programme's (synthetic control); the interval comes from how far each of them goes by itself. With fewer than {PracticesLeast} others, or too few people alike, there is no counterfactual, and every page and table says so.",
        "People of practices (match: people, two practices or more): whoever was with them in the year before, matched as members of a list are. What comes to a practice comes to its people together, so errors are clustered by practice (CR2, Student's t with Satterthwaite's degrees of freedom): with few practices the interval is wide, and it is said.",
        "Beside each effect stands the naive before-and-after, and what of it came anyway: regression to the mean and whatever changed for everybody.",
    ];

    private static string PracticeMonthsLeast => Evaluation.LeastPeople.ToString(CultureInfo.InvariantCulture);

    private static string PracticesLeast => Evaluation.LeastPractices.ToString(CultureInfo.InvariantCulture);

    private const string Example = """
        programme: frailty-team
        title: Frailty team at the front door
        members: members.csv
        starts: 2024-10-01
        exact: [age_band, sex]
        untouched: [mental_health]
        plan:
          cost: 120000
          expected:
            - {outcome: emergency_admissions, change: -0.1}
        """;

    internal static (object, IEnumerable<string>) All() => (
        new { Keys = _keys.Select(key => new { key.Key, key.Meaning }), Method = _method, Example },
        [
            "A programme is a YAML file; 'evaluate FILE --run RUN' says whether it changed anything.",
            .. _keys.Select(key => $"  {key.Key,-18} {key.Meaning}"),
            .. _method,
            "For example:",
            .. Example.Split('\n').Select(line => $"  {line}"),
        ]);
}
