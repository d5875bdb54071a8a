using System.Globalization;

namespace Stratify.Results;

/// <summary>What a published number counts or measures; decides its rounding and how it is printed.</summary>
public enum Unit
{
    /// <summary>A name or label.</summary>
    Text,
    /// <summary>People or things done for people: hidden when few, else rounded.</summary>
    Count,
    /// <summary>Lines of files, which are nobody: exact.</summary>
    Rows,
    /// <summary>Money of a group, whole pounds.</summary>
    Pounds,
    /// <summary>Money a person, whole pounds from £100, else three figures.</summary>
    PoundsEach,
    /// <summary>A part of one, three decimals.</summary>
    Share,
    /// <summary>A mean or coefficient, two decimals.</summary>
    Number,
    /// <summary>A place in an order.</summary>
    Rank,
}

/// <summary>One cell of a published table: exactly one of a value, hidden, a true zero, not applicable, or text.</summary>
public abstract record Cell
{
    /// <summary>As in a CSV file: the invariant number, <c>[c]</c> for hidden, <c>[z]</c> for not applicable.</summary>
    public abstract string Csv { get; }

    public bool IsHidden => this is HiddenCell;

    /// <summary>The number, or null when there is none to see.</summary>
    public double? Number => this switch { ValueCell value => (double)value.Value, ZeroCell => 0, _ => null };
}

/// <summary>A number that may be seen, already rounded.</summary>
public sealed record ValueCell(decimal Value) : Cell
{
    public override string Csv => Value.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>A number that may not be seen, for it would say something of a few people.</summary>
public sealed record HiddenCell : Cell
{
    public static readonly HiddenCell Instance = new();

    public override string Csv => "[c]";
}

/// <summary>Nobody and nothing: safe to say, and never the same as hidden.</summary>
public sealed record ZeroCell : Cell
{
    public static readonly ZeroCell Instance = new();

    public override string Csv => "0";
}

/// <summary>There is nothing to measure, such as the mean cost of nobody.</summary>
public sealed record NotApplicableCell : Cell
{
    public static readonly NotApplicableCell Instance = new();

    public override string Csv => "[z]";
}

public sealed record TextCell(string Text) : Cell
{
    public override string Csv => Text;
}
