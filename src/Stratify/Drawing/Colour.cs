using System.Globalization;

namespace Stratify.Drawing;

/// <summary>Colours as <c>#rrggbb</c>, and how well one is read on another (WCAG 2.2).</summary>
public static class Colour
{
    public const string Ink = "#212b32", SecondInk = "#4c6272", Grid = "#d8dde0", Axis = "#768692", Pale = "#f0f4f5", White = "#ffffff";

    /// <summary>Red, green and blue, each 0 to 255.</summary>
    public static (int Red, int Green, int Blue) Parse(string colour) => (Part(colour, 1), Part(colour, 3), Part(colour, 5));

    /// <summary>From 1, no difference, to 21, black on white.</summary>
    public static double Contrast(string one, string other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>White or ink, whichever is read better on a background.</summary>
    public static string On(string background) => Contrast(White, background) >= Contrast(Ink, background) ? White : Ink;

    private static double Luminance(string colour)
    {
        var (red, green, blue) = Parse(colour);
        return (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));
    }

    private static double Linear(int part) => part / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static int Part(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
