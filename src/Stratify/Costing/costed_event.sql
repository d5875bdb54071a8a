-- grain: dataset, source_id, year
-- reads: counted_event, price
-- The cost that the sender carries; else, for what is paid by the week, unit cost × units × weeks; else the price that fits
-- best; else the average. Whole pence, rounded once an event, half away from zero. A contact that did not happen costs nothing.
select
    dataset,
    source_id,
    year,
    person_key,
    setting,
    activity,
    provider,
    costed,
    in_spell,
    nights,
    days,
    quantity,
    basis as cost_basis,
    case basis when 'price' then coalesce(best.price_key, second.price_key) when 'average' then average.price_key end as price_key,
    cast(case basis
        when 'carried' then carried_pence
        when 'rate' then (2 * rate_pence::hugeint * rate_numerator * days + rate_denominator * 7) // (2 * rate_denominator * 7)
        when 'price' then (2 * coalesce(best.pence, second.pence)::hugeint * units + coalesce(best.per, second.per)) // (2 * coalesce(best.per, second.per))
        when 'average' then (2 * average.pence::hugeint * units + average.per) // (2 * average.per)
        else 0
    end as bigint) as cost_pence
from counted_event
left join price as best using (setting, unit, price_key)
left join price as second on second.setting = counted_event.setting and second.unit = counted_event.unit and second.price_key = counted_event.second_key
left join price as average on average.setting = counted_event.setting and average.unit = counted_event.unit and average.price_key = counted_event.average_key
cross join lateral (
    select
        coalesce(days, quantity) as units,
        case
            when not costed then 'not_costed'
            when in_spell then 'in_spell'
            when carried_pence is not null then 'carried'
            when rate_pence is not null and rate_numerator is not null then 'rate'
            when best.pence is not null or second.pence is not null then 'price'
            when average.pence is not null then 'average'
            else 'unpriced'
        end as basis
) as chosen
