using System.Globalization;
using Stratify.Model;
using Stratify.Reports.Charts;
using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>The made-up person of a cohort, with a journey through care and what to ask about it.</summary>
internal static class ExemplarPage
{
    /// <summary>Of a cohort without one, none.</summary>
    internal static IEnumerable<Page> Make(ResultSet results, RunFacts facts, CloseCohort of, int row)
    {
        var (people, steps) = (results["exemplar"], results["exemplar_steps"]);
        var rows = steps.Where(of.Labels).Where(step => steps[step, "cost"].Number is not null).ToList();
        var kicker = $"A made-up person: {of.Title}";
        if (rows.Count == 0) { yield break; }
        var name = people.Text(row, "name");
        var journey = rows.Select(step => Step(steps, step)).ToList();
        var axis = Axis(facts, journey);
        var lanes = Setting.All.Where(setting => journey.Exists(step => step.Setting == setting)).Select(setting => new TimelineLane(setting.Title, Palette.Groups.First(group => group.Settings.Contains(setting.Name)).Colour, Unit(setting), setting.Sector == "social_care" ? "days" : "nights")).ToList();
        var headline = Headline(journey, name);
        yield return new Page(kicker, headline,
        [
            new Paragraph($"{name} does not exist. {Who(people, row, name)} The journey is that of the middle of the cohort: {Format.Count(people[row, "people"])} people in the middle by cost, half of whom had as many contacts in each setting or more, in about these months. {Checked(people.Text(row, "state"))}"),
            new Figure($"exemplar-{of.Scheme}-{of.Cohort}", Timeline.Draw(lanes, [.. journey.Select(step => step.On(axis.First))], axis, headline), $"Contacts by month and cost so far; a made-up person drawn from {of.Title}, {facts.Place}", facts.Source,
                steps.Part($"exemplar-{of.Scheme}-{of.Cohort}", headline, rows, "scheme", "cohort", "title", "year", "step", "journey_year", "month", "setting", "what", "people", "contacts", "days", "each_cost", "cost")),
            List(journey) with { IsPrinted = false },
            new Heading("Do you recognise this?"),
            new Bullets([.. Questions(journey, name.Split(' ')[0])]),
            new Caveat("A likeness of what is usual: what few of these people have, such as the stay that changes everything, is not in it, so that it costs less than their mean. Months are of the person in the middle for each contact by itself, so two that stand side by side need not have followed each other in anybody's life. Every figure is of sixteen people or more."),
        ]);
    }

    /// <summary>What the cohort's own page says where there is none.</summary>
    internal static IEnumerable<Block> Missing(ResultSet results, CloseCohort of, int row)
    {
        if (results["exemplar_steps"].Where(of.Labels).Any()) { yield break; }
        yield return new Heading("No made-up person can stand for these");
        yield return new Paragraph(Why(results["exemplar"].Text(row, "state")));
    }

    private static string Why(string state) => state switch
    {
        "too few people" => "The cohort has too few people for a likeness that is nobody's.",
        "no care that half of them have" => "There is no setting of care that half of the people in the middle of the cohort had in the year, so there is no usual journey to tell.",
        _ => "A journey made from what is usual in this cohort would have cost, setting by setting, what somebody's real care did, so it is withheld.",
    };

    private static string Checked(string state) => "It was held against everybody's record: nobody's care cost the same, to the pound, in every setting" + (state == "made" ? "." : ", once prices were rounded to one figure; with two, somebody's would have.");

    private static string Who(ResultTable people, int row, string name)
    {
        var (first, age, sex, conditions) = (name.Split(' ')[0], people.Text(row, "age_band"), people.Text(row, "sex"), people.Text(row, "conditions"));
        return $"{first} is {(age.Length == 0 ? "" : $"aged {age}")}{(sex.Length == 0 ? "" : $", {sex}")}, "
            + (conditions.Length == 0 ? "with no long-term condition that more than half of the cohort have." : $"with what more than half of the cohort have: {conditions.ToLowerInvariant().Replace("parkinson's", "Parkinson's", StringComparison.Ordinal)}.");
    }

    private static string Headline(IReadOnlyList<JourneyStep> journey, string name)
    {
        var total = journey.Sum(step => step.Pounds);
        var largest = journey.GroupBy(step => step.Setting).Select(setting => (Setting: setting.Key, Pounds: setting.Sum(step => step.Pounds), Contacts: setting.Sum(step => step.Contacts))).MaxBy(setting => setting.Pounds);
        return total <= 0 ? $"{name}, a made-up person" : $"{name}: {Format.Inside(largest.Setting.Title)} makes up {Format.Pounds(Math.Round(largest.Pounds))} of {Format.Pounds(Math.Round(total))}";
    }

