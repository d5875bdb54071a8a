namespace Stratify.Model;

/// <summary>A published way to sum up what is wrong with a person: which conditions count, and perhaps what each weighs.</summary>
/// <param name="Name">As code lists and fields name it; a score is the field of this name.</param>
/// <param name="Title">As it stands in descriptions.</param>
/// <param name="Count">The field that holds how many of its conditions a person has; empty where the number says nothing.</param>
public sealed record Grouping(string Name, string Title, string Count)
{
    /// <summary>What the sum of the weights means; empty where conditions are counted alone.</summary>
    public string Score { get; init; } = "";

    /// <summary>Of the score.</summary>
    public int Decimals { get; init; }

    /// <summary>Its conditions that have a field each; missing where no code that the grouping knows is loaded, so that nobody is healthy for want of data.</summary>
    public IReadOnlyList<Condition> Flags { get; init; } = [];

    /// <summary>The field that says that something was not loaded which the grouping looks at.</summary>
    public string Partial => Name == Groupings.Default ? $"{Count}_partial" : $"{Name}_partial";
}

/// <summary>The groupings that ship, in the order of their columns. Their conditions and codes are in <c>Settings/CodeLists</c>.</summary>
public static class Groupings
{
    /// <summary>The conditions that have a field each, and that <c>conditions</c> counts.</summary>
    public const string Default = "symphony";

    /// <summary>Scores frailty, of older people who were in hospital.</summary>
    public const string Frailty = "hfrs";

    /// <summary>The age from which the Hospital Frailty Risk Score was validated (Gilbert and others 2018, Lancet 391:1775).</summary>
    public const int FrailtyAge = 75;

    public static IReadOnlyList<string> FrailtyBands { get; } = ["low", "intermediate", "high"];

    public static IReadOnlyList<Grouping> All { get; } =
    [
        new(Default, "Twelve conditions of Symphony's kind and five extras", "conditions"),
        new("charlson", "Charlson comorbidity index", "charlson_conditions") { Score = "Charlson comorbidity index, weights of 1987" },
        new("elixhauser", "Elixhauser comorbidities", "elixhauser_conditions") { Score = "Elixhauser comorbidities by van Walraven's weights; may be below zero" },
        new("cambridge", "Cambridge Multimorbidity Score", "cambridge_conditions") { Score = "Cambridge Multimorbidity Score, general outcome", Decimals = 2 },
        new("barnett", "Barnett's long-term conditions", "barnett_conditions"),
        new(Frailty, "Hospital Frailty Risk Score", "") { Score = "Hospital Frailty Risk Score", Decimals = 1 },
        new("further_conditions", "Further conditions that schemes ask for, by Barnett's lists", "")
        {
            Flags =
            [
                new("visual_impairment", "Blindness and low vision"), new("hearing_loss", "Hearing loss"), new("multiple_sclerosis", "Multiple sclerosis"),
                new("liver_disease", "Chronic liver disease"), new("peripheral_vascular", "Peripheral vascular disease"), new("connective_tissue", "Rheumatoid arthritis and connective tissue disorders"),
                new("ibd", "Inflammatory bowel disease"), new("alcohol_problems", "Alcohol problems"), new("substance_misuse", "Other psychoactive substance misuse"),
            ],
        },
        new("phs_groups", "Groups of codes of Public Health Scotland's demographic cohorts", "")
        {
            Flags =
            [
                new("phs_frailty", "Frailty by Public Health Scotland's codes"), new("phs_mental_health", "Mental health by Public Health Scotland's codes"),
                new("phs_alcohol", "Alcohol by Public Health Scotland's codes"), new("phs_drugs", "Drugs by Public Health Scotland's codes"),
            ],
        },
    ];
}
