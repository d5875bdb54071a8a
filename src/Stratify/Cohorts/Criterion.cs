using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>A condition of a cohort, read and checked: true, false or unknown of a person in a year. Every field in it is declared and every value has the type of its field.</summary>
public abstract record Criterion(Place Place)
{
    /// <summary>The criteria directly inside this one.</summary>
    public virtual IReadOnlyList<Criterion> Parts => [];

    /// <summary>The fields that this criterion itself reads, those of its parts left out.</summary>
    public virtual IReadOnlyList<PersonYearField> Reads => [];
}

/// <summary>True of all people.</summary>
public sealed record Everyone(Place Place) : Criterion(Place);

/// <summary>A field of true or false, as it stands.</summary>
public sealed record HasFlag(Place Place, PersonYearField Field) : Criterion(Place)
{
    public override IReadOnlyList<PersonYearField> Reads => [Field];
}

/// <summary>False when one part is false, otherwise unknown when one is unknown.</summary>
public sealed record AllOf(Place Place, IReadOnlyList<Criterion> Items) : Criterion(Place)
{
    public override IReadOnlyList<Criterion> Parts => Items;
}

/// <summary>True when one part is true, otherwise unknown when one is unknown.</summary>
public sealed record AnyOf(Place Place, IReadOnlyList<Criterion> Items) : Criterion(Place)
{
    public override IReadOnlyList<Criterion> Parts => Items;
}

/// <summary>Unknown stays unknown.</summary>
public sealed record Not(Place Place, Criterion Item) : Criterion(Place)
{
    public override IReadOnlyList<Criterion> Parts => [Item];
}

/// <summary>So many of the items are true: at least <paramref name="From"/>, and no more than <paramref name="To"/> if it is given. Unknown while unknown items could change the answer.</summary>
public sealed record CountOf(Place Place, IReadOnlyList<Criterion> Items, int From, int? To) : Criterion(Place)
{
    public override IReadOnlyList<Criterion> Parts => Items;
}

/// <summary>Two operands of one type compared; unknown when one is missing.</summary>
public sealed record Compared(Place Place, Operand Left, Comparison Comparison, Operand Right) : Criterion(Place)
{
    public override IReadOnlyList<PersonYearField> Reads => [.. Left.Reads, .. Right.Reads];
}

/// <summary>The operand is one of the values; unknown when it is missing.</summary>
public sealed record InList(Place Place, Operand Left, IReadOnlyList<Operand> Values) : Criterion(Place)
{
    public override IReadOnlyList<PersonYearField> Reads => Left.Reads;
}

/// <summary>Nothing is recorded in the field. Always true or false.</summary>
public sealed record IsMissing(Place Place, PersonYearField Field) : Criterion(Place)
{
    public override IReadOnlyList<PersonYearField> Reads => [Field];
}

/// <summary>Among the highest <paramref name="Percent"/> of those in whom the field is recorded that year, rounded up to a whole person, ties broken by the order of the register, which no key decides.</summary>
public sealed record InTop(Place Place, PersonYearField Field, decimal Percent) : Criterion(Place)
{
    public override IReadOnlyList<PersonYearField> Reads => [Field];
}

/// <summary>
/// Among the people with the most of a field who together have no more than <paramref name="Percent"/> of its total that year, ties broken by the order
/// of the register. Whoever has none of it, or less than none, has no share; unknown where the field is missing.
/// </summary>
public sealed record InTopOfTotal(Place Place, PersonYearField Field, decimal Percent) : Criterion(Place)
{
    public override IReadOnlyList<PersonYearField> Reads => [Field];
}

public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>What stands on one side of a comparison.</summary>
public abstract record Operand
{
    public virtual IReadOnlyList<PersonYearField> Reads => [];
}

public sealed record FieldValue(PersonYearField Field) : Operand
{
    public override IReadOnlyList<PersonYearField> Reads => [Field];
}

/// <summary>Which percentage of those in whom the field is recorded that year rank below the person, ties broken by the order of the register, which no key decides.</summary>
public sealed record PercentileOf(PersonYearField Field) : Operand
{
    public override IReadOnlyList<PersonYearField> Reads => [Field];
}

public sealed record NumberValue(decimal Number) : Operand;

public sealed record MoneyValue(long Pence) : Operand;

public sealed record TextValue(string Text) : Operand;
