using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

public sealed class HelpTests
{
    private static readonly string[] Verbs = ["demo", "run", "check", "map", "describe", "synth", "verify", "judge", "link", "help"];

    [TestCaseSource(nameof(Verbs))]
    public void Every_verb_explains_itself_with_two_examples(string verb)
    {
        var told = CommandLine.Run(verb, "--help");

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            Assert.That(told.Out[told.Out.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n').Count(line => line.StartsWith($"  stratify {verb}", StringComparison.Ordinal)), Is.EqualTo(2));
            Assert.That(told.Out, Does.Contain("--json"));
            Assert.That(told.Out, Does.Contain($"stratify {verb}"));
            Assert.That(told.Error, Is.Empty);
        });
    }

    [TestCase("")]
    [TestCase("--help")]
    [TestCase("-h")]
    public void Without_a_verb_the_verbs_are_listed(string args)
    {
        var told = CommandLine.Run(args.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero);
            foreach (var verb in Verbs) { Assert.That(told.Out, Does.Contain($"\n  {verb} ")); }
        });
    }

    [Test]
    public void The_version_is_one_line()
    {
        var told = CommandLine.Run("--version");

        Assert.That((told.ExitCode, told.Out), Is.EqualTo((0, $"{Fingerprint.Version}\n")));
    }

    [TestCaseSource(nameof(Codes))]
    public void Every_code_is_explained_offline(string code)
    {
        var kind = ProblemKinds.All.Single(kind => kind.Code == code);
        var told = CommandLine.Run("help", code.ToLowerInvariant());

        Assert.That((told.ExitCode, told.Out), Is.EqualTo((0, $"{code}: {kind.Title}\n{kind.Explanation}\n")));
    }

    [Test]
    public void Every_kind_of_problem_is_listed_once_in_the_order_of_its_code()
    {
        var declared = typeof(ProblemKinds).GetFields().Where(field => field.FieldType == typeof(ProblemKind)).Select(field => ((ProblemKind)field.GetValue(null)!).Code).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(declared, Is.Unique);
            Assert.That(declared, Has.All.Match("^STR\\d{3}$"));
            Assert.That(ProblemKinds.All.Select(kind => kind.Code), Is.EqualTo(declared.Order(StringComparer.Ordinal)));
            Assert.That(CommandLine.Run("help").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(declared.Count));
        });
    }

    [TestCase("describe", "gp_registrations")]
    [TestCase("describe acute_inpatients", "ADMIDATE")]
    [TestCase("describe ACUTE_INPATIENTS", "ADMIDATE")]
    [TestCase("describe fields", "dementia")]
    [TestCase("describe schemes", "bridges-to-health")]
    [TestCase("describe prices", "inpatient")]
    [TestCase("describe prices hip fracture", "HE11A")]
    [TestCase("describe number-of-conditions", "scheme: number-of-conditions")]
    public void Whatever_is_declared_can_be_described(string args, string says)
    {
        var told = CommandLine.Run(args.Split(' '));

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero);
            Assert.That(told.Out, Does.Contain(says));
            Assert.That(CommandLine.Run([.. args.Split(' '), "--json"]).Json.GetProperty("exit_code").GetInt32(), Is.Zero);
        });
    }

    private static IEnumerable<string> Codes() => ProblemKinds.All.Select(kind => kind.Code);
}
