-- grain: year, setting, reason
-- reads: unattributed_cost
select year, setting, reason, events, pence
from unattributed_cost
