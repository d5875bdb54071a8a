using Stratify.Linkage.Probabilistic;
using Stratify.Settings;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>How a record without a number agrees with a person of the register, comparison by comparison.</summary>
public sealed class LinkComparisonSpec
{
    [TestCase("SMITH", "JOHN", "the same | the same")]
    [TestCase("SMYTH", "JOHN", "alike (Jaro-Winkler 0.88) | the same", Description = "0.8933")]
    [TestCase("SMITHH", "JOHN", "nearly the same (Jaro-Winkler 0.92) | the same")]
    [TestCase("SMITTEN", "JOHN", "a little alike (Jaro-Winkler 0.70) | the same")]
    [TestCase("KOWALSKI", "JOHN", "different | the same")]
    [TestCase("JOHN", "SMITH", "swapped with the given name | ", Description = "and says no more of the given name")]
    [TestCase("SMITH", "J", "the same | ", Description = "an initial is compared on its own")]
    [TestCase("", "JOHN", " | the same")]
    [TestCase("SMITH", "UNKNOWN", "the same | ")]
    public void Names_agree(string family, string given, string agreed) =>
        Assert.That(Agreement(family, given, "1960-03-12", "TA19 0AB", "family_name", "given_name"), Is.EqualTo(agreed));

    [TestCase("J", "the same")]
    [TestCase("K", "different")]
    [TestCase("JOHN", "")]
    public void A_bare_initial_agrees(string given, string agreed) =>
        Assert.That(Agreement("SMITH", given, "1960-03-12", "TA19 0AB", "given_initial"), Is.EqualTo(agreed));

    [TestCase("1960-03-12", "the same")]
    [TestCase("1960-03-17", "one digit different, or two next to each other swapped")]
    [TestCase("1960-03-21", "one digit different, or two next to each other swapped")]
    [TestCase("1960-12-03", "day and month swapped")]
    [TestCase("1971-03-12", "two of year, month and day the same")]
    [TestCase("1960-11-25", "the same year")]
    [TestCase("1985-07-30", "different")]
    [TestCase("", "")]
    [TestCase("1900-01-01", "")]
    public void Birth_dates_agree(string born, string agreed) => Assert.That(Agreement("SMITH", "JOHN", born, "TA19 0AB", "birth_date"), Is.EqualTo(agreed));

    [TestCase("TA19 0AB", "the same")]
    [TestCase("TA19 0CD", "the same sector")]
    [TestCase("TA19 9AB", "the same district")]
    [TestCase("TA1 0AB", "different")]
    [TestCase("ZZ99 3VZ", "", Description = "no fixed abode is no address")]
    [TestCase("", "")]
    public void Postcodes_agree(string postcode, string agreed) => Assert.That(Agreement("SMITH", "JOHN", "1960-03-12", postcode, "postcode"), Is.EqualTo(agreed));

    [TestCase("14 HIGH STREET", "", "the same property")]
    [TestCase("14 HIGH ST", "", "the same numbers, or as good as the same line")]
    [TestCase("HIGH STREET 14", "", "the same numbers, or as good as the same line")]
    [TestCase("16 HIGH STREET", "", "another house", Description = "however alike the lines")]
    [TestCase("FLAT 2 14 HIGH STREET", "", "another house")]
    [TestCase("", "", "", Description = "an address not known tells nothing")]
    [TestCase("THE OLD HOUSE", "000100012345678", "the same property", Description = "by the number of the property, whatever the line says")]
    [TestCase("", "100012345678", "the same property")]
    [TestCase("", "100099999999", "another house")]
    public void Addresses_agree(string address, string uprn, string agreed) =>
        Assert.That(AddressAgreement(("14 HIGH STREET", "100012345678", "TA19 0AB"), (address, uprn, "TA19 0AB")), Is.EqualTo($"the same | {agreed}"));

