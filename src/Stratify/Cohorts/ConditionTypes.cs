using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>
/// Gives the words of a condition their meaning: fields are looked up, values take the type of the field beside them.
/// After a fault, which is in the list, something harmless is answered so that reading goes on; a null operand has been reported.
/// </summary>
internal sealed class ConditionTypes(KnownFields fields, Func<int, Place> placeAt, List<Problem> problems)
{
    public Operand? Field(Word name)
    {
        if (fields.Find(name.Text) is { } field) { return new FieldValue(field); }
        var bare = name.Text.StartsWith("has_", StringComparison.OrdinalIgnoreCase) ? fields.Find(name.Text[4..])?.Name : null;
        var near = bare ?? Nearest.Of(name.Text, fields.Names);
        problems.Add(ProblemKinds.ConditionUnknownField.At(placeAt(name.At), $"'{name.Text}' is not a field of person_year.",
            near is null ? "'stratify describe fields' lists them." : $"Did you mean '{near}'?"));
        return null;
    }

    public Criterion Flag(Word name, Operand? operand) => operand switch
    {
        FieldValue { Field.Type: FieldType.Flag } flag => new HasFlag(placeAt(name.At), flag.Field),
        FieldValue { Field: { Type: FieldType.Text } text } => Wrong(name, $"'{text.Name}' is text, where true or false is wanted.", $"Compare it, as in: {text.Name} is \"{(text.OneOf.Count > 0 ? text.OneOf[0] : "…")}\"."),
        FieldValue { Field: var field } => Wrong(name, $"'{field.Name}' is {Called(field.Type)}, where true or false is wanted.", $"Compare it, as in: {field.Name} >= {(field.Type == FieldType.Money ? "£5,000" : "2")}."),
        _ => Nothing(name),
    };

    public Operand? Percentile(Word name, Operand? operand) => Ordered(name, operand) is { } field ? new PercentileOf(field) : null;

    public Criterion Top(Word name, Operand? operand, decimal percent) =>
        Ordered(name, operand) is { } field ? new InTop(placeAt(name.At), field, percent) : Nothing(name);

    public Criterion TopOfTotal(Word name, Operand? operand, decimal percent)
    {
        if (Ordered(name, operand) is not { } field) { return Nothing(name); }
        return field.AddsUp ? new InTopOfTotal(placeAt(name.At), field, percent) : Wrong(name, $"'{field.Name}' does not add up over people, so nobody has a share of its total.", "Amounts of money and of care do, as in: cost in top 50% of total.");
    }

    public Criterion Missing(Word name, Operand? operand) => operand is FieldValue { Field: var field } ? new IsMissing(placeAt(name.At), field) : Nothing(name);

    public Criterion Compare(Word name, Operand? left, Comparison comparison, Word value)
    {
        if (left is FieldValue { Field: { Type: FieldType.Text } text } && comparison is not (Comparison.Equal or Comparison.NotEqual))
        {
            return Wrong(name, $"'{text.Name}' is text and has no order.", "Texts are compared with is, is not or in.");
        }
        return Value(left, name, value) is { } right ? new Compared(placeAt(name.At), left!, comparison, right) : Nothing(name);
    }

    public Criterion Between(Word name, Operand? left, Word low, Word high)
    {
        if (left is FieldValue { Field: { Type: FieldType.Text } text }) { return Wrong(name, $"'{text.Name}' is text and has no order.", "Texts are compared with is, is not or in."); }
        var (from, to) = (Value(left, name, low), Value(left, name, high));
        if (from is null || to is null) { return Nothing(name); }
        if ((from is NumberValue a && to is NumberValue b && a.Number > b.Number) || (from is MoneyValue c && to is MoneyValue d && c.Pence > d.Pence))
        {
            return Wrong(low, "Nothing lies between these two.", $"The smaller comes first: between {high.Text} and {low.Text}.");
        }
        var place = placeAt(name.At);
        return new AllOf(place, [new Compared(place, left!, Comparison.GreaterOrEqual, from), new Compared(place, left!, Comparison.LessOrEqual, to)]);
    }

