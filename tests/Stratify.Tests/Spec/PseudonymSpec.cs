using System.Security.Cryptography;
using System.Text;
using Stratify.Model;

namespace Stratify.Tests.Spec;

public sealed class PseudonymSpec
{
    private static readonly byte[] Key = [.. "a key of at least thirty-two bytes"u8];

    [Test]
    public void A_pseudonym_is_the_front_of_a_keyed_hash_whoever_asks_and_however_often()
    {
        var pseudonyms = new Pseudonyms(Key);
        long[] numbers = [.. Enumerable.Range(0, 20_000).Select(i => 9_000_000_000L + (i % 9_000 * 104_729L))];
        var told = new Pseudonym[numbers.Length];
        Parallel.For(0, numbers.Length, i => told[i] = pseudonyms.OfNumber(numbers[i]));

        Assert.That(told, Is.EqualTo(numbers.Select(number => Slowly($"stratify/person/v1|{number:0000000000}"))));
    }

    [Test]
    public void A_key_that_came_pseudonymised_is_hashed_as_another_kind_of_thing() =>
        Assert.That(new Pseudonyms(Key).OfOpaque("9990000018"u8), Is.EqualTo(Slowly("stratify/opaque/v1|9990000018")));

    /// <summary>By the platform's own one call, and big-endian by hand.</summary>
    private static Pseudonym Slowly(string text)
    {
        var hash = HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(text));
        return new Pseudonym(Convert.ToInt64(Convert.ToHexString(hash, 0, 8), 16), Convert.ToInt64(Convert.ToHexString(hash, 8, 8), 16));
    }
}
