using System.Text.RegularExpressions;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>A job's key, as far as others may know of it, and what the job says of it: <c>key_file</c>, <c>key_purpose</c> and <c>key_id</c>.</summary>
/// <param name="Bytes">At least 32 secret bytes; empty when the job has no key that can be used.</param>
/// <param name="Purpose">What the pseudonyms are for, where one key serves several projects.</param>
public sealed partial record JobKey(byte[] Bytes, string Purpose)
{
    /// <summary>Whether the job says which key it is for: then a new key is one that was changed on purpose.</summary>
    public bool IsStated { get; private init; }

    /// <summary>Whether the key is no secret, so that everybody of the job is invented.</summary>
    public bool IsPublic => KeyFile.IsPublic(Bytes);

    internal static JobKey Read(YamlFields fields, JobPaths paths, List<Problem> problems)
    {
        var purpose = fields.Text("key_purpose") ?? "";
        if (!Words().IsMatch(purpose)) { fields.Wrong(fields.Node("key_purpose")!, "'key_purpose' must be a short name of letters, digits and hyphens.", "It goes into every pseudonym, so choose one that will last: somerset-frailty."); }
        var stated = fields.Text("key_id");
        if (fields.Required("key_file") is not YamlText file || paths.Under(file.Value, file, problems) is not { } path) { return new JobKey([], purpose); }
        if (KeyFile.Read(path, file.Value, file.Place, problems) is not { } bytes) { return new JobKey([], purpose); }
        var key = new JobKey(bytes, purpose) { IsStated = stated is not null };
        if (stated is not null && stated != key.Id)
        {
            problems.Add(ProblemKinds.KeyWrong.At(fields.Node("key_id")!.Place, $"The job is for the key {stated}, and '{file.Value}' holds the key {key.Id}{(purpose.Length > 0 ? $" for the purpose {purpose}" : "")}.",
                "Put the key back that the job is for. Where it was changed on purpose, write the new id here: every pseudonym is then another."));
        }
        return key;
    }

    private string Id => new Pseudonyms(Bytes, Purpose).KeyId;

    [GeneratedRegex("^[A-Za-z0-9-]{0,40}$")]
    private static partial Regex Words();
}
