using Stratify.Engine;
using Stratify.Landing;
using Stratify.Settings;

namespace Stratify.Tests.Support;

/// <summary>A job's stations run into a warehouse that stays open, with every grain and law checked and nothing published.</summary>
public sealed class StationRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StationRun(string job)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "restricted", "work"));
        Warehouse = new Warehouse(new WarehouseOptions(_folder.Path, Threads: 1));
        var plan = Planner.Plan(JobReader.Read(job));
        foreach (var station in Pipeline.Stations(plan, new ExtractLanding(plan.Deliveries, plan.Landing))) { Stages.Run(station, Warehouse); }
    }

    public Warehouse Warehouse { get; }

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Dispose();
    }
}
