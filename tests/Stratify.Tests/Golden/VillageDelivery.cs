using System.Text;
using System.Text.RegularExpressions;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What was delivered and what was made of it, counted by hand file by file, and that the village keeps to its forty.</summary>
public sealed partial class VillageDelivery
{
    [Test]
    public void Every_row_and_every_pound_that_was_sent_is_in_the_ledger() =>
        Assert.That(Village.Draw("select dataset, outcome, reason, rows, pounds::varchar as pounds from ledger"), Is.EqualTo(Table.Normal("""
            dataset                | outcome   | reason      | rows | pounds
            -----------------------+-----------+-------------+------+-------
            gp_registrations       | read      |             | 41   | 0.00
            gp_registrations       | loaded    |             | 40   | 0.00
            gp_registrations       | opted_out |             | 1    | 0.00
            gp_events              | read      |             | 66   | 0.00
            gp_events              | loaded    |             | 64   | 0.00
            gp_events              | opted_out |             | 1    | 0.00
            gp_events              | rejected  | not_in_list | 1    | 0.00
            gp_appointments        | read      |             | 33   | 0.00
            gp_appointments        | loaded    |             | 30   | 0.00
            gp_appointments        | duplicate | repeat      | 1    | 0.00
            gp_appointments        | opted_out |             | 1    | 0.00
            gp_appointments        | rejected  | not_a_date  | 1    | 0.00
            acute_inpatients       | read      |             | 19   | 4321.09
            acute_inpatients       | loaded    |             | 19   | 4321.09
            acute_outpatients      | read      |             | 13   | 475.00
            acute_outpatients      | loaded    |             | 12   | 225.00
            acute_outpatients      | duplicate | superseded  | 1    | 250.00
            emergency_attendances  | read      |             | 24   | 150.00
            emergency_attendances  | loaded    |             | 23   | 0.00
            emergency_attendances  | opted_out |             | 1    | 150.00
            community_contacts     | read      |             | 12   | 0.00
            community_contacts     | loaded    |             | 12   | 0.00
            mental_health_contacts | read      |             | 11   | 0.00
            mental_health_contacts | loaded    |             | 11   | 0.00
            social_care_services   | read      |             | 15   | 5396.00
            social_care_services   | loaded    |             | 15   | 5396.00
            prescribed_items       | read      |             | 15   | 96.87
            prescribed_items       | loaded    |             | 14   | 90.87
            prescribed_items       | opted_out |             | 1    | 6.00
            ambulance_incidents    | read      |             | 6    | 0.00
            ambulance_incidents    | loaded    |             | 6    | 0.00
            talking_therapies      | read      |             | 5    | 0.00
            talking_therapies      | loaded    |             | 5    | 0.00
            continuing_care        | read      |             | 4    | 1190.00
            continuing_care        | loaded    |             | 4    | 1190.00
            critical_care          | read      |             | 3    | 0.00
            critical_care          | loaded    |             | 3    | 0.00
            deaths                 | read      |             | 2    | 0.00
            deaths                 | loaded    |             | 2    | 0.00
            gp_medications         | read      |             | 6    | 0.00
            gp_medications         | loaded    |             | 5    | 0.00
            gp_medications         | opted_out |             | 1    | 0.00
            nhs_number_changes     | read      |             | 3    | 0.00
            nhs_number_changes     | loaded    |             | 3    | 0.00
            practices              | read      |             | 3    | 0.00
            practices              | loaded    |             | 3    | 0.00
            areas                  | read      |             | 2    | 0.00
            areas                  | loaded    |             | 2    | 0.00
            mental_health_ward_stays | read    |             | 2    | 0.00
            mental_health_ward_stays | loaded  |             | 2    | 0.00
            """)));

    [Test]
    public void The_two_refused_rows_are_warned_of_and_found_by_file_line_and_column() => Assert.Multiple(() =>
    {
        Assert.That(Village.Outcome.ExitCode, Is.EqualTo(ExitCode.PublishedWithWarnings));
        Assert.That(Village.Outcome.Warnings.Select(warning => warning.Kind), Is.EqualTo(new[] { ProblemKinds.RowsRefused, ProblemKinds.RowsRefused }));
        Assert.That(File.ReadAllLines(Path.Combine(Village.Outcome.Folder, "restricted", "rejects.csv")), Is.EqualTo(new[]
        {
            "extract,file,line,column_name,reason",
            "2,extracts/gp_events.csv,9,code_system,not_in_list",
            "3,extracts/gp_appointments.csv,20,appointment_date,not_a_date",
        }));
    });

    [Test]
    public void Progress_tells_of_every_station_once_and_in_order() =>
        Assert.That(Village.Stations.Select(station => station.Number), Is.EqualTo(Enumerable.Range(1, Village.Stations[0].Of)));

    [Test]
    public void The_village_has_forty_people_each_with_a_number_that_is_never_issued() => Assert.Multiple(() =>
    {
        Assert.That(Villager.All.Select(villager => villager.Number), Is.EqualTo(Enumerable.Range(1, 40)));
        Assert.That(Villager.All.Select(villager => villager.NhsNumber), Is.Unique.And.All.StartsWith("999"));
        Assert.That(Villager.All.Where(villager => !Valid(villager.NhsNumber)), Is.Empty);
        Assert.That(Villager.All.Select(villager => villager.Should), Is.All.EndsWith("."));
    });

    [Test]
    public void Every_valid_number_in_the_extracts_is_or_was_of_one_of_the_forty_and_each_of_them_is_on_the_register() => Assert.Multiple(() =>
    {
        Assert.That(Directory.EnumerateFiles(Path.Combine(Villager.Folder, "extracts")).SelectMany(Numbers).Where(Valid).Distinct().Except(Superseded), Is.EquivalentTo(Villager.All.Select(villager => villager.NhsNumber)));
        Assert.That(Superseded.Where(number => !Valid(number)), Is.Empty);
        Assert.That(Numbers(Path.Combine(Villager.Folder, "extracts", "gp_registrations.csv")).Distinct(), Is.EqualTo(Villager.All.Select(villager => villager.NhsNumber)));
        Assert.That(Numbers(Path.Combine(Villager.Folder, "optouts.csv")), Is.EqualTo(new[] { Villager.All[12].NhsNumber }));
    });

    [Test]
    public void No_number_of_the_forty_is_written_anywhere_in_the_runs_folder() =>
        Assert.That(Directory.EnumerateFiles(Village.Outcome.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Villager.All.Select(villager => villager.NhsNumber).Concat(Superseded).Any(number => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(number)) >= 0)), Is.Empty);

    /// <summary>Numbers that others replaced.</summary>
    private static IReadOnlyList<string> Superseded => [.. Numbers(Path.Combine(Villager.Folder, "extracts", "nhs_number_changes.csv"))];

    /// <summary>The first field of each line that is a number, whatever stands between its digits.</summary>
    private static IEnumerable<string> Numbers(string file) => File.ReadLines(file)
        .Select(line => TenDigits().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));

    private static bool Valid(string number) => NhsNumber.Read(Encoding.ASCII.GetBytes(number), out _) == NhsNumberStatus.Valid;

    [GeneratedRegex("^[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?=,|$)")]
    private static partial Regex TenDigits();
}
