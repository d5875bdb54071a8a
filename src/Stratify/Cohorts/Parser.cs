using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Cohorts;

/// <summary>
/// Reads a condition into a typed tree. Names are looked up in the declared fields, so nothing that a user wrote reaches a query.
/// <c>or</c> binds loosest, then <c>and</c>, then <c>not</c>.
/// </summary>
public sealed class Parser
{
    public const int MaxLength = 4000;
    public const int MaxDepth = 50;

    private static readonly string[] Comparisons = ["=", "<>", "<", "<=", ">", ">="];
    private readonly List<Problem> _problems;
    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;

    private Parser(string text, Place place, List<Problem> problems)
    {
        _problems = problems;
        _tokens = new Lexer(text, place, problems).Read();
    }

    /// <returns>Null when there was a fault; it is in <paramref name="problems"/>, with its place.</returns>
    public static Expression? Parse(string text, Place place, List<Problem> problems)
    {
        if (text.Length > MaxLength)
        {
            problems.Add(ProblemKinds.ConditionTooBig.At(place, $"The condition is longer than {MaxLength} letters."));
            return null;
        }
        var before = problems.Count;
        var parser = new Parser(text, place, problems);
        if (problems.Count > before) { return null; }
        try
        {
            var expression = parser.Or();
            if (parser.Current.Kind != TokenKind.End) { throw parser.Expected("'and', 'or' or the end"); }
            return problems.Count == before ? expression : null;
        }
        catch (FaultException)
        {
            return null;
        }
    }

    private Token Current => _tokens[_at];

    private Expression Or()
    {
        if (++_depth > MaxDepth) { throw Fault(ProblemKinds.ConditionTooBig, Current.Place, $"The condition is nested deeper than {MaxDepth}."); }
        var parts = new List<Expression> { And() };
        while (TakeWord("or")) { parts.Add(And()); }
        _depth--;
        return parts.Count == 1 ? parts[0] : new Or(parts[0].Place, parts);
    }

    private Expression And()
    {
        var parts = new List<Expression> { Unary() };
        while (TakeWord("and")) { parts.Add(Unary()); }
        return parts.Count == 1 ? parts[0] : new And(parts[0].Place, parts);
    }

    private Expression Unary()
    {
        var negations = new Stack<Place>();
        while (Current is { Kind: TokenKind.Word, Value: "not" }) { negations.Push(Take().Place); }
        var inner = Primary();
        while (negations.TryPop(out var place)) { inner = new Not(place, inner); }
        return inner;
    }

    private Expression Primary()
    {
        var place = Current.Place;
        if (TakeSymbol("("))
        {
            var inner = Or();
            Require(")");
            return inner;
        }
        if (Current.Kind != TokenKind.Word) { throw Expected("a field or '('"); }
        if (TakeWord("everyone")) { return new Everyone(place); }
        if (TakeWords("count", "of")) { return new CountOf(place, Flags(), Comparison(), Number()); }
        if (TakeWords("any", "of")) { return new Or(place, [.. Flags().Select(flag => new Flag(place, flag))]); }
        if (TakeWords("all", "of")) { return new And(place, [.. Flags().Select(flag => new Flag(place, flag))]); }
        if (TakeWords("none", "of")) { return new Not(place, new Or(place, [.. Flags().Select(flag => new Flag(place, flag))])); }
        return OfField(place, Field());
    }

    private Expression OfField(Place place, Field field)
    {
        if (TakeWords("is", "not", "missing")) { return new Not(place, new Missing(place, field)); }
        if (TakeWords("is", "missing")) { return new Missing(place, field); }
        return field.Type switch
        {
            FieldType.Flag => OfFlag(place, field),
            FieldType.Text => OfText(place, field),
            _ => OfNumber(place, field),
        };
    }

    private Flag OfFlag(Place place, Field field) => Comparisons.Contains(Current.Value)
        ? throw Fault(ProblemKinds.ConditionType, Current.Place, $"'{field.Name}' is true or false, so it is not compared.", $"Write {field.Name}, or not {field.Name}.")
        : new Flag(place, field);

