using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Stratify.Problems;

/// <summary>Reads YAML into a tree with places, within limits: its parser's own recursion would end the process.</summary>
public static class Yaml
{
    private const int MaxBytes = 1_000_000;
    private const int MaxDepth = 20;

    /// <param name="file">The name to use in places.</param>
    /// <exception cref="DefinitionException">The text is not YAML, or is beyond the limits.</exception>
    public static YamlNode Parse(string text, string file)
    {
        if (text.Length > MaxBytes) { throw Unreadable(new Place(file), "The file is larger than 1 MB."); }
        RefuseDeepFlow(text, file);
        var parser = new Parser(new StringReader(text));
        try
        {
            return Document(parser, file);
        }
        catch (YamlException problem)
        {
            // Where the parser does not know the place, what it last understood is near it.
            var place = problem.Start.Index == 0 && parser.Current is { } last ? last.End : problem.Start;
            throw Unreadable(At(file, place), "This is not YAML.");
        }
        catch (Exception problem) when (problem is not DefinitionException)
        {
            // On some broken texts the parser trips over itself instead of saying so.
            throw Unreadable(parser.Current is { } before ? At(file, before.End) : new Place(file), "This is not YAML from here on.");
        }
    }

    private static YamlNode Document(Parser parser, string file)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) { throw Unreadable(new Place(file), "The file is empty."); }
        parser.Consume<DocumentStart>();
        var root = Node(parser, file, 0);
        var end = parser.Consume<DocumentEnd>();
        return parser.Accept<StreamEnd>(out _) ? root : throw Unreadable(At(file, end.End), "The file holds more than one document.");
    }

    /// <summary>The parser recurses on brackets before any event is seen, so they are counted beforehand.</summary>
    private static void RefuseDeepFlow(string text, string file)
    {
        int depth = 0, line = 1;
        foreach (var c in text)
        {
            if (c == '\n') { line++; }
            depth += c is '[' or '{' ? 1 : c is ']' or '}' && depth > 0 ? -1 : 0;
            if (depth > 100) { throw Unreadable(new Place(file, line), "Brackets are nested too deep."); }
        }
    }

    private static YamlNode Node(Parser parser, string file, int depth)
    {
        var next = parser.Consume<ParsingEvent>();
        var place = At(file, next.Start);
        if (depth > MaxDepth) { throw Unreadable(place, "The file is nested too deep."); }
        if (next is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) { throw Unreadable(place, "Anchors and aliases are not read; write the value out."); }
        switch (next)
        {
            case Scalar scalar:
                var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "null" or "~";
                return new YamlText(place, scalar.Value, isNull);
            case SequenceStart:
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _)) { items.Add(Node(parser, file, depth + 1)); }
                return new YamlList(place, items);
            case MappingStart:
                return Map(parser, file, depth, place);
            default:
                throw Unreadable(place, "This is not YAML.");
        }
    }

    private static YamlMap Map(Parser parser, string file, int depth, Place place)
    {
        var entries = new List<(YamlText, YamlNode)>();
        var seen = new HashSet<string>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(parser, file, depth + 1) is not YamlText key) { throw Unreadable(place, "A key must be a name."); }
            if (!seen.Add(key.Value)) { throw Unreadable(key.Place, $"The key '{key.Value}' is given twice."); }
            entries.Add((key, Node(parser, file, depth + 1)));
        }
        return new YamlMap(place, entries);
    }

    private static Place At(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

    private static DefinitionException Unreadable(Place place, string message) => new(ProblemKinds.YamlUnreadable.At(place, message));
}
