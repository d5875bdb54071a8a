using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>Where the reading of a condition stands among its words, and the limits that keep reading finite.</summary>
internal sealed class WordCursor(IReadOnlyList<Word> words, Func<int, Place> placeAt)
{
    private int _next;
    private int _depth;
    private int _nodes;

    public Word Here => words[_next];

    public Word Ahead => words[Math.Min(_next + 1, words.Count - 1)];

    public Place Place => PlaceOf(Here);

    public Place PlaceOf(Word word) => placeAt(word.At);

    public bool Take(string text)
    {
        if (!Here.Is(text)) { return false; }
        _next++;
        return true;
    }

    /// <summary>The word here, which is not the end.</summary>
    public Word Take() => words[_next++];

    public void Expect(string text, string hint = "")
    {
        if (!Take(text)) { throw Unexpected($"'{text}'", hint); }
    }

    public Comparison? TakeComparison()
    {
        Comparison? comparison = Here is not { Kind: WordKind.Sign } ? null : Here.Text switch
        {
            "=" => Comparison.Equal,
            "<>" or "!=" => Comparison.NotEqual,
            "<" => Comparison.Less,
            "<=" => Comparison.LessOrEqual,
            ">" => Comparison.Greater,
            ">=" => Comparison.GreaterOrEqual,
            _ => null,
        };
        if (comparison is not null) { _next++; }
        return comparison;
    }

    /// <summary>Reads a part one level down; the stack of the process would not hold any depth.</summary>
    public Criterion Deeper(Func<Criterion> part)
    {
        if (++_depth > ConditionParser.MaxDepth) { throw Stop(ProblemKinds.ConditionTooBig, Here, $"The condition is nested deeper than {ConditionParser.MaxDepth}.", "Split the cohort in two."); }
        var criterion = part();
        _depth--;
        return criterion;
    }

    public Criterion Count(Criterion criterion)
    {
        CountNodes(1, criterion.Place);
        return criterion;
    }

    public void CountNodes(int more, Place place)
    {
        _nodes += more;
        if (_nodes > ConditionParser.MaxNodes)
        {
            throw new DefinitionException(ProblemKinds.ConditionTooBig.At(place, $"The condition has more than {ConditionParser.MaxNodes} parts.", "Split the cohort in two."));
        }
    }

    public DefinitionException Unexpected(string expected, string hint = "") =>
        Stop(ProblemKinds.ConditionSyntax, Here, $"Here should stand {expected}, not {Here.Shown}.", hint);

    public DefinitionException Stop(ProblemKind kind, Word word, string message, string hint) => new(kind.At(PlaceOf(word), message, hint));
}
