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
    private readonly long[] _numbers = new long[RowBatch.Capacity];
    private readonly NhsNumberStatus[] _statuses = new NhsNumberStatus[RowBatch.Capacity];
    private readonly Pseudonym[] _pseudonyms = new Pseudonym[RowBatch.Capacity];

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

    /// <summary>Valid numbers, and those of them that another number has replaced.</summary>
    internal long Numbers { get; private set; }

    internal long Replaced { get; private set; }

    /// <summary>All numbers of the batch are looked up in one go: while one is on its way from memory, so are the next.</summary>
    internal override void ReadAll(RowBatch batch, int first, RowFates fates)
    {
        for (var row = 0; row < batch.Count; row++) { ReadNumber(batch, row, fates.IsOpen(row)); }
        if (!_opaque) { _rules.Pseudonyms.OfNumbers(_numbers.AsSpan(0, batch.Count), _pseudonyms); }
        for (var row = 0; row < batch.Count; row++)
        {
            if (!fates.IsOpen(row)) { SetNull(first + row); continue; }
            RefuseDummy(row);
            Renew(row);
            Write(first + row, _statuses[row], _pseudonyms[row]);
            if (_statuses[row] == NhsNumberStatus.Valid && _rules.IsWithheld(_pseudonyms[row].Token)) { fates.Settle(row, RowFate.OptedOut); }
        }
    }

    internal override RejectReason? Read(RowBatch batch, int row, int at)
    {
        ReadNumber(batch, row, isOpen: true);
        if (!_opaque) { _rules.Pseudonyms.OfNumbers(_numbers.AsSpan(row, 1), _pseudonyms.AsSpan(row)); }
        RefuseDummy(row);
        Renew(row);
        Write(at, _statuses[row], _pseudonyms[row]);
        return null;
    }

    /// <summary>Leaves -1 where there is no number to be looked up.</summary>
    private void ReadNumber(RowBatch batch, int row, bool isOpen)
    {
        _numbers[row] = -1;
        if (!isOpen) { return; }
        var text = _places is null ? [] : _places.First(batch, row);
        if (!_opaque) { _statuses[row] = NhsNumber.Read(text, out _numbers[row]); }
        else if (text.IsEmpty) { _statuses[row] = NhsNumberStatus.Blank; }
        else { (_statuses[row], _pseudonyms[row]) = (NhsNumberStatus.Valid, _rules.Pseudonyms.OfPersonKey(text)); }
    }

    private void RefuseDummy(int row)
    {
        if (_statuses[row] == NhsNumberStatus.Valid && _rules.Dummies.Contains(_pseudonyms[row].Token)) { _statuses[row] = NhsNumberStatus.Placeholder; }
    }

    /// <summary>A number that another has replaced stands for whoever has the newest.</summary>
    private void Renew(int row)
    {
        if (_statuses[row] != NhsNumberStatus.Valid) { return; }
        Numbers++;
        if (!_rules.Newest.TryGetValue(_pseudonyms[row].Token, out var newest)) { return; }
        _pseudonyms[row] = newest;
        Replaced++;
    }

    private void Write(int at, NhsNumberStatus status, Pseudonym pseudonym)
    {
        _status.Set(at, (long)status);
        if (status == NhsNumberStatus.Scientific) { Scientific++; }
        else if (status == NhsNumberStatus.NineDigits) { NineDigits++; }
        if (status != NhsNumberStatus.Valid)
        {
            Into.SetNull(at);
            _personId?.SetNull(at);
            return;
        }
        Into.Set(at, pseudonym.Token);
        if (_personId is null) { return; }
        pseudonym.Write(_personId.Room(at, Pseudonym.TextLength));
        _personId.SetLength(at, Pseudonym.TextLength);
    }

    private void SetNull(int at)
    {
        Into.SetNull(at);
        _status.SetNull(at);
        _personId?.SetNull(at);
    }
}
