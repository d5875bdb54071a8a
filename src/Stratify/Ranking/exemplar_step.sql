-- grain: scheme, cohort, step
-- reads: exemplar_contact, exemplar_setting, exemplar_choice, period_day, period
-- An exemplar's journey: what it has in a setting in a month, in the order of the months. The people are the fewest of whom any value is.
select
    contact.scheme,
    contact.cohort,
    row_number() over (partition by contact.scheme, contact.cohort order by period.date_from, contact.month, cast(contact.setting as varchar)) as step,
    contact.year,
    contact.month,
    of_month.month_name,
    contact.setting,
    typical.activity,
    least(contact.people, typical.people) as people,
    contact.contacts,
    typical.each_lasted,
    case choice.figures when 2 then typical.fine_pence else typical.coarse_pence end as each_pence,
    contact.contacts * case choice.figures when 2 then typical.fine_pence else typical.coarse_pence end as pence
from (
    select scheme, cohort, year, setting, month, count(*) as contacts, min(people) as people
    from exemplar_contact
    group by scheme, cohort, year, setting, month
) as contact
join exemplar_setting as typical using (scheme, cohort, year, setting)
join exemplar_choice as choice using (scheme, cohort)
join period on period.year = contact.year
join (select distinct year, month, month_name from period_day) as of_month on of_month.year = contact.year and of_month.month = contact.month
where choice.figures > 0
