using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>
/// Brings the rows of one file to rest: what was done, in one file, and who it was done for, in another that is locked under a key of
/// the run's own. What was done may be there from an earlier run; then only who it was done for is read.
/// </summary>
internal static class LandedFile
{
    /// <summary>Where the hash of what names a row stands: behind its line and the columns of what was done.</summary>
    internal static int HashColumn(Dataset dataset) => LandedShape.Landed(dataset).Count + 1;

    /// <param name="path">What files that end with the run are named after.</param>
    internal static (FileFacts Facts, RestingRows Rows) Land((Delivery Delivery, int File) source, LandingRules rules, string path, Action untilInterrupted)
    {
        var (delivery, file) = (source.Delivery, source.Delivery.Files[source.File]);
        var cached = rules.Cache?.Entry(delivery, file, rules);
        var lockRows = cached is null ? new ChunkCipher() : new ChunkCipher(cached.Key);
        var lockPeople = new ChunkCipher();
        var firstId = LandedShape.RowIdOf(delivery.Extract, delivery.FilesBefore + source.File, 0);
        var rows = rules.ReadAfresh ? null : cached?.Open(lockRows);
        var facts = rows is not null
            ? ReadPeople(source, rules, rows, (path, lockPeople), untilInterrupted)
            : ReadAll(source, rules, path, (lockRows, lockPeople), cached is not null, untilInterrupted);
        if (file.Stamp is { } before && FileStamp.Of(file.Path) != before) { facts = facts with { Problems = [.. facts.Problems, FileStamp.Changed(file)] }; }
        if (rows is null && cached is not null && facts.Problems.Count == 0) { cached.Keep(RowsOf(path)); }
        rows ??= new ColumnFile(File.Exists(RowsOf(path)) ? RowsOf(path) : cached!.Path, lockRows);
        return (facts, new RestingRows(firstId, (rows, lockRows), (new ColumnFile(PeopleOf(path), lockPeople), lockPeople)));
    }

    /// <summary>Reads a file to its end; what is wrong with it is among the facts.</summary>
    private static FileFacts ReadAll((Delivery Delivery, int File) source, LandingRules rules, string path, (ChunkCipher Rows, ChunkCipher People) ciphers, bool isKept, Action untilInterrupted)
    {
        var dataset = source.Delivery.Dataset;
        var block = LandedShape.Block(dataset);
        var grain = new BlockColumn("grain_hash", BlockType.BigInt);
        // All rows of a file are of one extract, which is no column of it: to hash less finds no fewer.
        BlockColumn[] key = [.. dataset.Grain.Where(name => name != "extract").Select(block.Column)];
        using var reader = new FileReader(source.Delivery, source.File, block, rules);
        using var rows = new ColumnFileWriter(RowsOf(path), [block.Column(LandedShape.RowId), .. LandedShape.Landed(dataset).Select(block.Column), grain], ciphers.Rows);
        using var people = new ColumnFileWriter(PeopleOf(path), People(block, dataset), ciphers.People);
        for (var more = true; more;)
        {
            untilInterrupted();
            block.Count = 0;
            more = reader.Fill();
            GrainHash.Write(key, block.Count, grain);
            rows.Write(block.Count);
            people.Write(block.Count);
        }
        var facts = FileFacts.Of(reader);
        rows.Finish(isKept && facts.Problems.Count == 0 ? facts.ToBytes() : []);
        people.Finish([]);
        return facts;
    }

    /// <summary>Reads who the rows are about, whose lines are known; the file is the very one that they came from.</summary>
    private static FileFacts ReadPeople((Delivery Delivery, int File) source, LandingRules rules, ColumnFile rows, (string Path, ChunkCipher Cipher) people, Action untilInterrupted)
    {
        var dataset = source.Delivery.Dataset;
        var facts = FileFacts.OfBytes(rows.Note, source.Delivery.Files[source.File].Name);
        var block = LandedShape.Block(dataset);
        if (!facts.Columns.Any(column => dataset.Column(column.Column).IsIdentity)) { return ReadNobody(facts, rows, block, dataset, people); }
        using var lines = RestingRows.Lines(rows).GetEnumerator();
        using var reader = new FileReader(source.Delivery, source.File, block, rules, lines);
        using var writer = new ColumnFileWriter(PeopleOf(people.Path), People(block, dataset), people.Cipher);
        var count = 0L;
        for (var more = true; more; count += block.Count)
        {
            untilInterrupted();
            block.Count = 0;
            more = reader.Fill();
            writer.Write(block.Count);
        }
        writer.Finish([]);
        if (reader.Problems.Count == 0 && count != rows.Rows) { reader.Problems.Add(FileStamp.Changed(source.Delivery.Files[source.File])); }
        return facts with { Problems = [.. reader.Problems] };
    }

    /// <summary>Of a file without such columns nothing needs to be read.</summary>
    private static FileFacts ReadNobody(FileFacts facts, ColumnFile rows, RowBlock block, Dataset dataset, (string Path, ChunkCipher Cipher) people)
    {
        using var writer = new ColumnFileWriter(PeopleOf(people.Path), People(block, dataset), people.Cipher);
        foreach (var column in People(block, dataset))
        {
            for (var row = 0; row < RowBlock.Capacity; row++) { column.SetNull(row); }
        }
        for (var chunk = 0; chunk < rows.Chunks; chunk++) { writer.Write(rows.RowsOf(chunk)); }
        writer.Finish([]);
        return facts;
    }

    /// <summary>A dataset without such columns has one that says nothing, so that all are read alike.</summary>
    private static BlockColumn[] People(RowBlock block, Dataset dataset) => [.. LandedShape.Identity(dataset).Select(block.Column).DefaultIfEmpty(block.Column(LandedShape.RowId))];

    private static string RowsOf(string path) => $"{path}.rows";

    private static string PeopleOf(string path) => $"{path}.people";
}
