using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Landing;

/// <summary>An NHS number that is what a row tells, and not whose row it is: a pseudonym before the row is, and one that is not valid costs the row.</summary>
internal sealed class NumberColumn : ColumnReader
{
    private readonly FieldPlaces? _places;
    private readonly bool _opaque;
    private readonly BlockColumn _status, _id;
    private readonly LandingRules _rules;

    internal NumberColumn((Dataset Dataset, ColumnSource Source) reads, RowBlock block, FieldPlaces? places, LandingRules rules) : base(reads.Source.Column, block.Column(reads.Source.Column.Name))
    {
        _places = places;
        _opaque = reads.Source.Opaque;
        _status = block.Column(LandedShape.StatusOf(Column));
        _id = block.Column(LandedShape.IdOf(reads.Dataset, Column)!);
        _rules = rules;
    }

    /// <summary>Numbers that a spreadsheet spoilt.</summary>
    internal long Scientific { get; private set; }

    internal long NineDigits { get; private set; }

    internal override void ReadAll(RowBatch batch, int first, RowFates fates)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            if (!fates.IsOpen(row)) { SetNull(first + row); continue; }
            if (Read(batch, row, first + row) is { } reason) { Refuse(reason, row, first + row, fates); }
        }
    }

    internal override RejectReason? Read(RowBatch batch, int row, int at)
    {
        SetNull(at);
        var text = _places is null ? [] : _places.First(batch, row);
        var number = -1L;
        var status = _opaque && !text.IsEmpty ? NhsNumberStatus.Valid : NhsNumber.Read(text, out number);
        _status.Set(at, (long)status);
        if (status == NhsNumberStatus.Scientific) { Scientific++; }
        else if (status == NhsNumberStatus.NineDigits) { NineDigits++; }
        if (status == NhsNumberStatus.Blank) { return Nothing(at); }
        if (status != NhsNumberStatus.Valid) { return RejectReasons.NotAnNhsNumber; }
        var pseudonym = _opaque ? _rules.Pseudonyms.OfPersonKey(text) : _rules.Pseudonyms.OfNumber(number);
        if (_rules.Dummies.Contains(pseudonym.Token)) { return RejectReasons.NotAnNhsNumber; }
        Into.Set(at, pseudonym.Token);
        pseudonym.Write(_id.Room(at, Pseudonym.TextLength));
        _id.SetLength(at, Pseudonym.TextLength);
        return null;
    }

    private void SetNull(int at)
    {
        Into.SetNull(at);
        _status.SetNull(at);
        _id.SetNull(at);
    }
}
