using Stratify.Engine;
using Stratify.Model;

namespace Stratify;

/// <summary>What the columns of <c>restricted/person_year.parquet</c> are, one row a column: for whoever reads that table with a program of their own.</summary>
internal static class PersonYearDictionary
{
    internal const string FileName = "person_year_dictionary.csv";

    private static readonly string[] Columns = ["field", "named_in_conditions", "type", "unit", "meaning", "says", "missing_means", "source"];

    /// <summary>Makes the table <c>person_year_dictionary</c>, in the order of the columns of <c>person_year</c>.</summary>
    /// <param name="fields">Those of the run: a list of the job's own has fields of its own.</param>
    internal static void Make(Warehouse warehouse, KnownFields fields)
    {
        var known = fields.All.ToDictionary(field => field.Column);
        var stored = warehouse.Query("select column_name, data_type from information_schema.columns where table_name = 'person_year' and column_name <> 'person_key' order by ordinal_position").Rows;
        MemoryTable.Create(warehouse, "person_year_dictionary", [("place", "bigint"), .. Columns.Select(column => (column, "varchar"))], stored
            .Select((row, i) => (object?[])[(long)i, (string)row[0]!, .. Row((string)row[0]!, Type((string)row[1]!), known).Select(text => text.Length == 0 ? null : text)]));
    }

    internal static string Select => $"select {string.Join(", ", Columns)} from person_year_dictionary order by place";

    private static string[] Row(string column, string type, Dictionary<string, PersonYearField> known) => column switch
    {
        "person_id" => ["", type, "", "The person's pseudonym: the same from run to run with the same key.", "who it is", Never, "NHS numbers of gp_registrations, keyed"],
        "year" => ["", type, "", "The financial year, or the first and last day of a window.", "when", Never, "The job"],
        _ => [known[column].Name, type, known[column].Type == FieldType.Money ? "pence" : known[column].Unit, known[column].Meaning, known[column].Kind.ToString().ToLowerInvariant(), Missing(known[column]), Source(known[column].Kind)],
    };

    private const string Never = "Never missing.";

    /// <summary>The meaning says of a field itself when it is missing.</summary>
    private static string Missing(PersonYearField field)
    {
        var at = field.Meaning.IndexOf("missing", StringComparison.Ordinal);
        if (at >= 0) { return $"M{field.Meaning[(at + 1)..(field.Meaning.IndexOf('.', at) + 1)]}"; }
        if (field.Type == FieldType.Text) { return "Not told."; }
        return field.Kind == FieldKind.Need && PersonYearFields.Find(field.Name) is null ? "No code was loaded that the list could know." : Never;
    }

    private static string Source(FieldKind kind) => kind switch
    {
        FieldKind.Need => "Diagnoses, entries and medicines, by the lists that 'describe conditions' shows",
        FieldKind.Activity => "Events of all extracts, each priced once",
        FieldKind.Place => "gp_registrations, and practices and areas where it is blank",
        _ => "gp_registrations and deaths",
    };

    /// <summary>As Parquet stores them, in the words of its logical types.</summary>
    private static string Type(string stored) => stored switch
    {
        "BIGINT" => "int64",
        "INTEGER" => "int32",
        "BOOLEAN" => "boolean",
        "VARCHAR" => "string",
        _ => stored.ToLowerInvariant(),
    };
}
