using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Tests.Spec;
using Stratify.Tests.Support;

namespace Stratify.Tests.Datasets;

/// <summary>
/// Every way that we know to break an extract, tried on every dataset that it can befall: nothing crashes, no row or value is lost or
/// changed without a word, and the ledger balances in rows and pounds.
/// </summary>
public sealed class BrokenExtractSpec
{
    private const int FewestDatasets = 6;

    private static readonly Dictionary<string, RowBlock> Blocks = Catalogue.All.ToDictionary(dataset => dataset.Name, LandedShape.Block);
    private static readonly Dictionary<string, LandingReading> GoodReadings = Catalogue.All.ToDictionary(dataset => dataset.Name, dataset => Read(Good(dataset)));

    private static IReadOnlyList<BrokenCase> Cases { get; } =
    [
        .. BrokenForms.Rows, .. BrokenForms.LineEnds, .. BrokenForms.Headers, .. BrokenQuotes.All, .. BrokenEncodings.All, .. BrokenEncodings.Compressed,
        .. BrokenFields.Texts, .. BrokenFields.Keys, .. BrokenFields.Numbers, .. BrokenValues.Dates, .. BrokenValues.Amounts,
        .. BrokenDeclarations.Trailers, .. BrokenDeclarations.Amounts, .. BrokenDeclarations.Files,
    ];

    [TestCaseSource(nameof(Cases))]
    public void A_broken_extract_loses_what_is_broken_and_says_so(object declared)
    {
        var broken = (BrokenCase)declared;
        var tried = Catalogue.All.Select(dataset => (dataset, file: broken.Make(SampleExtract.Of(dataset)))).Where(made => made.file is not null).ToList();

        Assert.That(tried, Has.Count.GreaterThanOrEqualTo(FewestDatasets));
        Assert.Multiple(() =>
        {
            foreach (var (dataset, file) in tried) { Hold(dataset, file!, broken.Must.In(dataset)); }
        });
    }

    [Test]
    public void There_are_at_least_150_of_them_and_no_two_have_one_name() =>
        Assert.That(Cases.Select(broken => broken.Name).ToHashSet(), Has.Count.GreaterThanOrEqualTo(150).And.Count.EqualTo(Cases.Count));

    [Test]
    public void A_good_extract_is_read_whole()
    {
        foreach (var (name, reading) in GoodReadings)
        {
            Assert.That((reading.Rows.Count, reading.Tally.RejectedRows, reading.Problems.Count, reading.Notices.Count), Is.EqualTo((SampleExtract.Count, 0L, 0, 0)), name);
        }
    }

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.All))]
    public void The_ledger_balances_over_every_broken_extract_that_is_used(Dataset dataset)
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1));
        var deliveries = new List<Delivery>();
        foreach (var broken in Cases.Where(broken => broken.Must.Refused is null))
        {
            if (broken.Make(SampleExtract.Of(dataset)) is not { } file) { continue; }
            var path = Path.Combine(folder.Path, $"{deliveries.Count}-{file.Name}");
            File.WriteAllBytes(path, file.Bytes);
            deliveries.Add(new Delivery(deliveries.Count + 1, file.Profile, [new ExtractFile(Path.GetFileName(path), path)]));
        }
        var stage = new ExtractLanding(deliveries, new LandingRules(LandingReading.Pseudonyms)).ToStage();
        foreach (var step in stage.Steps.Cast<CodeStep>()) { step.Make(warehouse); }

        Assert.That(stage.Laws.Select(law => (law.Law, warehouse.Breaches(law))), Is.All.Matches<(string, long)>(law => law.Item2 == 0));
        Assert.That(warehouse.Query("select count(distinct file) as files from landing_ledger").Get<long>(0, "files"), Is.EqualTo(deliveries.Count));
    }

    private static void Hold(Dataset dataset, BrokenExtract file, Must must)
    {
        var (good, reading) = (GoodReadings[dataset.Name], Read(file));
        var said = $"{dataset.Name}: {string.Join(' ', reading.Reasons)} {string.Join(' ', reading.Problems)}";
        Balance(dataset, reading, said);
        Assert.That(reading.Problems.Select(problem => problem.Kind == must.Or ? must.Refused : problem.Kind).Distinct(), Is.EqualTo(must.Refused is null ? [] : new[] { must.Refused }), said);
        if (must.Notice is { } notice) { Assert.That(reading.Notices.Select(each => each.Kind), Does.Contain(notice), said); }
        if (must.Refused is not null) { return; }

        Assert.That(reading.Tally.Read.Rows, Is.EqualTo(file.Read), said);
        Assert.That(reading.Tally.Rejected.Select(reason => (reason.Key, reason.Value.Rows)), Is.EqualTo(must.Rows == 0 ? [] : new[] { (must.Reason, (long)must.Rows) }), said);
        var lost = must.Rows > 0 || file.Lost.Count > 1 ? file.Lost : [];
        var expected = good.Rows.Select((row, i) => file.Lost.Contains(i) ? Changed(dataset, row, file.Column, must) : row).Where((_, i) => !lost.Contains(i));
        Assert.That(reading.Rows, Is.EqualTo(expected), said);
    }

    /// <summary>The good row, with what the break makes of its field.</summary>
    private static string Changed(Dataset dataset, string row, string column, Must must)
    {
        var names = LandedShape.Block(dataset).Columns.Skip(1).Select(each => each.Name).ToList();
        var values = row.Split('|');
        if (must.Lands is { } text) { values[names.IndexOf(column)] = text; }
        if (must.Status is { } status)
        {
            values[names.IndexOf(column)] = "-";
            values[names.IndexOf($"{column}_status")] = ((int)status).ToString(CultureInfo.InvariantCulture);
            if (names.IndexOf(LandedShape.PersonId) is var id && id >= 0) { values[id] = "-"; }
        }
        return string.Join('|', values);
    }

    private static void Balance(Dataset dataset, LandingReading reading, string said)
    {
        var tally = reading.Tally;
        var rejected = tally.Rejected.Values.Aggregate(default(Amount), (sum, each) => new Amount(sum.Rows + each.Rows, sum.Pence + each.Pence));
        Assert.That(tally.Read, Is.EqualTo(new Amount(tally.Passed.Rows + rejected.Rows, tally.Passed.Pence + rejected.Pence)), said);
        Assert.That(tally.Rejects, Has.Count.EqualTo(rejected.Rows), said);
        Assert.That(tally.Passed.Rows, Is.EqualTo(reading.Rows.Count), said);
        if (dataset.Pounds is not { } pounds) { return; }
        var at = LandedShape.Block(dataset).Columns.Skip(1).Select(column => column.Name).ToList().IndexOf(pounds);
        Assert.That(tally.Passed.Pence, Is.EqualTo(reading.Rows.Select(row => row.Split('|')[at]).Where(pence => pence != "-").Sum(pence => long.Parse(pence, CultureInfo.InvariantCulture))), said);
    }

    private static BrokenExtract Good(Dataset dataset) => new(SampleExtract.Of(dataset).Bytes(), Profile.ForNational(dataset));

    private static LandingReading Read(BrokenExtract file)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, file.Name);
        File.WriteAllBytes(path, file.Bytes);
        return LandingReading.OfFile(path, file.Profile, new LandingRules(LandingReading.Pseudonyms) { BufferSize = 4096 }, Blocks[file.Profile.Dataset.Name]);
    }
}
