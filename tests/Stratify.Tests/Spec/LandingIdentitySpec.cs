using System.Text;
using Stratify.Model;

namespace Stratify.Tests.Spec;

/// <summary>How people are named in tables: pseudonyms, and the compared form of names and postcodes.</summary>
public sealed class LandingIdentitySpec
{
    private static readonly Pseudonyms Pseudonyms = new("a key of at least thirty-two bytes"u8);

    /// <summary>Computed with Python's hmac, hashlib and base64.</summary>
    [TestCase(9990000018, -6782955610955412957, "uhpbttzzykfchzpy33wa56ps5u")]
    [TestCase(101010001, 8118485911330187988, "ocvkp3b23fvnigepefcjsrrji4", Description = "A number keeps its leading zero")]
    public void A_pseudonym_is_the_front_of_a_keyed_hash(long number, long token, string personId)
    {
        var pseudonym = Pseudonyms.OfNumber(number);

        Assert.Multiple(() =>
        {
            Assert.That(pseudonym.Token, Is.EqualTo(token));
            Assert.That(pseudonym.ToString(), Is.EqualTo(personId));
            Assert.That(Pseudonyms.OfNumber(number), Is.EqualTo(pseudonym), "the second time it is looked up");
        });
    }

    [Test]
    public void A_sender_s_own_key_has_a_pseudonym_of_another_kind()
    {
        var pseudonym = Pseudonyms.OfOpaque("b3c9-ada"u8);

        Assert.Multiple(() =>
        {
            Assert.That(pseudonym.Token, Is.EqualTo(-5552625767809258469));
            Assert.That(pseudonym.ToString(), Is.EqualTo("wlyrysedbrwbw6okrabtotxlem"));
        });
    }

    [Test]
    public void Another_key_gives_another_pseudonym_and_a_short_key_none()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new Pseudonyms("another key of thirty-two bytes!"u8).OfNumber(9990000018), Is.Not.EqualTo(Pseudonyms.OfNumber(9990000018)));
            Assert.That(() => new Pseudonyms("thirty-one bytes are not enough"u8), Throws.ArgumentException);
        });
    }

    [Test]
    public void Threads_agree()
    {
        var tokens = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4)
            .Select(_ => string.Join(',', Enumerable.Range(1, 2000).Select(n => Pseudonyms.OfNumber(n).Token))).ToHashSet();

        Assert.That(tokens, Has.Count.EqualTo(1));
    }

    [TestCase("O'Brien", "OBRIEN")]
    [TestCase("  van der Berg ", "VANDERBERG")]
    [TestCase("Siân", "SIAN")]
    [TestCase("Sia\u0302n", "SIAN")]
    [TestCase("Łukasz", "LUKASZ")]
    [TestCase("Łódź-Kowalska", "LODZKOWALSKA")]
    [TestCase("Jürgen Straße", "JURGENSTRASSE")]
    [TestCase("Bjørn Æsir", "BJORNAESIR")]
    [TestCase("Nguyễn Thị", "NGUYENTHI")]
    [TestCase("İpek ığdır", "IPEKIGDIR")]
    [TestCase("Þór", "THOR")]
    [TestCase("Schmeler639", "SCHMELER639")]
    [TestCase("张伟", "张伟")]
    [TestCase("иван", "ИВАН")]
    [TestCase("’-. ", "")]
    public void Names_are_compared_without_case_accents_and_marks(string name, string compared) => Assert.That(Identity.Name(name), Is.EqualTo(compared));

    [Test]
    public void Latin_letters_lose_exactly_what_Unicode_takes_off_them()
    {
        // From UnicodeData.txt: Latin letters with a mark, next to what their decomposition leaves.
        const string Marked = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžẀẁẂẃẄẅỲỳ";
        const string Bare = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZzWwWwWwYy";

        Assert.That(Identity.Name(Marked), Is.EqualTo(Bare.ToUpperInvariant()));
    }

    [TestCase("ta19 0ab", "TA19 0AB")]
    [TestCase("TA190AB", "TA19 0AB")]
    [TestCase("TA19  0AB", "TA19 0AB")]
    [TestCase("m11ae", "M1 1AE")]
    [TestCase("ZZ99 3VZ", "ZZ99 3VZ")]
    [TestCase("TA19\u00A00AB", "TA19 0AB")]
    [TestCase("Tà1 1AA", "Tà11AA", Description = "A letter that shares a byte with the no-break space")]
    [TestCase("02155", "02155")]
    [TestCase("SW1A", "SW1A")]
    [TestCase("", "")]
    public void Postcodes_have_one_space(string postcode, string compared) => Assert.That(Identity.Postcode(postcode), Is.EqualTo(compared));

    [TestCase("14 High Street", "14 HIGH STREET")]
    [TestCase("Flat 2/14, High  Street.", "FLAT 2 14 HIGH STREET")]
    [TestCase(" 3\u00A0St Mary\u2019s Court ", "3 ST MARYS COURT")]
    [TestCase("Tŷ Gwyn - Môr View", "TY GWYN MOR VIEW")]
    [TestCase("--", "")]
    public void Addresses_are_words_with_one_space_between(string address, string compared) => Assert.That(Identity.Address(address), Is.EqualTo(compared));

    [Test]
    public void A_person_id_is_written_as_it_is_shown()
    {
        var bytes = new byte[Pseudonym.TextLength];
        Pseudonyms.OfNumber(9990000018).Write(bytes);

        Assert.That(Encoding.ASCII.GetString(bytes), Is.EqualTo(Pseudonyms.OfNumber(9990000018).ToString()));
    }
}
