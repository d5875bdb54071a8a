using System.Xml.Linq;
using Stratify.Drawing;

namespace Stratify.Tests.Spec;

public sealed class DrawingSvgSpec
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    [Test]
    public void A_file_is_a_whole_document_with_a_role_a_name_and_a_description()
    {
        var svg = XDocument.Parse(Svg.File(Picture(), "c1")).Root!;

        Assert.Multiple(() =>
        {
            Assert.That(svg.Name, Is.EqualTo(Namespace + "svg"));
            Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("img"));
            Assert.That(svg.Attribute("aria-labelledby")!.Value.Split(' '), Is.EqualTo(new[] { svg.Element(Namespace + "title")!.Attribute("id")!.Value, svg.Element(Namespace + "desc")!.Attribute("id")!.Value }));
            Assert.That(svg.Element(Namespace + "title")!.Value, Is.EqualTo("Cost & \"care\" <2024>"));
            Assert.That(svg.Element(Namespace + "desc")!.Value, Is.EqualTo("What it shows."));
            Assert.That(svg.Attribute("viewBox")!.Value, Is.EqualTo("0 0 200.5 100"));
        });
    }

    [Test]
    public void Shapes_keep_their_places_and_text_stays_text()
    {
        var svg = XDocument.Parse(Svg.File(Picture(), "c1")).Root!;

        Assert.Multiple(() =>
        {
            Assert.That(svg.Elements().Select(element => element.Name.LocalName), Is.EqualTo(new[] { "title", "desc", "style", "rect", "line", "circle", "polygon", "polyline", "text", "text" }));
            Assert.That(svg.Element(Namespace + "rect")!.ToString(), Does.Contain("x=\"0\" y=\"1.33\" width=\"50\" height=\"20\" fill=\"#12436d\""));
            Assert.That(svg.Element(Namespace + "line")!.Attribute("stroke-dasharray")!.Value, Is.EqualTo("4 2.5"));
            Assert.That(svg.Elements(Namespace + "text").Select(text => (text.Value, text.Attribute("text-anchor")?.Value, text.Attribute("font-weight")?.Value)),
                Is.EqualTo(new (string, string?, string?)[] { ("a < b & \"c\" Gŵyn", null, null), ("£1,234", "end", "700") }));
        });
    }

    [Test]
    public void Nothing_outside_the_file_is_asked_for()
    {
        var svg = Svg.File(Picture(), "c1");

        Assert.Multiple(() =>
        {
            Assert.That(XDocument.Parse(svg).Descendants().SelectMany(element => element.Attributes()).Select(attribute => attribute.Name.LocalName), Has.None.EqualTo("href").And.None.EqualTo("src"));
            Assert.That(svg.Split("url(").Skip(1).Select(rest => rest[..10]), Is.All.EqualTo("data:font/"));
            Assert.That(svg.Replace(Namespace.NamespaceName, "", StringComparison.Ordinal), Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("@import"));
        });
    }

    /// <summary>The extended Latin file is carried only where a letter needs it.</summary>
    [Test]
    public void A_file_carries_the_fonts_that_it_uses()
    {
        var plain = new Scene(100, 50, "t", "a");
        plain.Text(10, 20, "plain", weight: 600);

        Assert.That((Svg.File(Picture(), "c").Split("@font-face").Length - 1, Svg.File(plain, "c").Split("@font-face").Length - 1), Is.EqualTo((4, 1)));
    }

    [Test]
    public void The_same_picture_is_the_same_text_and_its_ids_begin_as_told()
    {
        var first = Svg.File(Picture(), "c1");

        Assert.Multiple(() =>
        {
            Assert.That(Svg.File(Picture(), "c1"), Is.EqualTo(first));
            Assert.That(Svg.Inline(Picture(), "p7"), Does.Contain("id=\"p7-t\"").And.Contain("id=\"p7-d\"").And.Not.Contain("xmlns"));
            Assert.That(() => XDocument.Parse(Svg.Inline(Picture(), "p7")), Throws.Nothing);
        });
    }

    [Test]
    public void A_framed_picture_has_its_title_above_and_its_source_below_and_no_fault()
    {
        var scene = new Scene(400, 100, "Half of all spending is for one person in twenty, and it has been so for years wherever anybody looked", "a");
        scene.Text(10, 50, "inside");
        var framed = scene.Framed("Share of cost by share of people, invented place, 2024/25", "Source: invented people.");
        var texts = framed.Shapes.OfType<TextShape>().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(Lint.Check(framed), Is.Empty);
            Assert.That(texts.Select(text => text.Y), Is.Ordered);
            Assert.That(texts[^1].Text, Is.EqualTo("Source: invented people."));
            Assert.That(texts.Single(text => text.Text == "inside").X, Is.EqualTo(34));
        });
    }

    internal static Scene Picture()
    {
        var scene = new Scene(200.5, 100, "Cost & \"care\" <2024>", "What it shows.");
        scene.Rectangle(-0.001, 1.333, 50, 20, "#12436d");
        scene.Add(new LineShape(0, 0, 100, 50, "#768692", 1.5, [4, 2.5]));
        scene.Add(new CircleShape(100, 50, 8, "#f46a25", "#ffffff"));
        scene.Add(new PolygonShape([(10, 60), (30, 60), (20, 80)], "#28a197"));
        scene.Add(new PolygonShape([(10, 90), (30, 85), (50, 95)], null, "#801650", 2));
        scene.Text(10, 40, "a < b & \"c\" Gŵyn");
        scene.Text(190, 70, "£1,234", 13, 700, anchor: Anchor.End);
        return scene;
    }
}
