using System.Globalization;
using Stratify.Datasets;

namespace Stratify.Quality;

/// <summary>The checks that follow from the columns a dataset declares: one pass over its landed rows answers them all.</summary>
internal static class ColumnChecks
{
    /// <summary>Nobody in England is known to have been older; the record is 122 years, and rounder than it needs to be.</summary>
    private const int OldestAge = 120;

    private const string Decile = "deprivation_decile", Rank = "deprivation_rank";

    internal static readonly Check NumberMissing = new("number_missing", "completeness", "rows without an NHS number", "rows", "rows", CheckScope.People);
    internal static readonly Check NumberInvalid = new("number_invalid", "conformance", "rows whose NHS number is not one", "rows with an NHS number", "rows with an NHS number", CheckScope.People);
    internal static readonly Check BirthMissing = new("birth_date_missing", "completeness", "rows without a birth date", "rows", "the column, which is optional and was not sent", CheckScope.Everything);
    internal static readonly Check BirthImplausible = new("birth_date_implausible", "plausibility", "rows of people born after the period or more than 120 years before its end", "rows with a birth date", "the column, which is optional and was not sent", CheckScope.Everything);
    internal static readonly Check BeforeBirth = new("before_birth", "plausibility", "rows dated before the birth of the person on the register", "rows with a date and a number on the register", "rows with a date and a number on the register", CheckScope.Everything);
    internal static readonly Check CodeMissing = new("code_missing", "completeness", "rows without the code", "rows", "the column, which is optional and was not sent", CheckScope.Everything);

    internal static readonly Check DecileImplausible = new("decile_implausible", "plausibility", "rows whose deprivation decile is not 1 to 10, or is not that of the rank", "rows with a decile", "the column, which is optional and was not sent", CheckScope.Everything);

    internal static readonly Check CodeOutOfDate = new("code_out_of_date", "conformance", "rows whose code was not yet, or no longer, in its list on the day of the row", "rows with the code and a day", "rows with the code and a day", CheckScope.Everything);

    internal static IReadOnlyList<Check> All { get; } = [NumberMissing, NumberInvalid, BirthMissing, BirthImplausible, BeforeBirth, CodeMissing, CodeOutOfDate, DecileImplausible];

    /// <summary>Rows of <c>check_name, dataset, column_name, violations, counted</c>, for a dataset of which nothing was landed.</summary>
    internal static IEnumerable<object?[]> OfNothing(Dataset dataset) => Lines(dataset).Select(line => new object?[] { line.Check.Name, dataset.Name, line.Column, 0L, 0L });

    /// <summary>Rows of <c>check_name, dataset, column_name, violations, counted</c>.</summary>
    internal static string Sql(Dataset dataset)
    {
        var (number, born, date) = (Number(dataset), Born(dataset), Date(dataset));
        var codes = Codes(dataset).ToList();
        var dated = dataset.Columns.Where(column => column.Dated.Count > 0).ToList();
        var decile = dataset.Columns.FirstOrDefault(column => column.Name == Decile);
        List<string> counts = ["count(*) as all_rows", .. number is null ? [] : NumberCounts(number), .. codes.Select(code => $"count({code.Name}) as has_{code.Name}"), .. dated.SelectMany(column => DateCounts(dataset, column)), .. decile is null ? [] : DecileCounts(dataset)];
        var parts = Lines(dataset).Select(line =>
            $"select '{line.Check.Name}' as check_name, '{line.Column}' as column_name, cast({line.Violations} as bigint) as violations, cast({line.Counted} as bigint) as counted");
        return $"""
            select line.check_name, '{dataset.Name}' as dataset, line.column_name, line.violations, line.counted
            from (select {string.Join(", ", counts)} from {dataset.LandedTable}) as landed_rows
            cross join ({Births(dataset, born)}) as births
            cross join ({Dated(dataset, number, date)}) as dates
            cross join lateral (
                {string.Join("\n    union all\n    ", parts.DefaultIfEmpty("select null::varchar as check_name, null::varchar as column_name, 0::bigint as violations, 0::bigint as counted where false"))}
            ) as line
            """;
    }

