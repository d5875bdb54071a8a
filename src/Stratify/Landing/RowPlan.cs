using System.Globalization;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>A profile bound to the header of one file: which field of a row goes where.</summary>
internal sealed record RowPlan
{
    /// <summary>The amount that the ledger follows; read first, so that a row refused for another field still counts its pounds.</summary>
    internal ColumnReader? Pounds { get; init; }

    internal PersonColumn? Person { get; init; }

    /// <summary>Says whether a row deletes the one of its key.</summary>
    internal (ColumnReader Column, Words Values)? Deletes { get; init; }

    internal required ColumnReader[] Others { get; init; }

    /// <summary>What the lines behind the last row begin with; empty when the sender writes none.</summary>
    internal IReadOnlyList<byte[]> Trailer { get; init; } = [];

    /// <summary>Keys of a person that rows of other tables bear; empty where a row stands for itself.</summary>
    internal ColumnReader[] Keys { get; init; } = [];

    /// <summary>Rows that hold one of the words in each of these places are in scope.</summary>
    internal required (FieldPlaces Place, Words Words)[] Keep { get; init; }

    /// <summary>Reads the columns that identify a person, and judges nothing.</summary>
    internal RowPlan OfPeople() => this with { Pounds = null, Person = null, Deletes = null, Trailer = [], Keys = [], Keep = [], Others = [.. Others.Where(column => column.Column.IsIdentity)] };
}

/// <summary>Finds the columns of a profile in a header. Everything that is missing is said at once.</summary>
internal sealed class RowPlanner(Profile profile, Header header, RowBlock block, LandingRules rules, Place place)
{
    private readonly Words _nulls = new(profile.NullTokens.Where(token => token.Length > 0), anyCase: false);
    private readonly HashSet<int> _used = [];
    private readonly List<(string Column, string Header)> _read = [];

    internal List<Problem> Problems { get; } = [];

    /// <summary>The places, from 0, that something is read from.</summary>
    internal IReadOnlyCollection<int> Used => _used;

    internal RowPlan Plan()
    {
        var sources = profile.Dataset.Columns.Select(column => profile.Columns.FirstOrDefault(source => source.Column == column) ?? new ColumnSource(column, profile.Place)).ToList();
        var readers = sources.Select(Reader).ToList();
        return new RowPlan
        {
            Pounds = readers.FirstOrDefault(reader => reader.Column.Name == profile.Dataset.Pounds),
            Person = readers.OfType<PersonColumn>().FirstOrDefault(),
            Deletes = readers.FirstOrDefault(reader => reader.Column.Deletes.Count > 0) is { } update ? (update, new Words(update.Column.Deletes, anyCase: false)) : null,
            Others = [.. readers.Where(reader => reader is not PersonColumn && reader.Column.Name != profile.Dataset.Pounds)],
            Trailer = [.. profile.Trailer.Select(System.Text.Encoding.UTF8.GetBytes)],
            Keys = [.. profile.Dataset.PersonKeys.Select(key => readers.Single(reader => reader.Column.Name == key))],
            Keep = [.. profile.Keep.Select(rule => (Places([rule.Source], (rule.Source, ColumnKind.Text), mustExist: true), new Words(rule.Values, anyCase: false)))],
        };
    }

    /// <summary>Which column of the dataset was read from which header, where the file has it.</summary>
    internal IReadOnlyList<(string Column, string Header)> Read => [.. _read.DistinctBy(read => read.Column)];

    /// <summary>Headers that nothing reads. None where all columns go by position, as the header may then be a person's row.</summary>
    internal IEnumerable<string> Unread => profile.Columns.Any(source => source.From.Count > 0) ? header.Names.Where((_, i) => !_used.Contains(i)) : [];

    /// <summary>Columns of the file that nothing reads; null when there are none. Only said of a header that has all that is needed, as one that has not may be a row.</summary>
    internal Problem? Unused()
    {
        string[] names = [.. Enumerable.Range(0, header.Names.Count).Where(i => !_used.Contains(i)).Select(i => header.Names[i])];
        if (names.Length == 0) { return null; }
        var more = names.Length > 12 ? $" and {names.Length - 12} more" : "";
        return ProblemKinds.ColumnUnused.At(place, $"{names.Length} of {header.Names.Count} columns are not read: {string.Join(", ", names.Take(12))}{more}.");
    }

    private ColumnReader Reader(ColumnSource source)
    {
        var into = block.Column(source.Column.Name);
        if (source.Column.Kind == ColumnKind.NhsNumber) { return profile.Dataset.IsOfPerson ? new PersonColumn(source, block, PlacesOf(source), rules) : new NumberColumn((profile.Dataset, source), block, PlacesOf(source), rules); }
        var reads = (source.Column.Name, source.Column.Kind);
        var isKey = profile.Dataset.Grain.Contains(source.Column.Name);
        if (source.Product is [var one, var other])
        {
            FieldPlaces price = Places([one], reads, mustExist: true), quantity = Places([other], reads, mustExist: true);
            return new ProductColumn(AsStored(source, [.. price.Places, .. quantity.Places]), into, price, quantity) { IsKey = isKey };
        }
        if (source.KeyOf is { } headers) { return new KeyColumn(source.Column, into, [.. headers.Select(header => Places([header], (source.Column.Name, KeyPart(header)), mustExist: true))], PersonAmong(headers), rules) { IsKey = isKey }; }
        return PlacesOf(source) is { } places
            ? new FieldColumn(source, into, TypeOf(AsStored(source, places.Places), profile.Dataset.DateFormats), places) { IsKey = isKey }
            : new ConstantColumn(source.Column, into, TypeOf(new ColumnSource(source.Column, source.Place), ["yyyy-MM-dd"]), source.Value) { IsKey = isKey };
    }

