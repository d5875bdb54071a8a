using Stratify.Linkage.Probabilistic;
using Stratify.Settings;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Who a record without a number is held to be of, in a town where everybody but those drawn is found.</summary>
public sealed class LinkChoiceSpec
{
    /// <summary>Records of others in the town, whose rows come before those drawn.</summary>
    private const int Others = 500;

    private static readonly long Drawn = Flow.FirstFilled("social_care_services") + Others;

    private static readonly string?[][] Register =
    [
        ["1", "p1", "A81001", "2010-01-01", "QUAIFE", "ROSAMUND", "1951-08-19", "TA20 1AA", "2"],
        ["2", "p2", "A81001", "2010-01-01", "QUAIFE", "HERBERT", "1990-02-11", "TA20 1AA", "1"],
        ["3", "p3", "A81001", "2010-01-01", "QUAIFE", "LEOPOLD", "1990-02-11", "TA20 1AA", "1"],
        [null, "p4", "A81001", "2010-01-01", "ZEBEDEE", "OTTOLINE", "1962-05-30", "TA20 2BB", "2"],
    ];

    private static readonly (string?[] Cells, string Grade, string Reason, string Why)[] Records =
    [
        ([null, "QUAYFE", "ROSAMUND", "1951-08-19", "TA20 1AA"], "P", "likely by name, birth date, address and sex", "misspelt"),
        ([null, "QUAYFE", "ROSAMUND", "1951-08-19", "TA20 1AA"], "P", "likely by name, birth date, address and sex", "a row that says the same is the same record"),
        ([null, "QUAIFE", "ROSAMUND", "1951-08-19", "TA20 1AA"], "C", "name and birth date", "rules come first"),
        ([null, "QUAIFE", null, "1990-02-11", "TA20 1AA"], "U", "fits several people equally well", "a twin without a given name"),
        ([null, "QUAYFE", "HERBERT", "1990-02-11", "TA20 1AA"], "P", "likely by name, birth date, address and sex", "a twin with one"),
        ([null, "QUAIFE", "ALGERNON", "1951-08-19", "TA20 9ZZ"], "U", "name and birth date of nobody", "another of the name and birth date"),
        ([null, "ZEBIDEE", "OTTOLINE", "1962-05-30", "TA20 2BB"], "P", "likely by name, birth date, address and sex", "a person without a number is on the register too"),
        ([null, "ARBUTHNOT", "MILDRED", "1933-03-03", "TA20 7CC"], "U", "name and birth date of nobody", "somebody else"),
        ([null, null, null, "1951-08-19", null], "U", "nothing to link by", "a birth date alone"),
        (["999", "QUAYFE", "ROSAMUND", "1951-08-19", "TA20 1AA"], "U", "number not on the register", "a usable number is never overruled"),
    ];

    [Test]
    public void A_record_without_a_number_is_of_whoever_fits()
    {
        using var flow = Town(new LinkageSettings { Probabilistic = true }, [.. Records.Select(record => record.Cells)]).Link();
        var found = flow.Warehouse.Query($"select grade, reason from person_link where dataset = 'social_care_services' and row_id >= {Drawn} order by row_id").Rows;

        Assert.Multiple(() =>
        {
            foreach (var (record, row) in Records.Zip(found)) { Assert.That($"{row[0]}: {row[1]}", Is.EqualTo($"{record.Grade}: {record.Reason}"), record.Why); }
            Assert.That(found, Has.Count.EqualTo(Records.Length));
            Assert.That(NamesIn(flow), Is.Empty, "names are gone when linkage is done");
        });
    }

    /// <summary>Records that a rule linked were weighed too, since a file's habits are learnt from all its rows; what was decided of them is not kept.</summary>
    [Test]
    public void What_a_run_keeps_explains_its_choices_to_the_last_digit()
    {
        using var flow = Town(new LinkageSettings { Probabilistic = true }, [.. Records.Select(record => record.Cells)]).Link();
        var decided = flow.Warehouse.Query("""
            select dataset, source_id, outcome, link_choice.probability, weight
            from link_choice
            join probable_link using (source_key)
            join event using (dataset, row_id)
            order by dataset, source_id
            """).Rows.Select(row => (Dataset: (string)row[0]!, Key: (string)row[1]!, Outcome: (string)row[2]!, Probability: (double)row[3]!, Weight: (double)row[4]!)).ToList();
        var folder = flow.KeepEvidence();

        Assert.Multiple(() =>
        {
            Assert.That(decided, Has.Count.GreaterThan(20));
            Assert.That(PublishedEvidence.Choices(folder), Is.EqualTo(decided.Select(choice => (choice.Dataset, choice.Key, choice.Outcome, choice.Probability))));
            foreach (var choice in decided.Where((_, i) => i % 8 == 0))
            {
                var again = PublishedEvidence.Decision(folder, choice.Dataset, choice.Key)!;
                Assert.That((again.Outcome, again.Why.Weight, again.Why.Probability), Is.EqualTo((choice.Outcome, choice.Weight, choice.Probability)), "added up again");
            }
        });
    }