    public Criterion In(Word name, Operand? left, IReadOnlyList<Word> words)
    {
        var values = words.Select(word => Value(left, name, word)).ToList();
        return values.Contains(null) ? Nothing(name) : new InList(placeAt(name.At), left!, [.. values.Cast<Operand>()]);
    }

    private PersonYearField? Ordered(Word name, Operand? operand)
    {
        if (operand is not FieldValue { Field: var field }) { return null; }
        if (field.IsOrdered) { return field; }
        Wrong(name, $"'{field.Name}' is {Called(field.Type)} and has no order, so nobody ranks first in it.", "");
        return null;
    }

    /// <summary>The operand on the right, in the type of the one on the left.</summary>
    private Operand? Value(Operand? left, Word name, Word word)
    {
        switch (left)
        {
            case FieldValue { Field: { Type: FieldType.Flag } flag }:
                Wrong(name, $"'{flag.Name}' is true or false, and is not compared.", $"Write {flag.Name}, or not {flag.Name}.");
                return null;
            case FieldValue { Field: var field }: return word.Kind == WordKind.Name ? Other(field, word) : Literal(field, word);
            case PercentileOf when word is { Kind: WordKind.Number, Number: >= 0 and <= 100 }: return new NumberValue(word.Number);
            case PercentileOf:
                Wrong(word, $"A percentile is a number from 0 to 100, not {word.Shown}.", "As in: cost percentile >= 95.");
                return null;
            default: return null;
        }
    }

    private Operand? Other(PersonYearField field, Word word)
    {
        if (field.Type == FieldType.Text && fields.Find(word.Text) is null)
        {
            Wrong(word, $"'{word.Text}' is not a field, and texts stand in quotes.", $"Write \"{word.Text}\".");
            return null;
        }
        if (Field(word) is not FieldValue { Field: var other } operand) { return null; }
        if (other.Type == field.Type) { return operand; }
        Wrong(word, $"'{field.Name}' is {Called(field.Type)} and '{other.Name}' is {Called(other.Type)}, so the two are not compared.", "");
        return null;
    }

    private Operand? Literal(PersonYearField field, Word word)
    {
        switch (field.Type, word.Kind)
        {
            case (FieldType.Number, WordKind.Number): return new NumberValue(word.Number);
            case (FieldType.Money, WordKind.Number or WordKind.Pounds) when word.Number * 100 == decimal.Truncate(word.Number * 100): return new MoneyValue((long)(word.Number * 100));
            case (FieldType.Money, WordKind.Number or WordKind.Pounds):
                Wrong(word, $"'{word.Text}' is not a whole number of pence.", "An amount has at most two decimals.");
                return null;
            case (FieldType.Text, WordKind.Text) when field.OneOf.Count == 0 || field.OneOf.Contains(word.Text): return new TextValue(word.Text);
            case (FieldType.Text, WordKind.Text):
                Wrong(word, $"'{field.Name}' is never \"{word.Text}\".", Nearest.Hint(word.Text, field.OneOf, "values"));
                return null;
            default:
                Wrong(word, $"'{field.Name}' is {Called(field.Type)}, so it is not compared with {Called(word.Kind)}.", field.Type == FieldType.Text ? "Texts stand in quotes." : "");
                return null;
        }
    }

    private static string Called(FieldType type) => type switch
    {
        FieldType.Number => "a number",
        FieldType.Money => "an amount of money",
        FieldType.Text => "text",
        _ => "true or false",
    };

    private static string Called(WordKind kind) => kind switch
    {
        WordKind.Pounds => "an amount of money",
        WordKind.Percent => "a percentage",
        WordKind.Text => "text",
        _ => "a number",
    };

    private Criterion Wrong(Word word, string message, string hint)
    {
        problems.Add(ProblemKinds.ConditionType.At(placeAt(word.At), message, hint));
        return Nothing(word);
    }

    private Everyone Nothing(Word word) => new(placeAt(word.At));
}
