namespace Stratify.Results;

/// <summary>The published tables of made-up people, each of them a cohort's exemplar.</summary>
internal static class ExemplarResults
{
    internal static IReadOnlyList<ResultDefinition> All => [People, Steps];

    private static ResultDefinition People { get; } = new("exemplar", "A made-up person for each cohort that is looked at up close", """
        select person.*, name.name, coalesce(person.age_band, '') as age, coalesce(person.sex, '') as of_sex, coalesce(person.conditions, '') as with_conditions, person.pence / 100 as pounds
        from exemplar_person as person
        join exemplar_name as name using (scheme, cohort)
        join scheme using (scheme)
        order by person.number, scheme.position, person.cohort
        """,
        [
            .. UpCloseResults.Names,
            ColumnRule.Label("name", "An invented name."), ColumnRule.Label("age", "").Called("age_band", "The age of the person in the middle of the cohort, as a band."),
            ColumnRule.Label("of_sex", "").Called("sex", "What more than half of the cohort are; empty where that is neither."), ColumnRule.Label("with_conditions", "").Called("conditions", "The long-term conditions that more than half of the cohort have."),
            ColumnRule.Label("state", "made: nobody's care cost the same in every setting, to the pound; made, with prices to one figure: somebody's would have, had they been rounded to two; withheld: somebody's did even so; or why there is none."),
            ColumnRule.Count("of_people", "").Called("people", "People in the middle of the cohort by cost, from whose care the journey is made."),
            ColumnRule.Of("pounds", "of_people", Unit.PoundsEach, "Cost of the whole journey."),
        ])
    {
        Under = UpCloseResults.Cohort,
        Then = Seen,
    };

    private static ResultDefinition Steps { get; } = new("exemplar_steps", "What the made-up people have in each month", """
        select step.*, chosen.title, chosen.year, cast(step.step as varchar) as step_number, step.contacts::double as times, nullif(step.each_lasted, 0) as days, step.each_pence as one_pence, step.pence as all_pence
        from (select * rename (year as journey_year) from exemplar_step) as step
        join up_close as chosen using (scheme, cohort)
        join scheme using (scheme)
        order by chosen.number, scheme.position, step.cohort, step.step
        """,
        [
            .. UpCloseResults.Names, ColumnRule.Label("step_number", "").Called("step", "Place in the journey, from 1."), ColumnRule.Label("journey_year", "The year of the journey."), ColumnRule.Label("month_name", "").Called("month", "The month in which these people had the contact that stands as far through their own, for the person in the middle of them."),
            ColumnRule.Label("setting", "Setting of care."), new(new ResultColumn("what", "What most of these people had done there; empty where too few had the same.", Unit.Text), (_, grid, row) => new TextCell(Words(grid.Get<string>(row, "activity")!))),
            ColumnRule.Count("people", "People from whom the row is made: the fewest of whom any of its values is."),
            ColumnRule.Of("times", "people", Unit.Number, "").Called("contacts", "Contacts in the month: of its number in the year, half of these people had so many or more."),
            ColumnRule.Of("days", "people", Unit.Number, "Nights or days of one of them, for the person in the middle."),
            Price("each_cost", "one_pence", "Cost of one of them, for the person in the middle, to two figures, or to one."), Price("cost", "all_pence", "Cost of all of them."),
        ])
    {
        Under = UpCloseResults.Cohort,
        Then = Seen,
    };

    private static string Words(string activity) => activity.Replace('_', ' ').Replace("gp ", "GP ", StringComparison.Ordinal).Replace("ae ", "A&E ", StringComparison.Ordinal);

    /// <summary>Pounds of one contact may be few.</summary>
    private static ColumnRule Price(string name, string pence, string meaning) => new(new ResultColumn(name, meaning, Unit.PoundsEach), (door, grid, row) => door.Derived(grid.Get<long>(row, "people"), grid.Get<long>(row, pence) / 100.0, 2));

    /// <summary>Of a hidden cohort there is no made-up person either.</summary>
    private static ResultTable Seen(ResultTable table) => table with { Rows = [.. Enumerable.Range(0, table.Rows.Count).Where(row => !table[row, "people"].IsHidden).Select(row => table.Rows[row])] };
}
