-- grain: nhs_number, of the table that it leaves; the others are steps to it
-- The plain part of the task, by hand, as one would write it in DuckDB: read, one row a key, price, one row a person. No check, no ledger,
-- no pseudonym, no grade of a link, no condition. It is run in the folder of the extracts.
create table price as select * from read_csv('prices.csv', header = true, columns = {setting: 'varchar', unit: 'varchar', price_key: 'varchar', pence: 'bigint', per: 'bigint'});

create table person as
select row_number() over () as person, nhs_number
from read_csv('extracts/gp_registrations.csv', auto_detect = false, header = true, delim = ',', quote = '"', columns = {
    nhs_number: 'bigint', patient_id: 'varchar', family_name: 'varchar', given_name: 'varchar', birth_date: 'varchar', sex: 'varchar', postcode: 'varchar', practice: 'varchar',
    neighbourhood: 'varchar', area: 'varchar', deprivation_decile: 'varchar', ethnic_group: 'varchar', start_date: 'date', end_date: 'date'})
where coalesce(start_date, date '1900-01-01') <= date '2025-03-31' and coalesce(end_date, date '9999-12-31') >= date '2024-04-01'
group by nhs_number;

create table gp as
select person, count(*) filter (costed) as contacts, sum(case when costed then (2 * pence * minutes + per) // (2 * per) else 0 end)::bigint as pence
from (
    select
        person,
        status in ('ARRIVED', 'IN PROGRESS', 'FINISHED', 'VISIT', 'WAITING', 'PATIENT WALKED OUT', 'ATTENDED') as costed,
        coalesce(best.pence, average.pence) as pence,
        coalesce(best.per, average.per) as per,
        least(60, case when actual > 0 and actual < planned then actual when planned > 0 then planned when actual > 0 then actual else 10 end) as minutes
    from (
        select distinct on (practice, source_id) *
        from read_csv('extracts/gp_appointments.csv', auto_detect = false, header = true, delim = ',', quote = '"', columns = {
            nhs_number: 'bigint', source_id: 'varchar', practice: 'varchar', on_day: 'date', status: 'varchar', clinician: 'varchar', mode: 'varchar', planned: 'bigint', actual: 'bigint'})
    ) as appointment
    join person using (nhs_number)
    left join price as best on best.setting = 'primary_care' and best.unit = 'minute' and best.price_key = appointment.clinician || '||'
    cross join (select * from price where setting = 'primary_care' and unit = 'minute' and price_key = '||') as average
    where on_day between date '2024-04-01' and date '2025-03-31'
)
group by person;

create table inpatient as
select person, count(*) as admissions, sum(nights)::bigint as nights, sum(coalesce(best.pence, average.pence))::bigint as pence
from (
    select
        *,
        discharged - admitted as nights,
        case
            when method[1] = '1' and patient_class = '2' then 'day_case'
            when method[1] = '1' and patient_class in ('3', '4') then 'regular'
            when method[1] = '1' then 'elective'
            when discharged - admitted <= 1 then 'non_elective_short'
            else 'non_elective_long'
        end as kind
    from (
        select
            person,
            min(admitted) as admitted,
            max(coalesce(discharged, end_date)) as discharged,
            arg_min(method, episode_order) as method,
            arg_max(patient_class, episode_order) as patient_class,
            arg_max(hrg, episode_order) as hrg
        from (
            select distinct on (provider, source_id) *
            from read_csv('extracts/acute_inpatients.csv', auto_detect = false, header = true, delim = ',', quote = '"', columns = {
                nhs_number: 'bigint', source_id: 'varchar', birth_date: 'varchar', sex: 'varchar', provider: 'varchar', spell_number: 'varchar', episode_order: 'bigint', episode_status: 'varchar',
                admitted: 'date', start_date: 'date', end_date: 'date', discharged: 'date', method: 'varchar', patient_class: 'varchar', discharge_method: 'varchar', main_specialty: 'varchar',
                hrg: 'varchar', diagnosis_1: 'varchar', diagnosis_2: 'varchar', diagnosis_3: 'varchar'})
        )
        join person using (nhs_number)
        group by person, provider, spell_number
    )
) as spell
left join (select * from price where setting = 'inpatient' and unit = 'spell') as best on best.price_key = hrg || '|' || kind || '|'
left join (select * from price where setting = 'inpatient' and unit = 'spell') as average on average.price_key = '|' || kind || '|'
where discharged between date '2024-04-01' and date '2025-03-31'
group by person;

create table community as
select person, count(*) filter (costed) as contacts, sum(case when costed then coalesce(best.pence, average.pence) else 0 end)::bigint as pence
from (
    select *, coalesce(attended, '5') in ('5', '6') as costed
    from (
        select distinct on (provider, source_id) *
        from read_csv('extracts/community_contacts.csv', auto_detect = false, header = true, delim = ',', quote = '"', columns = {
            nhs_number: 'bigint', source_id: 'varchar', birth_date: 'varchar', provider: 'varchar', on_day: 'date', attended: 'varchar', medium: 'varchar', team: 'varchar', currency: 'varchar', minutes: 'bigint'})
    )
) as contact
join person using (nhs_number)
left join price as best on best.setting = 'community' and best.unit = 'contact' and best.price_key = currency || '||'
cross join (select * from price where setting = 'community' and unit = 'contact' and price_key = '||') as average
where on_day between date '2024-04-01' and date '2025-03-31'
group by person;

create table mental_health as
select person, count(*) filter (costed) as contacts, sum(case when costed then coalesce(best.pence, average.pence) else 0 end)::bigint as pence
from (
    select *, coalesce(attended, '5') in ('5', '6') as costed
    from (
        select distinct on (provider, source_id) *
        from read_csv('extracts/mental_health_contacts.csv', auto_detect = false, header = true, delim = ',', quote = '"', columns = {
            nhs_number: 'bigint', source_id: 'varchar', birth_date: 'varchar', provider: 'varchar', on_day: 'date', attended: 'varchar', medium: 'varchar', team: 'varchar', minutes: 'bigint'})
    )
) as contact
join person using (nhs_number)
left join price as best on best.setting = 'mental_health' and best.unit = 'contact' and best.price_key = team || '||'
cross join (select * from price where setting = 'mental_health' and unit = 'contact' and price_key = '||') as average
where on_day between date '2024-04-01' and date '2025-03-31'
group by person;

create table social_care as
select person, sum(days)::bigint as days, sum(case
    when unit_pence is null then best.pence * days
    when frequency = 'WEEKLY' then (2 * unit_pence * (before + days) + 7) // 14 - (2 * unit_pence * before + 7) // 14
    else (2 * unit_pence * units * (before + days) + 70000) // 140000 - (2 * unit_pence * units * before + 70000) // 140000
end)::bigint as pence
from (
    select
        person,
        upper(frequency) as frequency,
        upper(service_type) as service_type,
        (unit_cost * 100)::bigint as unit_pence,
        (units * 10000)::bigint as units,
        greatest(0, date '2024-04-01' - start_date) as before,
        least(coalesce(end_date, date '2025-03-31'), date '2025-03-31') - greatest(start_date, date '2024-04-01') + 1 as days
    from (
        select distinct on (authority, person_reference, source_id, start_date) *
        from read_csv('extracts/social_care_services.csv', auto_detect = false, header = true, delim = ',', quote = '"', columns = {
            nhs_number: 'bigint', authority: 'varchar', person_reference: 'varchar', source_id: 'varchar', birth_date: 'varchar', service_type: 'varchar', service_component: 'varchar',
            start_date: 'date', end_date: 'date', unit_cost: 'decimal(18,2)', frequency: 'varchar', units: 'decimal(18,4)', event_type: 'varchar'})
    )
    join person using (nhs_number)
) as service
left join price as best on best.setting = 'social_care' and best.unit = 'day' and best.price_key = service_type || '||'
where days >= 1
group by person;

create table person_year as
select
    nhs_number,
    coalesce(gp.contacts, 0) as gp_appointments,
    coalesce(inpatient.admissions, 0) as admissions,
    coalesce(inpatient.nights, 0) as bed_days,
    coalesce(community.contacts, 0) as community_contacts,
    coalesce(mental_health.contacts, 0) as mental_health_contacts,
    coalesce(gp.pence, 0) as cost_primary_care,
    coalesce(inpatient.pence, 0) as cost_inpatient,
    coalesce(community.pence, 0) as cost_community,
    coalesce(mental_health.pence, 0) as cost_mental_health,
    coalesce(social_care.pence, 0) as cost_social_care,
    coalesce(gp.pence, 0) + coalesce(inpatient.pence, 0) + coalesce(community.pence, 0) + coalesce(mental_health.pence, 0) + coalesce(social_care.pence, 0) as cost
from person
left join gp using (person)
left join inpatient using (person)
left join community using (person)
left join mental_health using (person)
left join social_care using (person);

copy (select * from person_year order by nhs_number) to 'plain-duckdb.parquet' (format parquet, compression zstd);
