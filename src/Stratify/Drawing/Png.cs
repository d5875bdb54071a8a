using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Stratify.Drawing;

/// <summary>Draws a picture as PNG, anti-aliased, with no library of the machine's.</summary>
public static class Png
{
    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(static n =>
    {
        var c = (uint)n;
        for (var i = 0; i < 8; i++) { c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1; }
        return c;
    })];

    /// <param name="scale">Pixels of the file to one of the scene; 2 is 192 dots an inch.</param>
    public static byte[] Write(Scene scene, double scale = 2)
    {
        using var raster = new Raster((int)Math.Ceiling(scene.Width * scale), (int)Math.Ceiling(scene.Height * scale));
        foreach (var shape in scene.Shapes) { Draw(raster, shape, scale); }
        return Encode(raster, (int)Math.Round(scale * 96 / 0.0254));
    }

    private static void Draw(Raster raster, Shape shape, double scale)
    {
        switch (shape)
        {
            case RectangleShape it:
                Paint(raster, Scaled(Contours.Rectangle(it.X, it.Y, it.Width, it.Height), scale), (it.Fill, it.Stroke, it.StrokeWidth * scale), closed: true);
                break;
            case CircleShape it:
                Paint(raster, Contours.Circle(it.X * scale, it.Y * scale, it.Radius * scale), (it.Fill, it.Stroke, it.StrokeWidth * scale), closed: true);
                break;
            case PolygonShape it:
                Paint(raster, Scaled(it.Points, scale), (it.Fill, it.Stroke, it.StrokeWidth * scale), closed: it.Fill is not null);
                break;
            case LineShape it:
                IEnumerable<(double, double)[]> stretches = it.Dashes is null ? [[(it.X1, it.Y1), (it.X2, it.Y2)]] : Contours.Dashes((it.X1, it.Y1), (it.X2, it.Y2), it.Dashes);
                foreach (var stretch in stretches) { Paint(raster, Scaled(stretch, scale), (null, it.Stroke, it.StrokeWidth * scale), closed: false); }
                break;
            case TextShape it:
                DrawText(raster, it, scale);
                break;
        }
    }

    private static void Paint(Raster raster, List<(double X, double Y)> points, (string? Fill, string? Stroke, double Width) paint, bool closed)
    {
        if (paint.Fill is not null) { raster.Fill([points], paint.Fill); }
        if (paint.Stroke is null) { return; }
        foreach (var contour in Contours.Stroke(closed ? [.. points, points[0]] : points, paint.Width)) { raster.Fill([contour], paint.Stroke); }
    }

    private static void DrawText(Raster raster, TextShape text, double scale)
    {
        var x = text.Left;
        foreach (var glyph in Font.Get(text.Weight).Glyphs(text.Text))
        {
            var pen = x;
            raster.Fill([.. glyph.Face.Contours(glyph.Glyph).Select(contour => Placed(contour, pen))], text.Colour);
            x += glyph.Advance * text.Size;
        }

        (double X, double Y)[] Placed(IReadOnlyList<(double X, double Y)> contour, double pen)
        {
            var placed = new (double X, double Y)[contour.Count];
            for (var i = 0; i < placed.Length; i++) { placed[i] = ((pen + (contour[i].X * text.Size)) * scale, (text.Y + (contour[i].Y * text.Size)) * scale); }
            return placed;
        }
    }

    private static List<(double X, double Y)> Scaled(IEnumerable<(double X, double Y)> points, double scale) => [.. points.Select(point => (point.X * scale, point.Y * scale))];

    private static byte[] Encode(Raster raster, int dotsPerMetre)
    {
        var file = new MemoryStream();
        file.Write([137, 80, 78, 71, 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), raster.Height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR", header);
        var density = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(density, dotsPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(4), dotsPerMetre);
        density[8] = 1;
        Chunk(file, "pHYs", density);
        Chunk(file, "IDAT", Compress(raster));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(Raster raster)
    {
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var line = 0; line < raster.Height; line++)
            {
                deflate.WriteByte(0);
                deflate.Write(raster.Pixels.Slice(line * raster.Width * 3, raster.Width * 3));
            }
        }
        return packed.ToArray();
    }

    private static void Chunk(Stream file, string tag, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(tag), .. data];
        file.Write(body);
        var crc = ~0u;
        foreach (var value in body) { crc = Crc[(crc ^ value) & 255] ^ (crc >> 8); }
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        file.Write(number);
    }
}
