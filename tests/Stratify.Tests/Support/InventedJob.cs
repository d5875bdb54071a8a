using System.Globalization;
using Stratify.Costing;
using Stratify.Datasets;
using Stratify.Synthetic;

namespace Stratify.Tests.Support;

/// <summary>Invented extracts with a job and prices of its own, of which changed copies are made, field by field.</summary>
public sealed class InventedJob : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="people">None for an empty folder, which <see cref="Copy"/> fills.</param>
    /// <param name="scheme">The cohorts of it, beside those that ship.</param>
    public InventedJob(int people, int seed, string scheme)
    {
        if (people == 0) { return; }
        SyntheticPopulation.Write(people, seed, _folder.Path);
        File.WriteAllText(At("mine.yml"), scheme);
        Job("prices: 2024/25", "prices: mine.csv");
        Job("schemes: [", "schemes: [mine.yml, ");
        Price(1);
    }

    public string Yaml => At("stratify.yml");

    private IEnumerable<string> Extracts => Directory.EnumerateFiles(At("extracts"));

    public string At(string file) => Path.Combine(_folder.Path, file);

    public void Job(string from, string to)
    {
        var text = File.ReadAllText(Yaml);
        Assert.That(text, Does.Contain(from), "The job is not what the test was written for");
        File.WriteAllText(Yaml, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Prices of so many times as much as the book's.</summary>
    public void Price(int times) => File.WriteAllLines(At("mine.csv"), PriceBook.Shipped("2024/25")!.Prices.Select(price => string.Create(CultureInfo.InvariantCulture,
        $"{price.Setting},{string.Join(',', price.Key.Split('|').Select(key => $"\"{key}\""))},{price.Unit},{price.Per},{price.Pence * times / 100m:0.00},2024/25,by hand,test")).Prepend("setting,key1,key2,key3,unit,per,price,price_year,source,status"));

    public InventedJob Copy()
    {
        var copy = new InventedJob(0, 0, "");
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var to = copy.At(Path.GetRelativePath(_folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return copy;
    }

    /// <summary>Every field of a declared column as another makes it.</summary>
    public InventedJob With(Func<Column, string, string> change)
    {
        foreach (var file in Extracts)
        {
            var declared = Catalogue.Find(Path.GetFileNameWithoutExtension(file))!.Columns.ToDictionary(column => column.From);
            var lines = File.ReadAllLines(file);
            var columns = lines[0].Split(',').Select(header => declared.GetValueOrDefault(header)).ToList();
            File.WriteAllLines(file, lines.Skip(1).Select(line => string.Join(',', line.Split(',').Zip(columns, (value, column) => column is null || value.Length == 0 ? value : change(column, value)))).Prepend(lines[0]));
        }
        return this;
    }

    /// <summary>Each extract in two files, every other row in each.</summary>
    public InventedJob InTwo()
    {
        foreach (var file in Extracts.ToList())
        {
            var lines = File.ReadAllLines(file);
            for (var part = 0; part < 2; part++) { File.WriteAllLines(Path.ChangeExtension(file, $"{part}.csv"), lines[1..].Where((_, i) => i % 2 == part).Prepend(lines[0])); }
            File.Delete(file);
        }
        Job(".csv}", ".*.csv, delivery: add}");
        return this;
    }

    /// <summary>A further row, blank where nothing is said.</summary>
    public InventedJob Add(string dataset, params (string Header, string Value)[] values)
    {
        var file = At($"extracts/{dataset}.csv");
        var headers = File.ReadLines(file).First().Split(',');
        Assert.That(values.Select(value => value.Header), Is.SubsetOf(headers));
        File.AppendAllText(file, string.Join(',', headers.Select(header => values.FirstOrDefault(value => value.Header == header).Value ?? "")) + "\n");
        return this;
    }

    public void Dispose() => _folder.Dispose();
}
