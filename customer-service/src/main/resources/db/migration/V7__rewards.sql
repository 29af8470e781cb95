-- What customers are rewarded with, and for what.
create table reward_program (
    id               uuid        not null,
    version          bigint      not null,
    name             text        not null,
    value            jsonb       not null,
    valid_days       int         not null,
    max_issued       int,
    max_per_customer int,
    active           boolean     not null,
    issue_on         text,
    survey_id        uuid,
    ticket_type      text,
    -- How many coupons there are; counted with each, so that there are never too many.
    issued           int         not null default 0,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    constraint reward_program_pk primary key (id),
    constraint reward_program_name_length check (length(name) between 1 and 100),
    constraint reward_program_one_value check
        ((value ? 'percent')::int + (value ? 'amount')::int + (value ? 'text')::int = 1),
    constraint reward_program_valid_days_range check (valid_days between 1 and 3650),
    constraint reward_program_never_too_many check (issued >= 0 and max_issued > 0),
    constraint reward_program_max_per_customer_range check (max_per_customer > 0),
    constraint reward_program_issue_on_known check (issue_on in ('SURVEY_ANSWERED', 'TICKET_RESOLVED')),
    constraint reward_program_survey_of_answers check (survey_id is null or issue_on = 'SURVEY_ANSWERED'),
    constraint reward_program_type_of_tickets check (ticket_type is null or issue_on = 'TICKET_RESOLVED')
);
create unique index reward_program_name_taken on reward_program (lower(name));

-- A coupon. Its code is all that is needed to redeem it.
create table coupon (
    id          uuid        not null,
    version     bigint      not null,
    program_id  uuid        not null,
    customer_id uuid,
    series_id   uuid,
    code        text        not null,
    value       jsonb       not null,
    state       text        not null,
    -- What it was issued for: for each cause once.
    cause       text        not null,
    reason      text,
    ticket_id   uuid,
    issued_by   text        not null,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    ended_at    timestamptz,
    ended_by    text,
    reference   text,
    constraint coupon_pk primary key (id),
    constraint coupon_program foreign key (program_id) references reward_program (id),
    constraint coupon_customer foreign key (customer_id) references customer (id),
    constraint coupon_code_taken unique (code),
    constraint coupon_cause_once unique (program_id, cause),
    constraint coupon_code_form check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
    constraint coupon_state_known check (state in ('ISSUED', 'REDEEMED', 'EXPIRED', 'REVOKED')),
    constraint coupon_somebodys_or_of_a_series check ((customer_id is null) or (series_id is null)),
    constraint coupon_ended check ((state = 'ISSUED') = (ended_at is null)),
    constraint coupon_reason_length check (length(reason) between 1 and 500),
    constraint coupon_reference_length check (length(reference) between 1 and 200),
    constraint coupon_forward check (issued_at < expires_at)
);
create index coupon_by_customer on coupon (customer_id, id) where customer_id is not null;
create index coupon_by_program on coupon (program_id, id);
create index coupon_by_program_state on coupon (program_id, state, id);
create index coupon_by_state on coupon (state, id);
create index coupon_by_series on coupon (series_id, id) where series_id is not null;
create index coupon_to_expire on coupon (expires_at) where state = 'ISSUED';

-- What customers did that may be rewarded, until it is known whose it was and the coupons are issued.
create table reward_claim (
    id             uuid primary key,
    issue_on       text        not null check (issue_on in ('SURVEY_ANSWERED', 'TICKET_RESOLVED')),
    cause          uuid        not null,
    customer_id    uuid,
    ticket_id      uuid,
    survey_id      uuid,
    ticket_type    text,
    event_id       text        not null,
    correlation_id text,
    traceparent    text,
    -- Whose it was, once that is known.
    owner_id       uuid,
    failures       int         not null default 0,
    due_at         timestamptz not null,
    claimed_at     timestamptz not null,
    constraint reward_claim_once unique (issue_on, cause),
    constraint reward_claim_of_somebody check (customer_id is not null or ticket_id is not null)
);
create index reward_claim_due on reward_claim (due_at) where owner_id is not null;
create index reward_claim_by_ticket on reward_claim (ticket_id) where owner_id is null;
create index reward_claim_by_age on reward_claim (claimed_at);
