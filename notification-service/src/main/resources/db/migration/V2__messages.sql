-- Customers as customer-service tells of them: what is needed to address and greet them.
create table known_customer (
    id             uuid   not null,
    name           text   not null,
    preferred_name text,
    email          text,
    phone          text,
    language       text,
    sequence       bigint not null,
    constraint known_customer_pk primary key (id),
    constraint known_customer_name_length check (length(name) between 1 and 1000),
    constraint known_customer_preferred_name_length check (length(preferred_name) between 1 and 1000),
    constraint known_customer_email_length check (length(email) between 1 and 320),
    constraint known_customer_phone_length check (length(phone) between 1 and 40),
    constraint known_customer_language_length check (length(language) between 1 and 100)
);

-- Tickets with messages, and whose they are once it is known. Whoever writes messages of a ticket, or learns its customer,
-- locks its row first, so that neither misses what the other does.
create table known_ticket (
    id          uuid not null,
    customer_id uuid,
    constraint known_ticket_pk primary key (id)
);

create table message (
    id          uuid        not null,
    version     bigint      not null,
    kind        text        not null,
    cause_id    text        not null,
    channel     text        not null,
    recipient   text        not null,
    language    text        not null,
    subject     text        not null,
    body        text        not null,
    ticket_id   uuid,
    customer_id uuid,
    state       text        not null,
    created_at  timestamptz not null,
    constraint message_pk primary key (id),
    -- One message per cause: the event, or the callback, that it tells of.
    constraint message_once_per_cause unique (cause_id, kind),
    constraint message_kind_known check (kind in
        ('ACKNOWLEDGEMENT', 'REPLY', 'SURVEY_INVITATION', 'SURVEY_RECEIPT', 'CALLBACK_CONFIRMATION')),
    constraint message_cause_id_length check (length(cause_id) between 1 and 1000),
    constraint message_channel_known check (channel in ('EMAIL', 'SMS', 'IN_APP')),
    constraint message_recipient_length check (length(recipient) between 1 and 320),
    constraint message_language_length check (length(language) between 2 and 35),
    constraint message_subject_one_line check (length(subject) between 1 and 500 and subject !~ '[\r\n]'),
    constraint message_body_length check (length(body) between 1 and 20000),
    constraint message_state_known check (state in ('QUEUED', 'SENT', 'KEPT', 'FAILED'))
);
create index message_by_customer on message (customer_id, id) where customer_id is not null;
create index message_by_ticket on message (ticket_id, id) where ticket_id is not null;
create index message_by_recipient on message (recipient, id);
create index message_by_kind on message (kind, id);

create table message_attempt (
    message_id uuid        not null,
    number     int         not null,
    at         timestamptz not null,
    transport  text        not null,
    outcome    text        not null,
    detail     text,
    constraint message_attempt_pk primary key (message_id, number),
    constraint message_attempt_message_fk foreign key (message_id) references message (id) on delete cascade,
    constraint message_attempt_number_range check (number >= 1),
    constraint message_attempt_transport_known check (transport in ('KEPT')),
    constraint message_attempt_outcome_known check (outcome in ('DELIVERED', 'FAILED')),
    constraint message_attempt_detail_length check (length(detail) between 1 and 2000)
);
