using System.Globalization;
using Stratify.Engine;
using Stratify.Results;

namespace Stratify.Tests.Support;

/// <summary>People alike, on the list of a practice of a neighbourhood.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="Age">Of that age on the year's first day.</param>
/// <param name="Cost">Pounds of one appointment each; 0 for none.</param>
/// <param name="Visits">A&amp;E attendances of the first of them, the second, and so on; the others have none.</param>
public sealed record Listed(string Practice, string Neighbourhood, int Count, int Age, decimal Cost = 0, params int[] Visits);

/// <summary>People on practices' lists, taken through every station to published tables of places.</summary>
public sealed class PlaceTown : IDisposable
{
    private readonly Flow _flow = new();

    public PlaceTown(params IReadOnlyList<Listed> lists)
    {
        var people = lists.SelectMany(list => Enumerable.Range(0, list.Count).Select(i => (It: list, Visits: i < list.Visits.Length ? list.Visits[i] : 0))).Select((person, i) => (Number: Text(i + 1), person.It, person.Visits)).ToList();
        _flow
            .Fill("gp_registrations", ["nhs_number", "patient_id", "birth_date", "practice", "neighbourhood"], people.Select(person => new[] { person.Number, $"p{person.Number}", $"{2023 - person.It.Age}-06-01", person.It.Practice, Null(person.It.Neighbourhood) }))
            .Fill("gp_appointments", ["nhs_number", "source_id", "appointment_date", "status", "cost"], people.Where(person => person.It.Cost > 0).Select(person => new string?[] { person.Number, $"a{person.Number}", "2024-05-01", "FINISHED", Text((long)(100 * person.It.Cost)) }))
            .Fill("emergency_attendances", ["nhs_number", "source_id", "provider", "arrival_date", "cost"], people.SelectMany(person => Enumerable.Range(0, person.Visits).Select(i => new string?[] { person.Number, $"e{person.Number}/{i}", "RA4", "2024-06-01", "0" })))
            .Run()
            .Rank("number-of-conditions");
    }

    public Warehouse Warehouse => _flow.Warehouse;

    public ResultSet Publish() => ResultReader.Read(Warehouse, DisclosureRule.OpenSafely);

    /// <summary>Rows of one measure of a published table of places, as drawn text.</summary>
    public string Draw(string table, string measure, params string[] columns)
    {
        var places = Publish()[table];
        return string.Join('\n', places.Where(("measure", measure)).Select(row => string.Join(" | ", columns.Select(column => places[row, column].Csv))).Prepend(string.Join(" | ", columns)));
    }

    public void Dispose() => _flow.Dispose();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Null(string text) => text.Length == 0 ? null : text;
}
