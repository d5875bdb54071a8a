namespace Stratify.Cli.Verbs;

/// <summary>How a projection of the population is written.</summary>
internal static class DescribedProjections
{
    private static readonly (string Column, string Meaning)[] _columns =
    [
        ("year", "a calendar year, such as 2035: the run's own (2024 for 2024/25), and every one that growth is wanted to"),
        ("sex", "female and male, or persons where they are told together; never both"),
        ("age", "single years (47), bands (65-69), and an open class last (85+, 90 and over); from 0 up without a gap, the same for every year and sex"),
        ("people", "how many they are to be; decimals are read"),
        ("area", "if need be: a code or name; where there are several, --area says which"),
        ("need", "if need be: what care such a person needs, 1 being as much as somebody of that sex and age needs now"),
    ];

    internal static (object, IEnumerable<string>) All() => (
        new { Columns = _columns.Select(column => new { column.Column, column.Meaning }) },
        [
            "A projection is a CSV; 'project FILE --run RUN' says what cost and activity grow by. Statistics offices publish such tables (in England, the subnational population projections); long ones need no more than other headers, wide ones a row for each year.",
            .. _columns.Select(column => $"  {column.Column,-8} {column.Meaning}"),
            "Growth is what people of each sex and age cost and use now, times their numbers. First comes number: all ages growing alike. Ageing is what the changed mix of ages and sexes adds to that; morbidity what a stated change of each person's need adds to both (--morbidity 0.5% a year, or the column need). The three are the whole.",
            "Ages of which the run has few people are told with their neighbours. Where the file tells 2005, 2015, 2025, or 2010 and 2030, published growth of those years stands beside what it has.",
        ]);
}
