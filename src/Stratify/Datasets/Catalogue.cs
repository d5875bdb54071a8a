using Stratify.Datasets.Acute;
using Stratify.Datasets.Community;
using Stratify.Datasets.Gp;
using Stratify.Datasets.MentalHealth;
using Stratify.Datasets.SocialCare;

namespace Stratify.Datasets;

/// <summary>Every dataset that Stratify reads, in the order in which they are described and written.</summary>
public static class Catalogue
{
    public static IReadOnlyList<Dataset> All { get; } =
    [
        GpRegistrations.Dataset,
        Deaths.Dataset,
        GpEvents.Dataset,
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
        SocialCareServices.Dataset,
        ContinuingCare.Dataset,
    ];

    public static Dataset? Find(string name) => All.FirstOrDefault(dataset => dataset.Name == name);
}
