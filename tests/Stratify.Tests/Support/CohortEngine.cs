using System.Globalization;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Problems;

namespace Stratify.Tests.Support;

/// <summary>A way to ask conditions of made-up people: each spec runs on every one.</summary>
public abstract class CohortEngine
{
    public static IReadOnlyList<CohortEngine> All { get; } = [new OracleEngine(), new DuckDbEngine()];

    /// <summary>True, false or unknown for each person, in their order.</summary>
    public abstract IReadOnlyList<bool?> Ask(Criterion criterion, IReadOnlyList<MadeUp> people);

    /// <summary>Person and year, with the cohort.</summary>
    public abstract IReadOnlyDictionary<string, string?> Assign(Scheme scheme, IReadOnlyList<MadeUp> people);

    /// <summary>The answers drawn as yes, no and <c>?</c> behind each person's name, as in <c>ada yes, ben ?</c>.</summary>
    public string Draw(string condition, IReadOnlyList<MadeUp> people) =>
        string.Join(", ", people.Zip(Ask(Read(condition), people), (person, truth) => $"{person.Id} {(truth is null ? "?" : truth == true ? "yes" : "no")}"));

    public static Criterion Read(string condition)
    {
        var problems = new List<Problem>();
        return ConditionParser.Parse(condition, offset => new Place("condition", 1, offset + 1), problems) ?? throw new DefinitionException(problems);
    }

    private sealed class OracleEngine : CohortEngine
    {
        public override IReadOnlyList<bool?> Ask(Criterion criterion, IReadOnlyList<MadeUp> people) => new Oracle(people).Ask(criterion);

        public override IReadOnlyDictionary<string, string?> Assign(Scheme scheme, IReadOnlyList<MadeUp> people) => people.Zip(new Oracle(people).Assign(scheme)).ToDictionary(pair => pair.First.Id, pair => pair.Second);

        public override string ToString() => "oracle";
    }

    private sealed class DuckDbEngine : CohortEngine
    {
        public override IReadOnlyList<bool?> Ask(Criterion criterion, IReadOnlyList<MadeUp> people)
        {
            using var town = new CohortTown(people);
            return town.Ask(criterion);
        }

        public override IReadOnlyDictionary<string, string?> Assign(Scheme scheme, IReadOnlyList<MadeUp> people)
        {
            using var town = new CohortTown(people);
            Stages.Run(CohortStage.Make([scheme]), town.Warehouse);
            return town.Warehouse.Query("select person_id, cohort from cohort_member join person_year using (person_key, year)").Rows.ToDictionary(row => (string)row[0]!, row => (string?)row[1]);
        }

        public override string ToString() => "DuckDB";
    }
}

/// <summary>A warehouse whose <c>person_year</c> holds made-up people, in the types that the pipeline gives its columns.</summary>
public sealed class CohortTown : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CohortTown(IReadOnlyList<MadeUp> people, int threads = 1)
    {
        Warehouse = new Warehouse(new WarehouseOptions(_folder.Path, threads));
        var columns = PersonYearFields.All.Select(field => (Field: field, Type: Type(field))).ToList();
        MemoryTable.Create(
            Warehouse,
            "drawn",
            [("person_key", "bigint"), ("person_id", "varchar"), ("year", "varchar"), .. columns.Select(column => (column.Field.Column, column.Type.Memory))],
            people.Select(person => (object?[])[(long)person.Key, person.Id, person.Year, .. columns.Select(column => Stored(person[column.Field]))]));
        Warehouse.Execute($"create table person_year as select person_key::integer as person_key, person_id, year, {string.Join(", ", columns.Select(column => $"{column.Field.Column}::{column.Type.Sql} as {column.Field.Column}"))} from drawn");
    }

    public Warehouse Warehouse { get; }

    public IReadOnlyList<bool?> Ask(Criterion criterion) =>
        [.. Warehouse.Query($"select {CriterionSql.Of(criterion)} as truth from {CriterionSql.People([criterion])} order by person_key, year").Rows.Select(row => (bool?)row[0])];

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Dispose();
    }

    private static (string Memory, string Sql) Type(PersonYearField field) => field.Type switch
    {
        FieldType.Flag => ("boolean", "boolean"),
        FieldType.Text => ("varchar", "varchar"),
        _ when field.Name is "care_weeks" or "hfrs" => ("varchar", "decimal(9, 1)"),
        _ when field.Name == "cambridge" => ("varchar", "decimal(9, 2)"),
        _ => ("varchar", "bigint"),
    };

    private static object? Stored(object? value) => value is decimal number ? number.ToString(CultureInfo.InvariantCulture) : value;
}
