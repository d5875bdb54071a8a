using Stratify.Engine;

namespace Stratify.Landing;

/// <summary>The refused rows of all files.</summary>
internal sealed class RejectFeed(LandingBook book) : RowFeed
{
    private readonly IEnumerator<(FileEntry File, Reject Reject)> _rejects =
        book.Files.SelectMany(file => file.Tally.Rejects.Select(reject => (file, reject))).GetEnumerator();

    public override RowBlock Block { get; } = new(
    [
        new BlockColumn("extract", BlockType.BigInt), new BlockColumn("file", BlockType.Text), new BlockColumn("line", BlockType.BigInt),
        new BlockColumn("column_name", BlockType.Text), new BlockColumn("reason", BlockType.Text),
    ]);

    public override void Fill()
    {
        for (; !Block.IsFull && _rejects.MoveNext(); Block.Count++)
        {
            var (file, reject) = _rejects.Current;
            Block.Columns[0].Set(Block.Count, file.Delivery.Extract);
            Block.Columns[1].Set(Block.Count, System.Text.Encoding.UTF8.GetBytes(file.Name));
            Block.Columns[2].Set(Block.Count, reject.Line);
            if (reject.Column.Length == 0) { Block.Columns[3].SetNull(Block.Count); }
            else { Block.Columns[3].Set(Block.Count, System.Text.Encoding.UTF8.GetBytes(reject.Column)); }
            Block.Columns[4].Set(Block.Count, System.Text.Encoding.UTF8.GetBytes(reject.Reason.Code));
        }
    }

    public override void Dispose()
    {
        _rejects.Dispose();
        base.Dispose();
    }
}
