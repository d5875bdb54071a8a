using Stratify.Model;
using Stratify.Settings;

namespace Stratify;

/// <summary>Why a record's link is another than it was, as far as the reasons before and after tell.</summary>
internal static class LinkChangeReason
{
    internal const string NumberCame = "an NHS number came", NumberWent = "its NHS number has gone", NumberChanged = "another NHS number", BirthDate = "a birth date changed",
        Register = "the register came to know the number, or no longer does", Rules = "the job links by other rules", Threshold = "the job asks for another certainty", Said = "what the record or the register says of people changed";

    private const string NotOnRegister = "number not on the register", Contradicted = "birth date contradicts number", NotByNumber = "a number, by which the job does not link", Probable = "likely";

    /// <summary>Reasons that speak of a record with a number; all others are of records without one.</summary>
    private static readonly HashSet<string> Numbered = [RuleSays("number_and_birth_date"), RuleSays("number"), Contradicted, NotOnRegister, NotByNumber];

    /// <param name="before">Why it was linked to whom it was, or to nobody.</param>
    internal static string Of(string before, string now, (LinkageSettings Before, LinkageSettings Now) job) => (Numbered.Contains(before), Numbered.Contains(now)) switch
    {
        (false, true) => NumberCame,
        (true, false) => NumberWent,
        (true, true) when before == NotByNumber || now == NotByNumber => Rules,
        (true, true) when before == NotOnRegister || now == NotOnRegister => Register,
        (true, true) => before == now ? NumberChanged : BirthDate,
        _ => OfOtherRules(before, now, job) ? Rules : OfOtherCertainty(before, now, job) ? Threshold : Said,
    };

    /// <summary>The job took up, or gave up, a rule or the way by which the record is or was linked.</summary>
    private static bool OfOtherRules(string before, string now, (LinkageSettings Before, LinkageSettings Now) job) =>
        Changed(job).Select(rule => rule.Says).Intersect([before, now]).Any() || (job.Before.Probabilistic != job.Now.Probabilistic && (IsProbable(before) || IsProbable(now)));

    private static bool OfOtherCertainty(string before, string now, (LinkageSettings Before, LinkageSettings Now) job) =>
        (job.Before.Threshold, job.Before.Coverage) != (job.Now.Threshold, job.Now.Coverage) && (IsProbable(before) || IsProbable(now));

    private static IEnumerable<LinkRule> Changed((LinkageSettings Before, LinkageSettings Now) job) => LinkRules.All.Where(rule => job.Before.Rules.Contains(rule.Name) != job.Now.Rules.Contains(rule.Name));

    private static bool IsProbable(string reason) => reason.StartsWith(Probable, StringComparison.Ordinal);

    private static string RuleSays(string name) => LinkRules.All.Single(rule => rule.Name == name).Says;
}
