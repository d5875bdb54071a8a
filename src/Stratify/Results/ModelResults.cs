namespace Stratify.Results;

/// <summary>The published tables about models of cost.</summary>
internal static class ModelResults
{
    internal static ResultDefinition Methods { get; } = new("model_methods", "How near models come to what other people cost", $"select * from measure_method order by year, setting <> 'all', {ResultCatalogue.Order("setting")}, position",
        [
            ResultCatalogue.Year, ColumnRule.Label("setting", "Setting of care, or all."),
            ColumnRule.Label("method", "two parts: a logit of who costs anything and a gamma model of what those cost. two parts, logs smeared: the second by least squares of the log, with Duan's factor. least squares; square root: one part each."),
            ColumnRule.Count("people", "People modelled; each asked of by a model that was fitted to others."), ColumnRule.CountOf("users", "users", "Those of them who cost anything."), ColumnRule.Of("coefficients", "people", Unit.Rank, "Coefficients of a part."),
            ColumnRule.Of("r_squared", "users", Unit.Share, "1 less squared errors over squared distances from the mean; below 0 when the mean does better."),
            ColumnRule.Of("cumming", "users", Unit.Share, "1 less absolute errors over absolute distances from the mean (Cumming's prediction measure)."),
            ColumnRule.Of("mean_error", "users", Unit.PoundsEach, "Mean absolute prediction error, in pounds a person."), ColumnRule.Of("root_error", "users", Unit.PoundsEach, "Root of the mean squared error, in pounds a person."),
            ColumnRule.Of("ratio", "users", Unit.Number, "All that was expected over all that was spent."), ColumnRule.Of("slope", "users", Unit.Number, "Slope of cost on what was expected (Copas): below 1 by as much as the model learnt of chance."),
            ColumnRule.Of("tilt_p", "users", Unit.Share, "How likely errors are to differ as much by chance between tenths of what was expected (in the manner of Hosmer and Lemeshow)."),
            ColumnRule.Of("link_p", "users", Unit.Share, "How likely by chance the square of what was expected tells as much, beside what was expected (link test of Pregibon): small where the shape of the model is wrong."),
            ColumnRule.Of("power", "users", Unit.Number, "Power of the mean that squared errors of users follow (modified Park test): 0 least squares, 1 Poisson, 2 gamma."),
            ColumnRule.Label("chosen", "yes for the kind of model that model_effects are of: of those whose effects have a known error, the one with the best Cumming's measure."), ColumnRule.Label("notes", "What was left out of the model or held back, and why."),
        ]);

    internal static ResultDefinition Ratios { get; } = new("model_ratios", "Where a model of cost expects too much or too little", "select * from measure_model_ratio order by year, position, group_order",
        [
            ResultCatalogue.Year, ColumnRule.Label("kind", "tenths of people by what was expected of them, the least first; age; conditions (their number); sex; or fifths of deprivation."), ColumnRule.Label("group_name", "").Called("group", "The group."),
            ColumnRule.Count("people", "People of whom the chosen kind of model of all care, fitted to others, was asked."),
            ColumnRule.Mean("mean_cost", ("pence", "people"), "What they cost a person."), ColumnRule.Mean("mean_expected", ("expected_pence", "people"), "What was expected of them a person.", of: "pence"),
            ColumnRule.OverCost("ratio", ("expected_pence", "people"), ("pence", "people"), "Predictive ratio: what was expected over what they cost; 1 where the budget is fair to them."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people", "year", "kind")] };

    internal static ResultDefinition Effects { get; } = new("model_effects", "What each condition adds to cost, all else alike", $"select * from measure_effect order by year, setting <> 'all', {ResultCatalogue.Order("setting")}, position",
        [
            ResultCatalogue.Year, ColumnRule.Label("setting", "Setting of care, or all."), ColumnRule.Label("condition", "The condition."),
            ColumnRule.Count("people", "People who have it."), ColumnRule.Label("method", "The kind of model, as model_methods chooses it."),
            ColumnRule.Of("effect", "users", Unit.PoundsEach, "Everybody's expected cost with the condition less that without, a person, with age, sex, deprivation and other conditions as they are: by that model."),
            ColumnRule.Of("effect_lower", "users", Unit.PoundsEach, "Lower end of the 95% interval of that."), ColumnRule.Of("effect_upper", "users", Unit.PoundsEach, "Upper end of the 95% interval of that."),
        ]);
}
