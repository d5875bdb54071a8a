-- law: every row of Client Level Data stands once among the services, or is named as not counted
-- reads: client_level_data_landed, care_outcome, social_care_services_landed
select row_id
from client_level_data_landed
full join care_outcome using (row_id)
left join (select row_id, count(*) as times from social_care_services_landed group by row_id) as made using (row_id)
where care_outcome.outcome is null
   or client_level_data_landed.authority is null
   or coalesce(made.times, 0) <> case when care_outcome.outcome = 'event' then 1 else 0 end
