using System.Buffers;
using System.Security.Cryptography;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>The file of a project's key: at least 256 bits that nobody but its owner may read.</summary>
public static class KeyFile
{
    private const int LeastBits = 256;

    private static readonly SearchValues<byte> Base16 = SearchValues.Create("0123456789ABCDEFabcdef"u8);
    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_="u8);

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>A key that begins so is no secret, as in samples of invented people: it guards nobody, so all may read it, and the report says so.</summary>
    public static bool IsPublic(ReadOnlySpan<byte> key) => key.StartsWith("public:"u8);

    /// <summary>The key, or null with a problem.</summary>
    /// <param name="name">As the user named it.</param>
    /// <param name="place">Where it is named; null where it is named in no file.</param>
    public static byte[]? Read(string path, string name, Place? place, List<Problem> problems)
    {
        var make = $"Make one with: stratify key make {name}";
        try
        {
            var key = File.ReadAllBytes(path);
            if (Bits(key) < LeastBits) { problems.Add(ProblemKinds.KeyUnreadable.At(place, $"The key file has {key.Length} bytes, which hold {Bits(key)} bits at most, and {LeastBits} are the least.", make)); }
            else if (!IsPublic(key) && IsOpen(path)) { problems.Add(ProblemKinds.KeyOpen.At(place, "Other users of this machine may read the key file.", $"Close it with: chmod 600 {name}. Where others may have read it already, make a new one.")); }
            else { return key; }
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKinds.KeyUnreadable.At(place, "The key file cannot be read.", make));
        }
        return null;
    }

    /// <summary>A new key that only its owner may read. A file that is there already is never written over, for its pseudonyms could not be made again.</summary>
    /// <exception cref="IOException">There is a file, or none can be written.</exception>
    public static byte[] Make(string path)
    {
        var key = RandomNumberGenerator.GetBytes(LeastBits / 8);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
        using var file = new FileStream(path, options);
        file.Write(key);
        return key;
    }

    /// <summary>How many bits a key can hold: a digit of base 16 has four, one of base 64 six, and what ends the line none.</summary>
    private static int Bits(ReadOnlySpan<byte> key)
    {
        var text = key.TrimEnd("\r\n"u8);
        return !text.ContainsAnyExcept(Base16) ? text.Length * 4 : !text.ContainsAnyExcept(Base64) ? text.Length * 6 : key.Length * 8;
    }

    /// <summary>Windows says who may read a file in another way, which is not looked at.</summary>
    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0;
}
