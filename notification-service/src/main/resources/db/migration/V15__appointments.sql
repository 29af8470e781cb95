-- For a constraint over an agent and a stretch of time together. A trusted extension: who owns the database may make it.
create extension if not exists btree_gist;

-- When an agent works, and when not. The id is the agent's.
create table agent_calendar (
    id         uuid        not null,
    version    bigint      not null,
    time_zone  text        not null,
    updated_at timestamptz not null,
    constraint agent_calendar_pk primary key (id),
    constraint agent_calendar_time_zone_length check (length(time_zone) between 1 and 100)
);

-- Minutes since midnight, on the wall clock of the calendar's time zone; 1440 is the end of the day.
create table agent_calendar_hours (
    calendar_id uuid not null,
    day         text not null,
    from_minute int  not null,
    to_minute   int  not null,
    constraint agent_calendar_hours_pk primary key (calendar_id, day, from_minute),
    constraint agent_calendar_hours_calendar_fk foreign key (calendar_id) references agent_calendar (id) on delete cascade,
    constraint agent_calendar_hours_day_known check
        (day in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    constraint agent_calendar_hours_within_day check (from_minute >= 0 and from_minute < to_minute and to_minute <= 1440)
);

create table agent_absence (
    calendar_id uuid        not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    reason      text,
    constraint agent_absence_pk primary key (calendar_id, starts_at),
    constraint agent_absence_calendar_fk foreign key (calendar_id) references agent_calendar (id) on delete cascade,
    constraint agent_absence_forward check (starts_at < ends_at),
    constraint agent_absence_reason_length check (length(reason) between 1 and 200)
);

-- What agents' time is taken by: appointments, and for a few minutes what is held for one. The id is the appointment's or the
-- hold's. The exclusion is what decides who gets a time that several want.
create table agent_time (
    id         uuid        not null,
    agent_id   uuid        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    held_until timestamptz,
    constraint agent_time_pk primary key (id),
    constraint agent_time_forward check (starts_at < ends_at),
    constraint agent_time_never_twice exclude using gist (agent_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index agent_time_held on agent_time (held_until) where held_until is not null;

create table appointment (
    id                 uuid        not null,
    version            bigint      not null,
    customer_id        uuid,
    customer_origin_id uuid,
    ticket_id          uuid,
    agent_id           uuid        not null,
    name               text        not null,
    email              text,
    phone              text,
    subject            text        not null,
    notes              text,
    address_lines      text        not null,
    postal_code        text,
    city               text,
    country            text,
    window_start       timestamptz not null,
    window_end         timestamptz not null,
    time_zone          text        not null,
    language           text,
    status             text        not null,
    arrived_at         timestamptz,
    left_at            timestamptz,
    end_reason         text,
    end_party          text,
    ended_at           timestamptz,
    ended_by           text,
    wish               text,
    wished_at          timestamptz,
    staff_reminder_at  timestamptz,
    booked_by          text        not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    constraint appointment_pk primary key (id),
    constraint appointment_name_length check (length(name) between 1 and 200),
    constraint appointment_email_length check (length(email) between 1 and 320),
    constraint appointment_phone_e164 check (phone ~ '^\+[1-9][0-9]{1,14}$'),
    constraint appointment_subject_length check (length(subject) between 1 and 200),
    constraint appointment_notes_length check (length(notes) between 1 and 4000),
    constraint appointment_address_length check (length(address_lines) between 1 and 1500),
    constraint appointment_postal_code_length check (length(postal_code) between 1 and 20),
    constraint appointment_city_length check (length(city) between 1 and 200),
    constraint appointment_country_length check (length(country) between 1 and 100),
    constraint appointment_window_forward check (window_start < window_end),
    constraint appointment_time_zone_length check (length(time_zone) between 1 and 100),
    constraint appointment_language_length check (length(language) between 2 and 35),
    constraint appointment_status_known check (status in ('BOOKED', 'KEPT', 'MISSED', 'CANCELLED')),
    constraint appointment_end_reason_length check (length(end_reason) between 1 and 2000),
    constraint appointment_end_party_known check (end_party in ('CUSTOMER', 'US')),
    constraint appointment_wish_length check (length(wish) between 1 and 1000),
    constraint appointment_reminds_while_booked check (staff_reminder_at is null or status = 'BOOKED'),
    constraint appointment_booked_by_length check (length(booked_by) between 1 and 200)
);
create index appointment_by_time on appointment (window_start, id);
create index appointment_by_agent on appointment (agent_id, window_start, id);
create index appointment_by_status on appointment (status, window_start, id);
create index appointment_by_ticket on appointment (ticket_id, window_start, id) where ticket_id is not null;
create index appointment_by_customer on appointment (customer_id, window_start, id) where customer_id is not null;
create index appointment_by_origin on appointment (customer_origin_id) where customer_origin_id is not null;
create index appointment_by_phone on appointment (phone) where phone is not null;
create index appointment_by_email on appointment (email) where email is not null;
create index appointment_with_wish on appointment (window_start, id) where wish is not null;
create index appointment_to_remind_staff_of on appointment (staff_reminder_at) where staff_reminder_at is not null;

create table appointment_move (
    appointment_id uuid        not null,
    number         int         not null,
    at             timestamptz not null,
    from_start     timestamptz not null,
    from_end       timestamptz not null,
    to_start       timestamptz not null,
    to_end         timestamptz not null,
    reason         text        not null,
    wish_of        text        not null,
    moved_by       text        not null,
    constraint appointment_move_pk primary key (appointment_id, number),
    constraint appointment_move_appointment_fk foreign key (appointment_id) references appointment (id) on delete cascade,
    constraint appointment_move_number_range check (number >= 1),
    constraint appointment_move_reason_length check (length(reason) between 1 and 2000),
    constraint appointment_move_wish_of_known check (wish_of in ('CUSTOMER', 'US')),
    constraint appointment_move_moved_by_length check (length(moved_by) between 1 and 200)
);

-- What customers are still to be reminded of: a row goes with the message that it becomes.
create table appointment_reminder (
    appointment_id uuid        not null,
    seconds_ahead  bigint      not null,
    due_at         timestamptz not null,
    constraint appointment_reminder_pk primary key (appointment_id, seconds_ahead),
    constraint appointment_reminder_appointment_fk
        foreign key (appointment_id) references appointment (id) on delete cascade,
    constraint appointment_reminder_ahead check (seconds_ahead > 0)
);
create index appointment_reminder_due on appointment_reminder (due_at);

-- The link by which an agent's calendar program reads the appointments. A new one ends the one before.
create table calendar_feed (
    id         uuid        not null,
    agent_id   uuid        not null,
    expires_at timestamptz not null,
    created_by text        not null,
    created_at timestamptz not null,
    constraint calendar_feed_pk primary key (id),
    constraint calendar_feed_one_an_agent unique (agent_id),
    constraint calendar_feed_created_by_length check (length(created_by) between 1 and 200)
);

-- Files that go with messages.
create table message_attachment (
    message_id   uuid  not null,
    number       int   not null,
    name         text  not null,
    content_type text  not null,
    content      bytea not null,
    constraint message_attachment_pk primary key (message_id, number),
    constraint message_attachment_message_fk foreign key (message_id) references message (id) on delete cascade,
    constraint message_attachment_number_range check (number >= 1),
    constraint message_attachment_name_length check (length(name) between 1 and 200),
    constraint message_attachment_content_type_length check (length(content_type) between 1 and 200),
    constraint message_attachment_content_size check (octet_length(content) between 1 and 26214400)
);
