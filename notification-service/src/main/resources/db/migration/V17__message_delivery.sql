-- Messages that wait for their server. A row goes when its message is sent or given up. begun_at is there while a mail server may have
-- the message without our knowing; doubts counts how often that was so.
create table queued_message (
    message_id   uuid        not null,
    transport    text        not null,
    lane         text        not null,
    urgency      smallint    not null,
    due_at       timestamptz not null,
    leased_until timestamptz,
    attempts     int         not null,
    tries        int         not null,
    begun_at     timestamptz,
    doubts       int         not null,
    constraint queued_message_pk primary key (message_id),
    constraint queued_message_message_fk foreign key (message_id) references message (id) on delete cascade,
    constraint queued_message_transport_known check (transport in ('SMTP', 'SMS')),
    constraint queued_message_lane_length check (length(lane) between 1 and 320),
    constraint queued_message_urgency_range check (urgency between 0 and 9),
    constraint queued_message_counts_range check (attempts >= 0 and tries >= 0 and doubts >= 0)
);
create index queued_message_by_urgency on queued_message (transport, urgency, due_at, message_id);
create index queued_message_by_lane on queued_message (transport, lane, urgency, due_at, message_id);
create index queued_message_under_way on queued_message (leased_until) where leased_until is not null;

-- What has gone to each domain just now: until when the places of the rate are taken.
create table delivery_lane (
    lane        text        not null,
    taken_until timestamptz not null,
    constraint delivery_lane_pk primary key (lane),
    constraint delivery_lane_lane_length check (length(lane) between 1 and 320)
);
create index delivery_lane_by_time on delivery_lane (taken_until);

-- Addresses where nothing arrives, as mail servers said.
create table dead_recipient (
    id         uuid        not null,
    version    bigint      not null,
    recipient  text        not null,
    status     text        not null,
    diagnostic text,
    since      timestamptz not null,
    constraint dead_recipient_pk primary key (id),
    constraint dead_recipient_once unique (recipient),
    constraint dead_recipient_recipient_length check (length(recipient) between 1 and 320),
    constraint dead_recipient_status_length check (length(status) between 1 and 20),
    constraint dead_recipient_diagnostic_length check (length(diagnostic) between 1 and 2000)
);

-- Who, known by a mail address alone, does not want to be told something. What customers say is in customer-service.
create table unsubscribed_address (
    recipient text        not null,
    purpose   text        not null,
    at        timestamptz not null,
    constraint unsubscribed_address_pk primary key (recipient, purpose),
    constraint unsubscribed_address_recipient_length check (length(recipient) between 1 and 320),
    constraint unsubscribed_address_purpose_length check (length(purpose) between 1 and 100)
);

-- What those who work here find in the product.
create table inbox_notice (
    message_id uuid not null,
    account_id uuid not null,
    read_at    timestamptz,
    constraint inbox_notice_pk primary key (message_id),
    constraint inbox_notice_message_fk foreign key (message_id) references message (id) on delete cascade
);
create index inbox_notice_by_account on inbox_notice (account_id, message_id);
create index inbox_notice_unread on inbox_notice (account_id, message_id) where read_at is null;

-- Of some messages nobody can say whether they arrived. Not checked for what is there: the constraint it stands for was narrower.
alter table message
    drop constraint message_state_known,
    add constraint message_state_known check (state in ('QUEUED', 'SENT', 'KEPT', 'FAILED', 'WITHHELD', 'UNCERTAIN')) not valid;

-- When whoever got it asked to be told no such things any more.
alter table message add column unsubscribed_at timestamptz;
