-- What was answered before there were these columns. What the triggers note of that is forgotten below.
update response r
set nps = given.nps, effort = given.effort
from (
    select r.id,
        (array_agg(given.value order by asked.place) filter (where asked.question ->> 'kind' = 'nps'))[1] as nps,
        (array_agg(given.value order by asked.place) filter (where asked.question ->> 'kind' = 'effort'))[1] as effort
    from survey s
    join invitation i on i.survey_id = s.id
    join response r on r.invitation_id = i.id
    cross join lateral jsonb_array_elements(s.questions) with ordinality as asked (question, place)
    cross join lateral (
        select cast(answer -> 'value' as smallint) as value from jsonb_array_elements(r.answers) as answer
        where answer ->> 'key' = asked.question ->> 'key' and jsonb_typeof(answer -> 'value') = 'number'
    ) as given
    where jsonb_path_exists(s.questions, '$[*] ? (@.kind == "nps" || @.kind == "effort")')
        and asked.question ->> 'kind' in ('nps', 'effort')
    group by r.id
) as given
where r.id = given.id;

-- All that is there, and none of its changes up to this moment: both as one statement sees them, while others write.
with forgotten as (
    delete from insight_change
), daily as materialized (
    select d.dimension, c.survey_id, c.day, d.member, cast(sum(asked) as int) as asked, cast(sum(answered) as int) as answered,
        cast(sum(s1) as int) as s1, cast(sum(s2) as int) as s2, cast(sum(s3) as int) as s3, cast(sum(s4) as int) as s4,
        cast(sum(s5) as int) as s5, cast(sum(s6) as int) as s6, cast(sum(s7) as int) as s7, cast(sum(s8) as int) as s8,
        cast(sum(s9) as int) as s9, cast(sum(s10) as int) as s10, cast(sum(n0) as int) as n0, cast(sum(n1) as int) as n1,
        cast(sum(n2) as int) as n2, cast(sum(n3) as int) as n3, cast(sum(n4) as int) as n4, cast(sum(n5) as int) as n5,
        cast(sum(n6) as int) as n6, cast(sum(n7) as int) as n7, cast(sum(n8) as int) as n8, cast(sum(n9) as int) as n9,
        cast(sum(n10) as int) as n10, cast(sum(e1) as int) as e1, cast(sum(e2) as int) as e2, cast(sum(e3) as int) as e3,
        cast(sum(e4) as int) as e4, cast(sum(e5) as int) as e5, cast(sum(e6) as int) as e6, cast(sum(e7) as int) as e7
    from insight_case c
    cross join lateral (values ('total', null), ('agent', cast(c.agent_id as text)), ('team', c.team),
        ('category', c.category), ('channel', c.channel), ('language', c.language)) as d (dimension, member)
    group by 1, 2, 3, 4
)
insert into insight_count (dimension, span, survey_id, begins, member, asked, answered,
    s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, e1, e2, e3, e4, e5, e6, e7)
select d.dimension, span.name, s.survey_id, cast(date_trunc(span.name, d.day) as date), d.member, sum(asked), sum(answered),
    sum(s1), sum(s2), sum(s3), sum(s4), sum(s5), sum(s6), sum(s7), sum(s8), sum(s9), sum(s10), sum(n0), sum(n1), sum(n2),
    sum(n3), sum(n4), sum(n5), sum(n6), sum(n7), sum(n8), sum(n9), sum(n10), sum(e1), sum(e2), sum(e3), sum(e4), sum(e5),
    sum(e6), sum(e7)
from daily d
cross join lateral (values (d.survey_id), ('00000000-0000-0000-0000-000000000000')) as s (survey_id)
cross join (values ('day'), ('month')) as span (name)
group by 1, 2, 3, 4, 5;

insert into insight_agent (agent_id, name, seen_at)
select distinct on (agent_id) agent_id, agent_name, sent_at from insight_case
where agent_id is not null and agent_name is not null
order by agent_id, sent_at desc;

-- Words are found by the service.
insert into mention_due (response_id)
select id from response where jsonb_path_exists(answers, '$[*] ? (exists (@.comment) || @.value.type() == "string")');
