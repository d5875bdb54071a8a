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

        Assert.That(told, Is.EqualTo(numbers.Select(number => Slowly($"stratify/person/v2|{Id()}|{number:0000000000}"))));
    }

    [Test]
    public void A_key_that_came_pseudonymised_is_hashed_as_another_kind_of_thing() =>
        Assert.That(new Pseudonyms(Key).OfOpaque("9990000018"u8), Is.EqualTo(Slowly($"stratify/opaque/v2|{Id()}|9990000018")));

    [Test]
    public void A_persons_key_is_remembered_or_made_again_and_is_the_same_whoever_asks()
    {
        var pseudonyms = new Pseudonyms(Key);
        var keys = Enumerable.Range(0, 30_000).Select(i => Encoding.ASCII.GetBytes($"person {i % 10_000}")).ToArray();
        var told = new Pseudonym[keys.Length];
        Parallel.For(0, keys.Length, i => told[i] = pseudonyms.OfPersonKey(keys[i]));

        Assert.That(told, Is.EqualTo(keys.Select(key => pseudonyms.OfOpaque(key))));
    }

    [Test]
    public void The_id_of_a_key_is_half_of_another_hash_and_is_one_for_each_purpose() => Assert.Multiple(() =>
    {
        Assert.That(new Pseudonyms(Key).KeyId, Is.EqualTo(Id()));
        Assert.That(new Pseudonyms(Key, "frailty").KeyId, Is.EqualTo(Id("frailty")));
    });

    /// <summary>RFC 4231 gives HMAC-SHA-256 of a key of 131 times 0xAA; what is hashed here begins with our words, so the platform's function is held to it.</summary>
    [Test]
    public void The_keyed_hash_is_that_of_the_standard() =>
        Assert.That(Convert.ToHexStringLower(HMACSHA256.HashData(Enumerable.Repeat((byte)0xAA, 131).ToArray(), "Test Using Larger Than Block-Size Key - Hash Key First"u8)),
            Is.EqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));

    [Test]
    public void Two_projects_share_no_pseudonym_whether_they_differ_in_the_key_or_in_the_purpose_alone()
    {
        Pseudonyms[] projects = [new(Key), new(Key, "frailty"), new(Key, "children"), new([.. Key, 1])];
        var all = projects.SelectMany(project => Enumerable.Range(0, 50_000).Select(i => project.OfNumber(4_000_000_000 + i))).ToList();

        Assert.That(all.Distinct().Count(), Is.EqualTo(all.Count));
    }

    [Test]
    public void No_two_of_a_million_numbers_share_a_pseudonym_or_the_half_of_it_that_rows_bear()
    {
        var pseudonyms = new Pseudonyms(Key);

        Assert.That(Enumerable.Range(0, 1_000_000).Select(i => pseudonyms.OfNumber(4_000_000_000 + (i * 11L)).Token).ToHashSet(), Has.Count.EqualTo(1_000_000));
    }

    private static string Id(string purpose = "") => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes($"stratify/key-id/v1|{purpose}")))[..16];

    /// <summary>By the platform's own one call, and big-endian by hand.</summary>
    private static Pseudonym Slowly(string text)
    {
        var hash = HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(text));
        return new Pseudonym(Convert.ToInt64(Convert.ToHexString(hash, 0, 8), 16), Convert.ToInt64(Convert.ToHexString(hash, 8, 8), 16));
    }
}
