using System.Globalization;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>
/// Reads a condition such as <c>dementia and conditions >= 3</c> into a <see cref="Criterion"/>.
/// A fault of grammar ends the reading of this condition; unknown fields and wrong types are all reported.
/// </summary>
public sealed class ConditionParser
{
    public const int MaxCharacters = 4_000;
    public const int MaxDepth = 50;
    public const int MaxNodes = 500;

    private readonly WordCursor _words;
    private readonly ConditionTypes _types;
    private bool _inCount;

    private ConditionParser(WordCursor words, ConditionTypes types) => (_words, _types) = (words, types);

    /// <summary>Words that are no field's name.</summary>
    public static IReadOnlyList<string> Reserved { get; } =
        ["and", "or", "not", "between", "in", "is", "missing", "any", "all", "none", "count", "of", "everyone", "top", "percentile"];

    /// <param name="placeAt">Where a character of the text, counted from 0, stands in its file.</param>
    /// <param name="fields">What conditions may name; those of every run when none are given.</param>
    /// <returns>Null when there was a fault; it is then in the list.</returns>
    public static Criterion? Parse(string text, Func<int, Place> placeAt, List<Problem> problems, KnownFields? fields = null)
    {
        var before = problems.Count;
        if (text.Length > MaxCharacters)
        {
            problems.Add(ProblemKinds.ConditionTooBig.At(placeAt(0), $"The condition has {text.Length.ToString(CultureInfo.InvariantCulture)} characters; the most is {MaxCharacters}.", "Split the cohort in two."));
            return null;
        }
        var words = Words.Read(text, placeAt, problems);
        if (problems.Count > before) { return null; }
        try
        {
            var criterion = new ConditionParser(new WordCursor(words, placeAt), new ConditionTypes(fields ?? PersonYearFields.Shipped, placeAt, problems)).Whole();
            return problems.Count > before ? null : criterion;
        }
        catch (DefinitionException fault)
        {
            problems.AddRange(fault.Problems);
            return null;
        }
    }

    private Criterion Whole()
    {
        var criterion = Or();
        if (_words.Here.Kind == WordKind.End) { return criterion; }
        throw _words.Unexpected("'and', 'or' or the end", _words.Here.Text switch
        {
            "," => "Numbers have no comma: 5000. Amounts may: £5,000.",
            ")" => "A bracket is closed here that was never opened.",
            _ => "",
        });
    }

    private Criterion Or() => Chain("or", And, (place, items) => new AnyOf(place, items));

    private Criterion And() => Chain("and", Not, (place, items) => new AllOf(place, items));

    private Criterion Chain(string between, Func<Criterion> part, Func<Place, IReadOnlyList<Criterion>, Criterion> whole)
    {
        var place = _words.Place;
        var items = new List<Criterion> { part() };
        while (_words.Take(between)) { items.Add(part()); }
        return items.Count == 1 ? items[0] : _words.Count(whole(place, items));
    }

    private Criterion Not()
    {
        var place = _words.Place;
        return _words.Take("not") ? _words.Count(new Not(place, _words.Deeper(Not))) : Primary();
    }

    private Criterion Primary()
    {
        if (_words.Take("(")) { return Closed(_words.Deeper(Or)); }
        var word = _words.Here;
        var place = _words.Place;
        if (_words.Take("everyone")) { return _words.Count(new Everyone(place)); }
        if (_words.Take("any")) { return _words.Count(new AnyOf(place, Listed())); }
        if (_words.Take("all")) { return _words.Count(new AllOf(place, Listed())); }
        if (_words.Take("none")) { return Negated(true, new AnyOf(place, Listed())); }
        if (_words.Take("count")) { return Count(word); }
        if (word.Kind == WordKind.Name && !IsReserved(word)) { return OfField(_words.Take()); }
        throw _words.Unexpected("a condition", word.Kind is WordKind.Number or WordKind.Pounds or WordKind.Percent or WordKind.Text ? "The field comes first, as in: age >= 65." : "");
    }

    private Criterion Closed(Criterion criterion)
    {
        _words.Expect(")", "A bracket that was opened is never closed.");
        return criterion;
    }

    private List<Criterion> Listed()
    {
        _words.Expect("of");
        _words.Expect("(");
        var items = new List<Criterion> { _words.Deeper(Or) };
        while (_words.Take(",")) { items.Add(_words.Deeper(Or)); }
        _words.Expect(")", "More conditions are put behind a comma.");
        return items;
    }

