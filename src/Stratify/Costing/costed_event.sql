-- grain: dataset, source_id, year
-- reads: counted_event, key_price, provider_factor
-- What each event cost as it is paid (what its sender tells: an amount, or unit cost × units × weeks; null where it tells none), as a
-- standard, and of these two the one that the job costs by. Which basis comes first is Model/CostBases.cs. Whole pence, rounded once an
-- event, half away from zero. A contact that did not happen costs nothing. What a hospital tells below nothing is a credit and no cost of the
-- care: it stays in what is paid, and the event costs what it would without.
-- With a list of market forces factors, the standard × the provider's; what a sender tells holds its factor already. With a second price
-- book, the cost by that one. Days beyond a trim point are those of the stay less those in critical care, which are paid apart.
select
    event.dataset,
    event.source_id,
    event.year,
    event.person_key,
    event.setting,
    event.activity,
    event.provider,
    event.costed,
    event.in_spell,
    event.nights,
    event.days,
    event.quantity,
    case
        when not event.costed then 'not_costed'
        when event.in_spell then 'in_spell'
        when cost_by_price and price is not null then 'price'
        when told is not null then case when carried is not null then 'carried' else 'rate' end
        when price is not null then 'price'
        when average is not null then 'average'
        else 'unpriced'
    end as cost_basis,
    case cost_basis when 'price' then best_key when 'average' then event.average_key end as price_key,
    coalesce(carried, rate) as paid_pence,
    standard as standard_pence,
    case
        when not factored then null
        when has_factor and millionths is not null and (told is null or (standard_by_price and price is not null))
            then cast((2 * standard::hugeint * millionths + 1000000) // 2000000 as bigint)
        else standard
    end as mff_pence,
    case when compared then coalesce(case when cost_by_price then other_price end, told, other_price, other_average, 0) end as other_pence,
    coalesce(case when cost_by_price then price end, told, price, average, 0) as cost_pence
from counted_event as event
join key_price
  on key_price.setting = event.setting
 and key_price.unit is not distinct from event.unit
 and key_price.price_key is not distinct from event.price_key
 and key_price.second_key is not distinct from event.second_key
 and key_price.average_key is not distinct from event.average_key
left join provider_factor on provider_factor.provider = event.provider
cross join lateral (select event.costed and not event.in_spell as has_cost, coalesce(event.days, event.quantity) as units, event.nights - event.intensive_days as stay) as has
cross join lateral (
    select
        case when has_cost then event.carried_pence end as carried,
        case when has_cost then cast((2 * rate_pence::hugeint * rate_numerator * event.days + rate_denominator * 7) // (2 * rate_denominator * 7) as bigint) end as rate,
        case when has_cost then case when whole then pence else cast((2 * pence::hugeint * units + per) // (2 * per) as bigint) end + coalesce(greatest(0, stay - trim_point) * excess_pence, 0) end as price,
        case when has_cost then case when average_whole then average_pence else cast((2 * average_pence::hugeint * units + average_per) // (2 * average_per) as bigint) end end as average,
        case when has_cost then case when other_whole then other_pence else cast((2 * other_pence::hugeint * units + other_per) // (2 * other_per) as bigint) end + coalesce(greatest(0, stay - other_trim_point) * other_excess_pence, 0) end as other_price,
        case when has_cost then case when other_average_whole then other_average_pence else cast((2 * other_average_pence::hugeint * units + other_average_per) // (2 * other_average_per) as bigint) end end as other_average
) as worth
cross join lateral (select coalesce(case when not credit_is_none or carried >= 0 then carried end, rate) as told) as sent
cross join lateral (select coalesce(case when standard_by_price then price end, told, price, average, 0) as standard) as chosen
