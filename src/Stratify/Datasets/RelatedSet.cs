namespace Stratify.Datasets;

/// <summary>What a table of a related set is to the others. Tables of one part bear the same column names, whatever their set.</summary>
public enum RelatedPart
{
    /// <summary>The master patient index: who a local identifier is.</summary>
    Person,
    /// <summary>The practice with which a provider knows a person to be registered: it tells people without a number apart, and nothing is counted by it, as the register says who is whose.</summary>
    Registration,
    /// <summary>A referral, which says whose its contacts and spells are.</summary>
    Referral,
    /// <summary>A service or team that a referral is to.</summary>
    Service,
    /// <summary>A care contact: counted and priced.</summary>
    Contact,
    /// <summary>What was done in a contact: never counted beside it.</summary>
    Activity,
    /// <summary>A stay in hospital from admission to discharge: counted where none of its ward stays is told.</summary>
    Spell,
    /// <summary>A stay on one ward: counted and priced by the night.</summary>
    WardStay,
    /// <summary>A request, assessment, service or review of social care, which stands for itself in the one table of its set.</summary>
    CareEvent,
    /// <summary>The submissions that are active, where a sender lists them: no other counts then.</summary>
    Submission,
}

/// <summary>One table of a related set.</summary>
/// <param name="Key">As the national data set numbers it: <c>CYP201</c>.</param>
/// <param name="Needed">Without it the set makes no sense, so a job must name it.</param>
public sealed record RelatedTable(string Key, RelatedPart Part, Dataset Dataset, bool Needed = false);

/// <summary>A national data set that comes as several tables related by keys. Its rows are put together into those of datasets that come as one file.</summary>
public sealed record RelatedSet
{
    /// <summary>As in the job file: <c>csds</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<RelatedTable> Tables { get; init; }

    /// <summary>The dataset whose rows the contacts become; null when the set has none.</summary>
    public Dataset? Contacts { get; init; }

    /// <summary>The dataset whose rows the ward stays, and spells without any, become; null when the set has none.</summary>
    public Dataset? Stays { get; init; }

    /// <summary>The dataset whose rows events of social care become; null when the set has none.</summary>
    public Dataset? Care { get; init; }

    /// <summary>The dataset that rows of a table are put into; null for tables that only say more of them.</summary>
    public Dataset? Gives(RelatedPart part) => part switch
    {
        RelatedPart.Contact => Contacts,
        RelatedPart.Spell or RelatedPart.WardStay => Stays,
        RelatedPart.CareEvent => Care,
        _ => null,
    };

    public RelatedTable? Table(string key) => Tables.FirstOrDefault(table => string.Equals(table.Key, key, StringComparison.OrdinalIgnoreCase));
}
