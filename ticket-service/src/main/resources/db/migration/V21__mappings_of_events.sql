-- What events of other systems mean for tickets.
create table ticket_mapping (
    id         uuid primary key,
    version    bigint      not null,
    name       text        not null check (length(name) between 1 and 100),
    active     boolean     not null,
    type       text        not null check (length(type) between 1 and 256),
    source     text        check (length(source) between 1 and 256),
    conditions jsonb       not null,
    dedupe_key text        not null check (length(dedupe_key) between 1 and 1000),
    ticket     jsonb       not null,
    again      text        check (length(again) between 1 and 10000),
    clearing   jsonb,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index ticket_mapping_name on ticket_mapping (lower(name));

-- The latest ticket of each key: as long as that is not solved, no other is opened. The key itself is not kept, because it may name somebody.
create table ticket_mapping_key (
    mapping_id uuid        not null references ticket_mapping (id) on delete cascade,
    key_sha256 text        collate "C" not null check (length(key_sha256) = 64),
    -- Null while only that it is over was told.
    ticket_id  uuid        references ticket (id) on delete cascade,
    notes      int         not null default 0,
    -- When what was told last happened. What happened before that is old news.
    told_at    timestamptz not null,
    primary key (mapping_id, key_sha256)
);
create index ticket_mapping_key_by_ticket on ticket_mapping_key (ticket_id);
create index ticket_mapping_key_by_time on ticket_mapping_key (told_at);

-- What mappings could not do with an event.
create table mapping_failure (
    id           uuid primary key,
    mapping_id   uuid        not null,
    -- Of source and id, which may be longer than an index takes.
    event_sha256 text        collate "C" not null check (length(event_sha256) = 64),
    event_source text        not null check (length(event_source) between 1 and 200),
    event_id     text        not null check (length(event_id) between 1 and 200),
    code         text        not null,
    detail       text        not null,
    at           timestamptz not null,
    constraint mapping_failure_once unique (event_sha256, mapping_id)
);
create index mapping_failure_latest on mapping_failure (mapping_id, id);
