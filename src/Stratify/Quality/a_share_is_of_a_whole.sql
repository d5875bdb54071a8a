-- law: no check counts more violations than there are rows, events or months to have them
-- reads: check_count
select check_name, dataset, column_name
from check_count
where violations < 0 or violations > counted or counted is null
