using Stratify.Engine;

namespace Stratify.Tests.Support;

/// <summary>Invented people with a run over them, whose person-years can be asked: what answers to questions about a run are held against.</summary>
public sealed class InventedTown : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="change">What is another in the job that is written with them.</param>
    public InventedTown(int people, int seed, Func<string, string>? change = null)
    {
        Assert.That(CommandLine.Run("synth", "--people", $"{people}", "--seed", $"{seed}", "--out", _folder.Path).ExitCode, Is.Zero);
        if (change is not null) { File.WriteAllText(At("stratify.yml"), change(File.ReadAllText(At("stratify.yml")))); }
        var told = CommandLine.Run("run", At("stratify.yml"), "--json");
        Assert.That(told.ExitCode, Is.Zero.Or.EqualTo(3), told.Error);
        Run = told.Json.GetProperty("folder").GetString()!;
    }

    /// <summary>The run's own folder.</summary>
    public string Run { get; }

    /// <summary>The person-years, as they stand behind <c>from</c>.</summary>
    public string People => $"read_parquet('{Run}/restricted/person_year.parquet')";

    public string At(string file) => Path.Combine(_folder.Path, file);

    /// <returns>Where it is.</returns>
    public string Write(string file, string text) => _folder.File(file, text);

    public T Ask<T>(Func<Warehouse, T> ask)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(At("work")) { Beside = Path.Combine(Run, "restricted") });
        return ask(warehouse);
    }

    /// <summary>A whole number over the person-years of whom a condition is true.</summary>
    public long Ask(string what, string where) => Ask(warehouse => warehouse.Count($"select {what} from {People} where {where}"));

    public void Dispose() => _folder.Dispose();
}
