using System.Globalization;
using Stratify.Planning.Risks;

namespace Stratify.Cli.Verbs;

/// <summary>What a risk of the next year is made of.</summary>
internal static class DescribedRisk
{
    internal static (object, IEnumerable<string>) All() => (
        new { Predictors = RiskPredictor.All.Select(predictor => new { predictor.Name, predictor.Title, predictor.Sql }) },
        [
            "'risk --run RUN' learns from one year of a run and what came in the next who is at risk of an emergency admission, or of being in the costliest 5%: a logit whose coefficients are held back (ridge), by as much as tells people best who were left out.",
            string.Create(CultureInfo.InvariantCulture, $"With three years it is learnt from the first two and tested on the last; with two it is learnt from half of the people and tested on the others. It is called calibrated where slope and observed over expected are from {RiskTables.Band.From} to {RiskTables.Band.To}."),
            "It looks at these of the year before, each being so or not, and at nothing else; ethnic group and practice are not looked at:",
            .. RiskPredictor.All.Select(predictor => $"  {predictor.Name,-28} {predictor.Title}"),
        ]);
}
