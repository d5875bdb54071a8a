using System.Globalization;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>Reads what a scheme says under <c>discover</c>.</summary>
internal sealed class DiscoveryReader(KnownFields known, List<Problem> problems)
{
    private const string All = "all";

    public Discovery Read(YamlNode node)
    {
        var fields = YamlFields.Of(node, problems, "'discover'");
        var sizes = fields.Texts("sizes").Select(Size).OfType<int>().Distinct().Order().ToList();
        var discovery = new Discovery(
            From(fields),
            sizes.Count > 0 ? sizes : [2],
            fields.Integer("at_least", 1, 1_000_000) ?? Discovery.DefaultAtLeast,
            fields.Integer("most", 1, 200) ?? Discovery.DefaultMost);
        fields.Done();
        return discovery;
    }

    private int? Size(YamlText size)
    {
        if (size.Value is "2" or "3") { return int.Parse(size.Value, CultureInfo.InvariantCulture); }
        problems.Add(ProblemKinds.SchemeWrong.At(size.Place, $"'{size.Value}' is no size of a combination.", "Pairs and triples are looked for: sizes: [2, 3]."));
        return null;
    }

    /// <summary>The conditions that are named, or each that has a field of its own, with those of a job's lists.</summary>
    private List<PersonYearField> From(YamlFields fields)
    {
        var place = fields.Node("from")?.Place ?? fields.Place;
        var named = fields.Texts("from");
        List<PersonYearField> from = named is [] or [{ Value: All }] ? [.. Conditions.All.Select(PersonYearFields.Has), .. known.All.Except(PersonYearFields.All).Where(IsCondition)] : [.. named.Select(Condition).OfType<PersonYearField>().Distinct()];
        if (from.Count is 0 or > Discovery.MaxFrom)
        {
            problems.Add(ProblemKinds.SchemeWrong.At(place, $"Combinations are looked for among 1 to {Discovery.MaxFrom} conditions, and here are {from.Count.ToString(CultureInfo.InvariantCulture)}.", "Name those that matter: from: [diabetes, ckd, heart_failure]."));
        }
        return from;
    }

    private PersonYearField? Condition(YamlText name)
    {
        if (known.Find(name.Value) is { Type: FieldType.Flag, Kind: FieldKind.Need } field) { return field; }
        problems.Add(ProblemKinds.ConditionUnknownField.At(name.Place, $"'{name.Value}' is no condition that people have.", Nearest.Hint(name.Value, [.. known.All.Where(IsCondition).Select(field => field.Name)], "conditions")));
        return null;
    }

    private static bool IsCondition(PersonYearField field) => field is { Type: FieldType.Flag, Kind: FieldKind.Need } && field.Column == $"has_{field.Name}";
}
