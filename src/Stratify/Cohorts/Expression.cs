using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>A condition on a person-year: true, false, or unknown where what it asks for was never recorded.</summary>
public abstract record Expression(Place Place);

/// <summary>True of everybody.</summary>
public sealed record Everyone(Place Place) : Expression(Place);

/// <summary>A flag named alone: <c>dementia</c>.</summary>
public sealed record Flag(Place Place, Field Field) : Expression(Place);

public sealed record Not(Place Place, Expression Inner) : Expression(Place);

public sealed record And(Place Place, IReadOnlyList<Expression> Parts) : Expression(Place);

public sealed record Or(Place Place, IReadOnlyList<Expression> Parts) : Expression(Place);

/// <summary>How many of some flags are true, compared with a number: <c>count of (copd, asthma, ckd) &gt;= 2</c>.</summary>
public sealed record CountOf(Place Place, IReadOnlyList<Field> Flags, string Operator, decimal Number) : Expression(Place);

/// <summary>A number or an amount compared with another.</summary>
/// <param name="Operator">One of = &lt;&gt; &lt; &lt;= &gt; &gt;=.</param>
/// <param name="Number">Pounds when the field is money.</param>
public sealed record CompareNumber(Place Place, Field Field, string Operator, decimal Number) : Expression(Place);

/// <summary>Both ends included.</summary>
public sealed record Between(Place Place, Field Field, decimal From, decimal To) : Expression(Place);

/// <summary>Text that is one of some, compared letter by letter.</summary>
public sealed record TextIn(Place Place, Field Field, IReadOnlyList<string> Texts) : Expression(Place);

public sealed record NumberIn(Place Place, Field Field, IReadOnlyList<decimal> Numbers) : Expression(Place);

/// <summary>Never recorded: the one condition that is never unknown.</summary>
public sealed record Missing(Place Place, Field Field) : Expression(Place);

/// <summary>Among the ceiling of a percentage of the year's people with most of something; ties go by pseudonym.</summary>
public sealed record InTop(Place Place, Field Field, decimal Percent) : Expression(Place);

/// <summary>Walks over an expression.</summary>
public static class Expressions
{
    /// <summary>The fields that it names.</summary>
    public static IEnumerable<Field> Fields(Expression expression) => expression switch
    {
        Flag flag => [flag.Field],
        Not not => Fields(not.Inner),
        And and => and.Parts.SelectMany(Fields),
        Or or => or.Parts.SelectMany(Fields),
        CountOf count => count.Flags,
        CompareNumber compare => [compare.Field],
        Between between => [between.Field],
        TextIn text => [text.Field],
        NumberIn number => [number.Field],
        Missing missing => [missing.Field],
        InTop top => [top.Field],
        _ => [],
    };
}
