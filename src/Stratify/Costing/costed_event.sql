-- grain: dataset, source_id, year
-- reads: counted_event, price
-- The cost that the sender carries; else, for what is paid by the week, unit cost × units × weeks; else the price that fits
-- best; else the average. A contact that did not happen costs nothing. Whole pence, rounded half away from zero, once an event; where it
-- counts by day, at the end of each year what it has cost so far, less what it had when the year began, so that its parts make the whole,
-- which a part knows with its days. What the person pays is worked out in the same way, and is no more than the cost.
select
    dataset,
    source_id,
    year,
    person_key,
    setting,
    activity,
    provider,
    payer,
    costed,
    in_spell,
    counts_here,
    nights,
    days,
    quantity,
    basis as cost_basis,
    case basis when 'price' then coalesce(best.price_key, second.price_key) when 'average' then average.price_key end as price_key,
    cast(case when amount is null then 0 else sign(amount)
        * ((2 * abs(amount) * (units_before + units) + divisor) // (2 * divisor) - case units_before when 0 then 0 else (2 * abs(amount) * units_before + divisor) // (2 * divisor) end)
    end as bigint) as cost_pence,
    least(greatest(coalesce(cast((2 * client_amount * (units_before + units) + client_divisor) // (2 * client_divisor)
        - (2 * client_amount * units_before + client_divisor) // (2 * client_divisor) as bigint), 0), 0), greatest(cost_pence, 0)) as client_pence,
    case when is_part then units end as part_days,
    case when is_part then units_of_all end as whole_days,
    case when is_part then cast(case when amount is null then 0 else sign(amount) * ((2 * abs(amount) * units_of_all + divisor) // (2 * divisor)) end as bigint) end as whole_pence
from counted_event
left join price as best using (setting, unit, price_key)
left join price as second on second.setting = counted_event.setting and second.unit = counted_event.unit and second.price_key = counted_event.second_key
left join price as average on average.setting = counted_event.setting and average.unit = counted_event.unit and average.price_key = counted_event.average_key
cross join lateral (
    select
        by_days and carried_pence is null as is_of_a_day,
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
cross join lateral (
    select
        case basis
            when 'carried' then carried_pence::hugeint
            when 'rate' then rate_pence::hugeint * rate_numerator
            when 'price' then coalesce(best.pence, second.pence)::hugeint * case when is_of_a_day then 1 else quantity end
            when 'average' then average.pence::hugeint * case when is_of_a_day then 1 else quantity end
        end as amount,
        case basis when 'rate' then rate_denominator::hugeint * 7 when 'price' then coalesce(best.per, second.per) when 'average' then average.per else 1 end
            * case when is_of_a_day then 1 else units_of_all end as divisor,
        case when costed and client_rate_pence > 0 then client_rate_pence::hugeint * case when is_of_a_day then rate_numerator else 1 end end as client_amount,
        case when is_of_a_day then rate_denominator::hugeint * 7 else units_of_all end as client_divisor
) as told
