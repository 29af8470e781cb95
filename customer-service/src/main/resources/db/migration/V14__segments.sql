-- Customers who have something in common, by a rule over what is known of them.
create table segment (
    id          uuid        not null,
    version     bigint      not null,
    name        text        not null,
    description text,
    ideal       boolean     not null,
    conditions  jsonb       not null,
    active      boolean     not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint segment_pk primary key (id),
    constraint segment_name_length check (length(name) between 1 and 100),
    constraint segment_description_length check (length(description) between 1 and 1000)
);
create unique index segment_name_taken on segment (lower(name));

create table segment_member (
    segment_id  uuid        not null,
    customer_id uuid        not null,
    since       timestamptz not null,
    constraint segment_member_pk primary key (segment_id, customer_id),
    constraint segment_member_segment foreign key (segment_id) references segment (id),
    constraint segment_member_customer foreign key (customer_id) references customer (id)
);
create index segment_member_by_customer on segment_member (customer_id);
create index segment_member_newest on segment_member (segment_id, since desc, customer_id desc);

-- How large a segment was at the end of each day on which anybody came or went.
create table segment_day (
    segment_id uuid not null,
    day        date not null,
    size       int  not null,
    joined     int  not null,
    "left"     int  not null,
    constraint segment_day_pk primary key (segment_id, day),
    constraint segment_day_segment foreign key (segment_id) references segment (id),
    constraint segment_day_size check (size >= 0 and joined >= 0 and "left" >= 0)
);

-- Loyalty is rewarded: who comes to belong to a segment gets a coupon.
alter table reward_program
    add column segment_id uuid,
    drop constraint reward_program_issue_on_known,
    add constraint reward_program_issue_on_known
        check (issue_on in ('SURVEY_ANSWERED', 'TICKET_RESOLVED', 'SEGMENT_JOINED')) not valid,
    add constraint reward_program_segment_of_members check ((segment_id is not null) = (issue_on is not distinct from 'SEGMENT_JOINED')) not valid;
alter table reward_claim
    add column segment_id uuid,
    drop constraint reward_claim_issue_on_check,
    add constraint reward_claim_issue_on_known
        check (issue_on in ('SURVEY_ANSWERED', 'TICKET_RESOLVED', 'SEGMENT_JOINED')) not valid;
