-- Mails that came to the helpdesk, each once.
create table mail (
    id                  uuid        not null,
    version             bigint      not null,
    -- The mail that began the conversation; its own id when it began one.
    thread_id           uuid        not null,
    message_id          text,
    state               text        not null,
    reason              text,
    from_name           text,
    from_address        text,
    reply_to            text,
    to_addresses        text[]      not null,
    cc_addresses        text[]      not null,
    subject             text,
    sent_at             timestamptz,
    -- What it answers, the nearest first.
    answers             text[]      not null,
    language            text,
    body                text        not null,
    html                text,
    size                bigint      not null,
    no_reply            boolean     not null,
    ticket_id           uuid,
    ticket_number       text,
    threaded_by         text,
    answered_mail_id    uuid,
    bounced_recipient   text,
    bounce_status       text,
    bounce_diagnostic   text,
    original_message_id text,
    received_at         timestamptz not null,
    constraint mail_pk primary key (id),
    constraint mail_state_known check (state in
        ('RECEIVED', 'AUTO_REPLY', 'LOOP', 'BOUNCE', 'IGNORED', 'UNPARSABLE', 'TOO_LARGE')),
    constraint mail_threaded_by_known check (threaded_by in ('MESSAGE', 'MAIL', 'NUMBER')),
    constraint mail_message_id_length check (length(message_id) between 3 and 500),
    constraint mail_reason_length check (length(reason) between 1 and 500),
    constraint mail_from_name_length check (length(from_name) between 1 and 200),
    constraint mail_from_address_length check (length(from_address) between 3 and 254),
    constraint mail_reply_to_length check (length(reply_to) between 3 and 254),
    constraint mail_to_count check (cardinality(to_addresses) <= 200),
    constraint mail_cc_count check (cardinality(cc_addresses) <= 200),
    constraint mail_answers_count check (cardinality(answers) <= 100),
    constraint mail_subject_one_line check (length(subject) between 1 and 1000 and subject !~ '[\r\n]'),
    constraint mail_language_length check (length(language) between 2 and 35),
    constraint mail_size_range check (size >= 0)
);
create index mail_by_message_id on mail (message_id, id) where message_id is not null;
create index mail_by_ticket on mail (ticket_id, id) where ticket_id is not null;
create index mail_by_state on mail (state, id);
create index mail_by_sender on mail (from_address, received_at) where from_address is not null;
create index mail_by_reply_to on mail (reply_to) where reply_to is not null;
create index mail_by_bounced_recipient on mail (bounced_recipient) where bounced_recipient is not null;
create index mail_by_recipients on mail using gin (to_addresses, cc_addresses);

-- Numbers the events about mails.
create sequence mail_event_number;

-- By what a mail is known again; it stays when the mail is erased, so that no second copy brings it back.
create table taken_mail (
    identity text        not null,
    mail_id  uuid        not null,
    taken_at timestamptz not null,
    constraint taken_mail_pk primary key (identity),
    constraint taken_mail_identity_hash check (identity ~ '^[0-9a-f]{64}$')
);

-- The bytes as they came; of a mail that is too large, its header.
create table mail_raw (
    mail_id uuid  not null,
    content bytea not null,
    constraint mail_raw_pk primary key (mail_id),
    constraint mail_raw_mail_fk foreign key (mail_id) references mail (id) on delete cascade
);
-- Kept as it is, so that a part of it can be read alone.
alter table mail_raw alter column content set storage external;

create table mail_attachment (
    mail_id      uuid    not null,
    number       int     not null,
    name         text    not null,
    content_type text    not null,
    harmful      boolean not null,
    content_id   text,
    size         bigint  not null,
    sha256       text    not null,
    content      bytea   not null,
    constraint mail_attachment_pk primary key (mail_id, number),
    constraint mail_attachment_mail_fk foreign key (mail_id) references mail (id) on delete cascade,
    constraint mail_attachment_number_range check (number between 1 and 50),
    constraint mail_attachment_name_length check (length(name) between 1 and 200),
    constraint mail_attachment_content_type_length check (length(content_type) between 3 and 200),
    constraint mail_attachment_content_id_length check (length(content_id) between 1 and 500),
    constraint mail_attachment_size_range check (size >= 0)
);
alter table mail_attachment alter column content set storage external;

-- How far a folder of a mail server was read.
create table mailbox_cursor (
    mailbox      text   not null,
    uid_validity bigint not null,
    last_uid     bigint not null,
    -- Up to where the server was told that they were read.
    tidied_uid   bigint not null,
    constraint mailbox_cursor_pk primary key (mailbox),
    constraint mailbox_cursor_order check (tidied_uid <= last_uid)
);
