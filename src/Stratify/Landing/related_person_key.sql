-- grain: source, extract, scope, kind, key
-- reads: related_person
-- Keys of people in the index of one submission: the provider's, and the national one where there is one.
select source, extract, scope, kind, key, max(row_id) as person_row
from (
    select source, extract, scope, 'patient' as kind, patient as key, row_id from related_person where patient is not null
    union all
    select source, extract, scope, 'person' as kind, person as key, row_id from related_person where person is not null
)
group by source, extract, scope, kind, key
