-- The first answer on these scales, beside the score that is made of it.
alter table response
    add column nps    smallint constraint response_nps check (nps between 0 and 10),
    add column effort smallint constraint response_effort check (effort between 1 and 7);

-- What counts, by the day (UTC) on which invitations were sent, and by its month: how many were asked and answered, and how often
-- each score (s), each nps (n) and each effort (e) was given. Each case is there for the whole (total) and by what was fixed at its invitation;
-- each once under its survey and once under no survey (the id of zeros), so that questions about all surveys read no more rows
-- when there are many.
create table insight_count (
    dimension  text not null
        constraint insight_count_dimension check (dimension in ('total', 'agent', 'team', 'category', 'channel', 'language')),
    span       text not null constraint insight_count_span check (span in ('day', 'month')),
    survey_id  uuid not null,
    begins     date not null,
    member     text,
    -- Names may be longer than an index takes.
    member_key uuid not null generated always as
        (case when member is null then '00000000-0000-0000-0000-000000000000' else cast(md5(member) as uuid) end) stored,
    asked int not null, answered int not null,
    s1 int not null, s2 int not null, s3 int not null, s4 int not null, s5 int not null, s6 int not null,
    s7 int not null, s8 int not null, s9 int not null, s10 int not null, n0 int not null, n1 int not null,
    n2 int not null, n3 int not null, n4 int not null, n5 int not null, n6 int not null, n7 int not null,
    n8 int not null, n9 int not null, n10 int not null, e1 int not null, e2 int not null, e3 int not null,
    e4 int not null, e5 int not null, e6 int not null, e7 int not null,
    primary key (dimension, span, survey_id, begins, member_key)
) with (fillfactor = 70);

-- The name under which an agent served last.
create table insight_agent (
    agent_id uuid primary key,
    name     text        not null,
    seen_at  timestamptz not null
);

-- What changed and is not yet added to the counts. Written by triggers, so that no writer can forget it.
create table insight_change (
    id         bigint generated always as identity primary key,
    sent_at    timestamptz not null,
    survey_id  uuid        not null,
    agent_id   uuid,
    agent_name text,
    team       text,
    category   text,
    channel    text,
    language   text,
    asked      smallint    not null,
    answered   smallint    not null,
    score      smallint,
    nps        smallint,
    effort     smallint
);

create function insight_day_of(sent_at timestamptz) returns date language sql immutable parallel safe
    return cast(sent_at at time zone 'UTC' as date);

-- Each invitation that counts (sent, and not withdrawn) with its answer, in the columns of a count.
create view insight_case as
select i.id, i.sent_at, insight_day_of(i.sent_at) as day, i.survey_id, i.agent_id, i.agent_name, i.team, i.category, i.channel,
    i.language, 1 as asked, case when r.id is null then 0 else 1 end as answered,
    case when r.score = 1 then 1 else 0 end as s1, case when r.score = 2 then 1 else 0 end as s2,
    case when r.score = 3 then 1 else 0 end as s3, case when r.score = 4 then 1 else 0 end as s4,
    case when r.score = 5 then 1 else 0 end as s5, case when r.score = 6 then 1 else 0 end as s6,
    case when r.score = 7 then 1 else 0 end as s7, case when r.score = 8 then 1 else 0 end as s8,
    case when r.score = 9 then 1 else 0 end as s9, case when r.score = 10 then 1 else 0 end as s10,
    case when r.nps = 0 then 1 else 0 end as n0, case when r.nps = 1 then 1 else 0 end as n1,
    case when r.nps = 2 then 1 else 0 end as n2, case when r.nps = 3 then 1 else 0 end as n3,
    case when r.nps = 4 then 1 else 0 end as n4, case when r.nps = 5 then 1 else 0 end as n5,
    case when r.nps = 6 then 1 else 0 end as n6, case when r.nps = 7 then 1 else 0 end as n7,
    case when r.nps = 8 then 1 else 0 end as n8, case when r.nps = 9 then 1 else 0 end as n9,
    case when r.nps = 10 then 1 else 0 end as n10, case when r.effort = 1 then 1 else 0 end as e1,
    case when r.effort = 2 then 1 else 0 end as e2, case when r.effort = 3 then 1 else 0 end as e3,
    case when r.effort = 4 then 1 else 0 end as e4, case when r.effort = 5 then 1 else 0 end as e5,
    case when r.effort = 6 then 1 else 0 end as e6, case when r.effort = 7 then 1 else 0 end as e7
