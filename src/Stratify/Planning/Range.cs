using System.Globalization;
using Stratify.Problems;
using Stratify.Statistics;

namespace Stratify.Planning;

/// <summary>What somebody thinks a number is: the least, the likeliest and the most that it could be. All three the same for a number that is known.</summary>
public sealed record Range(double Least, double Likely, double Most)
{
    public static Range Of(double number) => new(number, number, number);

    public bool IsNothing => Least == 0 && Most == 0;

    /// <summary>A number between the ends, the likeliest most often: a triangular distribution, by the inverse of its cumulative one.</summary>
    public double Draw(Xoshiro random)
    {
        var width = Most - Least;
        if (width <= 0) { return Likely; }
        var (u, below) = (random.NextDouble(), (Likely - Least) / width);
        return u < below ? Least + Math.Sqrt(u * width * (Likely - Least)) : Most - Math.Sqrt((1 - u) * width * (Most - Likely));
    }

    /// <summary>One number, or three from the least to the most.</summary>
    /// <param name="scale">What a number of the file is multiplied by, once it was found to lie in the bounds.</param>
    internal static Range? Read(YamlFields fields, string key, (double From, double To) bounds, double scale = 1)
    {
        if (fields.Node(key) is not { } node) { return null; }
        List<YamlNode> nodes = node is YamlList list ? [.. list.Items] : [node];
        var numbers = nodes.Select(item => item is YamlText { Value: var text } && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= bounds.From && number <= bounds.To ? number : double.NaN).ToList();
        if (numbers.Count is not (1 or 3) || numbers.Exists(double.IsNaN) || !numbers.Order().SequenceEqual(numbers))
        {
            fields.Wrong(node, string.Create(CultureInfo.InvariantCulture, $"'{key}' must be a number from {bounds.From} to {bounds.To}, or three of them: the least, the likeliest and the most that it could be."));
            return null;
        }
        return new Range(numbers[0] * scale, numbers[numbers.Count / 2] * scale, numbers[^1] * scale);
    }
}
