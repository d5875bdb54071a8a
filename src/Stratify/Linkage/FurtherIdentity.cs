using Stratify.Datasets;

namespace Stratify.Linkage;

/// <summary>SQL of what rows say of their person beside number, names and birth date, for datasets that have it.</summary>
internal static class FurtherIdentity
{
    /// <summary>
    /// Rows without a number, and all rows of senders who have a key of their own for the person. Pseudo postcodes are nobody's address: ZZ99 is
    /// England's, BF01 0AA, NF1 1AB and NK01 0AA are Scotland's (Public Health Scotland).
    /// </summary>
    /// <param name="isSexEnough">Whether it is of use to know of a row's person no more than their sex: rules ask for a postcode too, and to read an extract again has its price.</param>
    internal static string Sql(IReadOnlyList<Dataset> datasets, bool isSexEnough)
    {
        var parts = datasets
            .Where(dataset => dataset.IsOfPerson && dataset.Role != DatasetRole.Register && (dataset.LocalKeys.Count > 0 || dataset.Has("postcode") || (isSexEnough && (dataset.Has("sex") || dataset.Has("gender")))))
            .Select(dataset => $"""
                select '{dataset.Name}'::{Catalogue.NameType} as dataset, row_id, {LocalKey(dataset)} as local_key, {Or(dataset, "postcode", "identity")} as postcode, {Or(dataset, "address", "identity")} as address, {Or(dataset, "uprn", "identity")} as uprn, {Sex(dataset)} as sex, {Or(dataset, "practice", "landed")} as practice
                from {dataset.LandedTable} as landed
                {(dataset.Has("postcode") ? $"left join {dataset.IdentityTable} as identity using (row_id)" : "")}
                {(dataset.LocalKeys.Count > 0 ? "" : $"where {UsableNumber.Sql(dataset)} is null")}
                """);
        var none = $"select null::{Catalogue.NameType} as dataset, null::bigint as row_id, null::varchar as local_key, null::varchar as postcode, null::varchar as address, null::varchar as uprn, null::varchar as sex, null::varchar as practice where false";
        return $"""
            select * replace (
                case when not starts_with(postcode, 'ZZ') and postcode not in ('BF01 0AA', 'NF1 1AB', 'NK01 0AA') then postcode end as postcode,
                case when sex in ('1', 'MALE', 'M') then '1' when sex in ('2', 'FEMALE', 'F') then '2' end as sex)
            from ({string.Join("\nunion all\n", parts.Prepend(none))})
            """;
    }

    private static string Or(Dataset dataset, string column, string table) => dataset.Has(column) ? $"{table}.{column}" : "null::varchar";

    private static string Sex(Dataset dataset) => dataset.Has("sex") ? "landed.sex" : Or(dataset, "gender", "landed");

    private static string LocalKey(Dataset dataset) => dataset.LocalKeys.Count == 0 ? "null::varchar" : string.Join(" || '/' || ", dataset.LocalKeys.Select(column => $"landed.{column}"));
}