from invitation i left join response r on r.invitation_id = i.id
where i.state in ('SENT', 'ANSWERED', 'EXPIRED');

-- Each change in the same columns.
create view insight_pending as
select c.id, c.sent_at, insight_day_of(c.sent_at) as day, c.survey_id, c.agent_id, c.agent_name, c.team, c.category, c.channel,
    c.language, c.asked, c.answered,
    case when c.score = 1 then c.answered else 0 end as s1, case when c.score = 2 then c.answered else 0 end as s2,
    case when c.score = 3 then c.answered else 0 end as s3, case when c.score = 4 then c.answered else 0 end as s4,
    case when c.score = 5 then c.answered else 0 end as s5, case when c.score = 6 then c.answered else 0 end as s6,
    case when c.score = 7 then c.answered else 0 end as s7, case when c.score = 8 then c.answered else 0 end as s8,
    case when c.score = 9 then c.answered else 0 end as s9, case when c.score = 10 then c.answered else 0 end as s10,
    case when c.nps = 0 then c.answered else 0 end as n0, case when c.nps = 1 then c.answered else 0 end as n1,
    case when c.nps = 2 then c.answered else 0 end as n2, case when c.nps = 3 then c.answered else 0 end as n3,
    case when c.nps = 4 then c.answered else 0 end as n4, case when c.nps = 5 then c.answered else 0 end as n5,
    case when c.nps = 6 then c.answered else 0 end as n6, case when c.nps = 7 then c.answered else 0 end as n7,
    case when c.nps = 8 then c.answered else 0 end as n8, case when c.nps = 9 then c.answered else 0 end as n9,
    case when c.nps = 10 then c.answered else 0 end as n10, case when c.effort = 1 then c.answered else 0 end as e1,
    case when c.effort = 2 then c.answered else 0 end as e2, case when c.effort = 3 then c.answered else 0 end as e3,
    case when c.effort = 4 then c.answered else 0 end as e4, case when c.effort = 5 then c.answered else 0 end as e5,
    case when c.effort = 6 then c.answered else 0 end as e6, case when c.effort = 7 then c.answered else 0 end as e7
from insight_change c;

-- What an invitation counts, with its answer if it may have one, is added (1) or taken away (-1).
create function insight_note(i invitation, sign int, with_answer boolean) returns void language sql as $$
    insert into insight_change (sent_at, survey_id, agent_id, agent_name, team, category, channel, language,
        asked, answered, score, nps, effort)
    select i.sent_at, i.survey_id, i.agent_id, i.agent_name, i.team, i.category, i.channel, i.language,
        sign, case when r.id is null then 0 else sign end, r.score, r.nps, r.effort
    from (values (1)) as once left join response r on with_answer and r.invitation_id = i.id
    where i.state in ('SENT', 'ANSWERED', 'EXPIRED')
$$;

-- The same of an answer alone. Whoever changes its invitation at the same time waits, or is waited for: neither would see what the
-- other does.
create function insight_note_answer(r response, sign int) returns void language sql as $$
    insert into insight_change (sent_at, survey_id, agent_id, agent_name, team, category, channel, language,
        asked, answered, score, nps, effort)
    select i.sent_at, i.survey_id, i.agent_id, i.agent_name, i.team, i.category, i.channel, i.language,
        0, sign, r.score, r.nps, r.effort
    from invitation i where i.id = r.invitation_id and i.state in ('SENT', 'ANSWERED', 'EXPIRED') for share
$$;

-- A response cannot be there before its invitation, nor longer: who is invited or uninvited has none.
create function insight_invitation() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform insight_note(old, -1, tg_op = 'UPDATE');
    end if;
    if tg_op <> 'DELETE' then
        perform insight_note(new, 1, tg_op = 'UPDATE');
    end if;
    return null;
