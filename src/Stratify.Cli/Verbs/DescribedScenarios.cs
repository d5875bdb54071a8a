using Stratify.Model;
using Stratify.Planning;

namespace Stratify.Cli.Verbs;

/// <summary>How a scenario is written.</summary>
internal static class DescribedScenarios
{
    private static readonly (string Key, string Meaning)[] _keys =
    [
        ("scenario, title, source", "its name, what it is called, and where its figures come from"),
        ("who", "a condition over a person's year, such as age >= 65 and conditions >= 3; 'describe fields' lists what it may name"),
        ("reach", "the share of these people whom it reaches, from 0 to 1; all unless said"),
        ("changes", $"a list of {{setting, change, source}}: -0.1 is a tenth less. Settings: {string.Join(", ", Setting.Names)}. What is not named stays as it is"),
        ("programme", $"{{cost, once, payer}}: pounds a year, which must be said, pounds before it begins, and who pays: {string.Join(", ", Payer.Names)}"),
        ("years", "over how many years the net is taken; one unless said"),
    ];

    internal static (object, IEnumerable<string>) All() => (
        new { Keys = _keys.Select(key => new { key.Key, key.Meaning }), Shipped = ShippedScenarios.Names },
        [
            "A scenario is a YAML file; 'plan FILE --run RUN' says what would have to be true of it. Nothing has an effect by itself: a change that is not stated is zero, and one that is must say where it comes from.",
            "Where something is not sure, write three numbers in place of one: [the least, the likeliest, the most that it could be].",
            .. _keys.Select(key => $"  {key.Key,-24} {key.Meaning}"),
            $"Worked examples, which are no forecasts: {string.Join(", ", ShippedScenarios.Names)} ('describe {ShippedScenarios.Names[0]}' prints one; 'plan {ShippedScenarios.Names[0]} --run RUN' takes it).",
        ]);
}
