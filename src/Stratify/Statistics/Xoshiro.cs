using System.Numerics;

namespace Stratify.Statistics;

/// <summary>Random numbers that are the same everywhere for the same seed: xoshiro256** by Blackman and Vigna, seeded by splitmix64.</summary>
public sealed class Xoshiro
{
    private ulong _s0, _s1, _s2, _s3;

    public Xoshiro(long seed)
    {
        var state = unchecked((ulong)seed);
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    private Xoshiro(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The generator in a given state, as published test vectors state it.</summary>
    public static Xoshiro InState(ulong s0, ulong s1, ulong s2, ulong s3) => new(s0, s1, s2, s3);

    /// <summary>A stream of its own for a named use, so that one use more does not move the numbers of another.</summary>
    public static Xoshiro For(long seed, string use)
    {
        unchecked
        {
            // FNV-1a over the name: string.GetHashCode differs from process to process.
            var hash = 14695981039346656037UL;
            foreach (var c in use) { hash = (hash ^ c) * 1099511628211UL; }
            return new Xoshiro((long)(hash ^ ((ulong)seed * 0x9E3779B97F4A7C15UL)));
        }
    }

    public ulong Next()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            var t = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= t;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>The sum of as many draws from <paramref name="values"/> as it has, with replacement: <see cref="NextInt"/> again and again, its state kept in registers.</summary>
    public long SumOfDraws(ReadOnlySpan<long> values)
    {
        var (s0, s1, s2, s3) = (_s0, _s1, _s2, _s3);
        var length = (ulong)values.Length;
        long sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ulong result;
            unchecked
            {
                result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
                var t = s1 << 17;
                s2 ^= s0;
                s3 ^= s1;
                s1 ^= s2;
                s0 ^= s3;
                s2 ^= t;
                s3 = BitOperations.RotateLeft(s3, 45);
            }
            sum += values[unchecked((int)Math.BigMul(result, length, out _))];
        }
        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
        return sum;
    }

    /// <summary>A whole number from 0 to below <paramref name="limit"/>; the bias of the high-product method is below 2⁻³².</summary>
    public int NextInt(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>From 0, below 1, in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
