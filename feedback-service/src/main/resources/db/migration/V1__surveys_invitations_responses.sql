create table survey (
    id               uuid primary key,
    version          bigint      not null,
    state            text        not null
        constraint survey_state check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    is_default       boolean     not null,
    name             text        not null constraint survey_name_length check (length(name) between 1 and 200),
    default_language text        not null
        constraint survey_language_length check (length(default_language) between 2 and 35),
    questions        jsonb       not null
        constraint survey_question_count check (jsonb_array_length(questions) between 1 and 15),
    incentive        jsonb,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    published_at     timestamptz,
    constraint survey_default_is_published check (not is_default or state = 'PUBLISHED'),
    constraint survey_draft_is_unpublished check ((state = 'DRAFT') = (published_at is null))
);
-- One survey goes out when a ticket is resolved.
create unique index survey_default on survey (is_default) where is_default;

create table invitation (
    id                     uuid primary key,
    version                bigint      not null,
    ticket_id              uuid        not null,
    reopen_count           int         not null constraint invitation_reopen_count check (reopen_count >= 0),
    ticket_number          text        not null constraint invitation_number_length check (length(ticket_number) <= 40),
    follow_up              boolean     not null,
    customer_id            uuid,
    contact                jsonb       not null,
    contact_email          text        constraint invitation_email_length check (length(contact_email) <= 320),
    language               text        not null constraint invitation_language_length check (length(language) <= 35),
    agent_id               uuid,
    agent_name             text        constraint invitation_agent_length check (length(agent_name) <= 1000),
    team                   text        constraint invitation_team_length check (length(team) <= 1000),
    category               text        constraint invitation_category_length check (length(category) <= 1000),
    channel                text        not null constraint invitation_channel_length check (length(channel) <= 40),
    survey_id              uuid        not null constraint invitation_survey references survey,
    state                  text        not null
        constraint invitation_state check (state in ('SCHEDULED', 'SENT', 'ANSWERED', 'DROPPED', 'EXPIRED')),
    drop_reason            text
        constraint invitation_drop_reason check (drop_reason in ('QUIET_PERIOD', 'REOPENED')),
    correlation_id         text        not null,
    causation_id           text        not null,
    trace_parent           text,
    due_at                 timestamptz not null,
    sent_at                timestamptz,
    expires_at             timestamptz,
    answered_at            timestamptz,
    detractor_reported_at  timestamptz,
    created_at             timestamptz not null,
    updated_at             timestamptz not null,
    constraint invitation_once_a_resolution unique (ticket_id, reopen_count),
    constraint invitation_dropped_for_a_reason check ((state = 'DROPPED') = (drop_reason is not null)),
    constraint invitation_answered check ((state = 'ANSWERED') = (answered_at is not null)),
    constraint invitation_sent_expires check ((sent_at is null) = (expires_at is null)),
    constraint invitation_sent check (state not in ('SENT', 'ANSWERED', 'EXPIRED') or sent_at is not null)
);
create index invitation_due on invitation (due_at) where state = 'SCHEDULED';
create index invitation_overdue on invitation (expires_at) where state = 'SENT';
create index invitation_by_state on invitation (state, id);
create index invitation_by_customer on invitation (customer_id, id);
-- The quiet period: who was asked lately. By customer the index above finds it.
create index invitation_asked_email on invitation (contact_email, sent_at) where sent_at is not null;
-- Insight: what was asked in a period and not withdrawn.
create index invitation_asked on invitation (sent_at) where state in ('SENT', 'ANSWERED', 'EXPIRED');

create table response (
    id            uuid primary key,
    version       bigint      not null,
    invitation_id uuid        not null constraint response_invitation references invitation,
    language      text        not null constraint response_language_length check (length(language) <= 35),
    answers       jsonb       not null,
    score         int         constraint response_score check (score between 1 and 10),
    received_at   timestamptz not null,
    constraint response_once unique (invitation_id)
);

-- How often a ticket was reopened: a resolution that arrives after the reopening which undid it is not asked about.
create table reopened_ticket (
    ticket_id    uuid primary key,
    reopen_count int not null
);