    private static DataTable List(IReadOnlyList<JourneyStep> journey) => new("The journey by setting", ["Setting", "What it mostly is", "Contacts", "Nights or days each", "Cost of one", "Cost"],
        [.. Setting.All.Join(journey, setting => setting, step => step.Setting, (_, step) => step).GroupBy(step => step.Setting).Select(setting => (IReadOnlyList<string>)
        [
            setting.Key.Title, setting.GroupBy(step => step.What).MaxBy(what => what.Sum(step => step.Contacts))!.Key, Format.Whole(setting.Sum(step => step.Contacts)),
            setting.Max(step => step.Days) == 0 ? "" : Range(setting.Select(step => (double)step.Days), Format.Whole), Range(setting.Select(step => step.Each), Price), Format.Pounds(Math.Round(setting.Sum(step => step.Pounds))),
        ]), ["All", "", Format.Whole(journey.Sum(step => step.Contacts)), "", "", Format.Pounds(Math.Round(journey.Sum(step => step.Pounds)))]])
    { Words = [0, 1] };

    private static string Price(double pounds) => pounds < 10 ? string.Create(CultureInfo.InvariantCulture, $"£{pounds:0.00}") : Format.Pounds(pounds);

    private static string Range(IEnumerable<double> values, Func<double, string> format) => values.Distinct().Order().ToList() is { Count: > 1 } several ? $"{format(several[0])} to {format(several[^1])}" : format(values.First());

    /// <summary>Those that the journey raises.</summary>
    private static IEnumerable<string> Questions(IReadOnlyList<JourneyStep> journey, string first)
    {
        int Of(params string[] settings) => journey.Where(step => settings.Contains(step.Setting.Name)).Sum(step => step.Contacts);
        yield return $"Whom of the people you know does {first} bring to mind, and what is different about them?";
        if (journey.Select(step => step.Setting).Distinct().Count() is >= 3 and var many) { yield return $"Who knows of all {many} settings that {first} uses? Where would {first} have to tell the same story again?"; }
        if (journey.FirstOrDefault(step => step.Setting.Name == "inpatient") is { } stay) { yield return $"What happened in the months before {stay.Date.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}, when {first} went into hospital, and who was there to see it?"; }
        if (Of("outpatient") > 1) { yield return $"Which of the {Of("outpatient")} outpatient attendances could have been one, or a call?"; }
        if (Of("emergency") > 0) { yield return $"Whom could {first} have called in place of the emergency department, at that hour?"; }
        if (Of("prescribing") > 10) { yield return $"When were {Of("prescribing")} items last looked at together, by somebody who asked what {first} wants?"; }
        if (Of("social_care", "continuing_care") > 0) { yield return "Do those who give care at home hear of what the others do, and in time?"; }
        else if (Of("inpatient", "emergency") > 0) { yield return $"What would have helped at home? Was {first} known to community teams or to the council?"; }
        yield return $"What would {first} say matters most, and whose job is it to ask?";
    }

    private static JourneyStep Step(ResultTable steps, int row) => new(
        Setting.Of(steps.Text(row, "setting")), steps.Text(row, "what"), DateOnly.ParseExact(steps.Text(row, "month") + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture),
        (int)(steps[row, "contacts"].Number ?? 0), (int)(steps[row, "days"].Number ?? 0), steps[row, "each_cost"].Number ?? 0, steps[row, "cost"].Number ?? 0);

    /// <summary>Whole years back from the end of the run's period, as many as hold the journey.</summary>
    private static (DateOnly First, int Months) Axis(RunFacts facts, IReadOnlyList<JourneyStep> journey)
    {
        var end = new DateOnly(facts.PeriodEnd.Year, facts.PeriodEnd.Month, 1);
        var back = (((end.Year - journey.Min(step => step.Date).Year) * 12) + end.Month - journey.Min(step => step.Date).Month) / 12;
        var months = 12 * (Math.Max(0, back) + 1);
        return (end.AddMonths(1 - months), months);
    }

    /// <summary>What the made-up person has in a setting in a month.</summary>
    private sealed record JourneyStep(Setting Setting, string What, DateOnly Date, int Contacts, int Days, double Each, double Pounds)
    {
        internal TimelineStep On(DateOnly first) => new(Setting.Title, ((Date.Year - first.Year) * 12) + Date.Month - first.Month, Contacts, Days, Pounds);
    }

    private static string Unit(Setting setting) => setting.Name is "social_care" or "continuing_care" ? "services" : setting.Activity?.Unit ?? "contacts";
}
