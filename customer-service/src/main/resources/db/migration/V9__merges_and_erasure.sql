-- A profile that turned out to be of the same person goes on in another; who was forgotten leaves an empty row.
alter table customer
    add column merged_into_id uuid,
    add column erased_at      timestamptz,
    add column erasing        boolean not null default false,
    add column touched        int not null default 0,
    add constraint customer_merged_into foreign key (merged_into_id) references customer (id) not valid,
    add constraint customer_merged_into_another check (merged_into_id <> id) not valid;

-- What a merge changed, so that it can be taken back exactly.
create table customer_merge (
    id           uuid        not null,
    version      bigint      not null,
    survivor_id  uuid        not null,
    duplicate_id uuid        not null,
    -- The identities that moved, and what the survivor said before and afterwards.
    memory       jsonb       not null,
    reason       text,
    actor        text        not null,
    merged_at    timestamptz not null,
    undone_at    timestamptz,
    undone_by    text,
    constraint customer_merge_pk primary key (id),
    constraint customer_merge_survivor foreign key (survivor_id) references customer (id),
    constraint customer_merge_duplicate foreign key (duplicate_id) references customer (id),
    constraint customer_merge_reason_length check (length(reason) between 1 and 500),
    constraint customer_merge_undone check ((undone_at is null) = (undone_by is null))
);
create unique index customer_merge_holds_once on customer_merge (duplicate_id) where undone_at is null;
create index customer_merge_by_survivor on customer_merge (survivor_id, id);

-- Whose it was before profiles were merged; null where that is the same.
alter table timeline_entry  add column origin_id uuid;
alter table ticket_customer add column origin_id uuid;
alter table customer_note   add column origin_id uuid;
alter table coupon          add column origin_id uuid;
alter table reward_claim    add column owner_origin_id uuid, add column customer_origin_id uuid;
alter table consent_change  add column origin_id uuid;
alter table identity_change add column origin_id uuid;

-- Which customer an event of an integration is about, as it was found out when it came.
create table event_customer (
    event_source text not null,
    event_id     text not null,
    customer_id  uuid not null,
    origin_id    uuid,
    constraint event_customer_pk primary key (event_source, event_id),
    constraint event_customer_customer foreign key (customer_id) references customer (id)
);
create index event_customer_by_customer on event_customer (customer_id);
create index event_customer_by_origin on event_customer (origin_id) where origin_id is not null;
insert into event_customer (event_source, event_id, customer_id)
select event_source, event_id, customer_id from timeline_entry
where event_source not in ('/ticket-service', '/customer-service', '/feedback-service', '/notification-service', '/gateway');

-- Timelines built anew from the log: how far it has come.
create table timeline_rebuild (
    id          uuid        not null,
    state       text        not null,
    places      jsonb       not null,
    records     bigint      not null,
    read        bigint      not null,
    added       bigint      not null,
    corrected   bigint      not null,
    due_at      timestamptz not null,
    started_by  text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    constraint timeline_rebuild_pk primary key (id),
    constraint timeline_rebuild_state_known check (state in ('RUNNING', 'FINISHED'))
);
create unique index timeline_rebuild_one_at_a_time on timeline_rebuild (state) where state = 'RUNNING';

-- Who wants to be forgotten, and how far that is. What to look for is kept only until it is done.
create table erasure (
    id           uuid        not null,
    version      bigint      not null,
    customer_id  uuid        not null,
    state        text        not null,
    round        int         not null,
    -- Whether what was under way when it was asked for has arrived.
    drained      boolean     not null,
    traces       jsonb,
    receipts     jsonb       not null,
    ends         jsonb       not null,
    reason       text,
    requested_by text        not null,
    requested_at timestamptz not null,
    asked_at     timestamptz not null,
    due_at       timestamptz not null,
    look_at      timestamptz not null,
    finished_at  timestamptz,
    constraint erasure_pk primary key (id),
    constraint erasure_customer foreign key (customer_id) references customer (id),
    constraint erasure_state_known check (state in ('ERASING', 'DRAINING', 'CLEARING', 'DONE')),
    constraint erasure_reason_length check (length(reason) between 1 and 500),
    constraint erasure_forgets_in_the_end check ((state = 'DONE') = (finished_at is not null) and (state <> 'DONE' or traces is null))
);
create unique index erasure_one_a_customer on erasure (customer_id) where state <> 'DONE';
create index erasure_by_customer on erasure (customer_id, id);
create index erasure_to_look_at on erasure (look_at) where state <> 'DONE';
