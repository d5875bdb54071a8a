using Stratify.Cohorts;
using Stratify.Problems;

namespace Stratify.Tests.Spec;

/// <summary>What is said of a condition that cannot be read, and where.</summary>
public sealed class CohortConditionErrors
{
    [TestCase("emergency_admission >= 2", "1 STR202: 'emergency_admission' is not a field of person_year. Did you mean 'emergency_admissions'?")]
    [TestCase("has_ckd", "1 STR202: 'has_ckd' is not a field of person_year. Did you mean 'ckd'?")]
    [TestCase("dementia and shoe_size > 9", "14 STR202: 'shoe_size' is not a field of person_year. 'stratify describe fields' lists them.")]
    [TestCase("age", "1 STR203: 'age' is a number, where true or false is wanted. Compare it, as in: age >= 2.")]
    [TestCase("not cost", "5 STR203: 'cost' is an amount of money, where true or false is wanted. Compare it, as in: cost >= £5,000.")]
    [TestCase("sex", "1 STR203: 'sex' is text, where true or false is wanted. Compare it, as in: sex is \"female\".")]
    [TestCase("dementia = 1", "1 STR203: 'dementia' is true or false, and is not compared. Write dementia, or not dementia.")]
    [TestCase("age >= \"65\"", "8 STR203: 'age' is a number, so it is not compared with text.")]
    [TestCase("age >= £65", "8 STR203: 'age' is a number, so it is not compared with an amount of money.")]
    [TestCase("age = 65%", "7 STR203: 'age' is a number, so it is not compared with a percentage.")]
    [TestCase("practice = 5", "12 STR203: 'practice' is text, so it is not compared with a number. Texts stand in quotes.")]
    [TestCase("sex is female", "8 STR203: 'female' is not a field, and texts stand in quotes. Write \"female\".")]
    [TestCase("sex is \"femal\"", "8 STR203: 'sex' is never \"femal\". Did you mean 'female'? Known values: female, male.")]
    [TestCase("sex > \"female\"", "1 STR203: 'sex' is text and has no order. Texts are compared with is, is not or in.")]
    [TestCase("age > sex", "7 STR203: 'age' is a number and 'sex' is text, so the two are not compared.")]
    [TestCase("cost > £1.005", "8 STR203: '£1.005' is not a whole number of pence. An amount has at most two decimals.")]
    [TestCase("age between 84 and 65", "13 STR203: Nothing lies between these two. The smaller comes first: between 65 and 84.")]
    [TestCase("count of (copd, asthma) between 2 and 1", "39 STR203: Nothing lies between these two. The smaller comes first.")]
    [TestCase("sex in top 5%", "1 STR203: 'sex' is text and has no order, so nobody ranks first in it.")]
    [TestCase("age in top 50% of total", "1 STR203: 'age' does not add up over people, so nobody has a share of its total. Amounts of money and of care do, as in: cost in top 50% of total.")]
    [TestCase("sex in top 50% of total", "1 STR203: 'sex' is text and has no order, so nobody ranks first in it.")]
    [TestCase("dementia percentile > 5", "1 STR203: 'dementia' is true or false and has no order, so nobody ranks first in it.")]
    [TestCase("cost percentile >= 950", "20 STR203: A percentile is a number from 0 to 100, not '950'. As in: cost percentile >= 95.")]
    public void Meaning(string condition, string expected) => Assert.That(Said(condition), Is.EqualTo(expected));

    [TestCase("", "1 STR201: Here should stand a condition, not the end.")]
    [TestCase("dementia and", "13 STR201: Here should stand a condition, not the end.")]
    [TestCase("age >=", "7 STR201: Here should stand a value, not the end.")]
    [TestCase("age >= and dementia", "8 STR201: Here should stand a value, not 'and'.")]
    [TestCase("dementia copd", "10 STR201: Here should stand 'and', 'or' or the end, not 'copd'.")]
    [TestCase("65 < age", "1 STR201: Here should stand a condition, not '65'. The field comes first, as in: age >= 65.")]
    [TestCase("(dementia or copd", "18 STR201: Here should stand ')', not the end. A bracket that was opened is never closed.")]
    [TestCase("dementia)", "9 STR201: Here should stand 'and', 'or' or the end, not ')'. A bracket is closed here that was never opened.")]
    [TestCase("cost > 5,000", "9 STR201: Here should stand 'and', 'or' or the end, not ','. Numbers have no comma: 5000. Amounts may: £5,000.")]
    [TestCase("cost in top 5", "13 STR201: Here should stand a percentage above 0%, up to 100%, not '5'. As in: cost in top 5%.")]
    [TestCase("cost in top 50% of cost", "20 STR201: Here should stand 'total', not 'cost'. Write: in top 5% for people, in top 50% of total for their share of it.")]
    [TestCase("cost in top 101%", "13 STR201: Here should stand a percentage above 0%, up to 100%, not '101%'. As in: cost in top 5%.")]
    [TestCase("age in 1, 2", "8 STR201: Here should stand '(', not '1'. Values stand in brackets, as in: in (1, 2); or write: in top 5%.")]
    [TestCase("age between 65, 84", "15 STR201: Here should stand 'and', not ','. Write: between 65 and 84, both included.")]
    [TestCase("any (copd, asthma)", "5 STR201: Here should stand 'of', not '('.")]
    [TestCase("count of (copd, asthma)", "24 STR201: Here should stand a comparison, not the end. A count is compared, as in: count of (copd, asthma, ckd) >= 2.")]
    [TestCase("count of (copd, asthma) >= 1.5", "28 STR201: Here should stand a whole number, not '1.5'.")]
    public void Grammar(string condition, string expected) => Assert.That(Said(condition), Is.EqualTo(expected));

