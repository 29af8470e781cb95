create sequence ticket_number start with 1001;

-- People who work here: the accounts of the gateway, with what ticket-service adds.
create table agent (
    id         uuid primary key,
    version    bigint      not null,
    username   text        not null,
    name       text        not null,
    title      text        check (length(title) <= 100),
    email      text,
    tier       smallint    not null default 1 check (tier between 1 and 3),
    languages  text[]      not null default '{}',
    skills     jsonb       not null default '[]',
    presence   text        not null default 'OFFLINE' check (presence in ('ONLINE', 'AWAY', 'OFFLINE')),
    active     boolean     not null,
    sequence   bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index agent_by_name on agent (name, id);

-- What ticket-service needs to know of a customer, kept current by events.
create table known_customer (
    id             uuid primary key,
    name           text   not null,
    preferred_name text,
    email          text,
    phone          text,
    language       text,
    sequence       bigint not null
);

create table ticket (
    id                  uuid primary key,
    version             bigint      not null,
    writable_since      bigint      not null,
    number              bigint      not null default nextval('ticket_number') unique,
    subject             text        not null check (length(subject) between 1 and 300),
    description         text        not null check (length(description) <= 65536),
    type                text        not null check (type in ('QUESTION', 'REQUEST', 'COMPLAINT', 'INCIDENT')),
    channel             text        not null
        check (channel in ('EMAIL', 'PHONE', 'WEB', 'CHAT', 'SOCIAL', 'IN_PERSON', 'API')),
    status              text        not null
        check (status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD', 'RESOLVED', 'CLOSED')),
    priority            text        not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    origin              text        not null check (origin in ('AGENT', 'INTEGRATION', 'PUBLIC', 'FOLLOW_UP')),
    customer_id         uuid,
    requester_name      text        not null check (length(requester_name) between 1 and 254),
    preferred_name      text,
    email               text,
    phone               text,
    handle_network      text,
    handle              text,
    assignee_id         uuid references agent (id),
    group_name          text        not null check (length(group_name) between 1 and 100),
    tier                smallint    not null check (tier between 1 and 3),
    tags                text[]      not null default '{}',
    language            text,
    category            text,
    cause               text,
    custom_fields       jsonb       not null default '{}',
    external_source     text,
    external_id         text,
    resolution          text,
    satisfaction_score  smallint    check (satisfaction_score between 1 and 10),
    satisfaction_response_id uuid,
    follow_up_of        uuid references ticket (id),
    survey_response_id  uuid,
    reopen_count        int         not null default 0,
    acknowledged_at     timestamptz,
    resolved_at         timestamptz,
    closed_at           timestamptz,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    search              tsvector generated always as
        (to_tsvector('simple',
            'HD-' || number || ' ' || number || ' ' || subject || ' ' || description || ' ' || requester_name)) stored,
    constraint resolved_has_owner_and_answer
        check (status <> 'RESOLVED' or (assignee_id is not null and resolution is not null)),
    constraint satisfaction_is_whole check ((satisfaction_score is null) = (satisfaction_response_id is null)),
    constraint external_id_has_source check ((external_id is null) = (external_source is null))
);
create index ticket_by_update on ticket (updated_at, id);
create index ticket_by_creation on ticket (created_at, id);
create index ticket_by_status on ticket (status, updated_at, id);
create index ticket_by_assignee on ticket (assignee_id, updated_at, id);
create index ticket_unassigned on ticket (updated_at, id) where assignee_id is null;
create index ticket_by_customer on ticket (customer_id, updated_at, id);
create index ticket_by_group on ticket (group_name, updated_at, id);
create index ticket_by_follow_up on ticket (follow_up_of) where follow_up_of is not null;
create unique index ticket_external_id on ticket (external_source, external_id) where external_id is not null;
create unique index ticket_answer_followed_up_once on ticket (survey_response_id) where survey_response_id is not null;
create index ticket_to_close on ticket (resolved_at) where status = 'RESOLVED';
create index ticket_by_tag on ticket using gin (tags);
create index ticket_by_text on ticket using gin (search);

create table ticket_comment (
    id           uuid primary key,
    ticket_id    uuid        not null references ticket (id),
    body         text        not null check (length(body) between 1 and 65536),
    visibility   text        not null check (visibility in ('PUBLIC', 'INTERNAL')),
    channel      text        not null
        check (channel in ('EMAIL', 'PHONE', 'WEB', 'CHAT', 'SOCIAL', 'IN_PERSON', 'API')),
    author_kind  text        not null check (author_kind in ('AGENT', 'CUSTOMER', 'SYSTEM')),
    author_id    uuid,
    author_name  text        not null,
    author_title text,
    created_at   timestamptz not null
);
create index ticket_comment_by_ticket on ticket_comment (ticket_id, id);

create table ticket_change (
    id         uuid primary key,
    ticket_id  uuid        not null references ticket (id),
    version    bigint      not null,
    at         timestamptz not null,
    actor      text        not null,
    cause      text        not null,
    field      text        not null,
    from_value jsonb,
    to_value   jsonb
);
create index ticket_change_by_ticket on ticket_change (ticket_id, version, id);

create table service_level_clock (
    id              uuid primary key,
    ticket_id       uuid        not null references ticket (id),
    metric          text        not null
        check (metric in ('ACKNOWLEDGEMENT', 'FIRST_REPLY', 'NEXT_REPLY', 'UPDATE', 'RESOLUTION')),
    cycle           int         not null check (cycle >= 1),
    policy          text        not null,
    started_at      timestamptz not null,
    goal_at         timestamptz not null,
    promise_at      timestamptz not null,
    paused_at       timestamptz,
    met_at          timestamptz,
    automatic       boolean     not null default false,
    constraint one_clock_a_cycle unique (ticket_id, metric, cycle),
    constraint goal_before_promise check (goal_at <= promise_at)
);
create index service_level_clock_running on service_level_clock (promise_at) where met_at is null and paused_at is null;