    [TestCase("ROSE COTTAGE MILL LANE", "ROSE COTAGE MILL LANE", "the same numbers, or as good as the same line")]
    [TestCase("ROSE COTTAGE MILL LANE", "THE OLD FORGE", "another house")]
    [TestCase("FLAT 2 14 HIGH STREET", "14 2 HIGH ST", "the same numbers, or as good as the same line")]
    public void A_house_without_a_number_is_compared_by_its_line(string one, string other, string agreed) =>
        Assert.That(AddressAgreement((one, "", "TA19 0AB"), (other, "", "TA19 0AB")), Is.EqualTo($"the same | {agreed}"));

    [TestCase("TA19 0CD", "", "the same sector | ", Description = "another postcode says all that an address would")]
    [TestCase("TA19 0CD", "100012345678", "the same | the same property", Description = "a mistyped postcode of one property")]
    [TestCase("", "100012345678", "the same | the same property")]
    [TestCase("", "", " | ")]
    public void An_address_is_compared_within_its_postcode(string postcode, string uprn, string agreed) =>
        Assert.That(AddressAgreement(("14 HIGH STREET", "100012345678", "TA19 0AB"), ("14 HIGH STREET", uprn, postcode)), Is.EqualTo(agreed));

    private static string AddressAgreement((string Address, string Uprn, string Postcode) register, (string Address, string Uprn, string Postcode) record)
    {
        using var flow = new Flow { Linkage = new LinkageSettings { Probabilistic = true } }
            .Land("gp_registrations", $"""
                nhs_number | patient_id | family_name | given_name | birth_date | sex | practice | start_date | address | uprn | postcode
                101        | p1         | SMITH       | JOHN       | 1960-03-12 | 1   | A81001   | 2010-01-01 | {register.Address} | {register.Uprn} | {register.Postcode}
                """)
            .Land("social_care_services", $"""
                authority | source_id | family_name | given_name | birth_date | start_date | address | uprn | postcode
                LA1       | s1        | SMITH       | JON        | 1960-03-12 | 2024-06-01 | {record.Address} | {record.Uprn} | {record.Postcode}
                """)
            .Link();
        return Said(flow, "postcode", "address");
    }

    [Test]
    public void Of_two_ways_in_which_the_register_names_somebody_the_one_that_agrees_counts()
    {
        using var flow = new Flow { Linkage = new LinkageSettings { Probabilistic = true } }
            .Land("gp_registrations", """
                nhs_number | patient_id | family_name | given_name | birth_date | sex | postcode | practice | start_date
                101        | p1         | JONES       | ANN        | 1960-03-12 | 2   | TA1 1AA  | A81001   | 2010-01-01
                101        | p1         | SMITH       | ANN        | 1960-03-12 | 2   | TA19 0AB | A81001   | 2024-06-01
                """)
            .Land("social_care_services", """
                authority | source_id | family_name | given_name | birth_date | postcode | start_date
                LA1       | s1        | JONES       | ANNE       | 1960-03-12 | TA19 0AB | 2024-06-01
                """)
            .Link();

        Assert.That(Said(flow, "family_name", "postcode"), Is.EqualTo("the same | the same"));
    }

