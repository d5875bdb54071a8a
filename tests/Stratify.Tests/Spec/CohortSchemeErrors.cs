using Stratify.Cohorts;
using Stratify.Problems;

namespace Stratify.Tests.Spec;

/// <summary>What is said of a scheme's file, and where: the line and column at which an editor should open it.</summary>
public sealed class CohortSchemeErrors
{
    [Test]
    public void Every_fault_of_a_file_is_reported_at_its_place() => Assert.That(Said("""
        scheme: My Scheme
        titel: Mine
        cohorts:
          - id: Severe frailty
            title: Severe frailty
            where: age >= 75 and emergency_admission >= 2
          - id: a
            title: A
            where: "sex is female"
          - id: a
            title: A again
            where: |
              dementia  # of any kind
              and agee > 65
          - id: else
            title: Everyone else
            where: everyone
          - id: never
            title: Never
            where: copd
        """), Is.EqualTo("""
        x.yml:1:1: STR103: The key 'title' is missing.
        x.yml:1:9: STR205: 'My Scheme' cannot be a scheme's name. Use small letters, digits and hyphens, as in my-scheme.
        x.yml:2:1: STR102: 'titel' is not a key here. Did you mean 'title'? Known keys: scheme, title, cross, kind, discover, cohorts, assign, version, source, status.
        x.yml:4:9: STR205: 'Severe frailty' cannot be a cohort's id. Use small letters, digits and hyphens, as in severe-frailty.
        x.yml:6:26: STR202: 'emergency_admission' is not a field of person_year. Did you mean 'emergency_admissions'?
        x.yml:9:20: STR203: 'female' is not a field, and texts stand in quotes. Write "female".
        x.yml:14:11: STR202: 'agee' is not a field of person_year. Did you mean 'age'?
        x.yml:20:12: STR205: Nobody can reach the cohort 'never': 'everyone' stands before it. Put the cohort of 'everyone' last.
        """));

    [Test]
    public void The_last_cohort_is_everyone_else() => Assert.That(Said("""
        scheme: mine
        title: Mine
        cohorts:
          - {id: a, title: A, where: dementia}
        """), Is.EqualTo("x.yml:4:3: STR205: The last cohort must be everyone else, so that nobody is left out. Add: {id: everyone-else, title: Everyone else, where: everyone}."));

    [TestCase("cohorts: []", "x.yml:3:10: STR205: The last cohort must be everyone else, so that nobody is left out. Add: {id: everyone-else, title: Everyone else, where: everyone}.")]
    [TestCase("cohorts: all", "x.yml:3:10: STR104: 'cohorts' must be a list.")]
    [TestCase("version: 2", "x.yml:1:1: STR103: The key 'cohorts' is missing.")]
    [TestCase("assign: random\ncohorts: [{id: a, title: A, where: everyone}]", "x.yml:3:9: STR104: 'assign' cannot be 'random'. Known values: first-match.")]
    [TestCase("cohorts: [{id: a, title: A, where: [everyone]}]", "x.yml:3:36: STR104: 'where' must be a condition. As in: where: dementia and age >= 65.")]
    [TestCase("cohorts: [{id: a, title: A}]", "x.yml:3:11: STR103: The key 'where' is missing.")]
    [TestCase("cohorts: [{id: a, title: A, where: dementia}, {id: a, title: B, where: everyone}]", "x.yml:3:72: STR205: Two cohorts have the id 'a'.")]
    public void The_shape_of_the_file(string rest, string expected) => Assert.That(Said($"scheme: mine\ntitle: Mine\n{rest}"), Is.EqualTo(expected));

