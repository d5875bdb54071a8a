using System.Globalization;

namespace Stratify.Problems;

/// <summary>Where the user must look. Line and column are numbered from 1; 0 means that they are not known.</summary>
public sealed record Place(string File, int Line = 0, int Column = 0)
{
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}"),
    };
}

/// <summary>A kind of thing that can be wrong and that the user can mend; <c>stratify help CODE</c> prints it.</summary>
/// <param name="Code">STR and three digits; never reused.</param>
/// <param name="Title">Short, for a list.</param>
/// <param name="Explanation">What it means and the way out, in a few sentences.</param>
public sealed record ProblemKind(string Code, string Title, string Explanation)
{
    public Problem At(Place? place, string message, string hint = "") => new(this, place, message, hint);
}

/// <summary>One thing that is wrong, with its place and a way out. Never carries a value from a person's row.</summary>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Hint">The way out, one or two sentences; empty when the message says it.</param>
public sealed record Problem(ProblemKind Kind, Place? Place, string Message, string Hint)
{
    public string Code => Kind.Code;

    public override string ToString() =>
        $"{(Place is null ? "" : $"{Place}: ")}{Code}: {Message}{(Hint.Length == 0 ? "" : $"\n    {Hint}")}";
}
