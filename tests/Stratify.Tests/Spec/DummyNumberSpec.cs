using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Numbers that pass every check and stand for no number: a job lists those that its senders use.</summary>
public sealed class DummyNumberSpec
{
    [Test]
    public void Under_a_listed_dummy_a_row_is_as_one_without_a_number()
    {
        using var job = new RelatedJob { Linkage = "dummy_numbers: dummies.csv" }
            .Put("dummies.csv", "Number\n9990000034\n1234567890\n")
            .Give("community_contacts", """
                NHS NUMBER | UNIQUE CARE CONTACT IDENTIFIER | PERSON FAMILY NAME | PERSON GIVEN NAME | PERSON BIRTH DATE | CARE CONTACT DATE
                9990000034 | C1                             | Carter             | Cal               | 1970-03-03        | 2024-05-01
                9990000034 | C2                             | Adams              | Ada               | 1950-01-01        | 2024-05-02
                9990000034 | C3                             |                    |                   |                   | 2024-05-03
                9876543210 | C4                             | Adams              | Ada               | 1950-01-01        | 2024-05-04
                """).Run();

        Assert.Multiple(() =>
        {
            Assert.That(job.Draw("select count(*) as people, count(token) as numbers from person"), Is.EqualTo("people | numbers\n3 | 2"));
            Assert.That(job.Draw("select grade, reason, sex from person_link join event using (dataset, row_id) left join person using (person_key) order by event.start_date"), Is.EqualTo(Table.Normal("""
                grade | reason              | sex
                C     | name and birth date | 1
                C     | name and birth date | 2
                U     | nothing to link by  |
                C     | name and birth date | 2
                """)));
        });
    }

    [Test]
    public void A_list_that_is_not_there_or_cut_short_stops_the_run()
    {
        using var missing = new RelatedJob { Linkage = "dummy_numbers: dummies.csv" };
        using var cut = new RelatedJob { Linkage = "dummy_numbers: dummies.csv" }.Put("dummies.csv", "9990000034\n99900\n");

        Assert.Multiple(() =>
        {
            Assert.That(missing.Faults().Single(), Does.Contain(ProblemKinds.FileMissing.Code));
            Assert.That(cut.Faults().Single(), Does.StartWith($"dummies.csv:2: {ProblemKinds.DummiesWrong.Code}"));
        });
    }
}
