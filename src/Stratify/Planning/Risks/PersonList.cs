using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stratify.Problems;
using Stratify.Studies;

namespace Stratify.Planning.Risks;

/// <summary>
/// People of a run's last year at the highest risk of the year after it, by pseudonym: for those who may see people, in the run's own restricted folder, with
/// what it is for beside it. Whoever died in the year is not on it; who has left since is not known.
/// </summary>
/// <param name="File">A name that ends in .csv, or a path of it in that folder.</param>
/// <param name="Purpose">What it is for and who asked.</param>
/// <param name="Share">Of all people who are on it.</param>
public sealed record PersonList(string File, string Purpose, double Share)
{
    private static readonly JsonSerializerOptions _format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Where it is to stand.</summary>
    /// <exception cref="DefinitionException">That is outside the folder, or it has no purpose.</exception>
    public string PathIn(string run)
    {
        var folder = Path.Combine(Path.GetFullPath(run), "restricted", RunFolder.Lists);
        var path = Path.GetFileName(File) == File ? Path.Combine(folder, File) : Path.GetFullPath(File);
        if (Path.GetDirectoryName(path) != folder || Path.GetExtension(path) != ".csv" || Path.GetFileNameWithoutExtension(path).Length == 0)
        {
            throw new DefinitionException(ProblemKinds.ListRefused.At(new Place(File), "A list of people is written into the run's own folder restricted/lists, and nowhere else.", "Give --list a name that ends in .csv, such as --list winter.csv, without a folder."));
        }
        if (string.IsNullOrWhiteSpace(Purpose)) { throw new DefinitionException(ProblemKinds.ListRefused.At(new Place(File), "A list of people needs a purpose.", "Say with --purpose what it is for and who asked, such as --purpose \"Review by practice pharmacists, asked by Dr Lane\".")); }
        return path;
    }

    /// <summary>Writes the list, and beside it a file of the same name that ends in .json and tells its purpose, how it was made and how well that foretold.</summary>
    /// <returns>Where it is.</returns>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public string Write(Study study, RiskStudy risk)
    {
        var path = PathIn(study.Run);
        var year = study.Years[^1];
        var people = RiskPeople.Of(study, year, "");
        var names = study.Warehouse.Query($"select person_id from person_year where year = {RiskPeople.Quoted(year)} and not died order by person_key").Rows;
        var risks = risk.Tested.Select(tested => tested.Fit.Probabilities(people)).ToList();
        var text = new StringBuilder($"rank,person_id,{string.Join(',', risk.Tested.Select(tested => $"risk_of_{tested.Outcome.Name}"))}\n");
        var listed = RiskLists.Order(risks[0]).Take(RiskLists.Size(Share, people.Count)).ToList();
        for (var i = 0; i < listed.Count; i++) { text.Append(CultureInfo.InvariantCulture, $"{i + 1},{names[listed[i]][0]},{string.Join(',', risks.Select(of => of[listed[i]].ToString("0.0000", CultureInfo.InvariantCulture)))}\n"); }
        try
        {
            RunFolder.Private(Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllText(path, text.ToString());
            System.IO.File.WriteAllText(Path.ChangeExtension(path, ".json"), JsonSerializer.Serialize(new
            {
                Purpose,
                Run = Path.GetFileName(study.Run),
                Year = year,
                Foretells = $"the year after {year}",
                OrderedBy = risk.Tested[0].Outcome.Name,
                Share,
                People = listed.Count,
                LearntFrom = risk.FittedOn.ToString(),
                TestedOn = risk.TestedOn.ToString(),
                Tests = risk.Tests(),
                Says = "People by pseudonym, for the purpose above and no other. It foretells what may come and says nothing of what would help.",
            }, _format) + "\n");
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(path);
        }
        return path;
    }
}
