namespace Stratify.Datasets;

/// <summary>What a later delivery of an extract is to an earlier one. In each case a row that is sent again as it was counts once.</summary>
public enum DeliveryKind
{
    /// <summary>Further rows: those of all deliveries stand. A key that comes again with other content is a conflict; the last is kept, and said.</summary>
    Add,
    /// <summary>Everything again: of each sender (the first part of a row's key) the last delivery stands alone, and of a list that has no senders the last.</summary>
    Replace,
    /// <summary>Changes: a key that comes again is a correction, and one that comes as a deletion takes the row away.</summary>
    NetChange,
    /// <summary>A period again: rows of a sender's earlier deliveries whose day lies in the period that a later one covers are left out, and all others stand.</summary>
    ReplacePeriod,
}
