using Stratify.Drawing;

namespace Stratify.Tests.Spec;

public sealed class DrawingTextSpec
{
    /// <summary>Advances in thousandths of an em, from the font files' hmtx tables.</summary>
    [TestCase(' ', 200, 200, 200)]
    [TestCase('A', 543, 558, 573)]
    [TestCase('H', 652, 663, 674)]
    [TestCase('n', 547, 560, 572)]
    [TestCase('£', 497, 513, 528)]
    [TestCase('–', 480, 480, 480)]
    [TestCase('ŵ', 718, 748, 776)]
    [TestCase('ŷ', 467, 495, 521)]
    [TestCase('Ł', 500, 522, 543)]
    public void A_character_is_as_wide_as_the_font_says(char character, int regular, int semibold, int bold)
    {
        Assert.That(new[] { 400, 600, 700 }.Select(weight => Font.Get(weight).Measure($"{character}", 1000)), Is.EqualTo(new double[] { regular, semibold, bold }).Within(1e-9));
    }

    [Test]
    public void Figures_are_of_one_width_so_columns_of_numbers_stand_straight() =>
        Assert.That("0123456789".Select(digit => Font.Get(400).Measure($"{digit}", 1000)), Is.All.EqualTo(497).Within(1e-9));

    /// <summary>Widths at 1,000 pixels of the same fonts in Chromium 156, which kerns by the font's own table.</summary>
    [TestCase("AVATAR", 400, 3126)]
    [TestCase("AVATAR", 600, 3212)]
    [TestCase("AVATAR", 700, 3295)]
    [TestCase("To Yeovil", 400, 3649)]
    [TestCase("Total cost, £1,234,567", 400, 8913)]
    [TestCase("Total cost, £1,234,567", 600, 9209.984375)]
    [TestCase("Llŷr Gŵyn, Łódź", 400, 6575)]
    [TestCase("P. T. Way", 700, 3753)]
    [TestCase("ffi office fl", 400, 4078)]
    [TestCase("Five or more conditions", 400, 9808.984375)]
    [TestCase("11.7", 400, 1740)]
    [TestCase("Av, Ty. 'Wa'", 400, 4573)]
    public void A_line_is_as_wide_as_a_browser_draws_it(string text, int weight, double width) =>
        Assert.That(Font.Get(weight).Measure(text, 1000), Is.EqualTo(width).Within(0.02));

    [Test]
    public void Kerning_brings_a_pair_nearer_than_its_two_widths()
    {
        var font = Font.Get(400);

        Assert.That(font.Measure("AV", 1000), Is.LessThan(font.Measure("A", 1000) + font.Measure("V", 1000)));
    }

    [Test]
    public void Width_grows_with_size() => Assert.That(Font.Get(600).Measure("Frailty", 26), Is.EqualTo(2 * Font.Get(600).Measure("Frailty", 13)).Within(1e-9));

    [TestCase("ŵŷŴŶâêîôûïŁłóźżçñüßøåéèÁÉ", true)]
    [TestCase("£€–—‘’“”·%", true)]
    [TestCase("≥≤→漢", false)]
    public void The_font_has_welsh_and_european_letters_and_no_mathematics(string characters, bool there)
    {
        foreach (var weight in new[] { 400, 600, 700 }) { Assert.That(characters.Where(character => Font.Get(weight).Has(character) != there), Is.Empty); }
    }

    [Test]
    public void A_weight_that_is_not_there_is_refused() => Assert.That(() => Font.Get(500), Throws.ArgumentException);

    [Test]
    public void Lines_hold_every_word_in_order_and_none_is_too_wide()
    {
        const string text = "One person in twenty accounts for half of all spending, and the number of conditions says more than age does.";
        var lines = TextLayout.Lines(text, 150, 14, 400);

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', lines), Is.EqualTo(text));
            Assert.That(lines.Select(line => Font.Get(400).Measure(line, 14)), Is.All.LessThanOrEqualTo(150));
            Assert.That(lines.Zip(lines.Skip(1), (line, next) => Font.Get(400).Measure($"{line} {next.Split(' ')[0]}", 14)), Is.All.GreaterThan(150), "a word that fits stays on its line");
        });
    }

    [Test]
    public void A_word_wider_than_the_line_is_cut_and_nothing_of_it_lost()
    {
        const string word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
        var lines = TextLayout.Lines(word, 80, 14, 700);

        Assert.Multiple(() =>
        {
            Assert.That(string.Concat(lines), Is.EqualTo(word));
            Assert.That(lines.Select(line => Font.Get(700).Measure(line, 14)), Is.All.LessThanOrEqualTo(80));
        });
    }

    [TestCase("")]
    [TestCase("   ")]
    public void No_words_make_no_lines(string text) => Assert.That(TextLayout.Lines(text, 100, 14, 400), Is.Empty);

    [TestCase(400)]
    [TestCase(80)]
    [TestCase(40)]
    public void A_text_that_does_not_fit_keeps_as_much_as_fits_and_ends_in_dots(double width)
    {
        const string text = "Frail, housebound, dementia";
        double Wide(string line) => Font.Get(400).Measure(line, 13);
        var shortened = TextLayout.Shortened(text, width, 13, 400);
        var kept = shortened.Replace("...", "", StringComparison.Ordinal);

        Assert.Multiple(() =>
        {
            Assert.That(Wide(shortened), Is.LessThanOrEqualTo(width));
            Assert.That(text.StartsWith(kept, StringComparison.Ordinal));
            Assert.That(shortened == text || Wide($"{text[..(kept.Length + 1)].TrimEnd()}...") > width || text[kept.Length] == ' ');
        });
    }
}
