namespace Stratify.Statistics;

/// <summary>How far groups explain the spread of what is measured.</summary>
public static class Grouping
{
    /// <summary>
    /// The part of the variance that lies between groups: (Σ Sᵢ²/nᵢ − S²/n) / (Q − S²/n), the R² of a regression on the groups alone.
    /// Not a number when everybody has the same.
    /// </summary>
    /// <param name="groups">People of a group, and the sum of their amounts.</param>
    /// <param name="squares">Q, the sum of everybody's squared amounts.</param>
    public static double Explained(IReadOnlyList<(long People, long Sum)> groups, double squares)
    {
        var people = groups.Sum(group => group.People);
        double sum = groups.Sum(group => group.Sum);
        var mean = people == 0 ? 0 : sum * (sum / people);
        var between = groups.Where(group => group.People > 0).Sum(group => group.Sum * ((double)group.Sum / group.People)) - mean;
        var total = squares - mean;
        return total <= 0 ? double.NaN : Math.Clamp(between / total, 0, 1);
    }

    /// <summary>R² less what as many groups would explain by chance: 1 − (1 − R²)(n − 1)/(n − k). Not a number with a group for each person.</summary>
    public static double Adjusted(double explained, long people, int groups) =>
        people <= groups ? double.NaN : 1 - ((1 - explained) * (people - 1) / (people - groups));
}
