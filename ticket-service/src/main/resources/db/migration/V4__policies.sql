-- What is promised to whom. The first policy whose conditions hold is the ticket's.
create table policy_revision (
    id         uuid primary key,
    policy_id  uuid        not null,
    policy     jsonb       not null,
    calendar   jsonb       not null,
    created_at timestamptz not null
);
create table service_level_policy (
    id             uuid primary key,
    version        bigint      not null,
    name           text        not null check (length(name) between 1 and 100),
    position       int         not null check (position between 0 and 10000),
    fallback       boolean     not null default false,
    conditions     jsonb       not null default '[]',
    calendar_id    uuid        not null references business_calendar (id),
    pauses_on_hold boolean     not null,
    targets        jsonb       not null,
    revision_id    uuid        not null references policy_revision (id),
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    constraint fallback_is_for_all check (not fallback or conditions = '[]')
);
create unique index service_level_policy_name on service_level_policy (lower(name));
create unique index one_fallback on service_level_policy (fallback) where fallback;
create index service_level_policy_order on service_level_policy (fallback, position, lower(name));
create index service_level_policy_calendar on service_level_policy (calendar_id);

-- Counts the changes of policies and of their calendars. Whoever changes them holds it.
create table policy_edition (
    only_one boolean primary key default true check (only_one),
    number   bigint not null
);
insert into policy_edition (number) values (1);

-- A policy needs a calendar, and whoever had them all removed had none that needed one.
insert into business_calendar (id, version, name, time_zone, week, created_at, updated_at)
select '01990000-0000-7000-8000-0000000000ca', 0, 'Business days', 'UTC',
    (select jsonb_object_agg(day, '[{"from":"00:00","to":"00:00"}]'::jsonb)
     from unnest(array['monday', 'tuesday', 'wednesday', 'thursday', 'friday']) day),
    now(), now()
where not exists (select from business_calendar);

-- Greeted in 30 seconds and at most 40 (practice 5), answered in 8 hours and at most 10 (practice 6), solved in 2 business days
-- and at most 3 (practice 7).
with standard as (
    select '01990000-0000-7000-8000-0000000000b0'::uuid as policy_id, '01990000-0000-7000-8000-0000000000b1'::uuid as revision_id,
        '[{"metric":"acknowledgement","priorities":[],"goalSeconds":30,"promiseSeconds":40,"time":"calendar"},
          {"metric":"firstReply","priorities":[],"goalSeconds":28800,"promiseSeconds":36000,"time":"calendar"},
          {"metric":"nextReply","priorities":[],"goalSeconds":28800,"promiseSeconds":36000,"time":"calendar"},
          {"metric":"resolution","priorities":[],"goalSeconds":172800,"promiseSeconds":259200,"time":"business"}]'::jsonb as targets,
        c.id as calendar_id,
        jsonb_strip_nulls(jsonb_build_object('name', c.name, 'timeZone', c.time_zone, 'week', c.week, 'holidays', c.holidays,
            'specialDays', c.special_days)) as calendar
    -- The one from the start; where it was removed meanwhile, the oldest.
    from business_calendar c
    order by c.id <> '01990000-0000-7000-8000-0000000000ca', c.created_at, c.id
    limit 1
), revision as (
    insert into policy_revision (id, policy_id, policy, calendar, created_at)
    select revision_id, policy_id, jsonb_build_object('name', 'Standard', 'pausesOnHold', false, 'targets', targets), calendar, now()
    from standard
)
insert into service_level_policy
    (id, version, name, position, fallback, calendar_id, pauses_on_hold, targets, revision_id, created_at, updated_at)
select policy_id, 0, 'Standard', 10000, true, calendar_id, false, targets, revision_id, now(), now() from standard;

-- How each clock ran; empty for those from before that was written down.
alter table service_level_clock
    add column spans   jsonb  not null default '[]',
    -- By which edition of the policies it was last judged; those that run already, by none.
    add column edition bigint not null default 0,
    -- Where a policy promises nothing there is none.
    alter column goal_at    drop not null,
    alter column promise_at drop not null;
create index service_level_clock_judged on service_level_clock (edition, ticket_id) where met_at is null;

-- Which clocks a merge stopped follows from the ticket now. The former version, which may go on beside this one, still writes it.
alter table ticket_merge alter column stopped_clocks set default '{}';
