namespace Stratify.Drawing;

/// <summary>
/// Fills shapes on a grid of pixels, anti-aliased: every edge adds the signed area that it covers of each pixel to its right,
/// and a running sum along a line gives the cover of each pixel.
/// </summary>
internal sealed class Raster
{
    private readonly float[] _cover;
    private readonly byte[] _pixels;

    internal Raster(int width, int height)
    {
        Width = width;
        Height = height;
        _cover = new float[(width + 2) * height];
        _pixels = new byte[width * height * 3];
        Array.Fill(_pixels, (byte)255);
    }

    internal int Width { get; }

    internal int Height { get; }

    /// <summary>Red, green, blue, line by line.</summary>
    internal ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Fills closed contours by the non-zero rule, as far as they do not cross themselves.</summary>
    internal void Fill(IEnumerable<IReadOnlyList<(double X, double Y)>> contours, string colour)
    {
        var lines = (First: Height, Last: -1);
        foreach (var contour in contours)
        {
            for (var i = 0; i < contour.Count; i++)
            {
                var (a, b) = (contour[i], contour[(i + 1) % contour.Count]);
                if (a.Y < b.Y) { Edge(a, b, 1, ref lines); }
                else if (a.Y > b.Y) { Edge(b, a, -1, ref lines); }
            }
        }
        Paint(lines, Colour.Parse(colour));
    }

    /// <summary>An edge from its upper end to its lower, cut into lines of pixels.</summary>
    private void Edge((double X, double Y) top, (double X, double Y) bottom, double sign, ref (int First, int Last) lines)
    {
        double from = Math.Max(0, top.Y), to = Math.Min(Height, bottom.Y);
        if (to <= from) { return; }
        var slope = (bottom.X - top.X) / (bottom.Y - top.Y);
        var last = (int)Math.Ceiling(to) - 1;
        for (var line = (int)from; line <= last; line++)
        {
            double upper = Math.Max(from, line), lower = Math.Min(to, line + 1);
            Cover(line, (At(upper), At(lower)), sign * (lower - upper));
        }
        lines = (Math.Min(lines.First, (int)from), Math.Max(lines.Last, last));

        double At(double y) => Math.Clamp(top.X + ((y - top.Y) * slope), 0, Width);
    }

    /// <summary>Spreads a piece of edge over the pixels that it crosses in one line, each by its part of the way and the area to its right.</summary>
    private void Cover(int line, (double From, double To) x, double height)
    {
        double left = Math.Min(x.From, x.To), right = Math.Max(x.From, x.To);
        var row = line * (Width + 2);
        for (var pixel = (int)left; ; pixel++)
        {
            double enter = Math.Max(left, pixel), leave = Math.Min(right, pixel + 1);
            var part = right > left ? height * (leave - enter) / (right - left) : height;
            var before = ((enter + leave) / 2) - pixel;
            _cover[row + pixel] += (float)(part * (1 - before));
            _cover[row + pixel + 1] += (float)(part * before);
            if (leave >= right) { return; }
        }
    }

    private void Paint((int First, int Last) lines, (int Red, int Green, int Blue) colour)
    {
        for (var line = lines.First; line <= lines.Last; line++)
        {
            var row = line * (Width + 2);
            float sum = 0;
            for (var pixel = 0; pixel < Width; pixel++)
            {
                sum += _cover[row + pixel];
                var cover = Math.Min(1, Math.Abs(sum));
                if (cover > 1 / 512f) { Blend(3 * ((line * Width) + pixel), colour, cover); }
            }
            Array.Clear(_cover, row, Width + 2);
        }
    }

    private void Blend(int at, (int Red, int Green, int Blue) colour, float cover)
    {
        _pixels[at] = Towards(_pixels[at], colour.Red, cover);
        _pixels[at + 1] = Towards(_pixels[at + 1], colour.Green, cover);
        _pixels[at + 2] = Towards(_pixels[at + 2], colour.Blue, cover);
    }

    private static byte Towards(byte from, int to, float part) => (byte)(from + ((to - from) * part) + 0.5f);
}
