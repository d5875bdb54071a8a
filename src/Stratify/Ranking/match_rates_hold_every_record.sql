-- law: of every dataset the groups of each attribute hold all records and all pounds that were linked or not, to the penny
-- reads: measure_match_rate, measure_linkage
select dataset, attribute
from (
    select dataset, attribute, sum(ruled + likely) as linked, sum(unlinked) as unlinked, sum(linked_pence) as linked_pence, sum(unlinked_pence) as unlinked_pence
    from measure_match_rate
    group by dataset, attribute
) as held
full join (
    select
        dataset,
        coalesce(sum(records) filter (grade <> 'U'), 0) as linked,
        coalesce(sum(records) filter (grade = 'U'), 0) as unlinked,
        coalesce(sum(pence) filter (grade <> 'U'), 0) as linked_pence,
        coalesce(sum(pence) filter (grade = 'U'), 0) as unlinked_pence
    from measure_linkage
    group by dataset
) as everything using (dataset)
where (held.linked, held.unlinked, held.linked_pence, held.unlinked_pence) is distinct from (everything.linked, everything.unlinked, everything.linked_pence, everything.unlinked_pence)
