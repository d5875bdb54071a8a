-- grain: method
-- reads: linked_event, spell_choice
-- How episodes are joined to spells: as the job says, else by the provider's number of the spell where at least 99 of 100 episodes have
-- one, else by dates. One row.
select
    coalesce(
        (select method from spell_choice),
        case when count(spell_number) * 100 >= count(*) * 99 then 'number' else 'dates' end
    ) as method,
    count(*) as episodes,
    count(spell_number) as numbered
from linked_event
where unit = 'spell'
