using System.Globalization;
using Stratify.Engine;
using Stratify.Linkage.Probabilistic;
using Stratify.Model;

namespace Stratify;

/// <summary>What a run leaves for those who may see single people, by pseudonym: in <c>restricted</c>, closed to other users.</summary>
public static class RestrictedOutput
{
    /// <param name="fields">What the columns of the person-years are.</param>
    /// <param name="folder">The run's own folder.</param>
    public static void OfPopulation(Warehouse warehouse, KnownFields fields, string folder)
    {
        PersonYearDictionary.Make(warehouse, fields);
        var restricted = Path.Combine(folder, "restricted");
        Copy(warehouse, "select * exclude (person_key) from person_year order by person_id, year", Path.Combine(restricted, "person_year.parquet"), "format parquet, compression zstd");
        Copy(warehouse, PersonYearDictionary.Select, Path.Combine(restricted, PersonYearDictionary.FileName), "format csv, header");
        Copy(warehouse, """
            select event.dataset, event.source_id, person_link.grade, person_link.reason, round(person_link.probability, 6) as probability, person.person_id
            from person_link
            join event using (row_id)
            left join person on person.person_key = person_link.person_key
            where person_link.grade in ('C', 'D', 'P', 'U')
            order by event.dataset, event.source_id
            """, Path.Combine(restricted, LinkEvidenceTables.Review), "format csv, header");
        Copy(warehouse, """
            select dataset, attribute, group_name, records, ruled as linked_by_rule, likely as linked_by_probability, unlinked,
                   (linked_pence / 100.0)::decimal(18, 2) as pounds_linked, (unlinked_pence / 100.0)::decimal(18, 2) as pounds_unlinked
            from measure_match_rate
            order by dataset, attribute, group_name
            """, Path.Combine(restricted, "match_rates.csv"), "format csv, header");
        WriteEvidence(warehouse, folder);
        Copy(warehouse, "select * from condition_source order by grouping, condition, year", Path.Combine(restricted, "condition_sources.csv"), "format csv, header");
        Copy(warehouse, "select * from code_list_use order by all", Path.Combine(restricted, "code_lists.csv"), "format csv, header");
        Copy(warehouse, "select * from reject order by extract, file, line", Path.Combine(restricted, "rejects.csv"), "format csv, header");
        Copy(warehouse, """
            select superseded_row.dataset, earlier.file, superseded_row.line, later.file as later_file, superseded_row.later_line
            from superseded_row
            join landing_file as earlier on earlier.extract = superseded_row.extract and earlier.number = superseded_row.file
            join landing_file as later on later.extract = superseded_row.later_extract and later.number = superseded_row.later_file
            order by all
            """, Path.Combine(restricted, "superseded.csv"), "format csv, header");
        WriteLedger(warehouse, folder);
    }

    /// <summary>What became of every file's rows and pounds; it holds no row of a person and is for everybody to read.</summary>
    internal static void WriteLedger(Warehouse warehouse, string folder) =>
        Copy(warehouse, """
            select extract, dataset, file, outcome, reason, row_count as rows, (pence / 100.0)::decimal(18, 2) as pounds
            from landing_ledger
            order by extract, file, case outcome when 'read' then 0 when 'loaded' then 1 else 2 end, outcome, reason
            """, Path.Combine(folder, "ledger.csv"), "format csv, header");

    /// <summary>Rows of <c>cohort_member</c> by pseudonym. People are joined to it before their lists become rows, of which there are several times as many.</summary>
    /// <param name="folder">The run's own folder.</param>
    public static void OfCohorts(Warehouse warehouse, string folder) => Copy(warehouse, """
        select known.scheme, known.cohort, placed.person_id, placed.year
        from (select person.person_id, person.year, unnest(person_cohort.cohorts) as number from person_cohort join person_year as person using (person_key, year)) as placed
        join cohort_key as known using (number)
        order by placed.person_id, placed.year, placed.number
        """, Path.Combine(folder, "restricted", "cohort_member.parquet"), "format parquet, compression zstd");

    /// <summary>What links were decided by, where the run linked by probability: what <see cref="PublishedEvidence"/> reads back.</summary>
    /// <param name="folder">The run's own folder, with a folder <c>restricted</c> in it.</param>
    public static void WriteEvidence(Warehouse warehouse, string folder)
    {
        if (!warehouse.HasTable("link_choice")) { return; }
        foreach (var (file, sql) in LinkEvidenceTables.Files) { Copy(warehouse, sql, Path.Combine(folder, "restricted", file), "format csv, header"); }
    }

    private static void Copy(Warehouse warehouse, string select, string path, string options) =>
        warehouse.Execute(string.Create(CultureInfo.InvariantCulture, $"copy ({select}) to '{path.Replace("'", "''", StringComparison.Ordinal)}' ({options})"));
}