    [TestCase("kind: set\ncohorts: [{id: a, title: A, where: everyone}]", "x.yml:3:7: STR104: 'kind' cannot be 'set'. Did you mean 'sets'? Known values: partition, sets.")]
    [TestCase("kind: sets", "x.yml:1:1: STR205: The scheme has no sets. List them under 'cohorts', or say under 'discover' which are looked for.")]
    [TestCase("kind: sets\ncohorts: []", "x.yml:4:10: STR205: The scheme has no sets. List at least one.")]
    [TestCase("kind: sets\nassign: first-match\ncohorts: [{id: a, title: A, where: dementia}]", "x.yml:4:9: STR205: Sets have no order, so nobody is put into the first that matches. Leave 'assign' out, or write: kind: partition.")]
    [TestCase("discover: {from: all}\ncohorts: [{id: a, title: A, where: everyone}]", "x.yml:3:11: STR205: Sets that are discovered overlap, so they are no partition. Write: kind: sets.")]
    [TestCase("kind: sets\ndiscover: {from: [diabetes, sex, dementa], sizes: [4], at_leest: 5}", "x.yml:4:29: STR202: 'sex' is no condition that people have.|x.yml:4:34: STR202: 'dementa' is no condition that people have. Did you mean 'dementia'?|x.yml:4:52: STR205: '4' is no size of a combination. Pairs and triples are looked for: sizes: [2, 3].|x.yml:4:56: STR102: 'at_leest' is not a key here. Did you mean 'at_least'? Known keys: sizes, from, at_least, most.")]
    public void Kinds_of_schemes(string rest, string expected) => Assert.That(Said($"scheme: mine\ntitle: Mine\n{rest}").Replace('\n', '|'), Is.EqualTo(expected));

    [TestCase("age: [0-17, 19-64, 65+]", "x.yml:3:21: STR205: The band 'age between 19 and 64' does not follow 'age between 0 and 17'. Each band begins one above the end of the one before; only the last is open.")]
    [TestCase("age: [0-17, 17+]", "x.yml:3:21: STR205: The band 'age >= 17' does not follow 'age between 0 and 17'. Each band begins one above the end of the one before; only the last is open.")]
    [TestCase("age: [young, old]", "x.yml:3:15: STR205: 'young' is not a band of age. Bands are written 3, 18-64 or 65+.|x.yml:3:22: STR205: 'old' is not a band of age. Bands are written 3, 18-64 or 65+.")]
    [TestCase("ages: [0-17]", "x.yml:3:9: STR202: 'ages' is no field of number or text, so it has no bands. Did you mean 'age'?")]
    [TestCase("dementia: [0, 1]", "x.yml:3:9: STR202: 'dementia' is no field of number or text, so it has no bands.")]
    [TestCase("sex: [female, mal]", "x.yml:3:23: STR203: 'sex' is never \"mal\". Did you mean 'male'? Known values: female, male.")]
    [TestCase("age: 5", "x.yml:3:14: STR104: Bands are a list, as in [0-17, 18-64, 65+], or have a title each.")]
    [TestCase("", "x.yml:3:8: STR104: 'cross' must name fields with their bands. As in: cross: {age: [0-17, 18-64, 65+], conditions: [0, 1, 2+]}.")]
    public void A_crossing(string cross, string expected) =>
        Assert.That(Said($"scheme: mine\ntitle: Mine\ncross: {{{cross}}}\ncohorts: [{{id: else, title: E, where: everyone}}]").Replace('\n', '|'), Is.EqualTo(expected));

    [TestCase(">", 6)]
    [TestCase("|", 0)]
    public void A_comment_may_not_hide_what_follows_it(string style, int line) => Assert.That(Said($"""
        scheme: mine
        title: Mine
        cohorts:
          - id: a
            title: A
            where: {style}
              dementia # of any kind
              and age > 65
          - {"{id: else, title: Everyone else, where: everyone}"}
        """), line == 0 ? Is.Empty : Is.EqualTo("x.yml:7:16: STR201: A comment stands in a value whose lines run together, so it would hide what follows. Put | behind 'where:' and the condition on the next lines."));

    [Test]
    public void Two_schemes_of_a_job_have_different_names()
    {
        var problems = new List<Problem>();
        Schemes.RefuseRepeated([Schemes.Shipped("high-cost")!, Schemes.Shipped("high-cost")!], problems);

        Assert.That(problems.Select(problem => problem.Message), Is.EqualTo(new[] { "Two schemes of the job are called 'high-cost'." }));
    }

    private static string Said(string yaml)
    {
        var problems = new List<Problem>();
        var scheme = SchemeReader.Read(yaml, "x.yml", problems);
        Assert.That(scheme is null, Is.EqualTo(problems.Count > 0));
        return string.Join('\n', problems.OrderBy(problem => problem.Place!.Line).ThenBy(problem => problem.Place!.Column).Select(problem => $"{problem.Place}: {problem.Code}: {problem.Message} {problem.Hint}".Trim()));
    }
}
