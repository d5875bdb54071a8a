-- grain: dataset, source_id, year
-- reads: counted_event, key_price, provider_factor
-- What each event cost as it is paid (what its sender tells: an amount, or unit cost × units × weeks; null where it tells none), as a standard,
-- and of these two the one that the job costs by. Which basis comes first is Model/CostBases.cs. What did not happen costs nothing. What a
-- hospital tells below nothing is a credit and no cost of the care: it stays in what is paid, and the event costs what it would without. Days
-- beyond a trim point are those of the whole stay less those in critical care, which are paid apart. With market forces factors, the standard ×
-- the provider's; what a sender tells holds its factor already. With a second price book, the cost by that one.
-- Whole pence, rounded half away from zero, once an event; where it counts by day, at the end of each year what it has cost so far, less what
-- it had when the year began, so that its parts make the whole, which a part knows with its days. An amount over a divisor is what one day
-- costs: what is priced by the day has the price's own, all else is spread over all days. So is what the person pays, no more than the cost.
select
    dataset,
    source_id,
    row_id,
    year,
    person_key,
    setting, activity, kind, provider, payer,
    costed, in_spell, in_years, counts_here, counted_on,
    nights, days, day, quantity,
    cost_basis,
    case cost_basis when 'price' then best_key when 'average' then average_key end as price_key,
    cast(case when paid_divisor = 1 and units = 1 then paid_amount else sign(paid_amount) * ((2 * abs(paid_amount) * (units_before + units) + paid_divisor) // (2 * paid_divisor) - (2 * abs(paid_amount) * units_before + paid_divisor) // (2 * paid_divisor)) end as bigint) as paid_pence,
    coalesce(cast(case when standard_divisor = 1 and units = 1 then standard_amount else sign(standard_amount) * ((2 * abs(standard_amount) * (units_before + units) + standard_divisor) // (2 * standard_divisor) - (2 * abs(standard_amount) * units_before + standard_divisor) // (2 * standard_divisor)) end as bigint), 0) as standard_pence,
    case when not factored then null
        when is_factored and millionths is not null then cast((2 * standard_pence::hugeint * millionths + 1000000) // 2000000 as bigint)
        else standard_pence
    end as mff_pence,
    case when compared then coalesce(cast(case when other_divisor = 1 and units = 1 then other_amount else sign(other_amount) * ((2 * abs(other_amount) * (units_before + units) + other_divisor) // (2 * other_divisor) - (2 * abs(other_amount) * units_before + other_divisor) // (2 * other_divisor)) end as bigint), 0) end as other_pence,
    coalesce(cast(case when cost_divisor = 1 and units = 1 then cost_amount else sign(cost_amount) * ((2 * abs(cost_amount) * (units_before + units) + cost_divisor) // (2 * cost_divisor) - (2 * abs(cost_amount) * units_before + cost_divisor) // (2 * cost_divisor)) end as bigint), 0) as cost_pence,
    least(greatest(coalesce(cast((2 * client_amount * (units_before + units) + client_divisor) // (2 * client_divisor)
        - (2 * client_amount * units_before + client_divisor) // (2 * client_divisor) as bigint), 0), 0), greatest(cost_pence, 0)) as client_pence,
    case when is_part then units end as part_days, case when is_part then units_of_all end as whole_days,
    case when is_part then coalesce(cast(sign(cost_amount) * ((2 * abs(cost_amount) * units_of_all + cost_divisor) // (2 * cost_divisor)) as bigint), 0) end as whole_pence
from (
    select *,
        cast(case
            when not costed then 'not_costed'
            when in_spell then 'in_spell'
            when cost_by_price and price_amount is not null then 'price'
            when told_amount is not null then case when carried is not null then 'carried' else 'rate' end
            when price_amount is not null then 'price'
            when average_amount is not null then 'average'
            else 'unpriced'
        end as enum('average', 'carried', 'in_spell', 'not_costed', 'price', 'rate', 'unpriced')) as cost_basis,
        coalesce(carried, rate_amount) as paid_amount, case when carried is not null then units_of_all else rate_divisor end as paid_divisor,
        coalesce(case when standard_by_price then price_amount end, told_amount, price_amount, average_amount) as standard_amount,
        case when standard_by_price and price_amount is not null then price_divisor when told_amount is not null then told_divisor when price_amount is not null then price_divisor else average_divisor end as standard_divisor,
        has_factor and (told_amount is null or (standard_by_price and price_amount is not null)) as is_factored,
        coalesce(case when cost_by_price then other_price_amount end, told_amount, other_price_amount, other_average_amount) as other_amount,
        case when cost_by_price and other_price_amount is not null then other_price_divisor when told_amount is not null then told_divisor when other_price_amount is not null then other_price_divisor else other_average_divisor end as other_divisor,
        coalesce(case when cost_by_price then price_amount end, told_amount, price_amount, average_amount) as cost_amount,
        case when cost_by_price and price_amount is not null then price_divisor when told_amount is not null then told_divisor when price_amount is not null then price_divisor else average_divisor end as cost_divisor
    from (
        select *,
            coalesce(case when not credit_is_none or carried >= 0 then carried end, rate_amount) as told_amount, case when carried is not null and (not credit_is_none or carried >= 0) then units_of_all else rate_divisor end as told_divisor
        from (
            select
                event.*,
                key_price.* exclude (setting, unit, price_key, second_key, average_key), provider_factor.millionths,
                case when has_cost then event.carried_pence::hugeint end as carried,
                case when has_cost and event.by_days then event.rate_pence::hugeint * event.rate_numerator end as rate_amount,
                event.rate_denominator::hugeint * 7 as rate_divisor,
                case when not has_cost then null when event.by_days then pence::hugeint else case when whole then pence else (2 * pence::hugeint * event.quantity + per) // (2 * per) end + coalesce(greatest(0, event.stay_nights - event.intensive_days - trim_point) * excess_pence, 0) end as price_amount,
                case when event.by_days then per else event.units_of_all end as price_divisor,
                case when not has_cost then null when event.by_days then average_pence::hugeint else case when average_whole then average_pence else (2 * average_pence::hugeint * event.quantity + average_per) // (2 * average_per) end end as average_amount, case when event.by_days then average_per else event.units_of_all end as average_divisor,
                case when not has_cost then null when event.by_days then other_pence::hugeint else case when other_whole then other_pence else (2 * other_pence::hugeint * event.quantity + other_per) // (2 * other_per) end + coalesce(greatest(0, event.stay_nights - event.intensive_days - other_trim_point) * other_excess_pence, 0) end as other_price_amount,
                case when event.by_days then other_per else event.units_of_all end as other_price_divisor,
                case when not has_cost then null when event.by_days then other_average_pence::hugeint else case when other_average_whole then other_average_pence else (2 * other_average_pence::hugeint * event.quantity + other_average_per) // (2 * other_average_per) end end as other_average_amount, case when event.by_days then other_average_per else event.units_of_all end as other_average_divisor,
                case when event.costed and event.client_rate_pence > 0 then event.client_rate_pence::hugeint * case when is_of_a_day then event.rate_numerator else 1 end end as client_amount,
                case when is_of_a_day then event.rate_denominator::hugeint * 7 else event.units_of_all end as client_divisor
            from (select *, costed and not in_spell as has_cost, by_days and carried_pence is null as is_of_a_day from counted_event) as event
            join key_price
              on key_price.setting = event.setting and key_price.unit is not distinct from event.unit
             and key_price.price_key is not distinct from event.price_key and key_price.second_key is not distinct from event.second_key and key_price.average_key is not distinct from event.average_key
            left join provider_factor on provider_factor.provider = event.provider
        )
    )
)
