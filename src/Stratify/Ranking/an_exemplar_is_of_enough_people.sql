-- law: every value of an exemplar is of as many people as may be seen, and of ten at least
-- reads: exemplar_step, exemplar_person, up_close_rule
select scheme, cohort from exemplar_step cross join up_close_rule where people < greatest(least, 10)
union all
select scheme, cohort from exemplar_person cross join up_close_rule where of_people > 0 and of_people < greatest(least, 10)
