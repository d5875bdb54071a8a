using System.Globalization;
using System.Text;
using Stratify.Model;

namespace Stratify.Tests.Support;

/// <summary>A job whose council knows nobody's NHS number: an invented town's register and misspelt records, as files.</summary>
public sealed class LinkageJob : IDisposable
{
    private const int People = 2000, Records = 400;
    private readonly SmallJob _job = new();

    public LinkageJob()
    {
        Town = new LinkageTown(People, 21);
        Write("extracts/register.csv", "NHS Number,Patient Identifier,Surname,Forename,DOB,Sex,Postcode,GP Practice Code,Registration Start Date", Town.People.Select(Registered));
        Write("extracts/services.csv", "NHS Number,LA Code,Event Reference,Client Surname,Client Forename,Date of Birth,Postcode,Gender,Service Type,Service Component,Event Start Date,Event End Date,Unit Cost,Cost Frequency (Unit Type),Planned units per week",
            Town.People.Take(Records).Select(Served));
        _job.Replace("good.yml", "schemes:", "  - dataset: social_care_services\n    files: extracts/services.csv\nlinkage: {rules: [number_and_birth_date], probabilistic: true}\nschemes:");
        Told = _job.Run();
    }

    /// <summary>Runs the job again, with something of it said in another way.</summary>
    public CommandLine Again(string from, string to)
    {
        _job.Replace("good.yml", from, to);
        return _job.Run();
    }

    public LinkageTown Town { get; }

    public CommandLine Told { get; }

    public string Output => _job.Output;

    public string Current => _job.Current;

    public void Dispose() => _job.Dispose();

    private void Write(string file, string header, IEnumerable<string> lines) => _job.Write(file, Encoding.UTF8.GetBytes(string.Join('\n', [header, .. lines, ""])));

    private static string Registered(Citizen person) => string.Create(CultureInfo.InvariantCulture,
        $"{Number(person.Number)},P{person.Number},{person.Family},{person.Given},{person.Born:yyyy-MM-dd},{person.Sex},{person.Postcode},L85001,2015-04-01");

    private string Served(Citizen person) => Town.Record(person) is var said ? string.Create(CultureInfo.InvariantCulture,
        $",E10009999,V{person.Number},{said.Family},{said.Given},{said.Born:dd/MM/yyyy},{said.Postcode},{said.Sex},Long Term Support: Community,Home Support,03/06/2024,16/06/2024,70.00,Weekly,") : "";

    /// <summary>A number in the range of tests, of eleven that are this person's: some have no check digit.</summary>
    private static long Number(int person) => Enumerable.Range(person * 11, 11).Select(NhsNumber.TestNumber).First(number => number > 0);
}
