using Stratify.Results;

namespace Stratify.Reports.Pages;

/// <summary>A scenario's figures in sentences, for pages and for the terminal.</summary>
public static class PlanWords
{
    /// <param name="net">The table of one scenario.</param>
    public static IReadOnlyList<string> Of(ResultTable net)
    {
        if (net[0, "people"].IsHidden) { return ["It is of too few people to say anything of them."]; }
        if (net[0, "people"].Number is not > 0) { return [net[0, "shared"].Number is > 0 ? $"All {Format.Count(net[0, "shared"])} of its people are in an earlier scenario of the plan, and are counted there." : "It is of nobody in the year."]; }
        return
        [
            $"It is of {Format.Count(net[0, "people"])} people, who cost {Format.Pounds(net[0, "cost_before"])} in {net.Text(0, "year")}, {Format.Share(net[0, "share_of_all_cost"])} of everybody's; {Format.Share(net[0, "reach"])} of them would be reached.",
            .. net[0, "shared"].Number is > 0 ? [$"{Format.Count(net[0, "shared"])} people more are in an earlier scenario of the plan, and are counted there."] : Array.Empty<string>(),
            $"Care would cost {Change(net, "care_change")} a year; the programme costs {Format.Pounds(net[0, "programme_cost"])} a year{(net[0, "once"].Number is > 0 ? $" and {Format.Pounds(net[0, "once"])} before it begins" : "")}.",
            $"Net over {Years(net.Text(0, "years"))}: {Change(net, "net")}. Of all draws, {Format.Share(net[0, "costs_no_more"])} cost no more than they free.",
            Break(net),
        ];
    }

    /// <summary>A change is never said without how sure it is.</summary>
    private static string Change(ResultTable net, string name) => net[0, name].Number is { } number
        ? $"{Format.Pounds(Math.Abs(number))} {(number > 0 ? "more" : number < 0 ? "less" : "more or less")} (95% interval: {Signed(net[0, $"{name}_lower"])} to {Signed(net[0, $"{name}_upper"])})" : net[0, name].Csv;

    private static string Signed(Cell cell) => cell.Number is { } number ? number > 0 ? $"{Format.Pounds(number)} more" : number < 0 ? $"{Format.Pounds(-number)} less" : "nothing" : cell.Csv;

    private static string Years(string years) => years == "1" ? "one year" : $"{years} years";

    private static string Break(ResultTable net) => (net[0, "break_even"].Number, net[0, "needed"].Number) switch
    {
        ({ } times, { } share) => $"To break even, what falls would have to fall {times:0.##} times as much as stated: by {Format.Percent(share)} of what those who are reached cost there.",
        (null, { } share) => $"No effect is stated. To break even, {Format.Percent(share)} of what those who are reached cost in hospital would have to go.",
        _ => "It cannot break even: all that those who are reached cost there is less than what it costs.",
    };
}
