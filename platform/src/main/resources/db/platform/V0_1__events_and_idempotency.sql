-- What every service keeps beside its own tables. The columns of outbox_event can be mapped to Debezium's outbox event
-- router, for operators who want to relay by change data capture.
create table outbox_event (
    id          uuid primary key,
    seq         bigint generated always as identity,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    source      text        not null,
    subject     text        not null,
    sequence    bigint      not null,
    time        timestamptz not null,
    payload     jsonb       not null,
    headers     jsonb       not null,
    traceparent text
);
create unique index outbox_event_by_seq on outbox_event (seq);
-- Rows live for milliseconds: without this the table's dead rows slow the relay down.
alter table outbox_event set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000,
    autovacuum_analyze_scale_factor = 0.0, autovacuum_analyze_threshold = 5000);

create table inbox (
    consumer    text        not null,
    source      text        not null,
    event_id    text        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, source, event_id)
);
create index inbox_by_age on inbox (received_at);

create table dead_letter (
    id             uuid primary key,
    consumer       text        not null,
    topic          text        not null,
    partition      int         not null,
    record_offset  bigint      not null,
    record_key     bytea,
    record_value   bytea,
    record_headers jsonb       not null,
    record_time    timestamptz not null,
    cause          text        not null check (length(cause) <= 2000),
    created_at     timestamptz not null,
    published_at   timestamptz,
    redelivered_at timestamptz,
    unique (consumer, topic, partition, record_offset, record_time)
);
create index dead_letter_unpublished on dead_letter (id) where published_at is null;
create index dead_letter_waiting on dead_letter (id) where redelivered_at is null;

create table idempotency_record (
    principal    text        not null,
    key          text        not null check (length(key) between 1 and 255),
    method       text        not null,
    path         text        not null,
    request_hash text        not null,
    status       int         not null,
    headers      jsonb       not null,
    body         text        not null,
    created_at   timestamptz not null,
    primary key (principal, key)
);
create index idempotency_record_by_age on idempotency_record (created_at);
