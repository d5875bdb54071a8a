namespace Stratify.Model;

/// <summary>What the cost of an event can rest on, and which comes first. What none of them tells is unpriced: it is counted, and costs nothing.</summary>
public static class CostBases
{
    /// <summary>The two ways to cost: as a standard, so that places compare, or as it is paid.</summary>
    public const string Standard = "standard", Paid = "paid";

    private const string Carried = "carried", Rate = "rate", Price = "price", Average = "average";

    public static IReadOnlyList<string> Ways { get; } = [Standard, Paid];

    /// <summary>The basis that is tried first stands first.</summary>
    /// <param name="way">One of <see cref="Ways"/>.</param>
    public static IReadOnlyList<string> Order(Setting setting, string way) =>
        way == Standard && setting.HasNationalPrice ? [Price, Carried, Rate, Average] : [Carried, Rate, Price, Average];

    /// <summary>A basis in a few words.</summary>
    public static string Says(string basis) => basis switch
    {
        Carried => "cost given by the sender",
        Rate => "unit cost × units × weeks, given by the sender",
        Price => "price book",
        Average => "average of the setting",
        _ => "no price",
    };
}
