-- grain: row_id
-- reads: gp_registrations_landed, identity.gp_registrations
-- Rows of the register under a number that several people have, and which of them each is of. Two rows are of one person when two of year,
-- month and day of birth agree, or the full name does, or one practice knows both by one key; and so are two that a third agrees with.
-- Whoever was registered first is named by the number, so that its pseudonym stays when somebody else turns up under it. A number with
-- more than eight birth dates is a dummy that no list names: it is nobody's, and its people are told apart by practice and key.
with recursive doubtful as (
    select nhs_number as token, count(distinct birth_date) > 8 as is_dummy
    from gp_registrations_landed
    join identity.gp_registrations using (row_id)
    where nhs_number is not null
    group by nhs_number
    having min(birth_date) < max(birth_date)
),
said as (
    select
        landed.row_id,
        doubtful.token,
        doubtful.is_dummy,
        landed.practice,
        landed.patient_id,
        born.family_name,
        born.given_name,
        born.birth_date,
        row_number() over (partition by token order by coalesce(landed.start_date, date '1900-01-01'), landed.practice, landed.patient_id, landed.row_id) as turn,
        dense_rank() over (partition by token order by landed.practice, landed.patient_id, born.birth_date, born.family_name, born.given_name) as node
    from gp_registrations_landed as landed
    join doubtful on doubtful.token = landed.nhs_number
    join identity.gp_registrations as born on born.row_id = landed.row_id
),
alike as (
    select distinct one.token, one.node, other.node as like_it
    from said as one
    join said as other using (token)
    where (one.practice = other.practice and one.patient_id = other.patient_id)
        or (not one.is_dummy
            and (parts_alike(one.birth_date, other.birth_date) >= 2
                or (one.family_name = other.family_name and one.given_name = other.given_name)))
),
reached as (
    select distinct token, node, node as holder from said
    union
    select alike.token, alike.like_it, reached.holder
    from reached
    join alike using (token, node)
),
held as (
    select said.*, holder, min(turn) over (partition by token, holder) as first_turn, max(holder) over (partition by token) > min(holder) over (partition by token) as is_shared
    from said
    join (select token, node, min(holder) as holder from reached group by token, node) using (token, node)
)
select
    held.row_id,
    held.token,
    held.is_dummy,
    held.first_turn = 1 and not held.is_dummy as keeps_number,
    lead_row.practice as first_practice,
    lead_row.patient_id as first_patient
from held
join held as lead_row on lead_row.token = held.token and lead_row.turn = held.first_turn
where held.is_shared
