-- Who gets what: which groups somebody works for, how much of each channel at once, and since when they are there or not.
alter table agent
    add column groups         text[]      not null default '{}',
    add column capacity       jsonb       not null default '{}',
    add column presence_since timestamptz not null default now();

create table routing_queue (
    id                   uuid primary key,
    version              bigint      not null,
    name                 text        not null check (length(name) between 1 and 100),
    position             int         not null check (position between 0 and 10000),
    active               boolean     not null,
    conditions           jsonb       not null,
    skills               jsonb       not null,
    match_language       boolean     not null,
    return_after_minutes int check (return_after_minutes between 1 and 10080),
    created_at           timestamptz not null,
    updated_at           timestamptz not null
);
create unique index routing_queue_name on routing_queue (lower(name));
create index routing_queue_order on routing_queue (position, lower(name));

-- When somebody last got a ticket from a queue. Apart from the profile, which nobody's work makes stale.
create table routing_turn (
    agent_id    uuid primary key references agent (id),
    assigned_at timestamptz not null
);

-- Which queue gave the ticket to its assignee; null when a person did, or nobody. A queue that is removed gave it all the same.
alter table ticket add column queue_id uuid;
