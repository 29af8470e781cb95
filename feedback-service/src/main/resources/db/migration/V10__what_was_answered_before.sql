-- Apart from the tables, and after the trigger that keeps them: while this goes on, answers are still taken.
insert into suggestion (response_id, text, language)
select r.id, said.text, r.language
from response r cross join lateral suggestion_of_response(r.invitation_id, r.answers) as said (text)
where said.text is not null
on conflict do nothing;

-- What was answered in a period, whenever it was asked: the measure before and after an improvement.
create index if not exists response_by_time on response (received_at);
