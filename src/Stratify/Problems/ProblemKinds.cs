namespace Stratify.Problems;

/// <summary>Every kind of problem, in the order of its code: 1xx job and files, 2xx schemes, 3xx extracts, 4xx laws, 5xx disclosure, 7xx the machine.</summary>
public static class ProblemKinds
{
    public static readonly ProblemKind YamlUnreadable = new("STR101", "YAML cannot be read",
        "The file is not YAML that Stratify reads: a syntax error, a file over 1 MB, nesting deeper than 20, an anchor or an alias. The place says where reading stopped.");
    public static readonly ProblemKind YamlUnknownKey = new("STR102", "Unknown key",
        "A key of the file is not one that Stratify knows, so it would have been ignored. Correct its spelling or take it out.");
    public static readonly ProblemKind YamlMissingKey = new("STR103", "Missing key",
        "The file lacks a key that has no default.");
    public static readonly ProblemKind YamlWrongValue = new("STR104", "Wrong value",
        "A key has a value of the wrong kind (text for a number, a list for a name) or outside its range.");
    public static readonly ProblemKind FileMissing = new("STR105", "File not found",
        "A file that the job names is not there. Paths are relative to the job file; patterns such as *.csv must match at least one file.");
    public static readonly ProblemKind PathOutside = new("STR106", "Path leaves the job's folder",
        "Paths in a job stay under the job's own folder, so that a job can be moved and cannot read or write elsewhere. Only the output folder may be given elsewhere, with --out.");
    public static readonly ProblemKind KeyUnreadable = new("STR107", "Key file cannot be used",
        "The pseudonym key is a file of at least 32 random bytes (256 bits: 64 digits of base 16, 43 of base 64), kept apart from the data. Make one with: stratify key make secrets/pseudonym.key. The same key keeps the same pseudonyms from night to night.");
    public static readonly ProblemKind UnknownName = new("STR108", "Unknown name",
        "A dataset, profile, scheme, price book or disclosure rule is named that is neither shipped nor a file, or a record that a published run does not tell of.");
    public static readonly ProblemKind ProfileWrong = new("STR109", "Profile does not fit its dataset",
        "A profile maps a column that the dataset does not have, leaves a required one out, or combines settings that contradict each other.");
    public static readonly ProblemKind UsageWrong = new("STR110", "Command cannot be understood",
        "The command line has an unknown verb, option or value. Run 'stratify --help'.");
    public static readonly ProblemKind PriceBookWrong = new("STR111", "Price book cannot be used",
        "A row of the price book lacks a price, has a price that is not an amount, or repeats the keys of another row.");
    public static readonly ProblemKind OptOutWrong = new("STR112", "Opt-out list cannot be used",
        "A line of the opt-out list is not an NHS number. It may stand for somebody who said no, so nothing is read until it is put right.");
    public static readonly ProblemKind CodeListWrong = new("STR113", "Code list cannot be used",
        "A row of a code list lacks a column, names a condition as a field is named already, or holds a code that is none of its system. The columns are condition, code_system, code, match, and if need be kind and title.");
    public static readonly ProblemKind DummiesWrong = new("STR119", "List of dummy numbers cannot be used",
        "A line of the list is not ten digits, as an NHS number has, so a dummy that it means would be taken for somebody's number.");
    public static readonly ProblemKind ThresholdsWrong = new("STR120", "Thresholds cannot be used",
        "A row of the thresholds names no check, holds no share from 0 to 1, or would fail a check before it warns. The columns are check, dataset, column, warn_over, fail_over, at_least and why; * stands for any dataset or column.");
    public static readonly ProblemKind MarketForcesWrong = new("STR121", "Market forces factors cannot be used",
        "A row of the list names no provider or one twice, or holds no factor from 0.5 to 2 with at most six decimals. The columns are provider and mff; a trust's three characters stand for its sites.");
    public static readonly ProblemKind ControlTotalsWrong = new("STR122", "Control totals cannot be used",
        "A row of the control totals names no setting or one twice, holds no pounds above 0, or no year of the run. The columns are setting and pounds, and year where the run has several; commas and a pound sign may stand in the amount.");
    public static readonly ProblemKind PopulationWrong = new("STR123", "People cannot be taken up",
        "A job names a run's folder in place of extracts (population), and that run's people are not there, are not as the run left them, or were made by another build of Stratify. They are taken up whole or not at all, and nothing was published. The folder 'restricted' of a run is enough; restricted/population/population.json holds the hash of every file of it, and population.sha256 that of population.json.");

