using System.Globalization;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify;

/// <summary>What every station may look up: the run's years, its seed, and the settings in which money is counted.</summary>
public static class Frame
{
    public static Stage Make(IReadOnlyList<Period> periods, long seed) => new(
        "frame",
        "Setting the years",
        Steps:
        [
            new SelectStep(SqlScript.Derived("period", Periods(periods), ["year"])),
            new SelectStep(SqlScript.Derived("run",
                string.Create(CultureInfo.InvariantCulture, $"select {seed}::bigint as seed, min(date_from) as period_from, max(date_to) as period_to from period"), [])),
            new CodeStep("setting", ["name"], warehouse => MemoryTable.Create(
                warehouse,
                "setting",
                [("name", "varchar"), ("title", "varchar"), ("sector", "varchar"), ("payer", "varchar"), ("national_price", "boolean"), ("market_forces", "boolean")],
                Setting.All.Select(setting => new object?[] { setting.Name, setting.Title, setting.Sector, setting.Payer, setting.HasNationalPrice, setting.HasMarketForces }))),
        ],
        Laws: []);

    private static string Periods(IReadOnlyList<Period> periods) => string.Join("\nunion all\n", periods.Select(period => string.Create(
        CultureInfo.InvariantCulture,
        $"select '{period.Year}' as year, date '{period.From:yyyy-MM-dd}' as date_from, date '{period.To:yyyy-MM-dd}' as date_to")));
}
