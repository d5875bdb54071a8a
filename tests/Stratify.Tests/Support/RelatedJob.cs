using Stratify.Engine;
using Stratify.Landing;
using Stratify.Problems;

namespace Stratify.Tests.Support;

/// <summary>A job of three people with drawn extracts, run through every station with every grain and law checked.</summary>
public sealed class RelatedJob : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _extracts = [];
    private readonly List<Warehouse> _warehouses = [];

    public RelatedJob()
    {
        _folder.File("register.csv", Csv("""
            NHS Number | Patient Identifier | Surname | Forename | DOB        | GP Practice Code | Sex | Postcode
            9990000018 | p1                 | Adams   | Ada      | 1950-01-01 | A81001           | 2   | TA19 0AB
            9990000026 | p2                 | Brook   | Bess     | 1960-02-02 | A81001           | 2   | TA19 0AB
            9990000034 | p3                 | Carter  | Cal      | 1970-03-03 | A81001           | 1   | TA19 0CD
            """));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "secrets"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "secrets", "pseudonym.key"), [.. "public: a key for tests, which guards nobody"u8]);
    }

    /// <summary>What the job says of linkage; nothing by default.</summary>
    public string Linkage { get; init; } = "";

    /// <summary>What the user is told of extracts that were used.</summary>
    public IReadOnlyList<Problem> Notices { get; private set; } = [];

    /// <summary>An extract of one drawn file.</summary>
    public RelatedJob Give(string dataset, string drawn)
    {
        var file = $"extract{_extracts.Count}.csv";
        _folder.File(file, Csv(drawn));
        _extracts.Add($"  - {{dataset: {dataset}, files: {file}}}");
        return this;
    }

    /// <summary>An extract of drawn tables.</summary>
    public RelatedJob Give(string set, params (string Key, string Drawn)[] tables)
    {
        var files = tables.Select(table => (table.Key, File: $"extract{_extracts.Count}{table.Key}.csv", table.Drawn)).ToList();
        foreach (var (_, file, drawn) in files) { _folder.File(file, Csv(drawn)); }
        _extracts.Add($"  - {{dataset: {set}, tables: {{{string.Join(", ", files.Select(file => $"{file.Key}: {file.File}"))}}}}}");
        return this;
    }

    /// <summary>An extract as written in a job.</summary>
    public RelatedJob Say(string yaml)
    {
        _extracts.Add(yaml);
        return this;
    }

    public RelatedJob Put(string name, string text)
    {
        _folder.File(name, text);
        return this;
    }

    public RelatedJob OptOut(string number)
    {
        _folder.File("optouts.csv", number + "\n");
        return this;
    }

    public string Yaml() => _folder.File("stratify.yml", $"""
        version: 1
        name: small
        period: 2024/25
        extracts:
          - {"{"}dataset: gp_registrations, files: register.csv{"}"}
        {string.Join('\n', _extracts)}
        key_file: secrets/pseudonym.key
        {Linkage}
        {(File.Exists(Path.Combine(_folder.Path, "optouts.csv")) ? "opt_out: optouts.csv" : "")}
        """);

    /// <param name="dropping">Whether the stations drop what they drop.</param>
    public RelatedJob Run(bool dropping = true)
    {
        var plan = Planner.Plan(Planner.Read(Yaml()));
        var landing = new ExtractLanding(plan.Deliveries, plan.Landing);
        var warehouse = new Warehouse(new WarehouseOptions(_folder.Path, Threads: 1));
        _warehouses.Add(warehouse);
        foreach (var station in Pipeline.Stations(plan, landing)) { Stages.Run(dropping ? station : station with { Drops = [] }, warehouse); }
        Notices = landing.Notices;
        return this;
    }

    public Warehouse Warehouse => _warehouses[^1];

    public string Draw(string sql) => Table.Draw(Warehouse.Query(sql));

    /// <summary>Each person's year, by the number on the register.</summary>
    public string PersonYears(string columns) => Draw($"select age, {columns} from person_year order by age desc");

    public IReadOnlyList<string> Faults() => [.. Assert.Throws<DefinitionException>(() => Planner.Read(Yaml()))!.Problems.Select(problem => problem.ToString().Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];

    public void Dispose()
    {
        _warehouses.ForEach(warehouse => warehouse.Dispose());
        _folder.Dispose();
    }

    private static string Csv(string drawn)
    {
        var table = Table.Parse(drawn);
        return string.Concat(table.Rows.Select(row => string.Join(',', table.Columns.Select(column => row[column] ?? ""))).Prepend(string.Join(',', table.Columns)).Select(line => line + "\n"));
    }
}
