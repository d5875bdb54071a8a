using FsCheck;
using FsCheck.Fluent;
using Stratify.Drawing;

namespace Stratify.Tests.Spec;

public sealed class DrawingLintSpec
{
    [Test]
    public void A_picture_that_can_be_read_has_no_fault()
    {
        var scene = new Scene(300, 100, "t", "a");
        scene.Rectangle(0, 0, 300, 50, "#12436d");
        scene.Text(10, 30, "White on navy", colour: Colour.White);
        scene.Text(10, 80, "Ink on the page");

        Assert.That(Lint.Check(scene), Is.Empty);
    }

    [TestCase(10, 30, "much too wide for this", 13, "#212b32", "outside: 'much too wide for this'")]
    [TestCase(-5, 30, "left", 13, "#212b32", "outside: 'left'")]
    [TestCase(10, 5, "top", 13, "#212b32", "outside: 'top'")]
    [TestCase(10, 99.5, "low", 13, "#212b32", "outside: 'low'")]
    [TestCase(10, 30, "tiny", 10, "#212b32", "small: 'tiny'")]
    [TestCase(10, 30, "a ≥ b", 13, "#212b32", "no glyph for U+2265 in 'a ≥ b'")]
    [TestCase(10, 30, "pale", 13, "#d8dde0", "contrast 1.4: 'pale'")]
    [TestCase(10, 58, "other", 13, "#212b32", "overlap: 'other' and 'there'")]
    public void Each_kind_of_fault_is_named(double x, double y, string text, double size, string colour, string fault)
    {
        var scene = new Scene(100, 100, "t", "a");
        scene.Text(12, 60, "there");
        scene.Text(x, y, text, size, colour: colour);

        Assert.That(Lint.Check(scene), Is.EqualTo(new[] { fault }));
    }

    [Test]
    public void Contrast_is_with_what_lies_beneath()
    {
        var scene = new Scene(200, 100, "t", "a");
        scene.Rectangle(0, 0, 200, 100, Colour.Ink);
        scene.Text(10, 40, "ink on ink");
        scene.Rectangle(0, 50, 200, 50, Colour.White);
        scene.Text(10, 80, "ink on white on ink");

        Assert.That(Lint.Check(scene), Is.EqualTo(new[] { "contrast 1.0: 'ink on ink'" }));
    }

    /// <summary>Published pairs: WCAG's ends of the scale, the greyest grey that passes on white (#767676), and the next that does not.</summary>
    [TestCase("#000000", "#ffffff", 21.0)]
    [TestCase("#ffffff", "#ffffff", 1.0)]
    [TestCase("#767676", "#ffffff", 4.54)]
    [TestCase("#777777", "#ffffff", 4.48)]
    [TestCase("#ff0000", "#ffffff", 4.0)]
    [TestCase("#0000ff", "#ffffff", 8.59)]
    [TestCase("#801650", "#ffffff", 9.77, Description = "Analysis Function plum")]
    [TestCase("#12436d", "#ffffff", 10.25, Description = "Analysis Function navy")]
    [TestCase("#28a197", "#ffffff", 3.17, Description = "Analysis Function turquoise")]
    [TestCase("#f46a25", "#212b32", 4.76, Description = "Analysis Function orange under ink")]
    public void Contrast_is_that_of_wcag(string one, string other, double ratio)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Colour.Contrast(one, other), Is.EqualTo(ratio).Within(0.005));
            Assert.That(Colour.Contrast(other, one), Is.EqualTo(Colour.Contrast(one, other)));
        });
    }

    [TestCase("#12436d", Colour.White)]
    [TestCase("#f46a25", Colour.Ink)]
    public void Text_on_a_colour_is_the_better_of_ink_and_white(string background, string text) => Assert.That(Colour.On(background), Is.EqualTo(text));

    private static Config Config => FsCheck.Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(new Replay(new Rnd(20240401, 7), null)).WithQuietOnSuccess(true);

    [Test]
    public void Spread_labels_keep_their_gap_their_order_and_their_bounds_whenever_they_fit()
    {
        var labels = from count in Gen.Choose(0, 12) from centres in Gen.Choose(0, 400).ArrayOf(count) from gap in Gen.Choose(1, 30) select (centres.Select(centre => (double)centre).ToArray(), (double)gap);

        Check.One(Config, Prop.ForAll(labels.ToArbitrary(), it =>
        {
            var (centres, gap) = it;
            var bounds = (From: 20.0, To: 20.0 + (12 * 30));
            var placed = Labels.Spread(centres, gap, bounds);
            var order = Enumerable.Range(0, centres.Length).OrderBy(i => centres[i]).ToList();
            return placed.All(place => place >= bounds.From - 1e-9 && place <= bounds.To + 1e-9)
                && order.Zip(order.Skip(1)).All(pair => placed[pair.Second] - placed[pair.First] >= gap - 1e-9)
                && (centres.Any(centre => centre < bounds.From || centre > bounds.To) || order.Zip(order.Skip(1)).Any(pair => centres[pair.Second] - centres[pair.First] < gap) || placed.SequenceEqual(centres));
        }));
    }
}