    public static readonly ProblemKind KeyOpen = new("STR130", "Key file open to others",
        "Users other than its owner may read or write the pseudonym key, and whoever has it can find out whose every pseudonym is. Close it with: chmod 600 secrets/pseudonym.key. Where others may have read it, make a new one with 'stratify key make'. A key for invented people may say that it is no secret: it then begins with 'public:'.");
    public static readonly ProblemKind KeyWrong = new("STR131", "Key is not the job's",
        "The job says which key it is for (key_id), and the key file holds another: every pseudonym would be another, as if nobody of yesterday were there today. 'stratify key show FILE' tells the id of a key. Put the right key back; where it was changed on purpose, write its id into the job.");
    public static readonly ProblemKind KeyChanged = new("STR132", "Key is another than in the last run",
        "The last run in the output folder was made with another key, so no pseudonym of today can be found in it. Where the key was changed by mistake, put the old one back. Where it was changed on purpose, say so in the job: key_id and the id of the new key, which 'stratify key show FILE' tells. What is published does not change with the key.");
    public static readonly ProblemKind PseudonymsApart = new("STR133", "Extracts that cannot be joined",
        "Some extracts came with keys of people that somebody else made (kind: opaque in a profile, or pseudonymised in the job). Such keys are joined only to keys made with the same key, so all extracts and opt-out lists of the job must name that one: pseudonymised: ID. NHS numbers cannot be found among them.");
    public static readonly ProblemKind OptOutStale = new("STR134", "Opt-out list is too old",
        "A list of opt-outs, or of those who may be used, is older than it may be on the day of the run (21 days, or the job's max_age_days): people may have said no since. Nothing was read. Have a new list made, give its date, and run again; --as-of names the day of a past run that is to be made again.");
    public static readonly ProblemKind OptOutUndated = new("STR135", "Opt-out list without a date",
        "The job names a list of opt-outs and not the day that it tells of, so nobody notices when it is old. Write opt_out: {file: optouts.csv, dated: 2025-03-28}, or where the date is in its name, dated: yyyyMMdd. The list was applied.");
    public static readonly ProblemKind NoLegalBasis = new("STR136", "No legal basis stated",
        "The job does not say by which law records of people are used. Say it with legal_basis; the manifest and the report show it. The run was published.");

    public static readonly ProblemKind ProjectionWrong = new("STR140", "Projection cannot be used",
        "A row of a projection of the population holds no year, sex, age or number of people, stands twice, or leaves ages out; or the file lacks a year that is asked for. The columns are year, sex, age and people, and if need be area and need. 'stratify describe projections' says how they are written.");

    public static readonly ProblemKind RiskNotTold = new("STR141", "Risk cannot be told",
        "A risk of the next year is learnt from one year of a run and what came in the next, so the run needs two years that follow each other (period: [2023/24, 2024/25]) and, in each that is foretold, enough people to whom it came. With three years it is tested on another year than it was learnt from.");
    public static readonly ProblemKind ListRefused = new("STR142", "List of people refused",
        "A list of people is written into the folder restricted/lists of the run that it is made from and nowhere else, under a name of its own that ends in .csv, and only with a purpose (--purpose), which is kept beside it. Who may not see people may not have one.");

