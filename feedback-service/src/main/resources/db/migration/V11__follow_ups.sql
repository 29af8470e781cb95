-- What became of unhappy answers: the ticket that followed, and what its customer said afterwards. No names, no texts.
create table follow_up (
    response_id         uuid primary key,
    ticket_id           uuid,
    score               int         not null constraint follow_up_score check (score between 1 and 10),
    agent_id            uuid,
    agent_name          text,
    team                text,
    category            text,
    channel             text,
    reported_at         timestamptz not null,
    follow_up_ticket_id uuid,
    opened_at           timestamptz,
    resolved_at         timestamptz,
    second_response_id  uuid,
    second_score        int         constraint follow_up_second_score check (second_score between 1 and 10),
    second_at           timestamptz
);
create index follow_up_by_time on follow_up (reported_at, response_id);
create unique index follow_up_by_ticket on follow_up (follow_up_ticket_id) where follow_up_ticket_id is not null;

insert into follow_up (response_id, ticket_id, score, agent_id, agent_name, team, category, channel, reported_at)
select r.id, i.ticket_id, r.score, i.agent_id, i.agent_name, i.team, i.category, i.channel, i.detractor_reported_at
from invitation i join response r on r.invitation_id = i.id
where i.detractor_reported_at is not null and r.score is not null;
