using Stratify.Model;
using Stratify.Settings;

namespace Stratify.Tests.Support;

/// <summary>A town's register and a council's records without numbers, linked by probability; the truth is kept beside.</summary>
public sealed class LinkedTown : IDisposable
{
    private const int FirstToken = 1_000_000;
    private readonly List<(int Row, Citizen Truth)> _records = [];
    private readonly HashSet<int> _registered;

    /// <param name="order">Rows are landed backwards when it is negative.</param>
    /// <param name="hasAddresses">Whether the register tells addresses; each record's then is the last of its cells.</param>
    public LinkedTown(IEnumerable<Citizen> register, IEnumerable<(Citizen Truth, string?[] Cells)> records, int threads = 2, int order = 1, LinkageSettings? settings = null, bool hasAddresses = false)
    {
        var (people, said) = (register.ToList(), records.ToList());
        _registered = [.. people.Select(person => person.Number)];
        if (order < 0) { (people, said) = ([.. Enumerable.Reverse(people)], [.. Enumerable.Reverse(said)]); }
        _records.AddRange(said.Select((record, row) => (row, record.Truth)));
        Flow = new Flow(threads) { Linkage = settings ?? new LinkageSettings { Probabilistic = true } };
        string[] address = hasAddresses ? ["address"] : [];
        Flow.Fill("gp_registrations", [.. LinkageTown.RegisterColumns, .. address], people.Select(person => (string?[])[.. LinkageTown.Register(person), .. address.Select(_ => Identity.Address(LinkageTown.Address(person)))]))
            .Fill("social_care_services", ["authority", "start_date", "source_id", "nhs_number", "family_name", "given_name", "birth_date", "postcode", "gender", .. address],
                said.Select(record => (string?[])["LA1", "2024-05-01", $"s{record.Truth.Number}", .. record.Cells]))
            .Link();
        Links = [.. Read()];
    }

    public Flow Flow { get; }

    public IReadOnlyList<Link> Links { get; }

    /// <summary>Links of a grade that are right, and that are wrong.</summary>
    public (int Right, int Wrong) Of(string grade) => (Links.Count(link => link.Grade == grade && link.IsRight), Links.Count(link => link.Grade == grade && link.IsWrong));

    /// <summary>The share of records of people on the register that were linked to them: of all, or of a group.</summary>
    public double RecallOf(Func<Citizen, bool>? group = null)
    {
        var there = Links.Where(link => _registered.Contains(link.Truth.Number) && group?.Invoke(link.Truth) != false).ToList();
        return there.Count(link => link.IsRight) / (double)there.Count;
    }

    /// <summary>All that must not depend on the order of rows or on threads.</summary>
    public string Says => string.Join('\n',
        Flow.Draw("select source_id, grade, reason, probability, person_id from person_link join event using (dataset, row_id) left join person using (person_key) order by source_id"),
        Flow.Draw("select * from link_model"),
        Flow.Draw("select * from link_parameter order by all"),
        Flow.Draw("select * from link_pattern order by all"),
        Flow.Draw("select * from link_block order by all"),
        Flow.Draw("select * from link_choice order by all"));

    public void Dispose() => Flow.Dispose();

    private IEnumerable<Link> Read()
    {
        var truth = _records.ToDictionary(record => (long)record.Row, record => record.Truth);
        return Flow.Warehouse.Query("""
            select row_id, grade, reason, probability, token
            from person_link
            left join person using (person_key)
            where dataset = 'social_care_services'
            order by row_id
            """).Rows.Select(row => new Link(truth[(long)row[0]!], (string)row[1]!, (string)row[2]!, (double?)row[3], (long?)row[4] - FirstToken));
    }

    /// <summary>What became of one record.</summary>
    public sealed record Link(Citizen Truth, string Grade, string Reason, double? Probability, long? Person)
    {
        public bool IsRight => Person == Truth.Number;

        public bool IsWrong => Person is not null && Person != Truth.Number;
    }
}
