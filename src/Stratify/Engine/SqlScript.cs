using Stratify.Problems;

namespace Stratify.Engine;

/// <summary>One SELECT that makes one table (it states its grain), or that returns what breaks a law (it states the law).</summary>
/// <param name="Name">The table's name, or the law's.</param>
/// <param name="Grain">Columns that name a row; empty for a law and for a table of one row.</param>
/// <param name="Reads">Tables that must be there.</param>
/// <param name="Law">The law in words; empty for a table.</param>
public sealed record SqlScript(string Name, string Sql, IReadOnlyList<string> Grain, IReadOnlyList<string> Reads, string Law)
{
    public bool IsLaw => Law.Length > 0;

    /// <summary>A table whose SQL was derived from a declaration.</summary>
    public static SqlScript Derived(string name, string sql, IReadOnlyList<string> grain) => new(name, sql, grain, [], "");

    /// <summary>A script that ships with the engine, by its file name without <c>.sql</c>.</summary>
    public static SqlScript Load(string name)
    {
        using var stream = typeof(SqlScript).Assembly.GetManifestResourceStream($"sql/{name}.sql")
            ?? throw new ArgumentException($"There is no {name}.sql in the engine.");
        using var reader = new StreamReader(stream);
        return Parse(name, reader.ReadToEnd());
    }

    /// <summary>The names of all scripts that ship with the engine.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(SqlScript).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("sql/", StringComparison.Ordinal))
            .Select(name => name[4..^4])
            .Order(StringComparer.Ordinal)];

    /// <summary>Reads the header: comment lines of <c>key: value</c> at the top.</summary>
    public static SqlScript Parse(string name, string sql)
    {
        var header = sql.Split('\n')
            .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line[2..].Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2 && parts[0] is "grain" or "law" or "reads")
            .ToLookup(parts => parts[0], parts => parts[1]);
        if (!header["grain"].Any() && !header["law"].Any()) { throw new ArgumentException($"{name}.sql states neither its grain nor its law."); }
        return new SqlScript(name, sql, List(header["grain"]), List(header["reads"]), string.Join(' ', header["law"]));
    }

    /// <summary>What is said when the law is broken. The rows themselves stay in the database.</summary>
    public Problem Broken(long rows) => ProblemKinds.LawBroken.At(null, $"The law '{Law}' is broken in {rows} places.",
        $"Law {Name}. Nothing was published; yesterday's run stands.");

    private static IReadOnlyList<string> List(IEnumerable<string> lines) =>
        [.. lines.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(item => item != "one row")];
}
