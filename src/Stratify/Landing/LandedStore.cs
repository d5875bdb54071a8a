using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>
/// The rows of all extracts, at rest beside the run while they are needed, and locked. What identifies people is locked under keys that
/// end with the process, and gone once linkage is done.
/// </summary>
internal sealed class LandedStore(LandingBook book) : IDisposable
{
    internal const string AllFunction = "landed_all", SuspectFunction = "landed_suspects", LandedFunction = "landed_rows", IdentityFunction = "identity_rows", WholeFunction = "whole_rows";

    private readonly Dictionary<(Delivery Delivery, int File), RestingRows> _files = [];

    /// <summary>Lets the warehouse see the rows, those too that are still to be read.</summary>
    internal void Open(Warehouse warehouse)
    {
        warehouse.Register(AllFunction, name => Scan(name, LandedShape.Both, (_, _) => null));
        warehouse.Register(SuspectFunction, name => Scan(name, LandedShape.Both, (file, chunk) => file.Suspects(chunk)));
        warehouse.Register(LandedFunction, name => Scan(name, LandedShape.RestingLanded, (file, chunk) => file.Kept(chunk)));
        warehouse.Register(IdentityFunction, name => Scan(name, LandedShape.RestingIdentity, (file, chunk) => file.Kept(chunk)));
        warehouse.Register(WholeFunction, name => Scan(name, LandedShape.Both, (file, chunk) => file.Kept(chunk)));
    }

    /// <summary>Reads every file of some datasets, the largest first, on as many threads as the run may use; the book then has them in a fixed order.</summary>
    internal void ReadAll(Warehouse warehouse, IReadOnlyList<Dataset> order)
    {
        var folder = Directory.CreateDirectory(Path.Combine(warehouse.WorkFolder, "landed")).FullName;
        var sources = (from dataset in order from delivery in book.Deliveries where delivery.Dataset == dataset from file in Enumerable.Range(0, delivery.Files.Count) select (Delivery: delivery, File: file)).ToList();
        var before = _files.Count;
        var read = new (FileFacts Facts, RestingRows Rows)[sources.Count];
        int[] largestFirst = [.. Enumerable.Range(0, sources.Count).OrderByDescending(i => SizeOf(sources[i].Delivery.Files[sources[i].File]))];
        Workers.Each(largestFirst, warehouse.Threads, i => read[i] = LandedFile.Land(sources[i], book.Rules, Path.Combine(folder, $"{before + i}"), warehouse.ThrowIfInterrupted));
        for (var i = 0; i < sources.Count; i++)
        {
            book.Close(sources[i].Delivery, sources[i].File, read[i].Facts);
            _files[sources[i]] = read[i].Rows;
        }
    }

    /// <summary>Whether any two rows of a dataset may be of one grain; those that may, and are kept, are what the suspects' function then gives.</summary>
    internal bool MayRepeat(Dataset dataset)
    {
        var files = Files(dataset);
        var repeated = RepeatedHashes.In(files.Sum(file => file.Rows), () => files.SelectMany(file => Hashes(file, dataset)));
        if (repeated.Count == 0) { return false; }
        foreach (var file in files) { file.Suspect(repeated, LandedFile.HashColumn(dataset)); }
        return true;
    }

    internal void Leave(Dataset dataset, IReadOnlySet<long> ids)
    {
        foreach (var file in Files(dataset)) { file.Leave(ids); }
    }

    public void Dispose()
    {
        foreach (var file in _files.Values) { file.Dispose(); }
        _files.Clear();
    }

    /// <summary>A file that is not there is told of when it is opened.</summary>
    private static long SizeOf(ExtractFile file) => new FileInfo(file.Path) is { Exists: true } info ? info.Length : 0;

    private List<RestingRows> Files(Dataset dataset) => [.. _files.Where(file => file.Key.Delivery.Dataset == dataset).OrderBy(file => file.Value.FirstId).Select(file => file.Value)];

    private static IEnumerable<ReadOnlyMemory<long>> Hashes(RestingRows file, Dataset dataset)
    {
        var hashes = new long[RowBlock.Capacity];
        byte[] buffer = [];
        for (var chunk = 0; chunk < file.Chunks; chunk++)
        {
            file.ReadNumbers(chunk, LandedFile.HashColumn(dataset), hashes, ref buffer);
            yield return hashes.AsMemory(0, file.RowsOf(chunk));
        }
    }

    private RestingScan Scan(string name, Func<Dataset, IEnumerable<RestingColumn>> columns, Func<RestingRows, int, int[]?> kept)
    {
        var dataset = Catalogue.Find(name) ?? throw new ArgumentException($"There is no dataset {name}.");
        return new RestingScan(Files(dataset), columns(dataset), LandedShape.ExtractShift, kept);
    }
}
