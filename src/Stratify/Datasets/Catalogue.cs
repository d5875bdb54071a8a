using Stratify.Datasets.Acute;
using Stratify.Datasets.Community;
using Stratify.Datasets.Gp;
using Stratify.Datasets.MentalHealth;
using Stratify.Datasets.SocialCare;
using Stratify.Model;

namespace Stratify.Datasets;

/// <summary>Every dataset that Stratify reads, in the order in which they are described and written.</summary>
public static class Catalogue
{
    public static IReadOnlyList<Dataset> All { get; } =
    [
        GpRegistrations.Dataset,
        NhsNumberChanges.Dataset,
        Practices.Dataset,
        Areas.Dataset,
        Deaths.Dataset,
        GpEvents.Dataset,
        GpMedications.Dataset,
        GpAppointments.Dataset,
        PrescribedItems.Dataset,
        AcuteInpatients.Dataset,
        CriticalCare.Dataset,
        AcuteOutpatients.Dataset,
        EmergencyAttendances.Dataset,
        AmbulanceIncidents.Dataset,
        CommunityContacts.Dataset,
        MentalHealthContacts.Dataset,
        TalkingTherapies.Dataset,
        MentalHealthWardStays.Dataset,
        SocialCareServices.Dataset,
        ContinuingCare.Dataset,
    ];

    /// <summary>The type of a column that says which dataset a row is of.</summary>
    public static string NameType { get; } = TextList.Of(All.Select(dataset => dataset.Name));

    /// <summary>National data sets that may be given as their tables, in place of a dataset above.</summary>
    public static IReadOnlyList<RelatedSet> Related { get; } = [Csds.Set, Mhsds.Set, ClientLevelData.Set];

    /// <summary>Every table of those sets.</summary>
    public static IReadOnlyList<Dataset> RelatedTables { get; } = [.. Related.SelectMany(set => set.Tables).Select(table => table.Dataset)];

    /// <summary>What a job may name: datasets that come as one file, and sets of tables.</summary>
    public static IReadOnlyList<string> JobNames { get; } = [.. All.Select(dataset => dataset.Name), .. Related.Select(set => set.Name)];

    /// <summary>A dataset whose extract is one file, those included whose rows are sorted out over several submissions.</summary>
    public static Dataset? OfOneFile(string name) => All.Concat(Related.Where(set => set.Tables.Count == 1).Select(set => set.Tables[0].Dataset)).FirstOrDefault(dataset => dataset.Name == name);

    /// <summary>A dataset, or a table of a related set, by its name.</summary>
    public static Dataset? Find(string name) => All.Concat(RelatedTables).FirstOrDefault(dataset => dataset.Name == name);

    /// <summary>The datasets that rows of what was delivered come to, those put together from tables included.</summary>
    public static IReadOnlySet<Dataset> Given(IEnumerable<Dataset> delivered)
    {
        var given = delivered.ToHashSet();
        given.UnionWith(given.Select(Gives).OfType<Dataset>().ToList());
        return given;
    }

    /// <summary>The dataset that rows of a table are put together into; null when it is no such table.</summary>
    public static Dataset? Gives(Dataset table) => Related.SelectMany(set => set.Tables.Where(each => each.Dataset == table).Select(each => set.Gives(each.Part))).FirstOrDefault();
}
