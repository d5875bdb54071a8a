namespace Stratify.Model;

/// <summary>What a job may call the rule by which its results are let out. The rules themselves are in Results, which reads no job.</summary>
public static class DisclosureNames
{
    public const string OpenSafely = "opensafely", Hes = "hes", Sacro = "sacro";

    /// <summary>The first is that of a job which names none.</summary>
    public static IReadOnlyList<string> All { get; } = [OpenSafely, Hes, Sacro];
}
