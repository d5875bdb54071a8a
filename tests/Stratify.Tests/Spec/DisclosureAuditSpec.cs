using Stratify.Problems;
using Stratify.Results;

namespace Stratify.Tests.Spec;

/// <summary>The gate, shown finished tables with one thing wrong.</summary>
public sealed class DisclosureAuditSpec
{
    private static readonly IReadOnlyList<ResultColumn> Columns =
    [
        new("band", "Band.", Unit.Text), new("people", "People.", Unit.Count), new("contacts", "Contacts.", Unit.Count), new("mean_cost", "Mean.", Unit.PoundsEach),
        new("share", "Share.", Unit.Share), new("rank", "Rank.", Unit.Rank), new("events", "Rows.", Unit.Rows),
    ];

    private static readonly Cell[] Safe = [new TextCell("a"), new ValueCell(15), new ValueCell(20), new ValueCell(123), new ValueCell(0.5m), new ValueCell(1), new ValueCell(3)];

    private static readonly Cell[] Hidden = [new TextCell("b"), HiddenCell.Instance, HiddenCell.Instance, HiddenCell.Instance, HiddenCell.Instance, HiddenCell.Instance, new ValueCell(3)];

    [Test]
    public void Safe_tables_pass() => Assert.That(() => ResultAudit.Check(Results(Safe, Hidden, Hidden)), Throws.Nothing);

    [TestCase(1, 7, "a count that must be hidden can be seen.")]
    [TestCase(1, 1, "a count that must be hidden can be seen.")]
    [TestCase(2, 5, "a count that must be hidden can be seen.")]
    [TestCase(1, 13, "a count is not rounded.")]
    [TestCase(2, 21, "a count is not rounded.")]
    public void A_count_that_is_too_small_or_not_rounded_is_refused(int column, int value, string fault) =>
        Assert.That(Faults(Results(With(Safe, column, new ValueCell(value)))), Is.EqualTo(new[] { $"Table t, row 1, column {Columns[column].Name}: {fault}" }));

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public void A_figure_of_a_hidden_group_is_refused(int column)
    {
        foreach (var cell in new Cell[] { new ValueCell(10), ZeroCell.Instance })
        {
            Assert.That(Faults(Results(Safe, With(Hidden, column, cell), Hidden)), Is.EqualTo(new[] { $"Table t, row 2, column {Columns[column].Name}: a figure of a hidden group can be seen." }));
        }
    }

    [Test]
    public void A_text_in_the_place_of_a_number_is_refused() => Assert.That(Faults(Results(With(Safe, 3, new TextCell("9434765919")))), Has.Exactly(1).Contains("a text stands"));

    [Test]
    public void The_only_hidden_part_of_a_whole_is_refused() =>
        Assert.That(Faults(Results(Safe, Safe, Hidden)), Is.EqualTo(new[] { "Table t, row 3, column people: it is the only hidden part of the table, so it can be had by subtraction." }));

    [Test]
    public void A_table_whose_only_row_is_hidden_passes() => Assert.That(() => ResultAudit.Check(Results(Hidden)), Throws.Nothing);

    [Test]
    public void Every_unsafe_cell_is_named_at_once() =>
        Assert.That(Faults(Results(With(Safe, 1, new ValueCell(3)), With(Safe, 2, new ValueCell(11)))), Has.Count.EqualTo(2));

    private static ResultSet Results(params Cell[][] rows) => new(DisclosureRule.OpenSafely, [new ResultTable("t", "T", Columns, rows) { Wholes = [[]] }]);

    private static Cell[] With(Cell[] row, int column, Cell cell) => [.. row.Select((old, i) => i == column ? cell : old)];

    private static IReadOnlyList<string> Faults(ResultSet results) =>
        [.. Assert.Throws<DisclosureException>(() => ResultAudit.Check(results))!.Problems.Select(problem => problem.Message)];
}
