using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

/// <summary><c>key</c>: a new key that only its owner may read, and the id by which a job says which it is for.</summary>
public sealed class KeyTests
{
    [Test]
    public void A_new_key_has_256_bits_is_closed_to_others_and_shows_the_id_that_it_was_made_with()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "secrets", "pseudonym.key");
        var made = CommandLine.Run("key", "make", file);
        var shown = CommandLine.Run("key", "show", file);

        Assert.Multiple(() =>
        {
            Assert.That((made.ExitCode, shown.ExitCode, shown.Error), Is.EqualTo((0, 0, "")));
            Assert.That(File.ReadAllBytes(file), Has.Length.EqualTo(32));
            if (!OperatingSystem.IsWindows()) { Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)); }
            Assert.That(shown.Out, Is.EqualTo(made.Out).And.EqualTo($"key_id: {new Pseudonyms(File.ReadAllBytes(file)).KeyId}\n"));
            Assert.That(CommandLine.Run("key", "show", file, "--purpose", "frailty", "--json").Json.GetProperty("key_id").GetString(), Is.EqualTo(new Pseudonyms(File.ReadAllBytes(file), "frailty").KeyId));
        });
    }

    [Test]
    public void Two_new_keys_are_two()
    {
        using var folder = new TemporaryFolder();

        Assert.That(CommandLine.Run("key", "make", Path.Combine(folder.Path, "a")).Out, Is.Not.EqualTo(CommandLine.Run("key", "make", Path.Combine(folder.Path, "b")).Out));
    }

    [Test]
    public void A_key_that_is_there_is_never_written_over()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Guarded("pseudonym.key", new byte[32]);
        var told = CommandLine.Run("key", "make", file);

        Assert.That((told.ExitCode, Convert.ToHexString(File.ReadAllBytes(file))), Is.EqualTo((2, new string('0', 64))));
        Assert.That(told.Error, Does.Contain("STR110"));
    }

    [TestCase("make", "gone/../stratify.key/x", 74, "STR701")]
    [TestCase("show", "gone.key", 2, "STR107")]
    [TestCase("show", "open.key", 2, "STR130")]
    [TestCase("tell", "stratify.key", 2, "STR110")]
    public void What_cannot_be_done_is_told_by_its_code(string what, string name, int exitCode, string code)
    {
        using var folder = new TemporaryFolder();
        folder.Guarded("stratify.key", new byte[32]);
        folder.Guarded("open.key", new byte[32], UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var told = CommandLine.Run("key", what, Path.Combine(folder.Path, name));

        Assert.That((told.ExitCode, told.Out), Is.EqualTo((exitCode, "")));
        Assert.That(told.Error, Does.Contain(code));
    }
}
