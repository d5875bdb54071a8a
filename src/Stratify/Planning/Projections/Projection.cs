using System.Globalization;

namespace Stratify.Planning.Projections;

/// <summary>Ages that a projection tells together.</summary>
/// <param name="To">The oldest of them, in whole years; null where the class is open, as 90+ is.</param>
public sealed record AgeClass(int From, int? To)
{
    public string Name => To is not { } to ? string.Create(CultureInfo.InvariantCulture, $"{From}+") : Between(From, to);

    internal bool Holds(long age) => age >= From && (To is not { } to || age <= to);

    internal static string Between(int from, int to) => from == to ? string.Create(CultureInfo.InvariantCulture, $"{from}") : string.Create(CultureInfo.InvariantCulture, $"{from}-{to}");
}

/// <summary>How many people of each sex and age there are to be, year by year, as a statistics office projects it.</summary>
/// <param name="Years">Ascending.</param>
/// <param name="Sexes">Female and male, or persons where the file tells them together.</param>
/// <param name="Classes">Ages from 0 upward without a gap; the last is open.</param>
/// <param name="Cells">By year: people and need of each sex, and within it of each class.</param>
/// <param name="TellsNeed">Whether the file has a column of how the need of care of such a person changes.</param>
public sealed record Projection(IReadOnlyList<int> Years, IReadOnlyList<string> Sexes, IReadOnlyList<AgeClass> Classes, IReadOnlyDictionary<int, IReadOnlyList<ProjectedPeople>> Cells, bool TellsNeed)
{
    internal const string Persons = "persons", Female = "female", Male = "male";

    internal decimal People(int year) => Cells[year].Sum(cell => cell.People);

    /// <summary>People of this age and older; null where no class begins with it.</summary>
    internal decimal? PeopleFrom(int year, int age)
    {
        var first = Enumerable.Range(0, Classes.Count).FirstOrDefault(place => Classes[place].From == age, -1);
        return first < 0 ? null : Enumerable.Range(0, Sexes.Count).Sum(sex => Cells[year].Skip((sex * Classes.Count) + first).Take(Classes.Count - first).Sum(cell => cell.People));
    }

    /// <summary>The cell of a person, from nought; -1 for whom the projection has none.</summary>
    /// <param name="sex">0 for female, 1 for male, -1 where it is neither or not known.</param>
    internal int CellOf(long sex, long age)
    {
        if (age < 0 || (sex < 0 && Sexes.Count > 1)) { return -1; }
        var place = 0;
        while (!Classes[place].Holds(age)) { place++; }
        return ((Sexes.Count == 1 ? 0 : (int)sex) * Classes.Count) + place;
    }
}

/// <param name="Need">What care one of them needs, 1 being as much as somebody of the same age and sex needs now.</param>
public readonly record struct ProjectedPeople(decimal People, decimal Need);
