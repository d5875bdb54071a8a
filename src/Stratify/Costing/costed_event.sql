-- grain: dataset, source_id, year
-- reads: counted_event, price
-- The cost that the sender carries; else, for what is paid by the week, unit cost × units × weeks; else the price that fits
-- best; else the average. Whole pence, rounded once an event, half away from zero. A contact that did not happen costs nothing.
select
    dataset,
    source_id,
    row_id,
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
    case basis when 'price' then own_key when 'average' then average_price_key end as price_key,
    cast(case basis
        when 'carried' then carried_pence
        when 'rate' then (2 * rate_pence::hugeint * rate_numerator * days + rate_denominator * 7) // (2 * rate_denominator * 7)
        -- To divide numbers of 128 bits takes longer than all else that is done here, and most prices are of one unit.
        when 'price' then case when own_per = 1 and units >= 0 then own_pence::hugeint * units else (2 * own_pence::hugeint * units + own_per) // (2 * own_per) end
        when 'average' then case when average_per = 1 and units >= 0 then average_pence::hugeint * units else (2 * average_pence::hugeint * units + average_per) // (2 * average_per) end
        else 0
    end as bigint) as cost_pence
from (
    select
        counted_event.* exclude (price_key),
        coalesce(best.price_key, second.price_key) as own_key,
        coalesce(best.pence, second.pence) as own_pence,
        coalesce(best.per, second.per) as own_per,
        average.price_key as average_price_key,
        average.pence as average_pence,
        average.per as average_per,
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
    from counted_event
    left join price as best on best.setting = counted_event.setting and best.unit = counted_event.unit and best.price_key = counted_event.price_key
    left join price as second on second.setting = counted_event.setting and second.unit = counted_event.unit and second.price_key = counted_event.second_key
    left join price as average on average.setting = counted_event.setting and average.unit = counted_event.unit and average.price_key = counted_event.average_key
)
