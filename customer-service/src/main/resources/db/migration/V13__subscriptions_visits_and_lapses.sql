-- What a customer has subscribed to. It is good until its last day, unless it is renewed.
create table subscription (
    id           uuid        not null,
    version      bigint      not null,
    customer_id  uuid        not null,
    origin_id    uuid,
    name         text        not null,
    value        jsonb,
    started_on   date,
    ends_on      date        not null,
    -- How whoever sold it calls it; their events and imports find it by that.
    source       text,
    external_id  text,
    renewals     int         not null,
    renewed_at   timestamptz,
    cancelled_at timestamptz,
    reason       text,
    created_by   text        not null,
    created_at   timestamptz not null,
    constraint subscription_pk primary key (id),
    constraint subscription_customer foreign key (customer_id) references customer (id),
    constraint subscription_name_length check (length(name) between 1 and 200),
    constraint subscription_reason_length check (length(reason) between 1 and 500),
    constraint subscription_external_id_length check (length(external_id) between 1 and 200),
    constraint subscription_forward check (started_on <= ends_on),
    constraint subscription_of_source check (external_id is null or source is not null)
);
create unique index subscription_external_id_taken on subscription (source, external_id) where external_id is not null;
create index subscription_by_customer on subscription (customer_id, id);
create index subscription_by_origin on subscription (origin_id) where origin_id is not null;
create trigger subscription_is_news after insert or update or delete on subscription
    for each row execute function row_is_news_of_customer();

-- That a customer was here.
create table visit (
    id           uuid        not null,
    customer_id  uuid        not null,
    origin_id    uuid,
    at           timestamptz not null,
    what         text,
    -- The event that told of it; null when somebody wrote it down.
    event_source text,
    event_id     text,
    created_by   text        not null,
    constraint visit_pk primary key (id),
    constraint visit_customer foreign key (customer_id) references customer (id),
    constraint visit_what_length check (length(what) between 1 and 200),
    constraint visit_event_once unique (event_source, event_id)
);
create index visit_by_customer on visit (customer_id, at desc, id desc);
create index visit_by_origin on visit (origin_id) where origin_id is not null;
create trigger visit_is_news after insert on visit
    for each row execute function row_is_news_of_customer();

-- When somebody stays away, and what is done about it.
create table lapse_rule (
    id            uuid        not null,
    version       bigint      not null,
    name          text        not null,
    sign          text        not null,
    subscription  text,
    after_days    int,
    times_rhythm  int,
    min_visits    int         not null,
    visit_kinds   text[]      not null,
    won_back_days int         not null,
    tell          boolean     not null,
    agents        text,
    active        boolean     not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    constraint lapse_rule_pk primary key (id),
    constraint lapse_rule_name_length check (length(name) between 1 and 100),
    constraint lapse_rule_sign_known check (sign in ('SUBSCRIPTION_ENDED', 'SUBSCRIPTION_CANCELLED', 'NO_VISITS')),
    constraint lapse_rule_after_days_range check (after_days between 0 and 3650),
    constraint lapse_rule_times_rhythm_range check (times_rhythm between 2 and 10),
    constraint lapse_rule_one_measure check ((after_days is null) <> (times_rhythm is null)),
    constraint lapse_rule_rhythm_of_visits check (times_rhythm is null or sign = 'NO_VISITS'),
    constraint lapse_rule_min_visits_range check (min_visits between 1 and 10),
    constraint lapse_rule_won_back_days_range check (won_back_days between 1 and 365)
);
create unique index lapse_rule_name_taken on lapse_rule (lower(name));

-- That somebody stayed away, and whether they came back.
create table lapse (
    id             uuid        not null,
    version        bigint      not null,
    customer_id    uuid        not null,
    origin_id      uuid,
    rule_id        uuid        not null,
    because        text        not null,
    -- By what it was noticed: for each such thing of a customer once.
    cause          text        not null,
    -- When the last visit was; null for subscriptions.
    last_at        timestamptz,
    what           text,
    last_on        date        not null,
    ticket_id      uuid,
    state          text        not null,
    lapsed_at      timestamptz not null,
    won_back_until timestamptz not null,
    ended_at       timestamptz,
    constraint lapse_pk primary key (id),
    constraint lapse_customer foreign key (customer_id) references customer (id),
    constraint lapse_rule foreign key (rule_id) references lapse_rule (id),
    constraint lapse_because_known check (because in ('SUBSCRIPTION_ENDED', 'SUBSCRIPTION_CANCELLED', 'NO_VISITS')),
    constraint lapse_state_known check (state in ('OPEN', 'WON_BACK', 'LOST')),
    constraint lapse_ended check ((state = 'OPEN') = (ended_at is null)),
    constraint lapse_what_length check (length(what) between 1 and 200)
);
create unique index lapse_once on lapse (coalesce(origin_id, customer_id), cause);
create index lapse_by_customer on lapse (customer_id, id);
create index lapse_by_origin on lapse (origin_id) where origin_id is not null;
create index lapse_by_state on lapse (state, id);
create index lapse_by_rule on lapse (rule_id, id);
create index lapse_by_rule_and_time on lapse (rule_id, lapsed_at);
create index lapse_by_time on lapse (lapsed_at);
