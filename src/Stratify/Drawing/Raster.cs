using System.Buffers;
using System.Runtime.CompilerServices;

namespace Stratify.Drawing;

/// <summary>
/// Fills shapes on a grid of pixels, anti-aliased: every edge adds the signed area that it covers of each pixel to its right,
/// and a running sum along a line gives the cover of each pixel. Only the box round a shape is gone through: a letter is a few hundred
/// pixels of a million. What goes over every pixel is compiled for speed at once, as a picture is over before it would have been otherwise.
/// </summary>
internal sealed class Raster : IDisposable
{
    /// <summary>Numbers for as many lines at once as stay near the processor.</summary>
    private const int Near = 1 << 14;

    private readonly byte[] _pixels;
    private readonly float[] _covers;

    internal Raster(int width, int height)
    {
        Width = width;
        Height = height;
        _pixels = ArrayPool<byte>.Shared.Rent(width * height * 3);
        _pixels.AsSpan(0, width * height * 3).Fill(255);
        _covers = new float[Math.Max(Near, width + Box.Beyond)];
    }

    internal int Width { get; }

    internal int Height { get; }

    /// <summary>Red, green, blue, line by line.</summary>
    internal ReadOnlySpan<byte> Pixels => _pixels.AsSpan(0, Width * Height * 3);

    /// <summary>Fills closed contours by the non-zero rule, as far as they do not cross themselves.</summary>
    internal void Fill(IReadOnlyList<IReadOnlyList<(double X, double Y)>> contours, string colour)
    {
        var (paint, whole) = (Colour.Parse(colour), Box.Round(contours, Width, Height));
        if (whole.Lines <= 0) { return; }
        var most = _covers.Length / whole.Stride;
        for (var line = 0; line < whole.Lines; line += most)
        {
            var band = whole with { Top = whole.Top + line, Lines = Math.Min(most, whole.Lines - line) };
            _covers.AsSpan(0, band.Lines * band.Stride).Clear();
            foreach (var contour in contours) { Outline(contour, band); }
            Paint(band, paint);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_pixels);

    private void Outline(IReadOnlyList<(double X, double Y)> contour, Box band)
    {
        for (var i = 0; i < contour.Count; i++)
        {
            var (a, b) = (contour[i], contour[i + 1 == contour.Count ? 0 : i + 1]);
            if (a.Y < b.Y) { Edge(band, (a, b), 1); }
            else if (a.Y > b.Y) { Edge(band, (b, a), -1); }
        }
    }

    /// <summary>An edge from its upper end to its lower, cut into lines of pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Edge(Box band, ((double X, double Y) Top, (double X, double Y) Bottom) edge, double sign)
    {
        double from = Math.Max(0, edge.Top.Y), to = Math.Min(Height, edge.Bottom.Y);
        if (to <= from) { return; }
        var slope = (edge.Bottom.X - edge.Top.X) / (edge.Bottom.Y - edge.Top.Y);
        var last = Math.Min((int)Math.Ceiling(to), band.Top + band.Lines) - 1;
        for (var line = Math.Max((int)from, band.Top); line <= last; line++)
        {
            double upper = Math.Max(from, line), lower = Math.Min(to, line + 1);
            var start = Math.Clamp(edge.Top.X + ((upper - edge.Top.Y) * slope), 0, Width);
            var end = Math.Clamp(edge.Top.X + ((lower - edge.Top.Y) * slope), 0, Width);
            Cover(_covers.AsSpan((line - band.Top) * band.Stride, band.Stride), band.Left, (Math.Min(start, end), Math.Max(start, end)), sign * (lower - upper));
        }
    }

    /// <summary>Spreads a piece of edge over the pixels that it crosses in one line, each by its part of the way and the area to its right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cover(Span<float> line, int first, (double Left, double Right) x, double height)
    {
        for (var pixel = unchecked((int)x.Left); ; pixel++)
        {
            double enter = Math.Max(x.Left, pixel), leave = Math.Min(x.Right, pixel + 1);
            var part = x.Right > x.Left ? height * (leave - enter) / (x.Right - x.Left) : height;
            var before = ((enter + leave) / 2) - pixel;
            line[pixel - first] += (float)(part * (1 - before));
            line[pixel - first + 1] += (float)(part * before);
            if (leave >= x.Right) { return; }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Paint(Box band, (int Red, int Green, int Blue) colour)
    {
        // Right of the box the sum is nothing again, as every contour is closed.
        var width = Math.Max(0, Math.Min(band.Stride, Width - band.Left));
        for (var line = 0; line < band.Lines; line++)
        {
            var cover = _covers.AsSpan(line * band.Stride, width);
            var pixels = _pixels.AsSpan(3 * (((band.Top + line) * Width) + band.Left), 3 * width);
            float sum = 0;
            for (int at = 0, alike; at < cover.Length; at += alike)
            {
                sum += cover[at];
                // As far as no edge adds anything, pixels are covered alike.
                var edge = cover[(at + 1)..].IndexOfAnyExcept(0f);
                alike = edge < 0 ? cover.Length - at : edge + 1;
                var part = Math.Min(1, Math.Abs(sum));
                if (part > 1 / 512f) { Blend(pixels.Slice(3 * at, 3 * alike), colour, part); }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blend(Span<byte> pixels, (int Red, int Green, int Blue) colour, float cover)
    {
        for (var at = 0; at < pixels.Length; at += 3)
        {
            pixels[at] = Towards(pixels[at], colour.Red, cover);
            pixels[at + 1] = Towards(pixels[at + 1], colour.Green, cover);
            pixels[at + 2] = Towards(pixels[at + 2], colour.Blue, cover);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Towards(byte from, int to, float part) => unchecked((byte)(from + ((to - from) * part) + 0.5f));

    /// <summary>The lines and pixels that contours lie on, cut at the picture's edges.</summary>
    /// <param name="Stride">Pixels in a line, and another: what an edge adds reaches one pixel to its right.</param>
    private readonly record struct Box(int Top, int Lines, int Left, int Stride)
    {
        internal const int Beyond = 3;

        internal static Box Round(IReadOnlyList<IReadOnlyList<(double X, double Y)>> contours, int width, int height)
        {
            double left = width, right = 0, top = height, bottom = 0;
            foreach (var contour in contours)
            {
                for (var i = 0; i < contour.Count; i++)
                {
                    var (x, y) = contour[i];
                    (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
                }
            }
            // A pixel more on either side: an edge's place on a line is calculated, and may be beyond its end by the last digit.
            int first = Math.Max(0, (int)Math.Clamp(left, 0, width) - 1), line = (int)Math.Clamp(top, 0, height);
            return new Box(line, (int)Math.Ceiling(Math.Clamp(bottom, 0, height)) - line, first, (int)Math.Clamp(right, 0, width) + Beyond - first);
        }
    }
}