    public static readonly ProblemKind ConditionSyntax = new("STR201", "Condition cannot be read",
        "The condition is not in the cohort language at the place shown. Conditions read like: dementia and conditions >= 3; age between 65 and 84; any of (copd, asthma).");
    public static readonly ProblemKind ConditionUnknownField = new("STR202", "Unknown field",
        "The condition names a field that person_year does not have. 'stratify describe fields' lists them.");
    public static readonly ProblemKind ConditionType = new("STR203", "Types do not agree",
        "The condition compares or joins things of different types, such as a number with text, or uses a number where true or false is wanted.");
    public static readonly ProblemKind ConditionTooBig = new("STR204", "Condition is too big",
        "The condition is nested deeper, or is longer, than the limit. Split the cohort in two.");
    public static readonly ProblemKind SchemeWrong = new("STR205", "Scheme is not well formed",
        "A scheme needs a name, a title and cohorts with different ids; the last cohort of a partition is 'everyone'. Cohorts of 'kind: sets' may overlap and need no last one; 'discover' looks for such sets in the data.");
    public static readonly ProblemKind NothingDiscovered = new("STR206", "Nothing discovered",
        "A scheme that looks for sets in the data ('discover') found none that enough people have, so it has no cohort beside those that are written in it. The run was published. Lower 'at_least', look for smaller sets or at other conditions.");
    public static readonly ProblemKind CohortEmpty = new("STR207", "A cohort holds nobody",
        "A cohort that is written in a scheme of the job's own holds nobody in any year, so no table or chart shows it. That may be so; or its condition asks for what is never recorded here, or for what cohorts before it take. The run was published. 'stratify cohort explain' tells where people are lost, rule by rule, and 'stratify cohort lint' what cannot be reached.");

    public static readonly ProblemKind CohortNotUpClose = new("STR208", "A cohort cannot be shown up close",
        "The job asks for a page of its own for a cohort (report: {up_close: [SCHEME.COHORT]}) that holds nobody in the last year of the run, so there is none. The run was published. Name another, or leave the key out: the first cohort by priority of each partition is then shown.");

    public static readonly ProblemKind ColumnMissing = new("STR301", "Column missing",
        "A column that the dataset needs is not in the file's header. Map the sender's own name in a profile.");
    public static readonly ProblemKind ColumnRepeated = new("STR302", "Column repeated",
        "The header has the same name twice, so the name does not say which column is meant. Map it by position (at: 12) in a profile.");
    public static readonly ProblemKind FileEmpty = new("STR303", "File is empty",
        "The file has no header. An extract without rows still has its header.");
    public static readonly ProblemKind EncodingWrong = new("STR304", "File is not in its encoding",
        "The file holds bytes that are not in the encoding that its profile states, or begins with the mark of another. Set 'encoding' in the profile; it is believed, never guessed.");
    public static readonly ProblemKind TooManyRejects = new("STR305", "Too many rows refused",
        "More than the allowed share of an extract's rows failed their checks, so the file is probably not what the job says. The first of them are named by line, column and reason; the values are never shown.");
    public static readonly ProblemKind FileUnreadable = new("STR306", "File cannot be read",
        "The file could not be opened or read to its end: permission, a damaged .gz, or it changed while it was read.");
    public static readonly ProblemKind QuoteUnclosed = new("STR307", "Quote without end",
        "A quote of the header, or of a row too long to hold, runs to the end of the file, so every row after it would be lost. The line shown is where the quote opens. In any other row a quote without end costs that row alone.");
    public static readonly ProblemKind RowsRefused = new("STR308", "Rows refused",
        "Some rows failed their checks and were set aside; they are counted in ledger.csv and listed without values in restricted/rejects.csv. The run was published with this warning.");
    public static readonly ProblemKind ColumnUnused = new("STR309", "Column not used",
        "The file has columns that the dataset does not know. They were not read.");
    public static readonly ProblemKind RowsSuperseded = new("STR310", "Rows replaced by later ones",
        "Many rows carry the same key as a later row with other content. The last one sent is kept, which is right for corrections; where the column is not a key it loses rows, so check what the profile maps to it.");
    public static readonly ProblemKind DeliveryReplaced = new("STR321", "Delivery replaced by a later one",
        "The extract's deliveries hold everything each time, or everything of a period, so only the last of each sender stands, or the last of those days. Files are put in order by the dates in their names, where the job says how these are written (dated: yyyyMMdd), else by their names. Where the files are parts of one whole, set 'delivery: add'; where they are changes, 'delivery: net_change'.");
    public static readonly ProblemKind FeedSize = new("STR322", "Extract has another size than usual",
        "An extract has under half, or over double, the rows that it had in the last run that was published into the folder: part of it may not have come, or it may have come twice. The run was published with this warning.");
    public static readonly ProblemKind ColumnAdded = new("STR323", "Column is new",
        "An extract has a column that it did not have in the last run. Nothing is wrong; look whether it is one that a profile should map.");
    public static readonly ProblemKind ColumnGone = new("STR324", "Column has gone",
        "A column that the last run read is in no file of the extract any more: it was dropped, or has another name. Nothing was made of the extract, for what the column held would be missing without a word. Map the new name in a profile; where the column was dropped on purpose, run once with --fresh, which holds no extract against the last run's.");
    public static readonly ProblemKind CheckFailed = new("STR320", "A check of data quality failed",
        "More of a dataset breaks a check than its threshold allows, so figures that rest on it should not be used. The run was published with this warning; data_quality_checks.csv has every count, data_quality_verdicts.csv which figures may be used, and the job's own 'thresholds' may set other limits.");
    public static readonly ProblemKind ColumnTypeWrong = new("STR330", "Column stored as another type",
        "A Parquet file stores a column as a type from which the dataset's column cannot be read without a guess: a code as a number (its leading zeros are gone), money in single precision, a time with a zone as a day. Text is always read, and checked as delimited text is.");
    public static readonly ProblemKind FileChanged = new("STR339", "File changed while it was read",
        "An extract was written to between the moment its content was hashed and the end of its reading, so its rows are partly of one delivery and partly of another. Nothing was published. Run again once the sender has finished; a file that is written under another name and then renamed cannot be caught in the middle.");
    public static readonly ProblemKind DayNeverPassesTwelve = new("STR331", "Day and month may be swapped",
        "A hundred dates or more of a column fall on several days of the month, and none after the twelfth. What is read as the day may be the month. Nothing was changed; see which order the sender uses.");
    public static readonly ProblemKind NumbersSpoilt = new("STR332", "NHS numbers spoilt by a spreadsheet",
        "Some NHS numbers are in scientific notation (9.43E+09) or have lost a leading zero. They are never filled up, so these rows are linked by name or not at all. Ask for the file as it was exported.");
    public static readonly ProblemKind TrailerMissing = new("STR333", "Trailer missing",
        "The profile says with which text the lines behind the last row begin, and the file ends without one: it was probably cut off.");
    public static readonly ProblemKind RowsUnrelated = new("STR334", "Rows without their match",
        "Rows of one table of a related set find no referral, or no person, in the other tables of their submission. They are kept and counted, and what has no person is the cost of nobody. A table may have been cut, left out, or taken from another submission.");