    /// <summary>Jaro's similarity and Winkler's bonus written out from their definition, with no eye to speed (half of the letters out of order, rounded down, as in Winkler's own strcmp95); and values computed in R.</summary>
    [Test]
    public void Names_are_alike_as_Jaro_and_Winkler_define_it()
    {
        var random = new Xoshiro(3);
        string[] names = [.. Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.NextInt(9)).Select(_ => "ABELMN"[random.NextInt(6)])))];
        using var flow = new Flow();
        var pairs = string.Join(", ", from one in names from other in names where one != other select $"('{one}', '{other}')");
        var found = flow.Warehouse.Query($"""
            select s_family_name, p_family_name, coalesce(family_winkler, 0) as winkler
            from (select *, {PairSql.Winkler("family")} from (select *, {PairSql.Jaro("family")} from (values {pairs}, ('MARTHA', 'MARHTA'), ('DIXON', 'DICKSONX'), ('DWAYNE', 'DUANE'), ('SMITH', 'SMYTH')) as pair (s_family_name, p_family_name)))
            """);

        Assert.Multiple(() =>
        {
            foreach (var row in found.Rows)
            {
                var defined = Winkler((string)row[0]!, (string)row[1]!);
                Assert.That((double)row[2]!, defined >= 0.7 ? Is.EqualTo(defined).Within(1e-12) : Is.LessThan(0.7), $"{row[0]} and {row[1]}");
            }
            Assert.That(found.Rows.TakeLast(4).Select(row => Math.Round((double)row[2]!, 10)), Is.EqualTo(new[] { 0.9611111111, 0.8133333333, 0.84, 0.8933333333 }));
        });
    }

    [TestCase("ROBERT", "R163")]
    [TestCase("RUPERT", "R163")]
    [TestCase("ASHCRAFT", "A261")]
    [TestCase("TYMCZAK", "T522")]
    [TestCase("PFISTER", "P236")]
    [TestCase("HONEYMAN", "H555")]
    [TestCase("LEE", "L000")]
    [TestCase("张伟", null)]
    public void Names_sound_as_the_census_of_the_United_States_has_it(string name, string? sound) => Assert.That(Soundex.Of(name), Is.EqualTo(sound));

    [Test]
    public void A_pattern_is_one_number_and_back()
    {
        int[] levels = [5, -1, 1, 0, 3, -1, 2];

        Assert.That(PatternCode.Levels(PatternCode.Of(levels)), Is.EqualTo(levels));
    }

    /// <summary>Beside the record is one that no rule links and no block finds: a file whose records are all linked by rules is not compared.</summary>
    private static string Agreement(string family, string given, string born, string postcode, params string[] comparisons)
    {
        using var flow = new Flow { Linkage = new LinkageSettings { Probabilistic = true } }
            .Land("gp_registrations", """
                nhs_number | patient_id | family_name | given_name | birth_date | sex | postcode | practice | start_date
                101        | p1         | SMITH       | JOHN       | 1960-03-12 | 1   | TA19 0AB | A81001   | 2010-01-01
                """)
            .Land("social_care_services", $"""
                authority | source_id | family_name | given_name | birth_date | postcode   | start_date
                LA1       | s1        | {family}    | {given}    | {born}     | {postcode} | 2024-06-01
                LA1       | s2        | NOBODY      | KNOWN      |            |            | 2024-06-01
                """)
            .Link();
        return Said(flow, comparisons);
    }

    private static string Said(Flow flow, params string[] comparisons)
    {
        var levels = PatternCode.Levels((int)flow.Warehouse.Count("select pattern::bigint from link_pattern"));
        return string.Join(" | ", comparisons.Select(name => Comparisons.All.Select((comparison, i) => (comparison, i)).Single(one => one.comparison.Name == name))
            .Select(one => levels[one.i] < 0 ? "" : one.comparison.Level(levels[one.i]).Says));
    }

    private static double Winkler(string one, string other)
    {
        var window = (Math.Max(one.Length, other.Length) / 2) - 1;
        var (taken, left) = (new bool[other.Length], new List<char>());
        for (var i = 0; i < one.Length; i++)
        {
            var j = Enumerable.Range(0, other.Length).FirstOrDefault(j => !taken[j] && other[j] == one[i] && Math.Abs(i - j) <= window, -1);
            if (j < 0) { continue; }
            taken[j] = true;
            left.Add(one[i]);
        }
        if (left.Count == 0) { return 0; }
        var turned = left.Zip(other.Where((_, j) => taken[j])).Count(pair => pair.First != pair.Second) / 2;
        double same = left.Count;
        var jaro = ((same / one.Length) + (same / other.Length) + ((same - turned) / same)) / 3;
        var prefix = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Take(4).Count();
        return jaro + (prefix * 0.1 * (1 - jaro));
    }
}
