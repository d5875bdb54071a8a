using System.CommandLine;
using Stratify.Problems;

namespace Stratify.Cli.Verbs;

/// <summary>A job folder to start from.</summary>
internal sealed class InitVerb() : Verb("init", "Makes a folder for a job, to be kept in git: the job, a scheme with its tests, a README and a list of changes, and nothing that is private.",
    "init my-area", "init ../my-area --json")
{
    private const string Resources = "start/";

    private readonly Argument<string> _folder = new("folder") { Description = "The folder to make. What is there already is never written over." };

    protected override void Define(Command command) => command.Add(_folder);

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var folder = parsed.GetValue(_folder)!;
        var files = Files().ToDictionary(name => name, name => Path.Combine(folder, name == "gitignore" ? ".gitignore" : name));
        if (files.Values.FirstOrDefault(File.Exists) is { } there) { throw new DefinitionException(ProblemKinds.UsageWrong.At(new Place(there), "This file is there already, and nothing is written over.", "Give another folder.")); }
        try
        {
            foreach (var (name, path) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, Content(name));
            }
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(folder);
        }
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, new { Folder = folder, Files = files.Values }); }
        terminal.Out.WriteLine($"A job to start from is in {folder}:");
        foreach (var path in files.Values) { terminal.Out.WriteLine($"  {path}"); }
        terminal.Out.WriteLine($"Next: 'stratify key make {Path.Combine(folder, "secrets", "pseudonym.key")}', put extracts into {Path.Combine(folder, "extracts")}, and 'stratify check {Path.Combine(folder, "stratify.yml")}'.");
        return 0;
    }

    private static IEnumerable<string> Files() => typeof(InitVerb).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Select(name => name[Resources.Length..]).Order(StringComparer.Ordinal);

    private static byte[] Content(string name)
    {
        using var stream = typeof(InitVerb).Assembly.GetManifestResourceStream(Resources + name)!;
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}
