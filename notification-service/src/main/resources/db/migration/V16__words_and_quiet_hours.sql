-- Words of one's own. A saved version never changes.
create table message_template_version (
    content    text        not null,
    number     int         not null,
    language   text        not null,
    subject    text        not null,
    text       text        not null,
    created_by text        not null,
    created_at timestamptz not null,
    constraint message_template_version_pk primary key (content, number),
    constraint message_template_version_content_length check (length(content) between 1 and 100),
    constraint message_template_version_number_range check (number >= 1),
    constraint message_template_version_language_length check (length(language) between 2 and 35),
    constraint message_template_version_subject_one_line check (length(subject) between 1 and 200 and subject !~ '[\r\n]'),
    constraint message_template_version_text_length check (length(text) between 1 and 10000)
);

-- Where there is no row, the built-in words are in force.
create table message_template_in_force (
    content  text        not null,
    language text        not null,
    number   int         not null,
    since    timestamptz not null,
    constraint message_template_in_force_pk primary key (content, language),
    constraint message_template_in_force_version_fk foreign key (content, number)
        references message_template_version (content, number)
);

-- When somebody does not want to be disturbed. A row is of the customer whom it was written for, whoever they go on as.
create table message_preference (
    id                 uuid        not null,
    version            bigint      not null,
    customer_id        uuid        not null,
    customer_origin_id uuid,
    quiet_from         time,
    quiet_to           time,
    time_zone          text,
    updated_at         timestamptz not null,
    constraint message_preference_pk primary key (id),
    constraint message_preference_quiet_whole check ((quiet_from is null) = (quiet_to is null)),
    constraint message_preference_quiet_not_empty check (quiet_from <> quiet_to),
    constraint message_preference_time_zone_length check (length(time_zone) between 1 and 100)
);
create unique index message_preference_once on message_preference (coalesce(customer_origin_id, customer_id));
create index message_preference_by_customer on message_preference (customer_id);
create index message_preference_by_origin on message_preference (customer_origin_id) where customer_origin_id is not null;

-- Former versions write none of these: what they write has no HTML and goes at once.
alter table message
    add column html       text,
    add column send_after timestamptz,
    add column priority   smallint not null default 0,
    add constraint message_html_length check (octet_length(html) between 1 and 20480) not valid,
    add constraint message_priority_range check (priority between 0 and 2) not valid;
