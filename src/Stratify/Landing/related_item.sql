-- grain: source, row_id
-- reads: related_contact, related_ward_stay, related_spell
-- What counts: each with its own key of the person, and the referral that it hangs from. A ward stay's referral is its spell's.
select source, 'contact' as part, row_id, extract, scope, sender, sent_in, provider, request, contact as key, null as spell, person
from related_contact
union all by name
select source, 'spell' as part, row_id, extract, scope, sender, sent_in, provider, request, spell as key, null as spell, person
from related_spell
union all by name
select
    stay.source, 'ward_stay' as part, stay.row_id, stay.extract, stay.scope, stay.sender, stay.sent_in, stay.provider,
    spell.request, stay.stay as key, stay.spell, coalesce(stay.person, spell.person) as person
from related_ward_stay as stay
left join (
    select source, extract, scope, spell, arg_max(request, row_id) as request, arg_max(person, row_id) as person
    from related_spell
    group by source, extract, scope, spell
) as spell using (source, extract, scope, spell)
