namespace Stratify.Datasets.Gp;

/// <summary>
/// What is known of small areas: fills in the deprivation decile where the register leaves it blank, and the neighbourhood where neither
/// the register nor the practice tells one. No row is of a person.
/// </summary>
public static class Areas
{
    // Headers as in the Indices of Deprivation 2025 (Ministry of Housing, Communities and Local Government; LSOAs of 2021), those of 2019
    // (LSOAs of 2011) and the look-ups of the Office for National Statistics. Both vintages are about, and an area that did not change
    // has one code in both, so a list may hold both. The populations that the indices were made with stand in their files too; the header
    // of 2025's is from memory. Total is that of the mid-year estimates of the Office for National Statistics, OBS_VALUE that of its Nomis service.
    public static Dataset Dataset { get; } = new()
    {
        Name = "areas",
        Title = "Small areas and their deprivation",
        Sector = "gp",
        Role = DatasetRole.LookUp,
        Row = "one lower layer super output area, in the shape of the Indices of Deprivation",
        Grain = ["area"],
        Delivery = DeliveryKind.Replace,
        Columns =
        [
            new("area", ColumnKind.Code, "LSOA code (2021)", "Lower layer super output area.") { Required = true, Also = ["LSOA code (2011)", "LSOA21CD", "LSOA11CD", "LSOA"], Unknown = ["Z99999999"] },
            new("name", ColumnKind.Text, "LSOA name (2021)", "Name of the area.") { Also = ["LSOA name (2011)", "LSOA21NM", "LSOA11NM"] },
            new("msoa", ColumnKind.Code, "MSOA21CD", "Middle layer super output area that it lies in.") { Also = ["MSOA11CD", "MSOA"] },
            new("local_authority", ColumnKind.Code, "Local Authority District code (2024)", "Local authority district that it lies in.") { Also = ["Local Authority District code (2019)", "LAD24CD", "LAD23CD", "LAD22CD"] },
            new("neighbourhood", ColumnKind.Text, "Neighbourhood", "Neighbourhood in which local services work together."),
            new("population", ColumnKind.Integer, "Total population: mid 2022", "People who live there by the mid-year estimate, which practices' lists are held against.") { Also = ["Total population: mid 2015 (excluding prisoners)", "Total", "OBS_VALUE"] },
            new("deprivation_rank", ColumnKind.Integer, "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)", "Rank among all areas of England, 1 most deprived; the decile is held against it.") { Also = ["IMD Rank"] },
            new("deprivation_decile", ColumnKind.Integer, "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)", "Index of Multiple Deprivation decile, 1 most deprived.") { Also = ["IMD Decile"] },
        ],
    };
}
