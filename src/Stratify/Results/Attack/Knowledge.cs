using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Results.Attack;

/// <summary>A cell of a published table.</summary>
public sealed record CellPlace(Quantity Quantity, int Row);

/// <summary>A number that tables tell of, or would if it were not hidden.</summary>
/// <param name="Bounds">What the cells that can be seen leave open.</param>
/// <param name="IsSeen">Whether any cell shows it.</param>
public sealed record Known(string Name, Between Bounds, bool IsSeen, IReadOnlyList<CellPlace> Places)
{
    /// <summary>Hidden where it is told of, as opposed to told of nowhere.</summary>
    public bool IsHidden => !IsSeen && Places.Count > 0;

    public bool IsPounds => Name.StartsWith("pounds", StringComparison.Ordinal);
}

/// <summary>One number that is the sum of others, by their names.</summary>
public sealed record Whole(string Name, IReadOnlyList<string> Parts);

/// <summary>All that published tables tell of people and pounds: each number once, whichever tables show it, and what adds up to what.</summary>
public sealed record Knowledge(DisclosureRule Rule, IReadOnlyDictionary<string, Known> Numbers, IReadOnlyList<Whole> Wholes)
{
    /// <param name="onlyFewAreHidden">
    /// Whether the attacker knows that no number is hidden for another's sake, as in tables of numbers that add up to nothing, so that each that is hidden is of
    /// few people. Where guards hide others too, nobody can know it.
    /// </param>
    public static Knowledge Of(ResultSet results, bool onlyFewAreHidden = false)
    {
        var told = new Dictionary<string, Known>(StringComparer.Ordinal);
        var wholes = new Dictionary<string, Whole>(StringComparer.Ordinal);
        foreach (var quantity in Quantities.All)
        {
            if (results.Find(quantity.Table) is not { } table || !table.Has(quantity.Column)) { continue; }
            foreach (var row in quantity.Rows(table)) { Tell(told, Cell(quantity, table, row, (results.Rule, onlyFewAreHidden))); }
            foreach (var whole in quantity.AddsUpOver.SelectMany(over => Sums(quantity, table, over))) { wholes[$"{whole.Name} = {string.Join(" + ", whole.Parts)}"] = whole; }
        }
        foreach (var whole in results.Find("setting_combinations") is { } combinations ? Users(combinations) : []) { wholes[whole.Name] = whole; }
        foreach (var name in wholes.Values.Select(whole => whole.Name).Where(name => !told.ContainsKey(name)).ToList()) { told[name] = new Known(name, new Between(0, double.PositiveInfinity), false, []); }
        foreach (var whole in wholes.Values) { SameAsWhole(whole, told); }
        return new Knowledge(results.Rule, told, [.. wholes.Values]);
    }

    /// <summary>Where nobody is in any other part, a part is the whole, and what is published of the one is said of the other: it is no secret that a sum gives away.</summary>
    private static void SameAsWhole(Whole whole, Dictionary<string, Known> told)
    {
        var some = whole.Parts.Where(part => told[part].Bounds.Upper > 0).ToList();
        if (some is [var part] && told[whole.Name] is { IsSeen: true } all && !told[part].IsSeen) { told[part] = told[part] with { IsSeen = true, Bounds = all.Bounds }; }
    }

    private static void Tell(Dictionary<string, Known> told, Known cell)
    {
        if (!told.TryGetValue(cell.Name, out var before)) { told[cell.Name] = cell; return; }
        // Two figures of one group may each be rounded; where they leave nothing in common, they are not of one group after all, and the first stands.
        var bounds = new Between(Math.Max(before.Bounds.Lower, cell.Bounds.Lower), Math.Min(before.Bounds.Upper, cell.Bounds.Upper));
        told[cell.Name] = before with { Bounds = bounds.Width < 0 ? before.Bounds : bounds, IsSeen = before.IsSeen || cell.IsSeen, Places = [.. before.Places, .. cell.Places] };
    }

    private static Known Cell(Quantity quantity, ResultTable table, int row, (DisclosureRule Rule, bool OnlyFew) by)
    {
        var cell = table[row, quantity.Column];
        var bounds = (quantity.People, cell) switch
        {
            (_, ZeroCell) => new Between(0, 0),
            (null, ValueCell value) => Counts(value, by.Rule),
            ({ } people, ValueCell value) when table[row, people] is ValueCell count => Pounds((double)value.Value, (double)count.Value, quantity.IsMean, Counts(count, by.Rule)),
            (null, HiddenCell) => new Between(1, by.OnlyFew ? by.Rule.Least - 1 : double.PositiveInfinity),
            _ => new Between(0, double.PositiveInfinity),
        };
        return new Known(quantity.Name(table, row), bounds, cell is not HiddenCell && double.IsFinite(bounds.Upper), cell is NotApplicableCell or TextCell ? [] : [new CellPlace(quantity, row)]);
    }

    private static Between Counts(ValueCell cell, DisclosureRule rule) => new(Math.Max((double)cell.Value - (rule.Base / 2), rule.Least), (double)cell.Value + ((rule.Base - 1) / 2));

    /// <summary>A total is the published mean times the published count, so that it tells no more than the two: the true one is a mean that rounds so times a count that does.</summary>
    private static Between Pounds(double value, double count, bool isMean, Between people)
    {
        var mean = isMean ? value : value / count;
        var half = (Math.Abs(mean) < 10 ? 0.01 : Math.Abs(mean) < 100 ? 0.1 : 1) / 2 + (isMean ? 0 : 0.5 / count);
        var (least, most) = (mean - half, mean + half);
        // Credits can make the cost of a group less than nothing.
        return new Between(least * (least < 0 ? people.Upper : people.Lower), most * (most < 0 ? people.Lower : people.Upper));
    }

    private static IEnumerable<Whole> Sums(Quantity quantity, ResultTable table, IReadOnlyList<string> over) =>
        from row in quantity.Rows(table)
        where quantity.IsPart(table, row)
        group quantity.Name(table, row) by Key(quantity, table, row, over) into whole
        let parts = whole.Distinct().ToList()
        select new Whole(whole.Key.Name, parts);

    /// <summary>Ways of adding up that have the same whole are apart where they leave several labels out, as each scheme holds everyone again.</summary>
    private static (string Name, string Way) Key(Quantity quantity, ResultTable table, int row, IReadOnlyList<string> over) =>
        (quantity.Name(table, row, over), string.Join(", ", quantity.Labels.Where(label => over.Contains(label.Label) && label.Label is "scheme" or "kind").Select(label => over.Contains(label.Label) ? table.Text(row, label.Column) : "")));

    /// <summary>Who uses a setting uses it in one combination with others.</summary>
    private static IEnumerable<Whole> Users(ResultTable combinations) =>
        from row in Enumerable.Range(0, combinations.Rows.Count)
        from setting in combinations.Text(row, "settings").Split('+')
        where Setting.All.Any(known => known.Name == setting)
        let year = combinations.Text(row, "year")
        group $"people of combination {combinations.Text(row, "settings")}, year {year}" by $"users of setting {setting}, year {year}" into users
        select new Whole(users.Key, [.. users]);
}
