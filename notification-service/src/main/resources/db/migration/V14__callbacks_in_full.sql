-- How customers of a group are called: reminded before, tried again after, and so often.
alter table capacity_plan
    add column reminder_minutes int not null default 60,
    add column retry_minutes    int not null default 15,
    add column most_attempts    int not null default 3,
    add constraint capacity_plan_reminder_minutes_range check (reminder_minutes between 0 and 10080),
    add constraint capacity_plan_retry_minutes_range check (retry_minutes between 1 and 1440),
    add constraint capacity_plan_most_attempts_range check (most_attempts between 1 and 10);

-- Who calls now and until when nobody else does; when the customer is reminded; whether an earlier promise was broken. A
-- former version writes none of them: what it books is not reminded of, and what it ends keeps a claim that counts no more.
alter table callback
    add column claimed_by     text,
    add column claimed_until  timestamptz,
    add column remind_at      timestamptz,
    add column promise_missed boolean not null default false,
    add constraint callback_claim_whole check ((claimed_by is null) = (claimed_until is null)) not valid,
    add constraint callback_claimed_by_length check (length(claimed_by) between 1 and 200) not valid;

-- Not checked for what is there: the constraint it stands for was narrower.
alter table callback_attempt
    drop constraint callback_attempt_number_range,
    add constraint callback_attempt_number_range check (number between 1 and 10) not valid;

-- A place that is kept for somebody who has not decided yet. It counts in callback_slot as a booking does, until it is over.
create table callback_hold (
    id         uuid        not null,
    group_name text        not null,
    slot_start timestamptz not null,
    slot_end   timestamptz not null,
    held_by    text        not null,
    expires_at timestamptz not null,
    constraint callback_hold_pk primary key (id),
    constraint callback_hold_slot_fk foreign key (group_name, slot_start) references callback_slot (group_name, starts_at),
    constraint callback_hold_forward check (slot_start < slot_end),
    constraint callback_hold_held_by_length check (length(held_by) between 1 and 200)
);
create index callback_hold_by_slot on callback_hold (group_name, slot_start);
create index callback_hold_to_expire on callback_hold (expires_at);

-- Links by which customers book, move and call off a callback without an account. One that leads to a callback which was
-- booked in another way has the callback's id, and is here only when something else was booked by it since.
create table callback_link (
    id                 uuid        not null,
    customer_id        uuid,
    customer_origin_id uuid,
    ticket_id          uuid,
    name               text,
    phone              text,
    group_name         text        not null,
    language           text,
    time_zone          text,
    callback_id        uuid,
    created_at         timestamptz not null,
    expires_at         timestamptz not null,
    constraint callback_link_pk primary key (id),
    constraint callback_link_callback_fk foreign key (callback_id) references callback (id),
    constraint callback_link_name_length check (length(name) between 1 and 200),
    constraint callback_link_phone_e164 check (phone ~ '^\+[1-9][0-9]{1,14}$'),
    constraint callback_link_group_length check (length(group_name) between 1 and 100),
    constraint callback_link_language_length check (length(language) between 2 and 35),
    constraint callback_link_time_zone_length check (length(time_zone) between 1 and 100)
);
create index callback_link_by_customer on callback_link (customer_id) where customer_id is not null;
create index callback_link_by_origin on callback_link (customer_origin_id) where customer_origin_id is not null;
create index callback_link_by_ticket on callback_link (ticket_id) where ticket_id is not null;
create index callback_link_by_phone on callback_link (phone) where phone is not null;
create index callback_link_by_callback on callback_link (callback_id) where callback_id is not null;
create index callback_link_to_forget on callback_link (expires_at);