    public static readonly ProblemKind NumbersContradict = new("STR340", "Superseded NHS numbers contradict each other",
        "The list of superseded NHS numbers says of one number that it became two, or lets numbers replace each other in a circle, so nobody can tell which is the newest. Nothing was made of the extracts, for rows could be given to somebody else. Take out the rows that do not hold; where the two new numbers are of one person, add the row that says which of them stands.");

    public static readonly ProblemKind LinksChanged = new("STR350", "Links have changed",
        "Records that the last run in the folder had too are linked to somebody else, to nobody, to somebody for the first time, or with another grade: their sender or the register corrected something, or the job links in another way. restricted/changed_links.csv lists them with the person before and after and the reason. The run was published.");
    public static readonly ProblemKind LinksNotCompared = new("STR351", "Links not compared",
        "What each record was linked to cannot be held against the last run, since pseudonyms or what stands for a record are made in another way: the key is another, or the engine is. The run was published, and the next is compared with it.");
    public static readonly ProblemKind AveragesMany = new("STR360", "Much acute cost at averages",
        "More of the pounds of acute care than the limit (a tenth, or the job's costing: average_limit) rests on the average of its kind, since the events carry neither a code that the price book knows nor a cost. Such costs do not tell who is costly: ask for healthcare resource groups and treatment functions, or for the cost of each event. The run was published.");
    public static readonly ProblemKind FactorMissing = new("STR361", "Providers without a market forces factor",
        "Events are of providers that the list of market forces factors does not name; they count with the factor 1. Add them to the list by their code, or by their trust's three characters. The run was published, and no ranking uses these factors.");

