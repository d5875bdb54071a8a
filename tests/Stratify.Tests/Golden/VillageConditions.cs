using Stratify.Model;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What is wrong with whom, and which group that puts them in; cohorts are read off the schemes by eye.</summary>
public sealed class VillageConditions
{
    [Test]
    public void Conditions_are_those_recorded_by_the_end_of_the_year_in_practice_or_hospital() =>
        Assert.That(Village.Draw($"""
            select number, who, conditions as n, array_to_string(list_filter([{Named}], one -> one is not null), ', ') as conditions
            from published_person_year join villager using (person_id) where conditions > 0 order by number
            """), Is.EqualTo(Table.Normal("""
            number | who          | n | conditions
            -------+--------------+---+-----------
            15     | Mia Marsh    | 1 | asthma
            16     | Ned Noble    | 1 | depression
            17     | Rob Rowe     | 1 | hypertension
            18     | Sue Swan     | 1 | diabetes
            19     | Tom Tate     | 1 | epilepsy
            20     | Una Upton    | 1 | diabetes
            21     | Vic Vale     | 1 | depression
            22     | Wyn West     | 1 | diabetes
            23     | Xan Xu       | 1 | severe_mental_illness
            24     | Yara Young   | 1 | learning_disability
            25     | Zeb Zane     | 2 | hypertension, osteoarthritis
            26     | Amy Ash      | 2 | asthma, depression
            27     | Bert Bond    | 2 | chd, copd
            28     | Cleo Cole    | 2 | hypertension, cancer
            29     | Dot Dunn     | 2 | hypertension, osteoarthritis
            30     | Edd Eden     | 2 | chd, atrial_fibrillation
            31     | Siân O'Neill | 2 | depression, parkinsons
            32     | Gil Gray     | 2 | hypertension, stroke
            33     | Hal Hill     | 5 | hypertension, diabetes, chd, copd, depression
            34     | Iris Ivory   | 5 | hypertension, heart_failure, atrial_fibrillation, ckd, osteoarthritis
            35     | Jack Judd    | 5 | hypertension, heart_failure, ckd, copd, cancer
            36     | Kath Kemp    | 5 | hypertension, diabetes, stroke, dementia, osteoarthritis
            37     | Len Lamb     | 6 | hypertension, atrial_fibrillation, ckd, depression, dementia, parkinsons
            38     | Mary Mead    | 5 | hypertension, diabetes, chd, copd, osteoarthritis
            39     | Nora Nash    | 5 | hypertension, atrial_fibrillation, stroke, epilepsy, osteoarthritis
            40     | Olive Oak    | 6 | hypertension, diabetes, chd, heart_failure, atrial_fibrillation, ckd
            """)));

    [Test]
    public void What_practices_issued_is_known_by_its_day_and_code_and_is_no_care_and_no_cost() => Assert.Multiple(() =>
    {
        Assert.That(Village.Draw("""
            select number, recorded_on, code_system, code from coded_fact join person_link using (dataset, row_id) join person using (person_key) join villager using (person_id)
            where coded_fact.dataset = 'gp_medications' order by number, recorded_on, position
            """), Is.EqualTo(Table.Normal("""
            number | recorded_on | code_system | code
            -------+-------------+-------------+-----
            22     | 2024-05-20  | BNF         | 0601022B0AAABAB
            22     | 2024-07-22  | BNF         | 0601022B0AAABAB
            37     | 2024-08-19  | BNF         | 0411000D0AAAAAA
            37     | 2024-08-19  | BNF         | 04.11
            """)), "What was never issued, and what was written by hand, says nothing");
        Assert.That(Village.Count("select count(*) from event where dataset = 'gp_medications'"), Is.Zero);
    });

    /// <summary>
    /// Of those aged 75 and over who were in hospital. Olive: heart failure 1 and kidneys 2; 7, 5 for the rhythm and 5; and by practice and hospital 0.08
    /// (pressure), 0.75 (diabetes), 0.49 (heart disease), 1.18 (failure), 1.34 (fibrillation) and 0.53 (kidneys); N18 is 1.4 points of frailty. Hal's
    /// depression is older than a year, and nobody was issued anything for it.
    /// </summary>
    [Test]
    public void Scores_and_stays_are_those_worked_out_by_hand() =>
        Assert.That(Village.Draw("""
            select number, who, charlson, elixhauser, cambridge, hfrs, hfrs_band, emergency_bed_days as nights, zero_stay_admissions as zero, acsc_admissions as acsc, falls_admissions as falls, readmissions as again
            from published_person_year join villager using (person_id) where hfrs is not null order by number
            """), Is.EqualTo(Table.Normal("""
            number | who        | charlson | elixhauser | cambridge | hfrs | hfrs_band | nights | zero | acsc | falls | again
            -------+------------+----------+------------+-----------+------+-----------+--------+------+------+-------+------
            32     | Gil Gray   | 1        | 0          | 0.88      | 0.8  | low       | 9      | 0    | 0    | 0     | 0
            33     | Hal Hill   | 1        | 3          | 2.78      | 0    | low       | 8      | 0    | 1    | 0     | 0
            34     | Iris Ivory | 0        | 0          | 3.13      | 1.4  | low       | 22     | 0    | 0    | 1     | 0
            35     | Jack Judd  | 1        | 7          | 4.78      | 0    | low       | 5      | 0    | 1    | 0     | 0
            38     | Mary Mead  | 1        | 3          | 2.78      | 0    | low       | 1      | 0    | 1    | 0     | 0
            40     | Olive Oak  | 3        | 17         | 4.37      | 1.4  | low       | 14     | 1    | 3    | 0     | 0
            """)));