    [TestCase("dementia && copd", "10 STR201: '&&' is not used here. Write and.")]
    [TestCase("age == 5", "5 STR201: '==' is not used here. Write =.")]
    [TestCase("!dementia", "1 STR201: '!' is not used here. Write not.")]
    [TestCase("sex is “female”", "8 STR201: A curly quote is not used here. Texts stand between straight quotes, as in \"Yeovil\".|15 STR201: A curly quote is not used here. Texts stand between straight quotes, as in \"Yeovil\".")]
    [TestCase("practice is \"A81001", "13 STR201: A text is opened here and never closed. Put \" behind it.")]
    [TestCase("cost > £5,00", "8 STR201: '£5,00' is not a number. Numbers are written 65, 0.5, £5,000, £99.50 or 5%; at most 15 digits.")]
    [TestCase("cost > £5k", "8 STR201: '£5k' is not a number. Numbers are written 65, 0.5, £5,000, £99.50 or 5%; at most 15 digits.")]
    [TestCase("age > 1234567890123456", "7 STR201: '1234567890123456' is not a number. Numbers are written 65, 0.5, £5,000, £99.50 or 5%; at most 15 digits.")]
    [TestCase("dementia\u0007", "9 STR201: The character U+0007 is not used here.")]
    [TestCase("dementia; copd", "9 STR201: ';' is not used here.")]
    public void Words_that_are_none(string condition, string expected) => Assert.That(Said(condition), Is.EqualTo(expected));

    [Test]
    public void Several_faults_are_reported_at_once() =>
        Assert.That(Said("agee > 5 and demntia and sex is female").Split('|'), Is.EqualTo(new[]
        {
            "1 STR202: 'agee' is not a field of person_year. Did you mean 'age'?",
            "14 STR202: 'demntia' is not a field of person_year. Did you mean 'dementia'?",
            "33 STR203: 'female' is not a field, and texts stand in quotes. Write \"female\".",
        }));

    [Test]
    public void A_condition_has_its_limits()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Said(Nested("(", ")", 50)), Is.Empty);
            Assert.That(Said(Nested("(", ")", 51)), Is.EqualTo("52 STR204: The condition is nested deeper than 50. Split the cohort in two."));
            Assert.That(Said(Nested("not ", "", 51)), Does.Contain("STR204: The condition is nested deeper than 50."));
            Assert.That(Said(Nested("any of (", ")", 51)), Does.Contain("STR204: The condition is nested deeper than 50."));
            Assert.That(Said(string.Join(" or ", Enumerable.Repeat("ckd", 499))), Is.Empty);
            Assert.That(Said(string.Join(" or ", Enumerable.Repeat("ckd", 500))), Does.Contain("STR204: The condition has more than 500 parts."));
            Assert.That(Said($"age in ({string.Join(',', Enumerable.Repeat("1", 500))})"), Does.Contain("STR204: The condition has more than 500 parts."));
            Assert.That(Said(new string(' ', 4001)), Is.EqualTo("1 STR204: The condition has 4001 characters; the most is 4000. Split the cohort in two."));
            Assert.That(Said("count of (copd, count of (ckd, asthma) >= 1) >= 1"), Is.EqualTo("17 STR204: A count stands inside another count. Write the inner one with 'any of' or 'all of', or make it a cohort of its own."));
        });
    }

    private static string Nested(string open, string close, int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "ckd" + string.Concat(Enumerable.Repeat(close, depth));

    /// <summary>Column, code, message and hint of each problem.</summary>
    private static string Said(string condition)
    {
        var problems = new List<Problem>();
        var criterion = ConditionParser.Parse(condition, offset => new Place("x.yml", 1, offset + 1), problems);
        Assert.That(criterion is null, Is.EqualTo(problems.Count > 0));
        return string.Join('|', problems.Select(problem => $"{problem.Place!.Column} {problem.Code}: {problem.Message} {problem.Hint}".Trim()));
    }
}
