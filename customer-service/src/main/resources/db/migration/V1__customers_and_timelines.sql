create table customer (
    id              uuid primary key,
    version         bigint      not null,
    name            text        not null,
    preferred_name  text,
    languages       text[]      not null,
    time_zone       text,
    birthday        date,
    culture_notes   text,
    contacts        int         not null,
    last_contact_at timestamptz,
    writable_since  bigint      not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    constraint customer_name_length check (length(name) between 1 and 200),
    constraint customer_preferred_name_length check (length(preferred_name) between 1 and 200),
    constraint customer_languages_count check (cardinality(languages) <= 10),
    constraint customer_time_zone_length check (length(time_zone) between 1 and 64),
    constraint customer_culture_notes_length check (length(culture_notes) between 1 and 2000),
    constraint customer_writable_since check (writable_since between 0 and version),
    constraint customer_contacts_counted check ((contacts = 0) = (last_contact_at is null) and contacts >= 0)
);

-- By what a customer is recognised. The value is normalised, so that each identity has one owner at most; the written form
-- is what people are shown.
create table customer_identity (
    kind        text not null,
    network     text not null,
    value       text not null,
    written     text not null,
    position    int  not null,
    customer_id uuid not null,
    constraint customer_identity_taken primary key (kind, value, network),
    constraint customer_identity_owner foreign key (customer_id) references customer (id),
    constraint customer_identity_kind check (kind in ('email', 'phone', 'handle')),
    constraint customer_identity_network check ((kind = 'handle') = (network <> '') and length(network) <= 100),
    constraint customer_identity_value_length check (length(value) between 1 and 320),
    constraint customer_identity_written_length check (length(written) between 1 and 320),
    constraint customer_identity_position check (position >= 0)
);
create index customer_identity_by_customer on customer_identity (customer_id);

-- Which customer a ticket is from.
create table ticket_customer (
    ticket_id   uuid primary key,
    customer_id uuid        not null,
    linked_at   timestamptz not null,
    constraint ticket_customer_customer foreign key (customer_id) references customer (id)
);

create table timeline_entry (
    id           uuid primary key,
    customer_id  uuid        not null,
    at           timestamptz not null,
    kind         text        not null,
    summary      text        not null,
    source       text        not null,
    ref_id       text,
    event_source text        not null,
    event_id     text        not null,
    constraint timeline_entry_customer foreign key (customer_id) references customer (id),
    constraint timeline_entry_event unique (event_source, event_id),
    constraint timeline_entry_kind_length check (length(kind) between 1 and 200),
    constraint timeline_entry_summary_length check (length(summary) between 1 and 500),
    constraint timeline_entry_source_length check (length(source) between 1 and 200),
    constraint timeline_entry_ref_id_length check (length(ref_id) between 1 and 200),
    constraint timeline_entry_event_length check (length(event_source) <= 1000 and length(event_id) <= 1000)
);
create index timeline_entry_newest on timeline_entry (customer_id, at desc, id desc);

-- What happened to tickets of which it is not known yet whose they are.
create table timeline_pending (
    id           uuid primary key,
    ticket_id    uuid        not null,
    at           timestamptz not null,
    kind         text        not null,
    summary      text        not null,
    source       text        not null,
    ref_id       text,
    event_source text        not null,
    event_id     text        not null,
    kept_at      timestamptz not null,
    constraint timeline_pending_event unique (event_source, event_id),
    constraint timeline_pending_kind_length check (length(kind) between 1 and 200),
    constraint timeline_pending_summary_length check (length(summary) between 1 and 500),
    constraint timeline_pending_source_length check (length(source) between 1 and 200),
    constraint timeline_pending_ref_id_length check (length(ref_id) between 1 and 200),
    constraint timeline_pending_event_length check (length(event_source) <= 1000 and length(event_id) <= 1000)
);
create index timeline_pending_by_ticket on timeline_pending (ticket_id);
create index timeline_pending_by_age on timeline_pending (kept_at);
