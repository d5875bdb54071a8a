using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The list of those who said no is read whole or nothing is.</summary>
public sealed class OptOutListSpec
{
    [TestCase("9990000131\n", 1)]
    [TestCase("NHS Number\n9990000131\n", 1)]
    [TestCase("\"nhs_number\"\r\n\"999 000 0131\",\r\n\r\n9990000018\r\n", 2)]
    [TestCase("", 0)]
    public void A_list_has_one_number_a_line_with_or_without_a_header(string list, int people) =>
        Assert.That(Plan(list).Landing.OptedOut, Has.Count.EqualTo(people));

    [TestCase("9990000132\n9990000018\n", 1, Description = "a first line with a slip in its number is no header")]
    [TestCase("999000013\n", 1)]
    [TestCase("NHS Number\n9990000132\n", 2)]
    [TestCase("NHS Number\nPat Pope\n", 2)]
    public void A_line_that_is_no_number_stops_the_run_since_it_could_be_somebody_who_said_no(string list, int line)
    {
        var problems = Assert.Throws<DefinitionException>(() => Plan(list))!.Problems;

        Assert.That(problems.Select(problem => (problem.Kind, problem.Place?.Line)), Is.EqualTo(new[] { (ProblemKinds.OptOutWrong, (int?)line) }));
    }

    private static RunPlan Plan(string list)
    {
        using var folder = new TemporaryFolder();
        folder.File("register.csv", "");
        folder.File("pseudonym.key", "a key of at least thirty-two bytes");
        folder.File("optouts.csv", list);
        return Planner.Plan(JobReader.Read(folder.File("stratify.yml", """
            version: 1
            name: test
            period: 2024/25
            extracts: [{dataset: gp_registrations, files: register.csv}]
            opt_out: optouts.csv
            key_file: pseudonym.key
            """)));
    }
}
