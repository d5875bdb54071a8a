-- grain: setting, unit, price_key, second_key, average_key
-- reads: counted_event, price, other_price, setting, cost_choice
-- What a unit costs for each set of keys that events have, by the job's book and by the one it is held against; events of the same keys
-- are priced alike, and are many. Days of a stay beyond a trim point have a price in a book of tariffs, and none in one of averages, which
-- hold them. A whole price is of the event, however many its units.
select
    keys.* exclude (excess_unit),
    coalesce(best.price_key, second.price_key) as best_key,
    coalesce(best.pence, second.pence) as pence,
    coalesce(best.per, second.per) as per,
    coalesce(best.whole, second.whole) as whole,
    excess.pence as excess_pence,
    excess.trim_point,
    average.pence as average_pence,
    average.per as average_per,
    average.whole as average_whole,
    coalesce(other_best.pence, other_second.pence) as other_pence,
    coalesce(other_best.per, other_second.per) as other_per,
    coalesce(other_best.whole, other_second.whole) as other_whole,
    other_excess.pence as other_excess_pence,
    other_excess.trim_point as other_trim_point,
    other_average.pence as other_average_pence,
    other_average.per as other_average_per,
    other_average.whole as other_average_whole,
    setting.sector = 'acute' as credit_is_none,
    setting.national_price as standard_by_price,
    setting.national_price and cost_choice.way = 'standard' as cost_by_price,
    cost_choice.factored,
    cost_choice.factored and setting.market_forces as has_factor,
    cost_choice.compared
from (select distinct setting, unit, price_key, second_key, average_key, case unit when 'spell' then 'excess_day' end as excess_unit from counted_event) as keys
join setting on setting.name = keys.setting
cross join cost_choice
left join price as best on best.setting = keys.setting and best.unit = keys.unit and best.price_key = keys.price_key
left join price as second on second.setting = keys.setting and second.unit = keys.unit and second.price_key = keys.second_key
left join price as average on average.setting = keys.setting and average.unit = keys.unit and average.price_key = keys.average_key
left join other_price as other_best on other_best.setting = keys.setting and other_best.unit = keys.unit and other_best.price_key = keys.price_key
left join other_price as other_second on other_second.setting = keys.setting and other_second.unit = keys.unit and other_second.price_key = keys.second_key
left join other_price as other_average on other_average.setting = keys.setting and other_average.unit = keys.unit and other_average.price_key = keys.average_key
left join price as excess on excess.setting = keys.setting and excess.unit = keys.excess_unit and excess.price_key = keys.price_key
left join other_price as other_excess on other_excess.setting = keys.setting and other_excess.unit = keys.excess_unit and other_excess.price_key = keys.price_key
