-- Addresses of other systems that are told of events (Standard Webhooks).
create table webhook (
    id                  uuid        not null,
    version             bigint      not null,
    url                 text        not null,
    events              text[]      not null,
    description         text,
    enabled             boolean     not null,
    disabled_because    text,
    secret              text        not null,
    former_secret       text,
    former_secret_until timestamptz,
    -- The version that last changed what callers can write; others only tell that it fails, or not any more.
    writable_since      bigint      not null,
    -- What was published before is not told.
    listening_since     timestamptz not null,
    -- Since when nothing was taken.
    failing_since       timestamptz,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    constraint webhook_pk primary key (id),
    constraint webhook_url_length check (length(url) between 1 and 2000),
    constraint webhook_events_count check (cardinality(events) between 1 and 50),
    constraint webhook_description_length check (length(description) between 1 and 200),
    constraint webhook_disabled_for_a_reason check (enabled = (disabled_because is null)),
    constraint webhook_disabled_because_known check (disabled_because in ('BY_HAND', 'GONE', 'FAILING')),
    constraint webhook_former_secret_ends check ((former_secret is null) = (former_secret_until is null))
);

-- What each of them is told. No foreign key: who removes a webhook does not wait until all that it was told is removed too.
create table webhook_delivery (
    id           uuid        not null,
    webhook_id   uuid        not null,
    event_source text        not null,
    event_id     text        not null,
    type         text        not null,
    subject      text,
    payload      text        not null,
    state        text        not null,
    attempts     int         not null,
    -- Of this round: whoever asks for it again begins another.
    tries        int         not null,
    -- When it is tried next.
    due_at       timestamptz,
    -- Until when it is left to the process that tries it, by the clock of the database: the processes' may differ.
    leased_until timestamptz,
    created_at   timestamptz not null,
    finished_at  timestamptz,
    constraint webhook_delivery_pk primary key (id),
    constraint webhook_delivery_once unique (webhook_id, event_source, event_id),
    constraint webhook_delivery_state_known check (state in ('PENDING', 'DELIVERED', 'FAILED')),
    constraint webhook_delivery_due_while_pending check ((state = 'PENDING') = (due_at is not null)),
    constraint webhook_delivery_finished_when_over check ((state = 'PENDING') = (finished_at is null)),
    constraint webhook_delivery_counts check (attempts >= tries and tries >= 0)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at) where due_at is not null;
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, id);
create index webhook_delivery_by_state on webhook_delivery (webhook_id, state, id);
create index webhook_delivery_by_age on webhook_delivery (created_at);

create table webhook_attempt (
    delivery_id uuid        not null,
    number      int         not null,
    at          timestamptz not null,
    outcome     text        not null,
    status      int,
    millis      int         not null,
    constraint webhook_attempt_pk primary key (delivery_id, number),
    constraint webhook_attempt_delivery_fk foreign key (delivery_id) references webhook_delivery (id) on delete cascade,
    constraint webhook_attempt_number_positive check (number >= 1),
    constraint webhook_attempt_outcome_known check (outcome in ('ACCEPTED', 'REFUSED', 'GONE', 'TIMED_OUT', 'NAME_UNKNOWN',
        'ADDRESS_REFUSED', 'TLS_FAILED', 'CONNECTION_FAILED')),
    constraint webhook_attempt_status_of_answers check ((status is not null) = (outcome in ('ACCEPTED', 'REFUSED', 'GONE'))),
    constraint webhook_attempt_millis_positive check (millis >= 0)
);
