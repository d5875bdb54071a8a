using Stratify.Model;
using Stratify.Settings;

namespace Stratify.Tests.Support;

/// <summary>A town's register and a council's records without numbers, linked by probability; the truth is kept beside.</summary>
public sealed class LinkedTown : IDisposable
{
    /// <param name="order">Rows are landed backwards when it is negative.</param>
    /// <param name="hasAddresses">Whether the register tells addresses; each record's then is the last of its cells.</param>
    public LinkedTown(IEnumerable<Citizen> register, IEnumerable<(Citizen Truth, string?[] Cells)> records, int threads = 1, int order = 1, LinkageSettings? settings = null, bool hasAddresses = false)
    {
        var (people, said) = (register.ToList(), records.ToList());
        var registered = people.Select(person => person.Number).ToHashSet();
        if (order < 0) { (people, said) = ([.. Enumerable.Reverse(people)], [.. Enumerable.Reverse(said)]); }
        Flow = new Flow(threads) { Linkage = settings ?? new LinkageSettings { Probabilistic = true } };
        string[] address = hasAddresses ? ["address"] : [];
        Flow.Fill("gp_registrations", [.. LinkageTown.RegisterColumns, .. address], people.Select(person => (string?[])[.. LinkageTown.Register(person), .. address.Select(_ => Identity.Address(LinkageTown.Address(person)))]))
            .Fill("social_care_services", ["authority", "start_date", "source_id", "nhs_number", "family_name", "given_name", "birth_date", "postcode", "gender", .. address],
                said.Select(record => (string?[])["LA1", "2024-05-01", $"s{record.Truth.Number}", .. record.Cells]))
            .Link();
        Truth = LinkTruth.Of(Flow, [.. said.Select(record => record.Truth)], person => registered.Contains(person.Number));
    }

    public Flow Flow { get; }

    public LinkTruth Truth { get; }

    public IReadOnlyList<Link> Links => Truth.Links;

    /// <summary>All that must not depend on the order of rows or on threads.</summary>
    public string Says => string.Join('\n',
        Flow.Draw("select source_id, grade, reason, probability, person_id from person_link join event using (dataset, row_id) left join person using (person_key) order by source_id"),
        Flow.Draw("select * from link_model"),
        Flow.Draw("select * from link_parameter order by all"),
        Flow.Draw("select * from link_pattern order by all"),
        Flow.Draw("select * from link_block order by all"),
        Flow.Draw("select * from link_choice order by all"));

    public void Dispose() => Flow.Dispose();
}
