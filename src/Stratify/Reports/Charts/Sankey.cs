using System.Globalization;
using Stratify.Drawing;
using Stratify.Model;

namespace Stratify.Reports.Charts;

/// <summary>Pounds that flow from settings, on the left, to providers, on the right: as high as they are many. Small providers are drawn together.</summary>
internal static class Sankey
{
    /// <summary>Providers that are drawn by name.</summary>
    internal const int Most = 8;

    private const double Width = 600, Top = 30, Bottom = 10, Left = 158, Right = 404, Node = 12, Gap = 10, Line = 34;
    private const double Smallest = 0.01, Steps = 24;

    /// <param name="right">What the right side has, one of them.</param>
    internal static Scene Draw(IReadOnlyList<CareFlow> flows, string title, string right = "Provider")
    {
        var merged = Merged([.. flows.Where(flow => flow.Pounds > 0)]);
        var total = merged.Sum(flow => flow.Pounds);
        var (from, to) = (Nodes(merged, flow => flow.Setting, SettingPlace, total), Nodes(merged, flow => flow.Provider, provider => ProviderPlace(merged, provider), total));
        var height = Math.Max(240, 1.4 * Line * Math.Max(from.Count, to.Count));
        var scene = new Scene(Width, Top + height + Bottom, title, Alternative(from, to, total, $"{right.ToLowerInvariant()}s"));
        scene.Text(Left - 6, 14, "Setting", 12, 400, Colour.SecondInk, Anchor.End);
        scene.Text(Right + Node + 8, 14, right, 12, 400, Colour.SecondInk);
        if (merged.Count == 0)
        {
            scene.Text(Width / 2, Top + (height / 2), "No cost may be shown", 13, 400, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        var scale = Scaled(from, to, (height, total));
        Place(from, height, scale);
        Place(to, height, scale);
        Bands(scene, merged, (from, to), scale);
        foreach (var node in from) { scene.Rectangle(Left, node.Y, Node, Math.Max(1, node.Pounds * scale), node.Colour); }
        foreach (var node in to) { scene.Add(new RectangleShape(Right, node.Y, Node, Math.Max(1, node.Pounds * scale), node.Name == CareFlow.Unseen ? Colour.Pale : Colour.SecondInk, node.Name == CareFlow.Unseen ? Colour.Axis : null)); }
        Names(scene, from, scale, isLeft: true, total);
        Names(scene, to, scale, isLeft: false, total);
        return scene;
    }

    /// <summary>The largest providers by name, the others as one; what may not be seen stays apart.</summary>
    private static List<CareFlow> Merged(IReadOnlyList<CareFlow> flows)
    {
        var total = flows.Sum(flow => flow.Pounds);
        var providers = flows.Where(flow => flow.Provider != CareFlow.Unseen).GroupBy(flow => flow.Provider).Select(provider => (Name: provider.Key, Pounds: provider.Sum(flow => flow.Pounds))).OrderByDescending(provider => provider.Pounds).ThenBy(provider => provider.Name, StringComparer.Ordinal).ToList();
        var named = providers.Take(Most).Where(provider => provider.Pounds >= Smallest * total).Select(provider => provider.Name).Append(CareFlow.Unseen).ToHashSet();
        var others = providers.Where(provider => !named.Contains(provider.Name)).Select(provider => provider.Name).ToList();
        // One that is small alone is as well named.
        if (others.Count == 1) { named.Add(others[0]); }
        var together = Others(others.Count);
        return [.. flows.Select(flow => named.Contains(flow.Provider) ? flow : flow with { Provider = together }).GroupBy(flow => (flow.Setting, flow.Provider)).Select(flow => new CareFlow(flow.Key.Setting, flow.Key.Provider, flow.Sum(each => each.Pounds)))];
    }

    private static string Others(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} other providers");

    private static bool IsOthers(string provider) => provider.EndsWith(" other providers", StringComparison.Ordinal);

    private static double SettingPlace(string title) => Setting.All.TakeWhile(setting => setting.Title != title).Count();

    /// <summary>Beside the settings that it has its pounds from, so that few bands cross; those together last.</summary>
    private static double ProviderPlace(IReadOnlyList<CareFlow> flows, string provider)
    {
        if (provider == CareFlow.Unseen) { return 1001; }
        if (IsOthers(provider)) { return 1000; }
        var own = flows.Where(flow => flow.Provider == provider).ToList();
        return own.Sum(flow => flow.Pounds * SettingPlace(flow.Setting)) / own.Sum(flow => flow.Pounds);
    }

    private static List<FlowNode> Nodes(IReadOnlyList<CareFlow> flows, Func<CareFlow, string> of, Func<string, double> place, double total) =>
        [.. flows.GroupBy(of).Select(node => new FlowNode(node.Key, node.Sum(flow => flow.Pounds), ColourOf(node.First().Setting), node.Sum(flow => flow.Pounds) / total)).OrderBy(node => place(node.Name)).ThenBy(node => node.Name, StringComparer.Ordinal)];

    private static string ColourOf(string title) => Palette.Groups.First(group => group.Settings.Any(name => Setting.Of(name).Title == title)).Colour;

    /// <summary>As many points a pound as leave every node room for itself and for its name.</summary>
    private static double Scaled(List<FlowNode> from, List<FlowNode> to, (double Height, double Total) room)
    {
        var (least, most) = (0.0, room.Height / room.Total);
        for (var i = 0; i < 60; i++)
        {
            var middle = (least + most) / 2;
            if (Slots(from, middle) <= room.Height && Slots(to, middle) <= room.Height) { least = middle; } else { most = middle; }
        }
        return least;
    }

    private static double Slots(List<FlowNode> nodes, double scale) => nodes.Sum(node => Slot(node, scale));

    private static double Slot(FlowNode node, double scale) => Math.Max(Line, (node.Pounds * scale) + Gap);

    /// <summary>Each in the middle of its slot; what is left over lies between them.</summary>
    private static void Place(List<FlowNode> nodes, double height, double scale)
    {
        var between = (height - Slots(nodes, scale)) / (nodes.Count + 1);
        var y = Top + between;
        foreach (var node in nodes)
        {
            node.Y = y + ((Slot(node, scale) - Math.Max(1, node.Pounds * scale)) / 2);
            y += Slot(node, scale) + between;
        }
    }

    private static void Bands(Scene scene, IReadOnlyList<CareFlow> flows, (List<FlowNode> From, List<FlowNode> To) nodes, double scale)
    {
        var (left, right) = (nodes.From.ToDictionary(node => node.Name, node => node.Y), nodes.To.ToDictionary(node => node.Name, node => node.Y));
        var marks = new List<(double Y, double Height, double Pounds)>();
        foreach (var from in nodes.From)
        {
            foreach (var flow in nodes.To.SelectMany(to => flows.Where(flow => flow.Setting == from.Name && flow.Provider == to.Name)))
            {
                var (y, to, height) = (left[flow.Setting], right[flow.Provider], flow.Pounds * scale);
                scene.Add(new PolygonShape(Band(y, to, Math.Max(0.5, height)), Tint(from.Colour), Colour.White, 0.5));
                (left[flow.Setting], right[flow.Provider]) = (y + height, to + height);
                // A setting's only band is as much as the setting, whose figure stands beside it.
                if (flow.Pounds < from.Pounds) { marks.Add((y, height, flow.Pounds)); }
            }
        }
        foreach (var mark in marks.Where(mark => mark.Height >= 16)) { scene.Text(Left + Node + 8, mark.Y + (mark.Height / 2) + 4, Format.ShortPounds(mark.Pounds), 12); }
    }

    private static IReadOnlyList<(double X, double Y)> Band(double from, double to, double height)
    {
        var upper = Enumerable.Range(0, (int)Steps + 1).Select(i => i / Steps).Select(part => (X: Left + Node + (part * (Right - Left - Node)), Y: from + ((to - from) * part * part * (3 - (2 * part))))).ToList();
        return [.. upper, .. upper.Select(point => (point.X, point.Y + height)).Reverse(), upper[0]];
    }

    /// <summary>Pale enough for ink to be read on it.</summary>
    private static string Tint(string colour)
    {
        var (red, green, blue) = Colour.Parse(colour);
        return string.Create(CultureInfo.InvariantCulture, $"#{Pale(red):x2}{Pale(green):x2}{Pale(blue):x2}");

        static int Pale(int part) => 255 - ((255 - part) * 3 / 10);
    }

    private static void Names(Scene scene, List<FlowNode> nodes, double scale, bool isLeft, double total)
    {
        var (x, room, anchor) = isLeft ? (Left - 8, Left - 10, Anchor.End) : (Right + Node + 8, Width - Right - Node - 9, Anchor.Start);
        foreach (var node in nodes)
        {
            var middle = node.Y + (Math.Max(1, node.Pounds * scale) / 2);
            scene.Text(x, middle - 1, TextLayout.Shortened(node.Name, room, 13, 600), 13, 600, Colour.Ink, anchor);
            scene.Text(x, middle + 13, isLeft ? Format.ShortPounds(node.Pounds) : $"{Format.ShortPounds(node.Pounds)}, {Format.Percent(node.Pounds / total)}", 12, 400, Colour.SecondInk, anchor);
        }
    }

    private static string Alternative(List<FlowNode> from, List<FlowNode> to, double total, string right) => total <= 0 ? $"Flows from settings to {right}, of which none may be shown." :
        $"Flows of {Format.ShortPounds(total)} from settings to {right}. Settings: {Said(from)}. {char.ToUpperInvariant(right[0])}{right[1..]}: {Said(to)}.";

    private static string Said(List<FlowNode> nodes) => string.Join("; ", nodes.Select(node => $"{node.Name} {Format.ShortPounds(node.Pounds)}, {Format.Percent(node.Share)}"));

    /// <summary>One end of bands, with where it stands from the top.</summary>
    private sealed record FlowNode(string Name, double Pounds, string Colour, double Share)
    {
        internal double Y { get; set; }
    }
}
