-- law: a link by probability reaches the job's threshold and has its person, and a link by rule needs no probability
-- reads: person_link, link_threshold
select person_link.row_id
from person_link
cross join link_threshold
where (grade = 'P' and (person_key is null or coalesce(probability, 0) < least))
    or (grade in ('A', 'B', 'C', 'D') and probability is not null)