    public static readonly ProblemKind GrainBroken = new("STR401", "Table has repeated rows",
        "A table has two rows where its grain promises one. This is a defect in Stratify or in a definition, and nothing was published.");
    public static readonly ProblemKind LawBroken = new("STR402", "A law does not hold",
        "A law of the pipeline (every row kept, every pound kept, everyone in one cohort) does not hold for this data, so nothing was published and yesterday's output stands.");
    public static readonly ProblemKind VerifyFailed = new("STR403", "Published file has changed",
        "A file of the run is missing or is not the one that was published: its hash differs from the manifest's.");

    public static readonly ProblemKind UnsafeCell = new("STR501", "Unsafe cell",
        "A result would show a count that must be hidden. This is a defect in Stratify; nothing was published.");

    public static readonly ProblemKind ReleaseTooSoon = new("STR510", "Too soon for another release",
        "Figures that are published again night by night tell, as each passes a step of rounding, what rounding hides: in a trial 98 of 100 numbers that moved by one a night were pinned down within three months, and none in monthly releases. Nothing left. The same run may be released again at any time.");
    public static readonly ProblemKind ReleaseTells = new("STR511", "A release would tell too much",
        "With what has left before, sums over the tables would narrow down a number of a few people, or two definitions of a cohort differ in a few people, so that one from the other tells of those. The table and row, or the cohorts, are named and no number is. Nothing left; leave the table or scheme out, or release later.");
    public static readonly ProblemKind ReleaseNotComparable = new("STR512", "Releases cannot be compared",
        "The people of this run have other pseudonyms than those of an earlier release, since the key is another, so nobody can say whether two cohorts differ in a few people. Nothing left. Release a run that was made with the same key, or begin another ledger where no reader has both.");
    public static readonly ProblemKind ReleaseLedgerDamaged = new("STR513", "Ledger of releases damaged",
        "An entry of the ledger cannot be read, so that the next release could not be held against it. Nothing left. Put the entry back from a backup; an entry that is taken out is a release that no later one is held against.");

    public static readonly ProblemKind CannotWrite = new("STR701", "Cannot write",
        "The output could not be written: the disk is full, or a permission is missing. Nothing was published; the last published run stands.");
    public static readonly ProblemKind OutputInUse = new("STR702", "Output folder in use",
        "Another run holds the output folder. Wait for it, or give another folder with --out.");
    public static readonly ProblemKind MemoryShort = new("STR703", "Not enough memory",
        "The run's tables did not fit into the memory that they may take, even with what can be put on disk. Allow more with --memory, or use fewer processors with --threads: each needs its share.");

    /// <summary>All of them, for <c>help CODE</c>; in the order of the codes.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        YamlUnreadable, YamlUnknownKey, YamlMissingKey, YamlWrongValue, FileMissing, PathOutside, KeyUnreadable, UnknownName, ProfileWrong, UsageWrong, PriceBookWrong, OptOutWrong, CodeListWrong, DummiesWrong, ThresholdsWrong, MarketForcesWrong, ControlTotalsWrong, PopulationWrong,
        KeyOpen, KeyWrong, KeyChanged, PseudonymsApart, OptOutStale, OptOutUndated, NoLegalBasis,
        ProjectionWrong, RiskNotTold, ListRefused,
        ConditionSyntax, ConditionUnknownField, ConditionType, ConditionTooBig, SchemeWrong, NothingDiscovered, CohortEmpty, CohortNotUpClose,
        ColumnMissing, ColumnRepeated, FileEmpty, EncodingWrong, TooManyRejects, FileUnreadable, QuoteUnclosed, RowsRefused, ColumnUnused, RowsSuperseded, CheckFailed, DeliveryReplaced, FeedSize, ColumnAdded, ColumnGone, ColumnTypeWrong, DayNeverPassesTwelve, NumbersSpoilt, TrailerMissing, RowsUnrelated, FileChanged, NumbersContradict, LinksChanged, LinksNotCompared, AveragesMany, FactorMissing,
        GrainBroken, LawBroken, VerifyFailed,
        UnsafeCell, ReleaseTooSoon, ReleaseTells, ReleaseNotComparable, ReleaseLedgerDamaged,
        CannotWrite, OutputInUse, MemoryShort,
    ];
}