    private Expression OfText(Place place, Field field)
    {
        if (TakeWords("is", "not") || TakeSymbol("<>")) { return new Not(place, new TextIn(place, field, [Text(field)])); }
        if (TakeWord("is") || TakeSymbol("=")) { return new TextIn(place, field, [Text(field)]); }
        if (TakeWord("in")) { return new TextIn(place, field, List(() => Text(field))); }
        throw Fault(ProblemKinds.ConditionType, Current.Place, $"'{field.Name}' is text.", $"Write {field.Name} is \"…\", or {field.Name} in (\"…\", \"…\").");
    }

    private Expression OfNumber(Place place, Field field)
    {
        if (TakeWord("between"))
        {
            var from = Number();
            if (!TakeWord("and")) { throw Expected("'and'"); }
            return new Between(place, field, from, Number());
        }
        if (TakeWords("in", "top"))
        {
            var percent = Number();
            Require("%");
            return percent is > 0 and <= 100 ? new InTop(place, field, percent) : throw Fault(ProblemKinds.ConditionType, place, "The top share is more than 0% and at most 100%.");
        }
        if (TakeWord("in")) { return new NumberIn(place, field, List(Number)); }
        return new CompareNumber(place, field, Comparison(), Number());
    }

    private Field Field()
    {
        var token = Take();
        if (PersonYearFields.Find(token.Value) is { } field) { return field; }
        _problems.Add(ProblemKinds.ConditionUnknownField.At(token.Place, $"'{token.Value}' is not a field of a person-year.",
            $"{Nearest.Hint(token.Value, [.. PersonYearFields.All.Select(known => known.Name)], "fields")} 'stratify describe fields' lists them all.".TrimStart()));
        throw new FaultException();
    }

    private IReadOnlyList<Field> Flags() => List(() =>
    {
        var place = Current.Place;
        if (Current.Kind != TokenKind.Word) { throw Expected("a field"); }
        var field = Field();
        return field.Type == FieldType.Flag ? field : throw Fault(ProblemKinds.ConditionType, place, $"'{field.Name}' is not true or false, so it cannot be counted.");
    });

    private List<T> List<T>(Func<T> item)
    {
        Require("(");
        var items = new List<T> { item() };
        while (TakeSymbol(",")) { items.Add(item()); }
        Require(")");
        return items;
    }

    private string Comparison() => Comparisons.Contains(Current.Value) ? Take().Value : throw Expected("a comparison such as >=");

    private decimal Number() => Current.Kind == TokenKind.Number ? Take().Number
        : Current.Kind == TokenKind.Text ? throw Fault(ProblemKinds.ConditionType, Current.Place, "A number is wanted here, not text.")
        : throw Expected("a number");

    private string Text(Field field) => Current.Kind == TokenKind.Text ? Take().Value
        : Current.Kind == TokenKind.Number ? throw Fault(ProblemKinds.ConditionType, Current.Place, $"'{field.Name}' is text, not a number.", "Put the text in quotes.")
        : throw Expected("text in quotes");

    private Token Take() => _tokens[_at++];

    private bool TakeWord(string word) => TakeWords(word);

    private bool TakeWords(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (_at + i >= _tokens.Count || _tokens[_at + i].Kind != TokenKind.Word || _tokens[_at + i].Value != words[i]) { return false; }
        }
        _at += words.Length;
        return true;
    }

    private bool TakeSymbol(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Value != symbol) { return false; }
        _at++;
        return true;
    }

    private void Require(string symbol)
    {
        if (!TakeSymbol(symbol)) { throw Expected($"'{symbol}'"); }
    }

    private FaultException Expected(string what) =>
        Fault(ProblemKinds.ConditionSyntax, Current.Place, $"Here stands {(Current.Kind == TokenKind.End ? Current.Value : $"'{Current.Value}'")}, where {what} is wanted.");

    private FaultException Fault(ProblemKind kind, Place place, string message, string hint = "")
    {
        _problems.Add(kind.At(place, message, hint));
        return new FaultException();
    }

    /// <summary>Ends the reading of one condition; the fault itself is among the problems.</summary>
    private sealed class FaultException : Exception;
}
