-- What events of other systems tell of customers.
create table customer_mapping (
    id         uuid        not null,
    version    bigint      not null,
    name       text        not null,
    active     boolean     not null,
    type       text        not null,
    source     text,
    conditions jsonb       not null,
    customer   jsonb       not null,
    visit      jsonb,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint customer_mapping_pk primary key (id),
    constraint customer_mapping_name_length check (length(name) between 1 and 100),
    constraint customer_mapping_type_length check (length(type) between 1 and 256),
    constraint customer_mapping_source_length check (length(source) between 1 and 256)
);
create unique index customer_mapping_name_taken on customer_mapping (lower(name));

-- What mappings could not do with an event.
create table mapping_failure (
    id           uuid        not null,
    mapping_id   uuid        not null,
    -- Of source and id, which may be longer than an index takes.
    event_sha256 text        collate "C" not null,
    event_source text        not null,
    event_id     text        not null,
    code         text        not null,
    detail       text        not null,
    at           timestamptz not null,
    constraint mapping_failure_pk primary key (id),
    constraint mapping_failure_once unique (event_sha256, mapping_id),
    constraint mapping_failure_event_sha256_length check (length(event_sha256) = 64),
    constraint mapping_failure_event_source_length check (length(event_source) between 1 and 200),
    constraint mapping_failure_event_id_length check (length(event_id) between 1 and 200)
);
create index mapping_failure_latest on mapping_failure (mapping_id, id);
