-- grain: year, setting, reason
-- reads: unattributed_cost
select year, setting, reason, events, people, pence, pence_largest, pence_second
from unattributed_cost
