using System.Text;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>A key holds 256 bits, is read by its owner alone, and is the one that the job is for.</summary>
public sealed class KeySpec
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly byte[] Random = [.. Enumerable.Range(0, 32).Select(i => (byte)(((i * 37) + 165) % 256))];

    [Test]
    public void Thirty_two_bytes_that_only_their_owner_may_read_are_a_key() => Assert.That(Faults(Random, Mine), Is.Empty);

    [TestCase(UnixFileMode.GroupRead)]
    [TestCase(UnixFileMode.OtherRead)]
    [TestCase(UnixFileMode.GroupWrite)]
    [TestCase(UnixFileMode.OtherWrite)]
    public void A_key_that_others_may_read_or_change_is_refused(UnixFileMode of) =>
        Assert.That(Faults(Random, Mine | of), Is.EqualTo(new[] { ProblemKinds.KeyOpen }));

    [Test]
    public void A_key_that_says_it_is_no_secret_may_be_read_by_all() =>
        Assert.That(Faults([.. "public: invented people have no secrets"u8], Mine | UnixFileMode.OtherRead), Is.Empty);

    [TestCase("0123456789abcdef0123456789ABCDEF\n", Description = "base 16: 128 bits")]
    [TestCase("q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNF\n", Description = "base 64: 240 bits")]
    [TestCase("thirty-one bytes and 1 are few.")]
    [TestCase("")]
    public void A_key_that_cannot_hold_256_bits_is_refused_however_it_is_written(string text) =>
        Assert.That(Faults(Encoding.ASCII.GetBytes(text), Mine), Is.EqualTo(new[] { ProblemKinds.KeyUnreadable }));

    [TestCase("0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789ABCDEF\n")]
    [TestCase("q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=\n")]
    public void A_key_may_be_written_in_base_16_or_64(string text) => Assert.That(Faults(Encoding.ASCII.GetBytes(text), Mine), Is.Empty);

    [Test]
    public void A_job_that_says_which_key_it_is_for_takes_that_one_and_names_both_where_it_is_another()
    {
        var (one, other) = (new Pseudonyms(Random).KeyId, new Pseudonyms([.. Random, 1]).KeyId);

        Assert.Multiple(() =>
        {
            Assert.That(Problems(Random, Mine, $"key_id: {one}"), Is.Empty);
            var wrong = Problems(Random, Mine, $"key_id: {other}").Single();
            Assert.That((wrong.Kind, wrong.Place?.Line), Is.EqualTo((ProblemKinds.KeyWrong, 6)));
            Assert.That(wrong.Message, Does.Contain(one).And.Contain(other));
            Assert.That(Problems(Random, Mine, $"key_id: {one}\nkey_purpose: frailty").Single().Kind, Is.EqualTo(ProblemKinds.KeyWrong), "another purpose has other pseudonyms");
            Assert.That(Problems(Random, Mine, $"key_id: {new Pseudonyms(Random, "frailty").KeyId}\nkey_purpose: frailty"), Is.Empty);
        });
    }

    private static IEnumerable<ProblemKind> Faults(byte[] key, UnixFileMode mode) => Problems(key, mode, "").Select(problem => problem.Kind);

    private static IReadOnlyList<Problem> Problems(byte[] key, UnixFileMode mode, string says)
    {
        using var folder = new TemporaryFolder();
        folder.File("register.csv", "");
        folder.Guarded("pseudonym.key", key, mode);
        try
        {
            _ = JobReader.Read(folder.File("stratify.yml", $"version: 1\nname: test\nperiod: 2024/25\nextracts: [{"{"}dataset: gp_registrations, files: register.csv{"}"}]\nkey_file: pseudonym.key\n{says}\n"));
            return [];
        }
        catch (DefinitionException wrong)
        {
            return wrong.Problems;
        }
    }
}
