-- A survey has versions: the next takes the place of the one before it when it is published. The former version of the service makes
-- surveys without a series; they are series of their own.
alter table survey
    add column series_id uuid,
    add column number    int not null default 1 constraint survey_number check (number >= 1);
create unique index survey_version_once on survey (coalesce(series_id, id), number);
create unique index survey_one_draft on survey (coalesce(series_id, id)) where state = 'DRAFT';
create unique index survey_one_published on survey (coalesce(series_id, id)) where state = 'PUBLISHED';

create table campaign (
    id            uuid primary key,
    version       bigint      not null,
    name          text        not null constraint campaign_name_length check (length(name) between 1 and 100),
    active        boolean     not null,
    position      int         not null constraint campaign_position check (position between 1 and 1000),
    survey_id     uuid        constraint campaign_survey references survey,
    happening     text        not null
        constraint campaign_happening check (happening in ('TICKET_RESOLVED', 'CALLBACK_COMPLETED', 'PERIOD', 'CARD', 'STAFF')),
    terms         jsonb       not null,
    next_round_at timestamptz,
    round         int         not null default 0,
    round_after   uuid,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    constraint campaign_name_once unique (name),
    constraint campaign_rhythm check ((happening = 'PERIOD') = (next_round_at is not null))
);
create index campaign_by_happening on campaign (happening, position, id) where active;
create index campaign_round_due on campaign (next_round_at) where active and next_round_at is not null;

-- What was done before there were campaigns: the default survey after each solution.
insert into campaign (id, version, name, active, position, happening, terms, created_at, updated_at)
values ('01a05bf9-e960-7c19-8a3e-5b0e1cf6f5ab', 0, 'After each solution', true, 1000, 'TICKET_RESOLVED',
    '{"only": {}, "except": {}, "percent": 100, "remindAfter": "PT96H", "validFor": "PT336H"}', now(), now());

-- Customers are asked about more than solutions. Constraints are not checked for what is there: what they stand for was narrower.
alter table invitation
    add column campaign_id   uuid,
    add column occasion      text not null default 'SOLUTION',
    add column occasion_id   uuid,
    add column round         int,
    add column remind_at     timestamptz,
    add column reminded_at   timestamptz,
    add column draft_answers jsonb,
    alter column ticket_id drop not null,
    alter column reopen_count drop not null,
    alter column ticket_number drop not null,
    alter column follow_up drop not null,
    add constraint invitation_occasion check (occasion in ('SOLUTION', 'CALLBACK', 'PERIOD', 'CARD')) not valid,
    add constraint invitation_of_solution
        check ((occasion = 'SOLUTION') = (ticket_id is not null and reopen_count is not null)) not valid,
    drop constraint invitation_drop_reason,
    add constraint invitation_drop_reason
        check (drop_reason in ('QUIET_PERIOD', 'REOPENED', 'ERASED', 'REFUSED')) not valid;

-- How an answer came, and when it was changed last; of former ones that is not known.
alter table response
    add column via        text constraint response_via check (via in ('PAGE', 'API', 'PHONE')),
    add column changed_at timestamptz;

-- Whom campaigns ask that no ticket tells of, from the events of customer-service.
create table known_customer (
    id             uuid primary key,
    name           text,
    preferred_name text,
    email          text,
    phone          text,
    language       text,
    refuses        boolean not null,
    sequence       bigint  not null
);

-- When a customer was in touch last.
create table customer_contact (
    customer_id uuid primary key,
    last_at     timestamptz not null
);
