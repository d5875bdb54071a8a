using System.Globalization;
using System.Text;
using Stratify.Drawing;
using Stratify.Linkage.Probabilistic;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify;

/// <summary>What <see cref="LinkReport"/> and a <see cref="LinkDecision"/> say, as pictures with the figures of their tables.</summary>
public static class LinkCharts
{
    private const string Source = "Source: the published run and what it keeps of its linkage; [c] is a hidden number.";

    public static IReadOnlyList<(string Id, Scene Scene)> Of(LinkReport report) =>
    [
        .. report.Rates.GroupBy(rate => rate.Dataset).Where(rates => rates.Any(rate => rate.Unlinked is not ZeroCell)).Select(rates => ($"link-rates-{rates.Key}", SideBars
            .Draw([.. rates.Select(rate => new SideBar(rate.Says, 0, rate.Linked.Number ?? 0, rate.Linked.Csv))], $"Who is linked: {rates.Key}")
            .Framed("Share of records that are linked, by what they say of their person", Source))),
        .. report.Levels.GroupBy(level => level.Dataset).Select(levels => ($"link-levels-{levels.Key}", SideBars
            .Draw([.. levels.Select(level => new SideBar($"{level.Comparison}: {level.Level}", 0, (double)level.Bits, Signed(level.Bits)))], $"What each agreement weighs: {levels.Key}")
            .Framed("Match weight in bits: how much likelier of one person (m) than of two (u)", Source))),
        .. report.Histogram.GroupBy(bin => bin.Dataset).Select(bins => ($"link-weights-{bins.Key}", SideBars
            .Draw([.. bins.Select(bin => new SideBar(string.Create(CultureInfo.InvariantCulture, $"{bin.From} to below {bin.To} bits"), 0, bin.Pairs.Number ?? 0, bin.Pairs.Csv))], $"Pairs by match weight: {bins.Key}")
            .Framed("Pairs that were compared, before the commonness of values and other people are looked at", Source))),
        .. report.Curve.GroupBy(at => at.Dataset).Select(curve => ($"link-unlinked-{curve.Key}", SideBars
            .Draw([.. curve.Select(at => new SideBar(string.Create(CultureInfo.InvariantCulture, $"At least {at.Threshold}"), 0, at.Unlinked.Number ?? 0, at.Unlinked.Csv))], $"What would stay unlinked: {curve.Key}")
            .Framed("Share of records without a usable number, by how sure a link must be", Source))),
        .. report.Unlinkable.GroupBy(at => at.Dataset).Select(curve => ($"link-unlinkable-{curve.Key}", SideBars
            .Draw([.. curve.Select(at => new SideBar(string.Create(CultureInfo.InvariantCulture, $"At least {at.Threshold}"), 0, at.Share.Number ?? 0, at.Share.Csv))], $"What says too little to be linked: {curve.Key}")
            .Framed("Share of records without a usable number that could not be so sure even if their person were there and all they say agreed", Source))),
    ];

    public static IReadOnlyList<(string Id, Scene Scene)> Of(LinkDecision decision)
    {
        var steps = WaterfallStep.Of(decision.Why);
        var bars = steps.Select(step => new SideBar(step.Says, (double)(step.Total - step.Bits), (double)step.Total, Signed(step.Bits)));
        var total = WaterfallStep.Weight(decision.Why.Weight);
        return [("link-waterfall", SideBars.Draw([.. bars, new SideBar("Match weight", 0, (double)total, Signed(total))], "What speaks for the likeliest person of the register").Framed(decision.Says, Source))];
    }

    /// <summary>A file a picture, by its name.</summary>
    /// <exception cref="Problems.OutputException">The folder cannot be written.</exception>
    public static void Write(IReadOnlyList<(string Id, Scene Scene)> charts, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (id, scene) in charts) { File.WriteAllText(Path.Combine(folder, $"{id}.svg"), Svg.File(scene, id), new UTF8Encoding(false)); }
        }
        catch (Exception refused) when (RunFolder.IsRefusal(refused))
        {
            throw RunFolder.CannotWrite(folder);
        }
    }

    /// <summary>Bits as text and tables say them.</summary>
    public static string Signed(decimal bits) => bits.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);
}
