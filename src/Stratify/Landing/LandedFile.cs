using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>Brings the rows of one file to rest: what was done, in one file, and who it was done for, locked, in another.</summary>
internal static class LandedFile
{
    /// <summary>Reads a file to its end and writes its rows; what is wrong with it is told by the reader.</summary>
    /// <param name="path">Where the rows go; the two files are named after it.</param>
    internal static RestingRows Land(FileReader reader, RowBlock block, (Delivery Delivery, int File) source, string path, Action untilInterrupted)
    {
        var dataset = source.Delivery.Dataset;
        var grain = new BlockColumn("grain_hash", BlockType.BigInt);
        BlockColumn[] identity = [.. LandedShape.Identity(dataset).Select(block.Column)];
        // All rows of a file are of one extract, which is no column of it: to hash less finds no fewer.
        BlockColumn[] key = [.. dataset.Grain.Where(name => name != "extract").Select(block.Column)];
        var cipher = identity.Length == 0 ? null : new ChunkCipher();
        using (var rows = new ColumnFileWriter($"{path}.rows", [block.Column(LandedShape.RowId), .. LandedShape.Landed(dataset).Select(block.Column), grain], cipher: null))
        using (var people = cipher is null ? null : new ColumnFileWriter($"{path}.people", identity, cipher))
        {
            for (var more = true; more;)
            {
                untilInterrupted();
                block.Count = 0;
                more = reader.Fill();
                GrainHash.Write(key, block.Count, grain);
                rows.Write(block.Count);
                people?.Write(block.Count);
            }
            rows.Finish([]);
            people?.Finish([]);
        }
        var firstId = LandedShape.RowIdOf(source.Delivery.Extract, source.Delivery.FilesBefore + source.File, 0);
        return new RestingRows(firstId, new ColumnFile($"{path}.rows", null), cipher is null ? null : new ColumnFile($"{path}.people", cipher), cipher);
    }

    /// <summary>Where the hash of what names a row stands: behind its line and the columns of what was done.</summary>
    internal static int HashColumn(Stratify.Datasets.Dataset dataset) => LandedShape.Landed(dataset).Count + 1;
}
