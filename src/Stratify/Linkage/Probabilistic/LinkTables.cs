namespace Stratify.Linkage.Probabilistic;

/// <summary>SQL of the tables that both sides of a comparison are put into, in the same columns: names as they are compared, and what they are blocked by.</summary>
public static class LinkTables
{
    /// <summary>
    /// What stands for no name, no address and no birthday: it would agree with everybody's. 1900-01-01 is what systems fill in; pseudo
    /// postcodes are those of <see cref="FurtherIdentity"/>.
    /// </summary>
    private static string Usable(string row) => $"""
        case when {row}.family_name not in ({Placeholders}) then {row}.family_name end as family_name,
        case when {row}.given_name not in ({Placeholders}) then {row}.given_name end as given_name,
        nullif({row}.birth_date, date '1900-01-01') as birth_date,
        """;

    private const string Placeholders = "'UNKNOWN', 'NOTKNOWN', 'NOTSTATED', 'UNNAMED', 'BABY', 'INFANT', ''";

    private const string Postcode = "case when not starts_with(postcode, 'ZZ') and postcode not in ('BF01 0AA', 'NF1 1AB', 'NK01 0AA') then postcode end as postcode";

    /// <summary>Every number of an address in the order of the digits: "Flat 2, 14 High Street" and "14/2 High St" are one.</summary>
    private const string Numbers = "nullif(array_to_string(list_sort(regexp_extract_all(address, '[0-9]+[A-Z]?')), ' '), '')";

    private static string Uprn(string row) => $"nullif(ltrim({row}.uprn, '0'), '')";

    /// <summary>
    /// The rows without a usable number that say enough to be compared, and which of them say the same: those are compared once. Rows that a
    /// rule has linked are there too, since a file's habits are learnt from all its rows.
    /// </summary>
    public static string Row { get; } = $"""
        select *, cast(dense_rank() over (order by dataset, family_name, given_name, birth_date, postcode, address, uprn, sex) as integer) as source_key
        from (
            select source.dataset, source.row_id, {Usable("source")} further.postcode, further.address, {Uprn("further")} as uprn, further.sex
            from source_identity as source
            left join source_further as further using (dataset, row_id)
            where source.token is null
        )
        where (family_name is not null)::integer + (given_name is not null)::integer + (birth_date is not null)::integer + (postcode is not null)::integer >= 2
        """;

    /// <summary>Every distinct thing that is said of somebody without a number, once for each dataset; of datasets of which rules leave none unlinked, nothing.</summary>
    public static string Source { get; } = Keyed("""
        select source_key, dataset, any_value(family_name) as family_name, any_value(given_name) as given_name,
               any_value(birth_date) as birth_date, any_value(postcode) as postcode, any_value(address) as address, any_value(uprn) as uprn, any_value(sex) as sex
        from link_row
        where dataset in (select dataset from link_row join rule_link using (dataset, row_id) where grade = 'U')
        group by source_key, dataset
        """, rule => rule.OfRecord);

    /// <summary>Every way in which the register names a person and says where they lived.</summary>
    public static string Spine { get; } = $"""
        select *, cast(row_number() over (order by person_key, family_name, given_name, born, postcode, address, uprn, sex) as integer) as spine_key,
               count(*) over (partition by person_key) = 1 as is_only
        from ({Keyed($"""
            select distinct registered_person.person_key, registered_person.token is not null as has_number, {Usable("born")} {Postcode}, born.address, {Uprn("born")} as uprn,
                   case when register_entry.sex in ('1', '2') then register_entry.sex end as sex
            from register_entry
            join registered_person using (person_id)
            join identity.gp_registrations as born using (row_id)
            where exists (select 1 from link_source)
            """, rule => rule.OfPerson)})
        """;

    /// <summary>People of the register as if they were records, to see how often two different people agree.</summary>
    public static string Sample { get; } = $"""
        select spine_key as source_key, * exclude (spine_key, is_only, {string.Join(", ", BlockingRule.All.Select((_, i) => BlockingRule.Key(i)))}),
               {BlockingRule.Keys(rule => rule.OfRecord)}
        from link_spine
        join link_drawn using (spine_key)
        where has_number
        """;

    private static string Keyed(string rows, Func<BlockingRule, string> side) => $"""
        select *, {BlockingRule.Keys(side)}
        from (
            select named.*, strftime(birth_date, '%Y%m%d') as born, link_sound.sound,
                   case when contains(postcode, ' ') then left(postcode, length(postcode) - 2) end as sector,
                   case when contains(postcode, ' ') then split_part(postcode, ' ', 1) end as district,
                   {Numbers} as numbers, coalesce(address || '|' || postcode, 'UPRN ' || uprn) as property
            from ({rows}) as named
            left join link_sound using (family_name)
        )
        """;
}
