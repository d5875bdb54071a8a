-- grain: dataset
-- category: plausibility
-- scope: register
-- counts: rows under an NHS number that two birth dates are given for
-- of: rows with an NHS number
-- needs: rows with an NHS number
-- reads: gp_registrations_landed, identity.gp_registrations
-- Linkage tells two people under one number apart where their names differ too, and then a number alone links neither. Birth dates of which
-- two of year, month and day agree are one, mistyped.
with named as (
    select nhs_number, birth_date, count(*) as row_count
    from gp_registrations_landed
    join identity.gp_registrations using (row_id)
    where nhs_number is not null
    group by nhs_number, birth_date
)
select
    'gp_registrations' as dataset,
    cast(coalesce(sum(row_count) filter (nhs_number in (
        select one.nhs_number
        from named as one
        join named as other using (nhs_number)
        where coalesce(parts_alike(one.birth_date, other.birth_date), 0) < 2
    )), 0) as bigint) as violations,
    cast(coalesce(sum(row_count), 0) as bigint) as counted
from named
