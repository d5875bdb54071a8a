using System.Numerics;
using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>
/// The hashes that stand twice or more in a column of them: rows that share a grain share its hash, so where no hash repeats the grain
/// holds. Several times quicker than a group by of DuckDB, which must be ready to carry aggregates along.
/// </summary>
internal static class RepeatedHashes
{
    /// <summary>As many hashes are held at once; more are taken in several parts.</summary>
    private const long PartSize = 1 << 23;

    private const int BucketSize = 2048, Slots = BucketSize * 4;

    /// <param name="rows">How many rows the table has.</param>
    /// <param name="hash">SQL for a row's hash, of type ubigint.</param>
    internal static HashSet<ulong> In(DuckConnection connection, string table, long rows, string hash)
    {
        var repeated = new HashSet<ulong>();
        var parts = (rows / PartSize) + 1;
        for (var part = 0L; part < parts; part++)
        {
            var where = parts == 1 ? "" : $" where {hash} % {parts} = {part}";
            using var result = connection.Query($"select {hash} from {table}{where}");
            Find(Read(result), repeated);
        }
        return repeated;
    }

    /// <param name="rows">How many hashes there are.</param>
    /// <param name="all">Gives them, from the beginning each time.</param>
    internal static HashSet<ulong> In(long rows, Func<IEnumerable<ReadOnlyMemory<long>>> all)
    {
        var repeated = new HashSet<ulong>();
        var parts = (ulong)(rows / PartSize) + 1;
        var hashes = new ulong[parts == 1 ? rows : PartSize * 2];
        for (var part = 0UL; part < parts; part++)
        {
            var count = 0;
            foreach (var some in all())
            {
                foreach (var signed in some.Span)
                {
                    var hash = unchecked((ulong)signed);
                    if (parts > 1 && hash % parts != part) { continue; }
                    if (count == hashes.Length) { Array.Resize(ref hashes, count * 2); }
                    hashes[count++] = hash;
                }
            }
            Find(hashes.AsSpan(0, count), repeated);
        }
        return repeated;
    }

    /// <summary>Adds to the set what stands in the array more than once.</summary>
    internal static void Find(ReadOnlySpan<ulong> hashes, HashSet<ulong> repeated)
    {
        var bits = Math.Max(1, BitOperations.Log2((uint)(hashes.Length / BucketSize) + 1) + 1);
        var ends = new int[1 << bits];
        foreach (var hash in hashes) { ends[hash >> (64 - bits)]++; }
        for (int i = 0, sum = 0; i < ends.Length; i++) { (ends[i], sum) = (sum, sum + ends[i]); }
        // What begins as a bucket's start ends as its end, when all of it is there.
        var sorted = new ulong[hashes.Length];
        foreach (var hash in hashes) { sorted[ends[hash >> (64 - bits)]++] = hash; }
        var seen = new ulong[Slots];
        for (int i = 0, start = 0; i < ends.Length; start = ends[i++]) { FindInBucket(sorted.AsSpan(start, ends[i] - start), ref seen, repeated); }
    }

    private static void FindInBucket(ReadOnlySpan<ulong> hashes, ref ulong[] seen, HashSet<ulong> repeated)
    {
        // Many of one hash make a large bucket.
        if (hashes.Length > seen.Length / 2) { seen = new ulong[BitOperations.RoundUpToPowerOf2((uint)hashes.Length * 2)]; }
        else { seen.AsSpan().Clear(); }
        foreach (var hash in hashes)
        {
            // Zero stands for an empty slot, and so must never be missed itself.
            if (hash == 0) { repeated.Add(hash); continue; }
            var slot = (int)(hash & (uint)(seen.Length - 1));
            while (seen[slot] != 0 && seen[slot] != hash) { slot = (slot + 1) & (seen.Length - 1); }
            if (seen[slot] == hash) { repeated.Add(hash); }
            seen[slot] = hash;
        }
    }

    private static ulong[] Read(DuckResult result)
    {
        var hashes = new ulong[result.RowCount];
        for (var at = 0; result.Read() is { } chunk;)
        {
            using (chunk)
            {
                chunk.Column(0).Values<ulong>().CopyTo(hashes.AsSpan(at));
                at += chunk.Rows;
            }
        }
        return hashes;
    }
}
