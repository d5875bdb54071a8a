using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Stratify.Model;

namespace Stratify.Tests.Support;

/// <summary>Generates conditions of the cohort language, as text.</summary>
public static class CohortConditions
{
    private static readonly string[] Texts = ["a", "O'Brien", "it''s", "it's", "\"", "", "--", "é"];
    private static readonly string[] Signs = ["=", "<>", "<", "<=", ">", ">="];

    /// <summary>A condition whose brackets are nested no deeper than this.</summary>
    public static Gen<string> Of(int depth) => Of(depth, counts: true);

    /// <summary>Conditions of any depth up to this; shallow ones are the most.</summary>
    public static Gen<string> OfAnyDepth(int depth) => Gen.Frequency(Enumerable.Range(0, depth + 1).Select(level => (1 << (depth - level), Of(level))));

    private static Gen<string> Of(int depth, bool counts)
    {
        if (depth == 0) { return Leaf(); }
        var part = Of(depth - 1, counts);
        var uncounted = Of(depth - 1, counts: false);
        var forms = new List<Gen<string>>
        {
            Leaf(),
            from a in part from b in part from word in Gen.Elements("and", "or") select $"({a} {word} {b})",
            from a in part select $"not ({a})",
            from word in Gen.Elements("any", "all", "none") from items in List(part) select $"{word} of ({items})",
        };
        if (counts)
        {
            forms.Add(from items in List(uncounted) from sign in Gen.Elements(Signs) from n in Gen.Choose(0, 4) select $"count of ({items}) {sign} {n}");
            forms.Add(from items in List(uncounted) from a in Gen.Choose(0, 2) from more in Gen.Choose(0, 2) select $"count of ({items}) between {a} and {a + more}");
        }
        return Gen.OneOf(forms);
    }

    private static Gen<string> List(Gen<string> item) => from n in Gen.Choose(1, 4) from items in item.ArrayOf(n) select string.Join(", ", items);

    private static Gen<PersonYearField> Field(params FieldType[] types) => Gen.Elements(PersonYearFields.All.Where(field => types.Contains(field.Type)));

    private static Gen<string> Not => Gen.Elements("", "not ");

    private static Gen<string> Leaf() => Gen.OneOf(
        Gen.Constant("everyone"),
        Field(FieldType.Flag).Select(field => field.Name),
        from field in Field(FieldType.Number, FieldType.Money) from sign in Gen.Elements(Signs) from value in Value(field) select $"{field.Name} {sign} {value}",
        from field in Field(FieldType.Number) from sign in Gen.Elements(Signs) from other in Field(FieldType.Number) select $"{field.Name} {sign} {other.Name}",
        from field in Field(FieldType.Number) from not in Not from a in Gen.Choose(0, 3) from b in Gen.Choose(3, 6) select $"{field.Name} {not}between {a} and {b}",
        from field in Field(FieldType.Number, FieldType.Money, FieldType.Text) from not in Not from items in List(Value(field)) select $"{field.Name} {not}in ({items})",
        from field in Field(FieldType.Text) from not in Not from value in Value(field) select $"{field.Name} is {not}{value}",
        from field in Gen.Elements(PersonYearFields.All.AsEnumerable()) from not in Not select $"{field.Name} is {not}missing",
        from field in Field(FieldType.Number, FieldType.Money) from not in Not from percent in Gen.Elements("0.5", "5", "33.3", "50", "100") select $"{field.Name} {not}in top {percent}%",
        from field in Gen.Elements(PersonYearFields.All.Where(field => field.AddsUp)) from not in Not from percent in Gen.Elements("0.5", "33.3", "50", "100") select $"{field.Name} {not}in top {percent}% of total",
        from field in Field(FieldType.Number, FieldType.Money) from sign in Gen.Elements(Signs) from value in Gen.Choose(0, 100) select $"{field.Name} percentile {sign} {value}");

    private static Gen<string> Value(PersonYearField field) => (field.Type, field.OneOf.Count) switch
    {
        (FieldType.Number, _) => Gen.Elements("0", "1", "2", "2.5", "3", "4", "-1", "65"),
        (FieldType.Money, _) => Gen.Elements("0", "£1", "0.01", "£2.50", "£3,000", "-£1"),
        (_, 0) => Gen.Elements("\"a\"", "'a'", "\"O'Brien\"", "\"it''s\"", "\"\"\"\"", "\"\"", "\"--\"", "\"é\""),
        _ => Gen.Elements(field.OneOf.Select(text => $"\"{text}\"")),
    };

    /// <summary>Generates people of whom a fifth of the facts are missing, with few different values so that comparisons meet.</summary>
    public static class People
    {
        public static IReadOnlyList<MadeUp> Sample(int count, int seed)
        {
            var draws = Gen.Choose(0, 99).ArrayOf(PersonYearFields.All.Count * 2).Sample(count, new Rnd((ulong)seed, 1), 10).ToList();
            return [.. draws.Select((draw, i) => new MadeUp(
                i + 1,
                string.Create(CultureInfo.InvariantCulture, $"p{(i * 7919) % 1000:000}"),
                i % 2 == 0 ? "2024/25" : "2023/24",
                PersonYearFields.All.Select((field, f) => (field.Name, Missing: draw[2 * f] < 20, Value: Value(field, draw[(2 * f) + 1])))
                    .Where(fact => !fact.Missing)
                    .ToDictionary(fact => fact.Name, fact => fact.Value)))];
        }

        private static object Value(PersonYearField field, int draw) => (field.Type, field.Name) switch
        {
            (FieldType.Flag, _) => draw < 40,
            (FieldType.Money, _) => (decimal)(draw < 30 ? 0 : draw < 40 ? -100 : draw < 50 ? 1 : draw < 60 ? 250 : draw * 4000),
            (FieldType.Number, "age") => (decimal)draw,
            (FieldType.Number, "care_weeks") => draw % 8 * 0.5m,
            (FieldType.Number, _) => (decimal)(draw % 6),
            _ when field.OneOf.Count > 0 => field.OneOf[draw % field.OneOf.Count],
            _ => Texts[draw % Texts.Length],
        };
    }
}
