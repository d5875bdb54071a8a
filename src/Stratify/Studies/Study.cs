using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Studies;

/// <summary>
/// The person-years of a published run, open to be asked about cohorts in seconds. Nothing that is asked changes the run. What is
/// answered of groups goes through disclosure control by the strictest rule, for an answer is read by others than those who may see people.
/// </summary>
public sealed class Study : IDisposable
{
    private readonly DirectoryInfo _work;

    private Study(string run)
    {
        Run = run;
        _work = Directory.CreateTempSubdirectory("stratify-study-");
        Warehouse = new Warehouse(new WarehouseOptions(_work.FullName) { Beside = Path.Combine(run, "restricted"), Reads = RestingPopulation.Bytes(run) });
        RestingPopulation.MakeTables(Warehouse, run, table => table is "person_year" or "period" or "person_year_payer" or "person_expected" or "person_care");
        Warehouse.CreateView(SqlScript.Load("payer_part"));
        Fields = new KnownFields([.. PersonYearFields.All, .. OwnConditions()]);
        Years = [.. Warehouse.Query("select year from period order by year").Rows.Select(row => (string)row[0]!)];
    }

    /// <summary>The run's own folder.</summary>
    public string Run { get; }

    /// <summary>What conditions may name: the fields of every run, and the conditions of this run's own lists.</summary>
    public KnownFields Fields { get; }

    public IReadOnlyList<string> Years { get; }

    internal Warehouse Warehouse { get; }

    /// <param name="folder">A run's folder, or an output folder for its current run.</param>
    /// <exception cref="DefinitionException">There is no published run, or its people are not open to whoever asks.</exception>
    public static Study Open(string folder)
    {
        var run = RunFolder.OfRun(folder);
        if (!File.Exists(Path.Combine(run, Manifest.FileName))) { throw RunFolder.NoRun(folder); }
        if (!RestingPopulation.IsThere(run))
        {
            throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(run), "The run's people are not here: its folder 'restricted' is closed to you, was left out of a copy, or is of an older version.", "Ask whoever ran the job, or run it again."));
        }
        return new Study(Path.GetFullPath(run));
    }

    /// <param name="year">One of the run's years, such as 2024/25; its last where none is given.</param>
    /// <exception cref="DefinitionException">The run has no such year.</exception>
    public string Year(string? year) => year is null ? Years[^1] : Years.Contains(year) ? year
        : throw new DefinitionException(ProblemKinds.UnknownName.At(new Place(Run), $"The run has no year '{year}'.", Nearest.Hint(year, Years, "years")));

    /// <param name="name">A shipped scheme's name, or a file's path.</param>
    /// <exception cref="DefinitionException">There is no such scheme, or it is wrong.</exception>
    public Scheme Scheme(string name) => SchemeFile.Read(name, Fields);

    /// <summary>Makes a table of everybody's cohort in each of some schemes, which must have different names.</summary>
    internal void Place(string table, params IReadOnlyList<Scheme> schemes) => Warehouse.Execute($"create or replace table {table} as\n{CohortTables.Members(schemes).Sql}");

    /// <summary>Makes a table of the people of a year who meet one of some conditions, each in the first that is true: its position from 0, and which are true.</summary>
    internal void Choose(string table, string year, IReadOnlyList<Criterion> groups)
    {
        var met = groups.Select(group => $"coalesce({CriterionSql.Of(group)}, false)").ToList();
        // Ranks are of everybody of the year, so they are made before anybody is left out.
        Warehouse.Execute($"""
            create or replace table {table} as
            select person_key, year, cast(list_position(met, true) - 1 as bigint) as position, met
            from (select person_key, year, [{string.Join(", ", met)}] as met from {CriterionSql.People(groups)} where year = $1)
            where list_contains(met, true)
            """, year);
    }

    public void Dispose()
    {
        Warehouse.Dispose();
        _work.Delete(recursive: true);
    }

    /// <summary>Flags of the job's own lists: those of the table that no field of every run is stored in.</summary>
    private IEnumerable<PersonYearField> OwnConditions()
    {
        var known = PersonYearFields.All.Select(field => field.Column).ToHashSet();
        return Warehouse.Query("select column_name from information_schema.columns where table_name = 'person_year' and data_type = 'BOOLEAN' and starts_with(column_name, 'has_') order by ordinal_position").Rows
            .Select(row => (string)row[0]!).Where(column => !known.Contains(column))
            .Select(column => new PersonYearField(column[4..], column, FieldType.Flag, FieldKind.Need, "A condition of one of the run's own lists.", ""));
    }
}

/// <summary>A scheme as people at a terminal name it.</summary>
public static class SchemeFile
{
    /// <param name="name">A shipped scheme's name, or a file's path, ending in .yml.</param>
    /// <returns>The rules that are written down: what a run discovers is not among them.</returns>
    /// <exception cref="DefinitionException">There is no such scheme, or it is wrong.</exception>
    public static Scheme Read(string name, KnownFields fields)
    {
        var scheme = Whole(name, fields) with { Discovery = null };
        return scheme.Cohorts.Count > 0 ? scheme : throw new DefinitionException(ProblemKinds.SchemeWrong.At(scheme.Place, $"The scheme '{scheme.Name}' only discovers sets in the data of a run, so it has no written rule to ask about.", "Its sets are in tables/cohorts.csv and tables/condition_combinations.csv of a run."));
    }

    private static Scheme Whole(string name, KnownFields fields)
    {
        if (!Schemes.IsFile(name)) { return Schemes.Shipped(name) ?? throw new DefinitionException(Schemes.Unknown(name, null)); }
        try
        {
            var problems = new List<Problem>();
            return SchemeReader.Read(File.ReadAllText(name), name, problems, fields) ?? throw new DefinitionException(problems);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(name), "The scheme cannot be read."));
        }
    }
}
