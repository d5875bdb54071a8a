using Stratify.Model;

namespace Stratify.Benchmarks;

/// <summary>Draws for one row, which follow from its dataset and its place alone; and the people whom rows are of.</summary>
internal sealed class WholeDraw
{
    internal const int FirstDay = 19814, Days = 365;

    private readonly long[] _numbers;
    private ulong _state;

    internal WholeDraw(int people) => _numbers = Numbers(people);

    internal int People => _numbers.Length;

    /// <summary>The place of the row that is drawn.</summary>
    internal long Row { get; private set; }

    internal void Begin(string dataset, long row)
    {
        Row = row;
        Begin(((ulong)dataset.Length << 56) ^ ((ulong)dataset[0] << 48) ^ (ulong)row);
    }

    /// <summary>Goes on with the draws of something that several rows share.</summary>
    internal void Begin(ulong seed) => _state = Mix(seed);

    /// <summary>From 0 to one less than the limit.</summary>
    internal int Next(int limit) => (int)(((Mix(_state = unchecked(_state + 0x9E37_79B9_7F4A_7C15)) >> 32) * (ulong)limit) >> 32);

    internal bool Chance(int inThousand) => Next(1000) < inThousand;

    /// <summary>Somebody: a fifth of all people have over two fifths of all rows.</summary>
    internal int Person()
    {
        var (one, other) = (Next(People), Next(People));
        // Whoever has many rows lives anywhere on the register.
        return (int)((long)Math.Min(one, other) * 15_485_863 % People);
    }

    /// <summary>A day of the year, or one in fifty of the week before it.</summary>
    internal int Day() => FirstDay + (Chance(20) ? -1 - Next(7) : Next(Days));

    internal long Number(int person) => _numbers[person];

    internal static int BirthDay(int person) => FirstDay - 200 - (int)(Mix((ulong)person ^ 0xB1B1) % 32_000);

    internal static bool IsMale(int person) => (Mix((ulong)person ^ 0x5E5E) & 1) == 0;

    internal static int Practice(int person) => (int)(Mix((ulong)person ^ 0x6767) % 150);

    internal static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9;
            x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EB;
            return x ^ (x >> 31);
        }
    }

    /// <summary>Down from 999 000 0000, where no number was ever issued: the range for tests, above it, has not a million.</summary>
    private static long[] Numbers(int people)
    {
        var numbers = new long[people];
        for (int i = 0, next = 0; i < people;)
        {
            if (NhsNumber.TestNumber(--next) is > 0 and var one) { numbers[i++] = one; }
        }
        return numbers;
    }
}
