-- Who works here, from the gateway's events: account managers are named.
create table known_agent (
    id       uuid primary key,
    name     text    not null,
    active   boolean not null,
    sequence bigint  not null
);

-- The organisations that customers belong to.
create table organization (
    id                 uuid        not null,
    version            bigint      not null,
    name               text        not null,
    notes              text,
    account_manager_id uuid,
    custom_fields      jsonb       not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    constraint organization_pk primary key (id),
    constraint organization_name_length check (length(name) between 1 and 200),
    constraint organization_notes_length check (length(notes) between 1 and 2000)
);
create unique index organization_name_taken on organization (lower(name));

-- Whose mail addresses end so belongs to the organisation.
create table organization_domain (
    domain          text not null,
    organization_id uuid not null,
    constraint organization_domain_taken primary key (domain),
    constraint organization_domain_organization foreign key (organization_id) references organization (id) on delete cascade,
    constraint organization_domain_length check (length(domain) between 1 and 253)
);
create index organization_domain_by_organization on organization_domain (organization_id);

alter table customer
    add column pronunciation       text,
    add column accessibility_needs text,
    add column organization_id     uuid,
    add column account_manager_id  uuid,
    add column custom_fields       jsonb not null default '{}',
    add constraint customer_pronunciation_length check (length(pronunciation) between 1 and 200) not valid,
    add constraint customer_accessibility_needs_length check (length(accessibility_needs) between 1 and 2000) not valid,
    add constraint customer_organization foreign key (organization_id) references organization (id) not valid;

-- Since when an identity is the customer's, and since when it is known for sure that it is.
alter table customer_identity
    add column added_at    timestamptz,
    add column verified_at timestamptz;

-- What became of identities after a profile was made.
create table identity_change (
    id          uuid primary key,
    customer_id uuid        not null references customer (id),
    at          timestamptz not null,
    what        text        not null check (what in ('ADDED', 'REMOVED', 'VERIFIED', 'MOVED_HERE', 'MOVED_AWAY')),
    kind        text        not null,
    network     text        not null,
    value       text        not null,
    -- Where it came from, or went to.
    other_id    uuid,
    actor       text        not null,
    reason      text check (length(reason) between 1 and 500),
    constraint identity_change_other check ((other_id is not null) = (what in ('MOVED_HERE', 'MOVED_AWAY')))
);
create index identity_change_by_customer on identity_change (customer_id, id);

-- What colleagues should know of a customer.
create table customer_note (
    id          uuid        not null,
    version     bigint      not null,
    customer_id uuid        not null,
    body        text        not null,
    pinned      boolean     not null,
    author      text        not null,
    author_name text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint customer_note_pk primary key (id),
    constraint customer_note_customer foreign key (customer_id) references customer (id),
    constraint customer_note_body_length check (length(body) between 1 and 5000)
);
create index customer_note_by_customer on customer_note (customer_id, id);
create index customer_note_pinned on customer_note (customer_id, id) where pinned;

-- How the tickets of a customer stand, from their events: whoever answers the phone sees those that are open.
alter table ticket_customer
    add column number     text,
    add column subject    text,
    add column status     text,
    add column sequence   bigint not null default -1,
    add column changed_at timestamptz;

-- Whether it was the customer who was in touch, and not we.
alter table timeline_entry
    add column by_customer boolean not null default false;
alter table timeline_pending
    add column by_customer boolean not null default false;
