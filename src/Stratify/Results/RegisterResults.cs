namespace Stratify.Results;

/// <summary>The published tables about the register itself: who came and went, and how far practices' lists hold more than there are people.</summary>
internal static class RegisterResults
{
    internal static ResultDefinition Changes { get; } = new("population_change", "Who came, went and moved in the year", "select * from measure_population_change order by year",
        [
            ResultCatalogue.Year, ColumnRule.Count("people", "People registered on at least one day of the year."),
            ColumnRule.CountOf("at_start", "people", "Registered on the first day."), ColumnRule.CountOf("born", "people", "Born in the year and registered in it."), ColumnRule.CountOf("joined", "people", "Others who were registered later than the first day."),
            ColumnRule.CountOf("died", "people", "Died in the year."), ColumnRule.CountOf("moved_away", "people", "No longer registered on the last day, and not known to have died."), ColumnRule.CountOf("at_end", "people", "Registered on the last day."),
            ColumnRule.CountOf("moved_practice", "people", "Went to another practice of the register within the year."), ColumnRule.CountOf("moved_area", "people", "Whose area changed from one registration to the next within the year."),
            ColumnRule.CountOf("with_gap", "people", "Registered, then not, then again, within the year; the days between are not counted."), ColumnRule.CountOf("with_overlap", "people", "Registered with two practices on more than one day; each day is counted once."),
        ]);

    internal static ResultDefinition Lists { get; } = new("practice_lists", "What inflates practices' lists", "select * from measure_practice_list order by year",
        [
            ResultCatalogue.Year, ColumnRule.Count("entries", "Entries on practices' lists on the last day of the year."), ColumnRule.Count("people", "People whom they are of."),
            ColumnRule.CountOf("at_two_practices", "people", "People on the lists of two practices at once."),
            ColumnRule.CountOf("perhaps_twice", "people", "People without an NHS number whose full name and birth date are those of somebody else on the register too; counted as two."),
            ColumnRule.CountOf("after_death", "people", "People still on a list who had died before that day; they are in no other table after their death."),
            ColumnRule.CountOf("over_110", "people", "People aged 110 or more on the first day of the year, and not known to have died."),
            ColumnRule.CountOf("not_seen", "people", "People of whom no service of any extract tells anything: the healthy, and those who have gone without a word."),
            ColumnRule.Rows("areas", "Areas whose population the look-up tells, and at least half of whose people are on the lists."),
            ColumnRule.CountOf("area_entries", "people", "Entries of people who live there."), ColumnRule.Rows("population", "The population of those areas by the look-up."),
            ColumnRule.PerPerson("list_over_population", ("area_entries", "population"), "Entries over population: what is above 1 is list inflation."),
        ]);
}