    /// <summary>Null for a constant, and for an optional column that the file does not have.</summary>
    private FieldPlaces? PlacesOf(ColumnSource source)
    {
        var places = Named(source);
        if (places is null || source.Unknown.Count == 0) { return places; }
        return new FieldPlaces([.. places.Places], new Words(profile.NullTokens.Concat(source.Unknown).Where(token => token.Length > 0), anyCase: false));
    }

    private FieldPlaces? Named(ColumnSource source)
    {
        if (source.At is { } at)
        {
            if (at < header.Names.Count) { return Found([at], (source.Column.Name, source.Column.Kind), string.Create(CultureInfo.InvariantCulture, $"position {at}")); }
            Problems.Add(ProblemKinds.ColumnMissing.At(place, $"'{source.Column.Name}' is expected at position {at}, and the header has {header.Names.Count} columns.", $"Positions count from 0. See {source.Place}."));
            return null;
        }
        return source.From.Count == 0 || (!source.MustExist && !source.From.Any(name => header.Places(name).Count > 0)) ? null : Places(source.From, (source.Column.Name, source.Column.Kind), source.MustExist);
    }

    /// <param name="reads">The column that is read from these headers, and what it holds.</param>
    private FieldPlaces Places(IReadOnlyList<string> names, (string Column, ColumnKind Kind) reads, bool mustExist)
    {
        var places = new List<int>();
        foreach (var name in names)
        {
            var found = header.Places(name);
            if (found.Count > 1) { Problems.Add(ProblemKinds.ColumnRepeated.At(place, $"The header has '{name}' {found.Count} times.", $"Map it by position, such as at: {found[0]}; positions count from 0.")); }
            places.AddRange(found.Except(places).Take(1));
        }
        if (places.Count == 0 && mustExist) { Problems.Add(Missing(names)); }
        return Found(places, reads);
    }

    /// <param name="named">What the file calls it, when that is not its header.</param>
    private FieldPlaces Found(IReadOnlyList<int> places, (string Column, ColumnKind Kind) reads, string? named = null)
    {
        _used.UnionWith(places);
        _read.AddRange(places.Take(1).Select(at => (reads.Column, named ?? header.Names[at])));
        foreach (var at in places.Where(at => header.Types is { } types && !ParquetRows.Fits(types[at], reads.Kind)))
        {
            Problems.Add(ProblemKinds.ColumnTypeWrong.At(place, $"The column '{header.Names[at]}' is stored as {Word(header.Types![at])}, and what is read from it is {Word(reads.Kind)}.", "Have it written as text, or as what it is."));
        }
        return new FieldPlaces([.. places], _nulls);
    }

    private (int Field, bool Opaque) PersonAmong(IReadOnlyList<string> headers)
    {
        var number = profile.Columns.FirstOrDefault(source => source.Column.Kind == ColumnKind.NhsNumber);
        return (headers.ToList().FindIndex(name => number?.From.Any(from => Header.Key(from) == Header.Key(name)) == true), number?.Opaque == true);
    }

    /// <summary>A part of a key may be anything that text can say exactly.</summary>
    private ColumnKind KeyPart(string name) => header.Types is { } types && header.Places(name) is [var at] && types[at] is StoredType.Date ? ColumnKind.Date : ColumnKind.Text;

    /// <summary>What a profile says of how dates and numbers are written holds for text; what is stored as a date or a number comes written in one way.</summary>
    private ColumnSource AsStored(ColumnSource source, IReadOnlyList<int> places)
    {
        if (header.Types is not { } types || places.All(at => types[at] == StoredType.Text)) { return source; }
        if (places.Any(at => types[at] == StoredType.Text))
        {
            Problems.Add(ProblemKinds.ColumnTypeWrong.At(place, $"'{source.Column.Name}' is read from several columns, of which some are text and some are not.", "Have them written alike."));
        }
        return source with { Formats = ["yyyy-MM-dd"], Decimal = '.', Thousands = null, Currency = null };
    }

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private Problem Missing(IReadOnlyList<string> names)
    {
        var wanted = names.Count == 1 ? $"the column '{names[0]}'" : $"any of the columns {string.Join(", ", names.Select(name => $"'{name}'"))}";
        // No list of what the header does hold: a file without a header begins with a person's row.
        var near = names.Select(name => Nearest.Of(name, header.Names)).FirstOrDefault(name => name is not null);
        var hint = near is null ? "" : $"Did you mean '{near}'? ";
        return ProblemKinds.ColumnMissing.At(place, $"The header does not have {wanted}.", $"{hint}{(profile.Place.Line == 0 ? $"Map the sender's own name in a profile for {profile.Dataset.Name}." : $"The profile {profile.Place.File} names it.")}");
    }

    internal static FieldType TypeOf(ColumnSource source, IReadOnlyList<string> formats) => source.Column.Kind switch
    {
        ColumnKind.Date or ColumnKind.BirthDate => new DateField(source.Formats ?? formats),
        ColumnKind.Integer => new NumberField(new NumberFormat(source), 0),
        ColumnKind.Quantity => new NumberField(new NumberFormat(source), 4),
        ColumnKind.Money => new MoneyField(new NumberFormat(source), source.InPence),
        ColumnKind.Flag => new FlagField(),
        ColumnKind.Name or ColumnKind.Postcode or ColumnKind.Address => new IdentityField(source.Column.Kind),
        ColumnKind.Code => new TextField(Legal(source.Column), upper: !source.Column.CaseSensitive),
        _ => new TextField(Legal(source.Column), upper: false),
    };

    private static Words? Legal(Column column) => column.OneOf is { } legal ? new Words(legal, anyCase: !column.CaseSensitive) : null;
}
