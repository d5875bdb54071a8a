using System.Text;
using Stratify.Datasets;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>In which order the files of an extract were delivered: by the date in their names where the job says how it is written, else by their names.</summary>
internal static class DeliveryOrder
{
    private static readonly Dictionary<string, DeliveryKind> Kinds = new() { ["add"] = DeliveryKind.Add, ["replace"] = DeliveryKind.Replace, ["net_change"] = DeliveryKind.NetChange, ["replace_period"] = DeliveryKind.ReplacePeriod };

    /// <summary>What the job says of later deliveries; null where it leaves that to the dataset.</summary>
    internal static DeliveryKind? Kind(YamlFields fields) => fields.OneOf("delivery", Kinds.Keys) is { } word && Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The key <c>dated</c>: a date format that is found once in each file's name.</summary>
    internal static IReadOnlyList<JobFile> Files(IReadOnlyList<(string Name, string Path)> files, YamlFields fields)
    {
        if (fields.Text("dated") is not { } format) { return [.. files.Select(file => new JobFile(file.Name, file.Path, null))]; }
        var node = fields.Node("dated")!;
        if (DatePattern.Compile(format, out var why) is not { } pattern)
        {
            fields.Wrong(node, $"The date format '{format}' cannot be used.", why);
            return [];
        }
        var dated = files.Select(file => (file, dates: Dates(Path.GetFileName(file.Name), format, pattern))).ToList();
        foreach (var (file, dates) in dated.Where(pair => pair.dates.Count != 1))
        {
            fields.Wrong(node, $"The name of '{file.Name}' has {(dates.Count == 0 ? "no date" : "several dates")} of the form {format}.", "Files are put in order by the date in their names: each needs one.");
        }
        return [.. dated.Where(pair => pair.dates.Count == 1).Select(pair => new JobFile(pair.file.Name, pair.file.Path, pair.dates[0]))];
    }

    /// <summary>The days that a name holds in a form of dates.</summary>
    internal static List<DateOnly> Dates(string name, string format, DatePattern pattern)
    {
        var length = format.Count(letter => letter is not ('\'' or '"'));
        var dates = new List<DateOnly>();
        for (var i = 0; i + length <= name.Length; i++)
        {
            var alone = (i == 0 || !char.IsAsciiDigit(name[i - 1])) && (i + length == name.Length || !char.IsAsciiDigit(name[i + length]));
            if (alone && pattern.TryRead(Encoding.UTF8.GetBytes(name.Substring(i, length)), out var days)) { dates.Add(DateOnly.FromDayNumber(days + new DateOnly(1970, 1, 1).DayNumber)); }
        }
        return dates;
    }
}

/// <summary>One file of a job's extract.</summary>
/// <param name="Name">As written in the job.</param>
/// <param name="Dated">The date in its name, where the job says how it is written.</param>
public sealed record JobFile(string Name, string Path, DateOnly? Dated);
