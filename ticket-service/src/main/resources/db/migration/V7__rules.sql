-- What is done by itself: when a ticket changes, or when time has passed.
create table rule (
    id         uuid primary key,
    version    bigint      not null,
    kind       text        not null check (kind in ('TRIGGER', 'AUTOMATION')),
    name       text        not null check (length(name) between 1 and 100),
    position   int         not null check (position between 0 and 10000),
    active     boolean     not null,
    happenings text[]      not null,
    conditions jsonb       not null,
    actions    jsonb       not null check (jsonb_array_length(actions) > 0),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint a_trigger_waits_for_something check ((kind = 'TRIGGER') = (cardinality(happenings) > 0))
);
create unique index rule_name on rule (lower(name));
create index rule_order on rule (position, lower(name));

-- Grows with each change of any rule, so that replicas know when to read them again.
create table rule_edition (
    only_one boolean primary key default true check (only_one),
    number   bigint not null
);
insert into rule_edition (number) values (1);

-- What happened and was not yet held against the triggers. Those of one ticket are taken one after the other.
create table rule_task (
    seq             bigint generated always as identity primary key,
    ticket_id       uuid        not null references ticket (id),
    happening       text        not null,
    changes         jsonb       not null,
    rule_id         uuid,
    depth           smallint    not null check (depth between 0 and 5),
    event_id        uuid        not null,
    correlation_id  text        not null,
    traceparent     text,
    -- The event of what somebody did, or the act of an automation, from which all this follows.
    root_id         uuid        not null,
    failed          uuid[]      not null default '{}',
    attempts        int         not null default 0,
    at              timestamptz not null,
    not_before      timestamptz not null
);
create index rule_task_by_ticket on rule_task (ticket_id, seq);

-- What rules did, or could not do.
create table rule_firing (
    id        uuid primary key,
    -- No reference: what a rule did is forgotten in time, and no rule waits for that to be removed.
    rule_id   uuid        not null,
    ticket_id uuid        not null references ticket (id),
    at        timestamptz not null,
    happening text,
    depth     smallint    not null,
    root_id   uuid,
    code      text,
    detail    text
);
create index rule_firing_by_rule on rule_firing (rule_id, id);
create index rule_firing_failed on rule_firing (rule_id, id) where code is not null;
create index rule_firing_by_root on rule_firing (root_id) where root_id is not null;
create index rule_firing_by_time on rule_firing (at);

-- For which time an automation has acted on a ticket: for each once.
create table rule_turn (
    rule_id   uuid        not null,
    ticket_id uuid        not null references ticket (id),
    since     timestamptz not null,
    primary key (rule_id, ticket_id)
);

-- Which rule made a change, and how many steps it is away from what somebody did.
alter table ticket_change
    add column rule_id uuid,
    add column depth   smallint;

-- Since when a ticket stands as it does, and what was told without changing it.
alter table ticket
    add column status_since timestamptz,
    add column tellings     int not null default 0;

-- The former version, which goes on beside this one for a while, knows nothing of it.
create function keep_status_since() returns trigger language plpgsql as $$
begin
    new.status_since := now();
    return new;
end $$;
create trigger status_since_opened before insert on ticket
    for each row when (new.status_since is null) execute function keep_status_since();
create trigger status_since_moved before update on ticket
    for each row when (new.status <> old.status and new.status_since is not distinct from old.status_since)
    execute function keep_status_since();
