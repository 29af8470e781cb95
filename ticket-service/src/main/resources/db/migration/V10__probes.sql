-- Requests that we open ourselves to see how a customer fares. Marked, so that no other figure counts them.
alter table ticket add column probe boolean not null default false;

create table probe (
    id              uuid primary key,
    version         bigint      not null,
    name            text        not null check (length(name) between 1 and 100),
    active          boolean     not null,
    channel         text        not null,
    every_minutes   int         not null check (every_minutes between 5 and 44640),
    subject         text        not null check (length(subject) between 1 and 300),
    description     text        not null check (length(description) between 1 and 10000),
    language        text,
    priority        text        not null,
    requester_name  text        not null check (length(requester_name) between 1 and 200),
    requester_email text,
    next_at         timestamptz not null,
    -- After it could not ask; its rhythm stays.
    paused_until    timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
create unique index probe_name on probe (lower(name));
create index probe_due on probe (next_at) where active;

-- The requests of each. No reference to the probe: what was measured stays when it is removed.
create table probe_run (
    ticket_id uuid primary key references ticket (id),
    probe_id  uuid        not null,
    opened_at timestamptz not null
);
create index probe_run_by_probe on probe_run (probe_id, ticket_id);
create index probe_run_by_time on probe_run (probe_id, opened_at, ticket_id);
