using Stratify.DuckDb;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

public sealed class WarehouseSpec
{
    [Test]
    public void Every_type_that_tables_use_comes_back_as_it_went_in()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));

        var grid = warehouse.Query("select true, 7::tinyint, 1234567890123, sum(5::bigint), 1.5::double, date '2024-02-29', 'Siân', 12.3400::decimal(18,4), 0.05::decimal(4,2), null from range(3)");

        Assert.That(grid.Rows[0], Is.EqualTo(new object?[] { true, 7L, 1234567890123L, 15L, 1.5, new DateOnly(2024, 2, 29), "Siân", 12.34m, 0.05m, null }));
    }

    /// <summary>Lists of a few, of more than a byte and of more than two bytes can number are held in three ways.</summary>
    [TestCase(3)]
    [TestCase(300)]
    [TestCase(70_000)]
    public void A_text_of_a_list_comes_back_and_sorts_as_the_text_that_it_is(int texts)
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));
        string[] list = [.. Enumerable.Range(1, texts - 1).Select(number => $"n{number}"), "Siân"];
        MemoryTable.Create(warehouse, "said", [("text", TextList.Of(list))], list.Append(null).Select(text => new object?[] { text }));

        Assert.That(warehouse.Query("select text from said order by text").Rows.Select(row => row[0]), Is.EqualTo(list.Order(StringComparer.Ordinal).Append(null)));
    }

    [Test]
    public void A_text_that_is_not_of_the_list_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));

        Assert.That(() => MemoryTable.Create(warehouse, "said", [("text", TextList.Of(["yes", "no"]))], [["perhaps"]]), Throws.TypeOf<DuckException>());
    }

    [Test]
    public void Bound_values_never_become_sql()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));

        var grid = warehouse.Query("select $1, $2, $3", "'; drop table person; --", 42L, new DateOnly(1970, 1, 1));

        Assert.That(grid.Rows[0], Is.EqualTo(new object?[] { "'; drop table person; --", 42L, new DateOnly(1970, 1, 1) }));
    }

    [TestCase("select * from read_csv('/etc/passwd')")]
    [TestCase("copy (select 1) to '/tmp/stratify-leak.csv'")]
    [TestCase("attach '/tmp/stratify-leak.db'")]
    [TestCase("install httpfs")]
    [TestCase("set enable_external_access = true")]
    public void Sql_cannot_leave_the_run_s_own_folder(string sql)
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));

        Assert.That(() => warehouse.Execute(sql), Throws.TypeOf<DuckException>());
    }

    [Test]
    public void A_repeated_row_breaks_the_grain()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));
        warehouse.Execute("create table visit as select * from (values ('ada', 1), ('ada', 2), ('ben', 1), ('ben', 1)) as v(person, number)");

        Assert.Multiple(() =>
        {
            Assert.That(warehouse.RepeatedRows("visit", ["person", "number"]), Is.EqualTo(1));
            Assert.That(warehouse.RepeatedRows("visit", ["person"]), Is.EqualTo(2));
        });
    }

    [Test]
    public void A_table_function_is_read_like_a_table_and_its_failure_arrives_as_it_was_thrown()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));
        warehouse.Register(new TableFunction("counting", argument => new Counting(int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Multiple(() =>
        {
            Assert.That(warehouse.Query("select count(*), sum(number)::bigint, count(word), max(word) from counting('5000')").Rows[0],
                Is.EqualTo(new object?[] { 5000L, 12497500L, 2500L, "a word of more than twelve bytes" }));
            Assert.That(() => warehouse.Query("select * from counting('-1')"), Throws.TypeOf<ExtractException>());
        });
    }

    [Test]
    public void A_file_that_cannot_be_written_is_the_machine_s_fault_and_quotes_nothing()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));
        var told = Assert.Throws<OutputException>(() => warehouse.Execute($"copy (select 'canary' as name) to '{folder.Path}/nowhere/x.csv'"));

        Assert.Multiple(() =>
        {
            Assert.That(told!.Problems.Single().Kind, Is.EqualTo(ProblemKinds.CannotWrite));
            Assert.That(told.Message, Does.Not.Contain("canary"));
        });
    }

    [Test]
    public void Too_little_memory_is_told_with_the_way_out()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 1, Memory: "20MB"));
        var told = Assert.Throws<OutputException>(() => warehouse.Query("select length(list(number)) from range(50000000) as numbers(number)"));

        Assert.That(told!.Problems.Single().Kind, Is.EqualTo(ProblemKinds.MemoryShort));
    }

    [Test]
    public void Text_of_any_length_comes_back_as_it_went_in_however_near_the_end_of_the_block_it_stands()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));
        warehouse.Register("growing", rows => new Growing(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture)));

        foreach (var rows in Enumerable.Range(1, 40).Append(RowBlock.Capacity))
        {
            Assert.That(warehouse.Query($"select length, text from growing('{rows}')").Rows.Select(row => (row[0], row[1])), Is.EqualTo(Enumerable.Range(0, rows).Select(i => Growing.Row(i))));
        }
        // Equal texts are one group only where the bytes behind them are equal too.
        Assert.That(warehouse.Count("select count(distinct text) from growing('2048')"), Is.EqualTo(19));
    }

    [Test]
    public void Repeated_rows_are_counted_where_thousands_are()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path, Threads: 2));
        warehouse.Execute("create table visit as select number % 5000 as person, 'a' as place from range(7000) as numbers(number) union all select null, 'b' from range(3)");

        Assert.Multiple(() =>
        {
            Assert.That(warehouse.RepeatedRows("visit", ["person", "place"]), Is.EqualTo(2002));
            Assert.That(warehouse.RepeatedRows("visit", ["place"]), Is.EqualTo(7001));
            Assert.That(warehouse.MayRepeat("(select distinct * from visit)", ["person", "place"]), Is.Null);
        });
    }

    [Test]
    public void One_repeat_is_found_among_more_rows_than_are_looked_at_in_one_go()
    {
        using var folder = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(folder.Path));
        warehouse.Execute("create table many as select number from range(8500000) as numbers(number) union all select 4242424");

        Assert.That(warehouse.RepeatedRows("many", ["number"]), Is.EqualTo(1));
    }

    private sealed class Growing(int rows) : RowFeed
    {
        private int _next;

        public override RowBlock Block { get; } = new([new BlockColumn("length", BlockType.BigInt), new BlockColumn("text", BlockType.Text)]);

        /// <summary>0 to 19 bytes, the twentieth null; one letter alone, so that the bytes behind a text differ from it.</summary>
        internal static (object? Length, object? Text) Row(int i) => i % 20 == 19 ? (19L, null) : ((long)(i % 20), new string((char)('a' + (i % 20)), i % 20));

        public override void Fill()
        {
            for (; !Block.IsFull && _next < rows; Block.Count++)
            {
                var (length, text) = Row(_next++);
                Block.Columns[0].Set(Block.Count, (long)length!);
                if (text is string some) { Block.Columns[1].Set(Block.Count, System.Text.Encoding.UTF8.GetBytes(some)); }
                else { Block.Columns[1].SetNull(Block.Count); }
            }
        }
    }

    private sealed class Counting(int rows) : RowsInOrder
    {
        private int _next;

        public override IReadOnlyList<DuckColumnType> Columns { get; } = [new("number", DuckType.BigInt), new("word", DuckType.Varchar)];

        public override int Fill(TableOutput output)
        {
            if (rows < 0) { throw new ExtractException([ProblemKinds.FileUnreadable.At(null, "There is nothing to count.")]); }
            var n = 0;
            for (; n < TableOutput.Capacity && _next < rows; n++, _next++)
            {
                output.Set<long>(0, n, _next);
                if (_next % 2 == 0) { output.SetText(1, n, "a word of more than twelve bytes"u8); }
                else { output.SetNull(1, n); }
            }
            return n;
        }
    }
}