    /// <summary>Each question that the columns of a dataset put, and what counts its answer.</summary>
    private static List<Line> Lines(Dataset dataset)
    {
        var (number, born, date) = (Number(dataset), Born(dataset), Date(dataset));
        return
        [
            .. number is null ? [] : new[] { new Line(NumberMissing, number.Name, "no_number", "all_rows"), new Line(NumberInvalid, number.Name, "bad_number", "any_number") },
            .. born is null ? [] : new[] { Sent(BirthMissing, born, "has_birth"), new Line(BirthImplausible, born.Name, "bad_birth", "has_birth") },
            .. number is null || date is null ? [] : new[] { new Line(BeforeBirth, date.Name, "before_birth", "dated") },
            .. Codes(dataset).Select(code => Sent(CodeMissing, code, $"has_{code.Name}")),
            .. dataset.Columns.Where(column => column.Dated.Count > 0).Select(column => new Line(CodeOutOfDate, column.Name, $"old_{column.Name}", $"dated_{column.Name}")),
            .. dataset.Columns.Where(column => column.Name == Decile).Select(column => new Line(DecileImplausible, column.Name, "bad_decile", "any_decile")),
        ];

        // An optional column that no row has was not sent, which is no fault of its rows.
        static Line Sent(Check check, Column column, string has) => column.Required || column.InHeader
            ? new(check, column.Name, $"all_rows - {has}", "all_rows")
            : new(check, column.Name, $"case when {has} > 0 then all_rows - {has} else 0 end", $"case when {has} > 0 then all_rows else 0 end");
    }

    private sealed record Line(Check Check, string Column, string Violations, string Counted);

    /// <summary>A code is held against the list of the row's own day.</summary>
    private static string[] DateCounts(Dataset dataset, Column column)
    {
        var day = $"coalesce({string.Join(", ", dataset.Days)})";
        var spans = column.Dated.Select(dates => string.Create(CultureInfo.InvariantCulture, $"when '{dates.Code}' then {day} not between date '{dates.From ?? new DateOnly(1850, 1, 1):yyyy-MM-dd}' and date '{dates.To ?? new DateOnly(2100, 12, 31):yyyy-MM-dd}'"));
        return [$"count(*) filter (case {column.Name} {string.Join(' ', spans)} else false end) as old_{column.Name}", $"count(*) filter ({column.Name} is not null and {day} is not null) as dated_{column.Name}"];
    }

    /// <summary>Columns whose completeness is counted: what has to be there is refused when it is not.</summary>
    internal static IEnumerable<Column> Codes(Dataset dataset) => dataset.Columns.Where(column => column is { Kind: ColumnKind.Code, Required: false, IsFurther: false, IsByArrangement: false, Deletes.Count: 0 });

    /// <summary>The number of the row's person; where rows are nobody's, a number is what they tell, and refused when it is none.</summary>
    private static Column? Number(Dataset dataset) => dataset.IsOfPerson ? dataset.Columns.FirstOrDefault(column => column.Kind == ColumnKind.NhsNumber) : null;

    private static Column? Born(Dataset dataset) => dataset.Columns.FirstOrDefault(column => column.Kind == ColumnKind.BirthDate);

    /// <summary>The day that a row is about.</summary>
    private static Column? Date(Dataset dataset) => dataset.Columns.Where(column => column.Kind == ColumnKind.Date).OrderByDescending(column => column.Required).FirstOrDefault();

    private static string Status(Column number) => $"{number.Name}_status";

    private static string[] NumberCounts(Column number) =>
    [
        $"count(*) filter ({number.Name} is null and coalesce({Status(number)}, 1) = 1) as no_number",
        $"count(*) filter ({Status(number)} > 1) as bad_number",
        $"count(*) filter ({number.Name} is not null or {Status(number)} > 1) as any_number",
    ];

    /// <summary>A decile is a tenth of the areas that there are: 32,844 for the indices of 2015 and 2019, 33,755 for that of 2025 (Ministry of Housing, Communities and Local Government). One that counts from the other end shows.</summary>
    private static string[] DecileCounts(Dataset dataset)
    {
        var unlikeRank = dataset.Columns.Any(column => column.Name == Rank) ? $" or 10 * ({Rank} + 1) < 32844 * ({Decile} - 1) or 10 * ({Rank} - 1) > 33755 * {Decile}" : "";
        return [$"count({Decile}) as any_decile", $"count(*) filter ({Decile} not between 1 and 10{unlikeRank}) as bad_decile"];
    }

    private static string Births(Dataset dataset, Column? born) => born is null ? "select 0 as has_birth" : $"""
        select count({born.Name}) as has_birth, count(*) filter ({born.Name} > period_to or {born.Name} < period_to - interval {OldestAge} year) as bad_birth
        from {dataset.IdentityTable} cross join run
        """;

    private static string Dated(Dataset dataset, Column? number, Column? date) => number is null || date is null ? "select 0 as dated" : $"""
        select count(landed.{date.Name}) as dated, count(*) filter (landed.{date.Name} < register_birth.birth_date) as before_birth
        from {dataset.LandedTable} as landed join register_birth on register_birth.nhs_number = landed.{number.Name}
        """;
}
