namespace Stratify.Datasets;

/// <summary>What the rows of a dataset are to the pipeline.</summary>
public enum DatasetRole
{
    /// <summary>A span of registration with a practice: together they are the population.</summary>
    Register,
    /// <summary>A coded clinical fact: gives conditions, costs nothing.</summary>
    Clinical,
    /// <summary>Something that was done for a person and is counted and priced.</summary>
    Activity,
    /// <summary>A death: says when a person of the register died, and costs nothing.</summary>
    Death,
    /// <summary>An NHS number and the one that replaced it: says under which number all other rows are read, and is itself nobody's row.</summary>
    NumberChange,
    /// <summary>What is known of a place: fills in what rows of people leave blank, and is of no person.</summary>
    LookUp,
    /// <summary>A row of one of several tables that belong together: it counts through the dataset that they are put together into.</summary>
    Related,
}

/// <summary>What one kind of extract looks like, in its national shape.</summary>
public sealed record Dataset
{
    /// <summary>As in the job file: <c>acute_inpatients</c>. The landed table is <c>NAME_landed</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>One of <see cref="Model.Setting.Sectors"/>.</summary>
    public required string Sector { get; init; }

    public required DatasetRole Role { get; init; }

    /// <summary>What one row is, and the national data set whose shape this is.</summary>
    public required string Row { get; init; }

    /// <summary>Columns that name a row. A second row with the same values is a duplicate: the last sent is kept.</summary>
    public required IReadOnlyList<string> Grain { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The money column whose sum the ledger follows in pounds; null when the dataset carries none.</summary>
    public string? Pounds { get; init; }

    /// <summary>What a later delivery is to an earlier one, unless the job says otherwise.</summary>
    public DeliveryKind Delivery { get; init; } = DeliveryKind.Add;

    /// <summary>Columns that say the day of a row: the first that is not blank. By it a row lies in the period that a later delivery covers, and codes are judged by the list of that day.</summary>
    public IReadOnlyList<string> Days { get => field ?? [.. Columns.Where(column => column.Kind == ColumnKind.Date).OrderByDescending(column => column.Required).Take(1).Select(column => column.Name)]; init; }

    /// <summary>Columns by which rows without a number are those of somebody who opted out: the sender, then its keys of the person. Only in related sets.</summary>
    public IReadOnlyList<string> PersonKeys { get; init; } = [];

    /// <summary>Columns by which the sender names a person, the sender first: rows without a number are of whoever has one under the same key.</summary>
    public IReadOnlyList<string> LocalKeys { get; init; } = [];

    /// <summary>Date formats of the national shape, tried in order and never guessed. A trailing time is cut off.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = ["yyyy-MM-dd"];

    /// <summary>Whether a person has one row at most: a second that could be of the same person is somebody else's.</summary>
    public bool IsOncePerPerson => Role == DatasetRole.Death;

    public string LandedTable => $"{Name}_landed";

    /// <summary>Linkage's own table of names, birth dates and postcodes of the rows, dropped when linkage is done.</summary>
    public string IdentityTable => $"identity.{Name}";

    /// <summary>Both in one, for whoever reads most of a row: to join them again has its price.</summary>
    public string WholeView => $"identity.{Name}_whole";

    /// <summary>The script that turns landed rows into events; for activity only.</summary>
    public string EventsScript => $"{Name}_events";

    /// <summary>The script that finds coded facts (diagnoses, entries) in landed rows; null when the dataset holds none.</summary>
    public string? FactsScript { get; init; }

    /// <summary>The column that says that a row deletes the one of its key; null when none does.</summary>
    public Column? UpdateType => Columns.FirstOrDefault(column => column.Deletes.Count > 0);

    /// <summary>Whether a row is of one person, by whose number it is read, linked and withheld.</summary>
    public bool IsOfPerson => Role is not (DatasetRole.NumberChange or DatasetRole.LookUp);

    /// <summary>The column that says who sent a row; null where each delivery is the list as a whole.</summary>
    public string? Sender => IsOfPerson ? Grain[0] : null;

    public bool Has(string column) => Columns.Any(one => one.Name == column);

    public Column Column(string name) => Columns.Single(column => column.Name == name);
}
