using Stratify.Drawing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

public sealed class DrawingPngSpec
{
    [Test]
    public void A_picture_is_drawn_at_two_pixels_to_one_and_says_192_dots_an_inch()
    {
        var png = new PngFile(Png.Write(DrawingSvgSpec.Picture()));

        Assert.Multiple(() =>
        {
            Assert.That((png.Width, png.Height), Is.EqualTo((401, 200)));
            Assert.That(png.Density, Is.EqualTo(192).Within(0.01));
            Assert.That(png.Chunks.Select(chunk => chunk.Tag), Is.EqualTo(new[] { "IHDR", "pHYs", "IDAT", "IEND" }));
        });
    }

    [Test]
    public void Colours_stand_where_they_were_put()
    {
        var scene = new Scene(20, 20, "t", "a");
        scene.Rectangle(2, 2, 10, 10, "#12436d");
        scene.Add(new CircleShape(14, 14, 4, "#f46a25"));
        var png = new PngFile(Png.Write(scene));

        Assert.Multiple(() =>
        {
            Assert.That(png[0, 0], Is.EqualTo((255, 255, 255)));
            Assert.That(png[3, 10], Is.EqualTo((255, 255, 255)));
            Assert.That(png[4, 4], Is.EqualTo((0x12, 0x43, 0x6d)));
            Assert.That(png[19, 19], Is.EqualTo((0x12, 0x43, 0x6d)).Or.EqualTo((0xf4, 0x6a, 0x25)));
            Assert.That(png[28, 28], Is.EqualTo((0xf4, 0x6a, 0x25)));
            Assert.That(png[37, 37], Is.EqualTo((255, 255, 255)));
        });
    }

    /// <summary>A pixel that black covers by a part is darkened by that part: half is 128 of 255, a quarter 191.</summary>
    [TestCase(1.5, 1, 2, 2, 127.5)]
    [TestCase(1.5, 1.5, 2, 2, 191.25)]
    [TestCase(1, 1.25, 3, 3, 63.75)]
    [TestCase(1, 1, 1.1, 3, 229.5)]
    public void A_pixel_that_is_covered_in_part_is_painted_in_part(double x, double y, double right, double bottom, double grey)
    {
        var scene = new Scene(4, 4, "t", "a");
        scene.Rectangle(x, y, right - x, bottom - y, "#000000");
        var png = new PngFile(Png.Write(scene, scale: 1));

        Assert.That(png[1, 1].Red, Is.EqualTo(grey).Within(1));
    }

    [Test]
    public void Areas_of_shapes_are_those_of_geometry()
    {
        var circle = new Scene(60, 60, "t", "a");
        circle.Add(new CircleShape(30.3, 29.7, 20, "#000000"));
        var triangle = new Scene(60, 60, "t", "a");
        triangle.Add(new PolygonShape([(5.5, 5), (50, 12), (20, 55.5)], "#000000"));
        var line = new Scene(60, 60, "t", "a");
        line.Line(10, 10, 40, 50, "#000000", 3);

        Assert.Multiple(() =>
        {
            Assert.That(new PngFile(Png.Write(circle, 1)).Ink, Is.EqualTo(Math.PI * 400).Within(5));
            // Half of |44.5 × 50.5 − 14.5 × 7|.
            Assert.That(new PngFile(Png.Write(triangle, 1)).Ink, Is.EqualTo(((44.5 * 50.5) - (14.5 * 7)) / 2).Within(1));
            Assert.That(new PngFile(Png.Write(line, 1)).Ink, Is.EqualTo(150).Within(1), "50 long, 3 wide");
        });
    }

    /// <summary>4 drawn and 4 left out over 40 pixels of length, 2 wide: 40.</summary>
    [Test]
    public void A_dashed_line_is_left_out_where_its_pattern_says()
    {
        var scene = new Scene(60, 20, "t", "a");
        scene.Add(new LineShape(10, 10, 50, 10, "#000000", 2, [4, 4]));
        var png = new PngFile(Png.Write(scene, 1));

        Assert.Multiple(() =>
        {
            Assert.That(png.Ink, Is.EqualTo(40).Within(0.1));
            Assert.That((png[11, 9].Red, png[15, 9].Red, png[19, 9].Red), Is.EqualTo((0, 255, 0)));
        });
    }

    [Test]
    public void A_shape_that_leaves_the_picture_is_cut_at_its_edge()
    {
        var scene = new Scene(10, 10, "t", "a");
        scene.Rectangle(-5, -5, 10, 10, "#000000");
        scene.Add(new CircleShape(30, 30, 5, "#000000"));
        scene.Rectangle(8, 3, 50, 2, "#000000");

        Assert.That(new PngFile(Png.Write(scene, 1)).Ink, Is.EqualTo(25 + 4).Within(0.1));
    }

    [Test]
    public void Text_is_drawn_inside_the_place_that_was_measured_for_it()
    {
        var scene = new Scene(200, 40, "t", "a");
        scene.Text(100, 28, "Gŵyn HHH", 20, 700, "#000000", Anchor.Middle);
        var png = new PngFile(Png.Write(scene, 1));
        var half = Font.Get(700).Measure("Gŵyn HHH", 20) / 2;
        var columns = Enumerable.Range(0, png.Width).Where(x => Enumerable.Range(0, png.Height).Any(y => png[x, y].Red < 128)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(columns[0], Is.InRange(100 - half, 100 - half + 4));
            Assert.That(columns[^1], Is.InRange(100 + half - 4, 100 + half));
            // The counter of a letter is not filled: a bold H of 20 pixels leaves white between its stems.
            Assert.That(png.Ink, Is.InRange(250, 700));
        });
    }

    [Test]
    public void The_same_picture_is_the_same_bytes()
    {
        var first = Png.Write(DrawingSvgSpec.Picture());

        Assert.That(Png.Write(DrawingSvgSpec.Picture()), Is.EqualTo(first));
    }
}
