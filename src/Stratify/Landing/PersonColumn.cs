using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Landing;

/// <summary>The NHS number, which is a pseudonym before its row is: no number is ever written. One that is not valid costs its row nothing but the number.</summary>
internal sealed class PersonColumn : ColumnReader
{
    private readonly FieldPlaces? _places;
    private readonly bool _opaque;
    private readonly BlockColumn _status;
    private readonly BlockColumn? _personId;
    private readonly LandingRules _rules;

    /// <param name="places">Null when the sender gives no number.</param>
    internal PersonColumn(ColumnSource source, RowBlock block, FieldPlaces? places, LandingRules rules) : base(source.Column, block.Column(source.Column.Name))
    {
        _places = places;
        _opaque = source.Opaque;
        _status = block.Column(LandedShape.StatusOf(source.Column));
        _personId = block.Columns.FirstOrDefault(column => column.Name == LandedShape.PersonId);
        _rules = rules;
    }

    /// <summary>Numbers that a spreadsheet spoilt.</summary>
    internal long Scientific { get; private set; }

    internal long NineDigits { get; private set; }

    /// <summary>Whether the person of the row read last asked that their record not be used.</summary>
    internal bool OptedOut { get; private set; }

    internal override void ReadAll(RowBatch batch, int first, RowFates fates)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            if (!fates.IsOpen(row)) { SetNull(first + row); continue; }
            Read(batch, row, first + row);
            if (OptedOut) { fates.Settle(row, RowFate.OptedOut); }
        }
    }

    private void SetNull(int at)
    {
        Into.SetNull(at);
        _status.SetNull(at);
        _personId?.SetNull(at);
    }

    internal override RejectReason? Read(RowBatch batch, int row, int at)
    {
        OptedOut = false;
        var text = _places is null ? [] : _places.First(batch, row);
        var number = -1L;
        var status = _opaque ? (text.IsEmpty ? NhsNumberStatus.Blank : NhsNumberStatus.Valid) : NhsNumber.Read(text, out number);
        _status.Set(at, (long)status);
        if (status == NhsNumberStatus.Scientific) { Scientific++; }
        else if (status == NhsNumberStatus.NineDigits) { NineDigits++; }
        if (status != NhsNumberStatus.Valid)
        {
            Into.SetNull(at);
            _personId?.SetNull(at);
            return null;
        }
        var pseudonym = _opaque ? _rules.Pseudonyms.OfOpaque(text) : _rules.Pseudonyms.OfNumber(number);
        OptedOut = _rules.OptedOut.Contains(pseudonym.Token);
        Into.Set(at, pseudonym.Token);
        if (_personId is not null)
        {
            pseudonym.Write(_personId.Room(at, Pseudonym.TextLength));
            _personId.SetLength(at, Pseudonym.TextLength);
        }
        return null;
    }
}