    [Test]
    public void Of_two_deaths_that_fit_one_person_the_better_is_linked()
    {
        var town = new LinkageTown(2000, 21);
        using var flow = new Flow { Linkage = new LinkageSettings { Probabilistic = true } }
            .Fill("gp_registrations", LinkageTown.RegisterColumns, [.. town.People.Select(LinkageTown.Register), .. Register])
            .Fill("deaths", ["nhs_number", "source_id", "family_name", "given_name", "birth_date", "death_date"],
            [
                .. town.People.Take(300).Select((person, i) => (string?[])[null, $"x{i}", .. town.Cells(town.Record(person), 0)[..3], "2024-07-01"]),
                [null, "good", "QUAYFE", "ROSAMUND", "1951-08-19", "2024-07-01"],
                [null, "worse", "QUAYFE", "ROSAMUN", "1951-08-19", "2024-09-01"],
            ])
            .Link();

        Assert.That(flow.Draw($"select grade, reason from person_link where row_id >= {Flow.FirstFilled("deaths") + 300} and dataset = 'deaths' order by row_id"), Is.EqualTo(Table.Normal("""
            grade | reason
            P     | likely by name, birth date, address and sex
            U     | another record fits the person better
            """)));
    }

    [Test]
    public void A_block_that_is_too_large_is_left_out_and_counted()
    {
        using var flow = Town(new LinkageSettings { Probabilistic = true, Block = 3 }, Records[0].Cells).Link();

        var capped = flow.Warehouse.Query("select says, capped, pairs_left_out, pairs from link_block where capped > 0 order by rule");
        Assert.Multiple(() =>
        {
            Assert.That(capped.Count, Is.Positive);
            Assert.That(capped.Rows.Select(row => (long)row[2]!), Is.All.GreaterThan(3));
            Assert.That(flow.Draw($"select grade from person_link where row_id = {Drawn}"), Is.EqualTo("grade\nP"), "small blocks find it");
        });
    }

    [Test]
    public void Nothing_is_compared_unless_the_job_asks()
    {
        using var flow = Town(new LinkageSettings(), Records[0].Cells).Link();

        Assert.Multiple(() =>
        {
            Assert.That(flow.Draw($"select grade, reason, probability from person_link where row_id = {Drawn}"), Is.EqualTo("grade | reason | probability\nU | name and birth date of nobody | "));
            Assert.That(flow.Warehouse.Count("select count(*) from information_schema.tables where table_name in ('link_model', 'link_spine')"), Is.Zero);
        });
    }

    [Test]
    public void A_job_whose_extracts_carry_no_names_has_nothing_to_compare()
    {
        using var flow = new Flow { Linkage = new LinkageSettings { Probabilistic = true } }
            .Land("gp_registrations", "nhs_number | patient_id | birth_date | practice\n1 | p1 | 1940-05-17 | A81001")
            .Land("gp_appointments", "nhs_number | source_id | appointment_date | status\n1 | a | 2024-05-01 | FINISHED\n | b | 2024-05-01 | FINISHED")
            .Run();

        Assert.That(flow.Draw("select grade, reason from person_link order by row_id"), Is.EqualTo("grade | reason\nB | number\nU | nothing to link by"));
    }

    /// <summary>By hand, in bits: the weight of what two people taken at random have in common, level by level, is undone by what chance and kin make of it.</summary>
    [Test]
    public void An_explanation_adds_up_to_the_weight_that_was_decided_by()
    {
        var model = Model(lambda: 1 / 1025.0);
        // Family name the same and shared by 63 people, birth date the same and shared by 255, postcode not known, sex different; rivals of odds 1/8.
        int[] levels = [Comparisons.All[0].Best, -1, -1, Comparisons.All[3].Best, -1, 0];
        var why = LinkExplanation.Of(model, PatternCode.Of(levels), [63, 0, 0, 255, 0, 0], rivals: 0.125);

        // -10 at random; family name log2(3) + 2 for a sixteenth instead of a quarter; birth date log2(3) and none for a quarter; sex log2(0.25 / 0.75); 1 - 99.9/100 is a tenth at least.
        var expected = new[] { -10, Math.Log2(3), 2, Math.Log2(3), 0, -Math.Log2(3), -Math.Log2(0.225) };
        Assert.Multiple(() =>
        {
            Assert.That(why.Steps.Select(step => step.Bits), Is.EqualTo(expected).Within(1e-9));
            Assert.That(why.Weight, Is.EqualTo(why.Steps.Sum(step => step.Bits)));
            Assert.That(why.Probability, Is.EqualTo(Math.Pow(2, expected.Sum()) / (1 + Math.Pow(2, expected.Sum()))).Within(1e-12));
        });
    }

