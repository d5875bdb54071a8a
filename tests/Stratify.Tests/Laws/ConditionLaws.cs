using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Stratify.Cohorts;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Laws;

/// <summary>What is true of any condition, asked of a thousand people. <c>STRATIFY_CASES</c> sets how many conditions are tried, where it is not 100,000.</summary>
public sealed class ConditionLaws
{
    private const int AtOnce = 20, Threads = 2;

    private static readonly IReadOnlyList<MadeUp> Town = CohortConditions.People.Sample(1000, seed: 7);

    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("STRATIFY_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 100_000;

    [Test]
    public void Compiled_sql_and_the_oracle_agree_on_every_person_and_a_condition_its_opposite_and_what_is_unknown_part_everybody()
    {
        var seen = InThreads((questions, thread) =>
        {
            var (oracle, truths) = (new Oracle(Town), new HashSet<bool?>());
            foreach (var conditions in Drawn(Cases, CohortConditions.OfAnyDepth(3), seed: 1, thread)) { truths.UnionWith(Agree(questions, oracle, conditions)); }
            return truths;
        });

        Assert.That(seen.SelectMany(truths => truths).Distinct(), Is.EquivalentTo(new bool?[] { true, false, null }), "The conditions tried tell nothing apart.");
    }

    /// <summary>The opposite is true where the condition is false, false where it is true, and unknown of the same people.</summary>
    private static HashSet<bool?> Agree(CohortQuestions questions, Oracle oracle, string[] conditions)
    {
        List<Criterion> criteria = [.. conditions.Select(CohortEngine.Read)];
        var answers = questions.Ask([.. criteria, .. conditions.Select(condition => CohortEngine.Read($"not ({condition})"))]);
        var seen = new HashSet<bool?>();
        for (var i = 0; i < conditions.Length; i++)
        {
            var truths = oracle.Ask(criteria[i]);
            if (!answers[i].AsSpan().SequenceEqual(truths) || !answers[conditions.Length + i].AsSpan().SequenceEqual([.. truths.Select(truth => !truth)])) { Assert.Fail($"The engine and the oracle differ on {conditions[i]}"); }
            // The first of a batch will do to see that all three are met with.
            if (i == 0) { seen.UnionWith(truths); }
        }
        return seen;
    }

    /// <summary>
    /// De Morgan, double negation, and that order does not matter: each condition is tried in one of them, in turn. A tenth of the cases, for
    /// whatever agrees with the oracle obeys them too.
    /// </summary>
    [Test]
    public void Logic_holds_in_compiled_sql() => InThreads((questions, thread) =>
    {
        foreach (var conditions in Drawn(Cases / 10, CohortConditions.OfAnyDepth(1), seed: 2_000_000, thread))
        {
            var same = conditions.Select((a, i) => Same(a, conditions[Math.Max(0, i - 1)], i % 3)).ToList();
            var answers = questions.Ask([.. same.SelectMany(pair => (Criterion[])[CohortEngine.Read(pair.One), CohortEngine.Read(pair.Other)])]);
            for (var i = 0; i < same.Count; i++)
            {
                if (!answers[2 * i].AsSpan().SequenceEqual(answers[(2 * i) + 1])) { Assert.Fail($"{same[i].One} is not {same[i].Other}"); }
            }
        }
        return true;
    });

    /// <summary>Half of the cases on each of two threads, which ask a warehouse of their own.</summary>
    private static List<T> InThreads<T>(Func<CohortQuestions, int, T> test) => [.. Enumerable.Range(0, Threads).AsParallel().WithDegreeOfParallelism(Threads).Select(thread =>
    {
        using var questions = new CohortQuestions(Town);
        return test(questions, thread);
    })];

    private static (string One, string Other) Same(string a, string b, int law) => law switch
    {
        0 => ($"not (({a}) and ({b}))", $"not ({a}) or not ({b})"),
        1 => ($"({a}) and ({b})", $"({b}) and ({a})"),
        _ => ($"not not ({a})", a),
    };

    [Test]
    public void A_damaged_text_is_read_or_refused_with_its_place()
    {
        var damaged =
            from condition in CohortConditions.OfAnyDepth(3)
            from cut in Gen.Choose(0, condition.Length)
            from length in Gen.Choose(0, 5)
            from inserted in Gen.Elements("", "(", ")", ",", "\"", "'", "£", "%", "-", "#", "\0", "\uD800", "is", " not ", "9999999999999999", "£5,0", "é", "\n", "any of (", "𝄞", "\u202E", "total", " of ")
            select string.Concat(condition.AsSpan(0, cut), inserted, condition.AsSpan(Math.Min(condition.Length, cut + length)));
        var (refused, different) = (0, new HashSet<string>());
        foreach (var text in Drawn(Cases, damaged, seed: 3_000_000).SelectMany(texts => texts))
        {
            different.Add(text);
            var problems = new List<Problem>();
            var criterion = ConditionParser.Parse(text, offset => new Place("x.yml", 1, offset + 1), problems);
            refused += problems.Count > 0 ? 1 : 0;
            Assert.That(criterion is null == problems.Count > 0 && problems.All(problem => problem.Place!.Column >= 1 && problem.Place.Column <= text.Length + 1 && problem.Message.Length > 0), text);
        }

        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.InRange(Cases / 10, Cases - (Cases / 100)), "Damage was always or never seen.");
            Assert.That(different, Has.Count.GreaterThan(Cases / 2));
        });
    }

    /// <summary>In batches, and the same ones every time: every batch, or every second one for either of two threads.</summary>
    private static IEnumerable<T[]> Drawn<T>(int cases, Gen<T> gen, ulong seed, int? thread = null) =>
        Enumerable.Range(0, (cases + AtOnce - 1) / AtOnce).Where(batch => thread is null || batch % Threads == thread)
            .Select(batch => gen.Sample(Math.Min(AtOnce, cases - (batch * AtOnce)), Stream(seed + (ulong)batch), 10).ToArray());

    /// <summary>Neighbouring numbers give streams that have nothing to do with each other, which a small gamma does not.</summary>
    private static Rnd Stream(ulong number) => unchecked(new Rnd((number + 1) * 0xD1342543DE82EF95, 0x9E3779B97F4A7C15));
}
