using System.Globalization;
using Stratify.Cohorts;
using Stratify.Model;

namespace Stratify.Cli.Verbs;

/// <summary>What is said of the schemes that ship.</summary>
internal static class SchemeText
{
    internal static (object, IEnumerable<string>) All()
    {
        var all = Schemes.Names.Select(name => Schemes.Shipped(name)!).ToList();
        return (
            new { Schemes = all.Select(scheme => new { scheme.Name, scheme.Title, scheme.Kind, Cohorts = scheme.Cohorts.Count, Discovers = scheme.Discovery is not null, scheme.UsesActivity, scheme.IsRetrospective }) },
            [
                .. all.Select(scheme => $"{scheme.Name,-28} {scheme.Title}, {Size(scheme)}{(scheme.UsesActivity ? ", built on activity" : "")}{(scheme.IsRetrospective ? ", retrospective" : "")}"),
                "'stratify describe bridges-to-health' shows a scheme, to copy and change. A partition puts everyone into the first cohort that is true of them; sets overlap.",
            ]);
    }

    /// <summary>What the scheme is, as comments above the file itself, so that the whole can be copied.</summary>
    internal static (object, IEnumerable<string>) One(string name, string text)
    {
        var scheme = Schemes.Shipped(name)!;
        return (
            new
            {
                scheme.Name,
                scheme.Title,
                scheme.Kind,
                scheme.Version,
                scheme.Source,
                scheme.Status,
                Hash = scheme.DefinitionHash,
                scheme.UsesActivity,
                scheme.IsRetrospective,
                Fields = scheme.Fields.Select(read => new { read.Name, Kind = Word(read.Kind), read.IsRetrospective }),
                Discovers = scheme.Discovery is { } discovery ? new { discovery.Sizes, discovery.AtLeast, discovery.Most } : null,
                Cohorts = scheme.Cohorts.Select(cohort => new { cohort.Id, cohort.Title, cohort.Where }),
            },
            [
                $"# {scheme.Kind}, {Size(scheme)}, SHA-256 {scheme.DefinitionHash}",
                .. scheme.Fields.GroupBy(read => read.Kind).OrderBy(kind => kind.Key).Select(kind => $"# {Word(kind.Key)}: {string.Join(", ", kind.Select(read => read.Name))}"),
                .. scheme.Discovery is { } found ? [string.Create(CultureInfo.InvariantCulture, $"# Sets that fewer than {found.AtLeast} people of a year have are not kept; a run that finds none says so (STR206), in its report too.")] : Array.Empty<string>(),
                .. scheme.UsesActivity ? ["# It places people by care that they had, so it describes cost and does not explain it."] : Array.Empty<string>(),
                .. scheme.IsRetrospective ? ["# It is retrospective: known only when the year is over, it selects nobody for the year to come."] : Array.Empty<string>(),
                text.TrimEnd('\n'),
            ]);
    }

    private static string Size(Scheme scheme) => scheme.Discovery is { } discovery
        ? string.Create(CultureInfo.InvariantCulture, $"sets of {string.Join(" and ", discovery.Sizes)} conditions found in the data, at most {discovery.Most}")
        : string.Create(CultureInfo.InvariantCulture, $"{scheme.Cohorts.Count} {(scheme.IsSets ? "overlapping sets" : "cohorts")}");

    private static string Word(FieldKind kind) => kind.ToString().ToLowerInvariant();
}