    /// <summary>Counts do not hold counts: each would double the SQL of the one inside.</summary>
    private Criterion Count(Word word)
    {
        if (_inCount) { throw _words.Stop(ProblemKinds.ConditionTooBig, word, "A count stands inside another count.", "Write the inner one with 'any of' or 'all of', or make it a cohort of its own."); }
        _inCount = true;
        var count = new CountOf(_words.PlaceOf(word), Listed(), 0, null);
        _inCount = false;
        var negated = TakeNot("between");
        if (_words.Take("between"))
        {
            var from = WholeNumber();
            _words.Expect("and", "Write: between 2 and 4, both included.");
            var high = _words.Here;
            var to = WholeNumber();
            if (to < from) { throw _words.Stop(ProblemKinds.ConditionType, high, "Nothing lies between these two.", "The smaller comes first."); }
            return Negated(negated, count with { From = from, To = to });
        }
        var comparison = _words.TakeComparison() ?? throw _words.Unexpected("a comparison", "A count is compared, as in: count of (copd, asthma, ckd) >= 2.");
        var number = WholeNumber();
        return Negated(comparison == Comparison.NotEqual, comparison switch
        {
            Comparison.GreaterOrEqual => count with { From = number },
            Comparison.Greater => count with { From = number + 1 },
            Comparison.LessOrEqual => count with { To = number },
            Comparison.Less => count with { To = number - 1 },
            _ => count with { From = number, To = number },
        });
    }

    private int WholeNumber()
    {
        if (_words.Here is not { Kind: WordKind.Number, Number: >= 0 and <= MaxNodes } word || word.Number != decimal.Truncate(word.Number)) { throw _words.Unexpected("a whole number"); }
        return (int)_words.Take().Number;
    }

    private Criterion OfField(Word name)
    {
        var field = _types.Field(name);
        if (_words.Take("percentile")) { return Percentile(name, _types.Percentile(name, field)); }
        var negated = TakeNot("in", "between");
        if (_words.Take("between")) { return Negated(negated, Between(name, field)); }
        if (_words.Take("in")) { return Negated(negated, _words.Take("top") ? Top(name, field) : In(name, field)); }
        if (_words.Take("is")) { return Is(name, field); }
        return _words.Count(_words.TakeComparison() is { } comparison ? _types.Compare(name, field, comparison, Value()) : _types.Flag(name, field));
    }

    private Criterion Percentile(Word name, Operand? percentile)
    {
        var negated = TakeNot("between");
        if (_words.Take("between")) { return Negated(negated, Between(name, percentile)); }
        var comparison = _words.TakeComparison() ?? throw _words.Unexpected("a comparison", "A percentile is compared, as in: cost percentile >= 95.");
        return _words.Count(_types.Compare(name, percentile, comparison, Value()));
    }

    private Criterion Between(Word name, Operand? left)
    {
        var low = Value();
        _words.Expect("and", "Write: between 65 and 84, both included.");
        return _types.Between(name, left, low, Value());
    }

    private Criterion In(Word name, Operand? left)
    {
        _words.Expect("(", "Values stand in brackets, as in: in (1, 2); or write: in top 5%.");
        var values = new List<Word> { Value() };
        while (_words.Take(",")) { values.Add(Value()); }
        _words.Expect(")", "More values are put behind a comma.");
        _words.CountNodes(values.Count, _words.PlaceOf(name));
        return _types.In(name, left, values);
    }

    private Criterion Top(Word name, Operand? left)
    {
        if (_words.Here is not { Kind: WordKind.Percent, Number: > 0 and <= 100 }) { throw _words.Unexpected("a percentage above 0%, up to 100%", "As in: cost in top 5%."); }
        var percent = _words.Take().Number;
        if (!_words.Take("of")) { return _types.Top(name, left, percent); }
        _words.Expect("total", "Write: in top 5% for people, in top 50% of total for their share of it.");
        return _types.TopOfTotal(name, left, percent);
    }

    private Criterion Is(Word name, Operand? left)
    {
        var negated = _words.Take("not");
        return _words.Take("missing")
            ? Negated(negated, _types.Missing(name, left))
            : _words.Count(_types.Compare(name, left, negated ? Comparison.NotEqual : Comparison.Equal, Value()));
    }

    private Word Value() => _words.Here.Kind is WordKind.Sign or WordKind.End || IsReserved(_words.Here) ? throw _words.Unexpected("a value") : _words.Take();

    /// <summary>The <c>not</c> of <c>not in</c> and <c>not between</c>.</summary>
    private bool TakeNot(params string[] before) => _words.Here.Is("not") && before.Any(_words.Ahead.Is) && _words.Take("not");

    private Criterion Negated(bool negated, Criterion criterion) => negated ? _words.Count(new Not(criterion.Place, _words.Count(criterion))) : _words.Count(criterion);

    private static bool IsReserved(Word word) => word.Kind == WordKind.Name && Reserved.Contains(word.Text, StringComparer.OrdinalIgnoreCase);
}
