using Stratify.Model;
using Stratify.Ranking;
using Stratify.Settings;

namespace Stratify.Cli.Verbs;

/// <summary>How practices and neighbourhoods are held against each other: by what, and how.</summary>
internal static class DescribedPlaces
{
    internal static (object, IEnumerable<string>) All() => (
        new { Measures = PlaceMeasures.All.Select(measure => new { measure.Name, measure.Title, measure.IsMoney }), StandardPopulation = StandardPopulation.Bands },
        [
            "Practices and neighbourhoods are held against what their own people would have at the rates of everybody of the same age and sex in the run's population (tables/practices.csv, tables/neighbourhoods.csv), by:",
            .. PlaceMeasures.All.Select(measure => $"  {measure.Name,-24} {measure.Title}{(measure.IsMoney ? "" : "; where an extract tells of any")}"),
            "ratio: observed over expected, with Byar's limits, exact below ten. The same people come again, and a few cost much, so what is counted is lots of Σx²/Σx of each person's x.",
            "inner, outer: 95% and 99.8% limits, exact where places differ by no more than chance, else with the variance between places added (Spiegelhalter 2005; the outer tenths held in).",
            "shrunken_ratio: the ratio drawn to 1 by as much as chance may have moved it. Nobody is held against the best few.",
            "standardised_rate: as it would be in the European standard population of 2013, for 1,000 person-years or in pounds; of 100,000 people it has at each age:",
            $"  {string.Join(", ", StandardPopulation.Bands.Select(band => $"{band.Name} {band.Weight}"))}",
            $"A report of one place, or of some together: 'place: {{neighbourhood: Yeovil}}' in a job (or {string.Join(", ", PlaceSettings.Levels.Where(level => level != "neighbourhood"))}; a list where they are several). Its population is who is registered there, and every table is of them; what others cost is told apart, as registered elsewhere.",
            "A practice_group or provider is what the look-up of practices says in a column of that name (dataset 'practices': Practice Group, Responsible Provider), such as a federation, or the trust that answers for some practices; a practice that moves from one to another is where the look-up has it on the last day of a registration, or of the period.",
            "A place with few people, or few who had anything of a measure, is hidden, and others with it so that neither table gives it back.",
        ]);
}