    /// <summary>By hand, in bits, of m 0.75 and u 0.25: of 60 people of a postcode 3 are of the house, which says log2(0.75 * 60 / 3); in a home of all 60 it says log2(0.75).</summary>
    [TestCase(2, 3.906890596)]
    [TestCase(59, -0.415037499)]
    [TestCase(0, 1.584962501, Description = "how many live there is not known: log2(3)")]
    public void Among_people_of_one_postcode_an_address_says_the_more_the_fewer_have_it(long sharers, double bits)
    {
        int[] levels = [-1, -1, -1, -1, 3, -1, 2];

        var steps = LinkExplanation.Of(Model(lambda: 0.5), PatternCode.Of(levels), [0, 0, 0, 0, 59, 0, sharers], rivals: 0).Steps;

        Assert.That(steps.Where(step => step.Name.StartsWith("address", StringComparison.Ordinal)).Sum(step => step.Bits), Is.EqualTo(bits).Within(1e-6));
    }

    [TestCase(0, 0, "contradicted", Description = "another given name and another address")]
    [TestCase(0, 3, "linked", Description = "another given name")]
    [TestCase(4, 0, "linked", Description = "another address")]
    [TestCase(-1, 0, "linked", Description = "another address, and a given name not known, which contradicts nothing")]
    public void What_two_things_contradict_is_not_linked_however_likely(int given, int postcode, string outcome)
    {
        var model = Model(lambda: 0.999);
        var pairs = new LikelyPairs([1], [1], [PatternCode.Of([5, given, -1, 5, postcode, -1])], [[0], [0], [0], [0], [0], [0]]);

        Assert.That(LinkChoice.Of(pairs, _ => model, threshold: 0.99, coverage: 0.9).Single().Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void Who_fits_two_people_equally_well_is_neither()
    {
        var pattern = (long)PatternCode.Of([5, 4, -1, 5, 3, -1]);
        var pairs = new LikelyPairs([1, 1, 2], [7, 8, 7], [pattern, pattern, pattern], [.. Comparisons.All.Select(_ => new long[3])]);

        Assert.That(LinkChoice.Of(pairs, _ => Model(lambda: 0.5), threshold: 0.99, coverage: 0.9).Select(choice => choice.Outcome), Is.EqualTo(new[] { "tie", "linked" }));
    }

    private static LinkModel Model(double lambda)
    {
        double[][] m = [.. Comparisons.All.Select(comparison => Spread(comparison, 0.75))];
        double[][] u = [.. Comparisons.All.Select(comparison => Spread(comparison, 0.25))];
        return new LinkModel("social_care_services", Records: 100, People: 1024, new AgreementMixture(lambda, m, u), _ => 0)
        {
            Evidence = LinkEvidence.Learnt,
            Says = "",
            Known = new Dictionary<string, long> { ["family_name"] = 1024, ["given_name"] = 1024, ["birth_date"] = 1024, ["postcode"] = 1024, ["property"] = 1024 },
        };
    }

    private static double[] Spread(Comparison comparison, double best) => [.. Enumerable.Repeat((1 - best) / comparison.Best, comparison.Best), best];

    /// <summary>Texts of the warehouse in which something of the drawn people is left.</summary>
    private static IEnumerable<object?[]> NamesIn(Flow flow) => flow.Warehouse
        .Query("select table_schema || '.' || table_name, column_name from information_schema.columns where data_type in ('VARCHAR', 'DATE') and table_name not like 'filled%'").Rows
        .Where(column => flow.Warehouse.Count($"select count(*) from {column[0]} where {column[1]}::varchar ilike '%QUA_FE%' or {column[1]}::varchar like '%TA20%' or {column[1]}::varchar in ('1951-08-19', '19510819')") > 0);

    private static Flow Town(LinkageSettings settings, params string?[][] drawn)
    {
        var town = new LinkageTown(2000, 21);
        return new Flow { Linkage = settings }
            .Fill("gp_registrations", LinkageTown.RegisterColumns, [.. town.People.Select(LinkageTown.Register), .. Register])
            .Fill("social_care_services", ["authority", "start_date", "source_id", "nhs_number", "family_name", "given_name", "birth_date", "postcode"],
            [
                .. town.People.Take(Others).Select((person, i) => (string?[])["LA1", "2024-05-01", $"x{i}", null, .. town.Cells(town.Record(person), 0.02)[..4]]),
                .. drawn.Select((cells, i) => (string?[])["LA1", "2024-05-01", $"s{i}", .. cells]),
            ]);
    }
}
