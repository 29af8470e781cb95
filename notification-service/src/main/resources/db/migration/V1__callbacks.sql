-- When a group calls back, and how many callbacks it can take at once.
create table capacity_plan (
    id           uuid        not null,
    version      bigint      not null,
    group_name   text        not null,
    time_zone    text        not null,
    slot_minutes int         not null,
    people       int         not null,
    updated_at   timestamptz not null,
    constraint capacity_plan_pk primary key (id),
    constraint capacity_plan_group_once unique (group_name),
    constraint capacity_plan_group_length check (length(group_name) between 1 and 100),
    constraint capacity_plan_time_zone_length check (length(time_zone) between 1 and 100),
    constraint capacity_plan_slot_minutes_range check (slot_minutes between 5 and 240),
    constraint capacity_plan_people_range check (people between 0 and 1000)
);

-- Minutes since midnight, on the wall clock of the plan's time zone; 1440 is the end of the day.
create table capacity_hours (
    plan_id     uuid not null,
    day         text not null,
    from_minute int  not null,
    to_minute   int  not null,
    constraint capacity_hours_pk primary key (plan_id, day, from_minute),
    constraint capacity_hours_plan_fk foreign key (plan_id) references capacity_plan (id) on delete cascade,
    constraint capacity_hours_day_known check
        (day in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    constraint capacity_hours_within_day check (from_minute >= 0 and from_minute < to_minute and to_minute <= 1440)
);

-- The default: the group "support" calls every day from 8 to 20 h UTC, two people in slots of half an hour.
insert into capacity_plan (id, version, group_name, time_zone, slot_minutes, people, updated_at)
values ('019a7f3c-5000-7000-8000-000000000001', 0, 'support', 'Etc/UTC', 30, 2, now());
insert into capacity_hours (plan_id, day, from_minute, to_minute)
select '019a7f3c-5000-7000-8000-000000000001', day, 8 * 60, 20 * 60
from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']) as day;

-- What is booked. A slot without a row is free. The check is the last guard of "never over capacity".
create table callback_slot (
    group_name text        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    capacity   int         not null,
    booked     int         not null,
    constraint callback_slot_pk primary key (group_name, starts_at),
    constraint callback_slot_forward check (starts_at < ends_at),
    constraint callback_slot_within_capacity check (booked between 0 and capacity)
);

create table callback (
    id          uuid        not null,
    version     bigint      not null,
    customer_id uuid,
    ticket_id   uuid,
    name        text        not null,
    phone       text        not null,
    group_name  text        not null,
    slot_start  timestamptz not null,
    slot_end    timestamptz not null,
    time_zone   text        not null,
    reason      text        not null,
    language    text,
    status      text        not null,
    due_at      timestamptz,
    booked_by   text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint callback_pk primary key (id),
    constraint callback_slot_fk foreign key (group_name, slot_start) references callback_slot (group_name, starts_at),
    constraint callback_name_length check (length(name) between 1 and 200),
    constraint callback_phone_e164 check (phone ~ '^\+[1-9][0-9]{1,14}$'),
    constraint callback_time_zone_length check (length(time_zone) between 1 and 100),
    constraint callback_reason_length check (length(reason) between 1 and 2000),
    constraint callback_language_length check (length(language) between 2 and 35),
    constraint callback_booked_by_length check (length(booked_by) between 1 and 200),
    constraint callback_status_known check (status in
        ('SCHEDULED', 'ATTEMPTING', 'COMPLETED', 'NO_ANSWER', 'EXHAUSTED', 'CANCELLED', 'EXPIRED')),
    constraint callback_due_while_open check (due_at is null or status in ('SCHEDULED', 'NO_ANSWER'))
);
create index callback_by_time on callback (slot_start, id);
create index callback_by_status on callback (status, slot_start, id);
create index callback_by_ticket on callback (ticket_id, slot_start, id) where ticket_id is not null;
create index callback_by_customer on callback (customer_id, slot_start, id) where customer_id is not null;
create index callback_by_slot on callback (group_name, slot_start);
create index callback_due on callback (due_at) where due_at is not null;
create index callback_to_expire on callback (slot_end) where status in ('SCHEDULED', 'NO_ANSWER');

create table callback_attempt (
    callback_id uuid        not null,
    number      int         not null,
    at          timestamptz not null,
    outcome     text        not null,
    note        text,
    made_by     text        not null,
    constraint callback_attempt_pk primary key (callback_id, number),
    constraint callback_attempt_callback_fk foreign key (callback_id) references callback (id) on delete cascade,
    constraint callback_attempt_number_range check (number between 1 and 3),
    constraint callback_attempt_outcome_known check (outcome in ('ANSWERED', 'NO_ANSWER', 'BUSY', 'VOICEMAIL')),
    constraint callback_attempt_note_length check (length(note) between 1 and 2000),
    constraint callback_attempt_made_by_length check (length(made_by) between 1 and 200)
);
