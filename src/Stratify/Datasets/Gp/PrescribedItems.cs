namespace Stratify.Datasets.Gp;

/// <summary>Items dispensed in the community and reimbursed, person by person. Their cost comes with them.</summary>
public static class PrescribedItems
{
    public static Dataset Dataset { get; } = new()
    {
        Name = "prescribed_items",
        Title = "Dispensed items",
        Sector = "gp",
        Role = DatasetRole.Activity,
        // Headers as the feed has them, and amounts in pence, in that model; names and birth date are ours, as are the words for them.
        Row = "one dispensed item, or several of one presentation, in the shape of the NHS Business Services Authority's person-level feed of reimbursed prescriptions",
        // A further charge for an item has the item's identifier, so only a row that is the same in what it charges is a repeat.
        Grain = ["processed_on", "source_id", "bnf_code", "items", "net_ingredient_cost", "actual_cost"],
        FactsScript = "prescribed_items_facts",
        Pounds = "actual_cost",
        // A month is restated as a whole: there is no key by which rows are corrected (an integrated care board's model of the feed, dbt-ncl-analytics).
        Delivery = DeliveryKind.ReplacePeriod,
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd"],
        Columns =
        [
            new("nhs_number", ColumnKind.NhsNumber, "NHSNumber", "The person's NHS number; a part of the paper prescriptions have none.") { InHeader = true },
            new("source_id", ColumnKind.Text, "ItemID", "Identifier of the item among those processed in its month; a further charge for it bears the same.") { Required = true },
            new("family_name", ColumnKind.Name, "PatientFamilyName", "Family name; not part of the national feed, sent locally where linkage needs it."),
            new("given_name", ColumnKind.Name, "PatientGivenName", "First given name; as the family name."),
            new("birth_date", ColumnKind.BirthDate, "PatientBirthDate", "Date of birth; as the family name."),
            new("practice", ColumnKind.Code, "PatientGPODS", "ODS code of the person's practice.") { Unknown = ["V81997", "V81998", "V81999"] },
            new("prescriber", ColumnKind.Code, "CostCentreODSCode", "ODS code of the prescriber's cost centre."),
            new("processed_on", ColumnKind.Date, "ProcessingPeriodDate", "Month in which the claim was processed, by a day of it: neither the day of prescribing nor of dispensing, and up to three months after both.") { Required = true },
            new("bnf_code", ColumnKind.Code, "PaidBNFCode", "British National Formulary code of what was paid for, which may differ from what was prescribed; chapters 20 to 23 are appliances."),
            new("prescribed_bnf_code", ColumnKind.Code, "PrescribedBNFCode", "British National Formulary code of what was prescribed."),
            new("product", ColumnKind.Text, "PaiddmdCode", "Dictionary of medicines and devices code of what was paid for."),
            new("quantity", ColumnKind.Quantity, "PaidQuantity", "Quantity of an item, such as tablets."),
            new("items", ColumnKind.Integer, "ItemCount", "Number of items; 0 on a further charge for an item; blank is one."),
            new("net_ingredient_cost", ColumnKind.Money, "ItemNIC", "List price in whole pence, used where there is no actual cost.") { InPence = true },
            new("actual_cost", ColumnKind.Money, "ItemActualCost", "Actual cost in whole pence: the list price less the national average discount, with allowances; negative on a return.") { InPence = true },
            new("not_dispensed", ColumnKind.Flag, "NotDispensedIndicator", "The item was not dispensed."),
            new("paid", ColumnKind.Flag, "PaidIndicator", "The item was paid for."),
            new("disallowed", ColumnKind.Flag, "PaidDissallowedIndicator", "The claim was refused; the feed spells its header so.") { Also = ["PaidDisallowedIndicator"] },
            new("private", ColumnKind.Flag, "PrivatePrescriptionIndicator", "The prescription was private."),
        ],
    };
}
