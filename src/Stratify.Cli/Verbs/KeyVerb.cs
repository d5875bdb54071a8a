using System.CommandLine;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Cli.Verbs;

/// <summary>The key of pseudonyms: a new one, or what may be known of one.</summary>
internal sealed class KeyVerb() : Verb("key", "Makes a key for pseudonyms, or tells the id of one: what a job states as key_id, which is no secret.",
    "key make secrets/pseudonym.key", "key show secrets/pseudonym.key --purpose somerset-frailty")
{
    private const string Make = "make", Show = "show";

    private readonly Argument<string> _what = new("what") { Description = "'make' for a new key in a new file, 'show' for the id of a key." };
    private readonly Argument<string> _file = new("file") { Description = "The key file, as the job names it in key_file." };
    private readonly Option<string> _purpose = new("--purpose") { Description = "The job's key_purpose, where it has one.", DefaultValueFactory = _ => "" };

    protected override void Define(Command command)
    {
        command.Add(_what);
        command.Add(_file);
        command.Add(_purpose);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var (what, file, purpose) = (parsed.GetValue(_what)!, parsed.GetValue(_file)!, parsed.GetValue(_purpose)!);
        var key = what switch
        {
            Make => New(file),
            Show => Known(file),
            _ => throw new DefinitionException(ProblemKinds.UsageWrong.At(null, $"There is no 'key {what}'.", Nearest.Hint(what, [Make, Show], "words"))),
        };
        var id = new Pseudonyms(key, purpose).KeyId;
        if (parsed.GetValue(Json)) { return JsonOutput.Write(terminal, new { File = file, KeyId = id, Purpose = purpose, IsPublic = KeyFile.IsPublic(key) }); }
        terminal.Out.WriteLine($"key_id: {id}");
        if (what == Make) { terminal.Error.WriteLine($"Wrote a new key that only you may read: {file}. Keep a copy in a safe place: without it no pseudonym can be made again."); }
        return 0;
    }

    private static byte[] New(string file)
    {
        if (File.Exists(file)) { throw new DefinitionException(ProblemKinds.UsageWrong.At(new Place(file), "There is a file already, and it is not written over: pseudonyms made with its key could not be made again.", "Give another name, or move the file away.")); }
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) { Directory.CreateDirectory(folder); }
            return KeyFile.Make(file);
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(file);
        }
    }

    private static byte[] Known(string file)
    {
        var problems = new List<Problem>();
        return KeyFile.Read(file, file, new Place(file), problems) ?? throw new DefinitionException(problems);
    }
}