    [Test]
    public void Who_has_no_condition_is_healthy_to_every_scheme_whatever_care_they_had() =>
        Assert.That(Village.Draw("""
            select scheme, cohort, count(*) as people from published_cohort_member join villager using (person_id)
            where number between 1 and 14 and scheme <> 'hospital-and-social-care' and scheme <> 'age-and-conditions' group by all order by all
            """), Is.EqualTo(Table.Normal("""
            scheme                     | cohort        | people
            ---------------------------+---------------+-------
            bridges-to-health          | healthy       | 12
            frailty-and-unplanned-care | everyone-else | 12
            number-of-conditions       | conditions-0  | 12
            single-conditions          | no-condition  | 12
            """)));

    [Test]
    public void Everyone_with_a_condition_is_in_the_first_cohort_that_is_true_of_them() =>
        Assert.That(Village.Draw("""
            select number, who,
                max(cohort) filter (scheme = 'bridges-to-health') as bridges,
                max(cohort) filter (scheme = 'frailty-and-unplanned-care') as frailty,
                max(cohort) filter (scheme = 'single-conditions') as leading
            from published_cohort_member join villager using (person_id) where number > 14 group by all order by number
            """), Is.EqualTo(Table.Normal("""
            number | who          | bridges              | frailty                    | leading
            -------+--------------+----------------------+----------------------------+--------
            15     | Mia Marsh    | healthy              | everyone-else              | asthma
            16     | Ned Noble    | healthy              | everyone-else              | depression
            17     | Rob Rowe     | healthy              | everyone-else              | hypertension
            18     | Sue Swan     | healthy              | everyone-else              | diabetes
            19     | Tom Tate     | healthy              | everyone-else              | epilepsy
            20     | Una Upton    | healthy              | everyone-else              | diabetes
            21     | Vic Vale     | healthy              | frequent-attenders         | depression
            22     | Wyn West     | healthy              | everyone-else              | diabetes
            23     | Xan Xu       | healthy              | everyone-else              | severe-mental-illness
            24     | Yara Young   | disability           | everyone-else              | learning-disability
            25     | Zeb Zane     | long-term-conditions | everyone-else              | osteoarthritis
            26     | Amy Ash      | long-term-conditions | everyone-else              | depression
            27     | Bert Bond    | limited-reserve      | everyone-else              | copd
            28     | Cleo Cole    | cancer               | everyone-else              | cancer
            29     | Dot Dunn     | long-term-conditions | other-older                | osteoarthritis
            30     | Edd Eden     | limited-reserve      | everyone-else              | chd
            31     | Siân O'Neill | long-term-conditions | everyone-else              | parkinsons
            32     | Gil Gray     | long-term-conditions | other-older                | stroke
            33     | Hal Hill     | limited-reserve      | older-many-conditions      | copd
            34     | Iris Ivory   | limited-reserve      | older-many-conditions      | heart-failure
            35     | Jack Judd    | limited-reserve      | older-many-conditions      | heart-failure
            36     | Kath Kemp    | frailty              | dementia                   | dementia
            37     | Len Lamb     | frailty              | dementia                   | dementia
            38     | Mary Mead    | limited-reserve      | older-many-conditions      | copd
            39     | Nora Nash    | long-term-conditions | older-many-conditions      | stroke
            40     | Olive Oak    | limited-reserve      | older-repeated-emergencies | heart-failure
            """)));

    [Test]
    public void The_scheme_of_the_villages_own_tells_apart_who_had_hospital_and_social_care() =>
        Assert.That(Village.Draw("""
            select cohort, count(*) as people, string_agg(split_part(who, ' ', 1), ', ' order by number) as who
            from published_cohort_member join villager using (person_id) where scheme = 'hospital-and-social-care' group by cohort order by cohort
            """), Is.EqualTo(Table.Normal("""
            cohort                | people | who
            ----------------------+--------+----
            both                  | 9      | Gil, Hal, Iris, Jack, Kath, Len, Mary, Nora, Olive
            hospital              | 13     | Dan, Jo, Kit, Mia, Sue, Una, Vic, Wyn, Zeb, Amy, Bert, Cleo, Edd
            neither-or-care-alone | 16     | Ada, Bess, Cal, Fay, Gus, Ivy, Ivy, Lou, Quin, Ned, Rob, Tom, Xan, Yara, Dot, Siân
            """)));

    [Test]
    public void Groups_by_number_of_conditions_are_big_enough_to_be_shown() =>
        Assert.That(Village.Draw("select cohort, count(*) as people from published_cohort_member where scheme = 'number-of-conditions' group by cohort order by cohort"), Is.EqualTo(Table.Normal("""
            cohort            | people
            ------------------+-------
            conditions-0      | 12
            conditions-1      | 10
            conditions-2      | 8
            conditions-5-plus | 8
            """)));

    private static string Named => string.Join(", ", Conditions.All.Select(condition => $"case when has_{condition.Name} then '{condition.Name}' end"));
}