end $$;

create function insight_response() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform insight_note_answer(old, -1);
    end if;
    if tg_op <> 'DELETE' then
        perform insight_note_answer(new, 1);
    end if;
    return null;
end $$;

create trigger insight_invited after insert on invitation for each row
    when (new.state in ('SENT', 'ANSWERED', 'EXPIRED')) execute function insight_invitation();
create trigger insight_uninvited after delete on invitation for each row
    when (old.state in ('SENT', 'ANSWERED', 'EXPIRED')) execute function insight_invitation();
create trigger insight_invitation_changed after update on invitation for each row
    when ((old.state in ('SENT', 'ANSWERED', 'EXPIRED')) <> (new.state in ('SENT', 'ANSWERED', 'EXPIRED'))
        or new.state in ('SENT', 'ANSWERED', 'EXPIRED')
            and (old.sent_at, old.survey_id, old.agent_id, old.agent_name, old.team, old.category, old.channel, old.language)
            is distinct from
            (new.sent_at, new.survey_id, new.agent_id, new.agent_name, new.team, new.category, new.channel, new.language))
    execute function insight_invitation();

create trigger insight_answered after insert or delete on response for each row execute function insight_response();
create trigger insight_answer_changed after update on response for each row
    when ((old.invitation_id, old.score, old.nps, old.effort) is distinct from
        (new.invitation_id, new.score, new.nps, new.effort))
    execute function insight_response();

-- Words of answers, once each for an answer, by what they are about; the empty stem stands for everybody who wrote anything.
-- A response and its mentions are compared again when mention_due names it: what triggers name cannot be forgotten.
create table mention (
    response_id uuid        not null,
    about       text        not null constraint mention_about check (about in ('reasons', 'improvements', 'competitors')),
    stem        text        not null,
    word        text        not null,
    language    text        not null,
    survey_id   uuid        not null,
    sent_at     timestamptz not null,
    primary key (response_id, about, stem)
);
create index mention_sent on mention (sent_at);

create table mention_due (
    id          bigint generated always as identity primary key,
    response_id uuid not null
);

-- How many answers have the word, by day (UTC) and by month; under its survey and under no survey, as above. All that is counted
-- is in the index, because a year has many words.
create table mention_count (
    about     text not null,
    span      text not null constraint mention_count_span check (span in ('day', 'month')),
    survey_id uuid not null,
    begins    date not null,
    language  text not null,
    stem      text not null,
    answers   int  not null,
    primary key (about, span, survey_id, begins, language, stem) include (answers)
);

-- How many answers of all times have the word in this form.
create table mention_form (
    about    text not null,
    language text not null,
    stem     text not null,
    word     text not null,
    answers  int  not null,
    primary key (about, language, stem, word)
);

create function response_is_to_be_read() returns trigger language plpgsql as $$
begin
    insert into mention_due (response_id) values (coalesce(new.id, old.id));
    return null;
end $$;

create function invited_response_is_to_be_read() returns trigger language plpgsql as $$
begin
    insert into mention_due (response_id) select id from response where invitation_id = new.id;
    return null;
end $$;

create trigger response_has_words after insert on response for each row
    when (jsonb_path_exists(new.answers, '$[*] ? (exists (@.comment) || @.value.type() == "string")'))
    execute function response_is_to_be_read();
create trigger response_has_other_words after update on response for each row
    when ((old.invitation_id, old.language, old.answers) is distinct from (new.invitation_id, new.language, new.answers))
    execute function response_is_to_be_read();
create trigger response_has_no_words after delete on response for each row execute function response_is_to_be_read();
create trigger response_was_invited_otherwise after update on invitation for each row
    when ((old.state in ('SENT', 'ANSWERED', 'EXPIRED'), old.sent_at, old.survey_id) is distinct from
        (new.state in ('SENT', 'ANSWERED', 'EXPIRED'), new.sent_at, new.survey_id))
    execute function invited_response_is_to_be_read();
