-- Who works here, from the gateway's events: improvements have owners.
create table known_agent (
    id       uuid    not null,
    name     text    not null,
    active   boolean not null,
    sequence bigint  not null,
    constraint known_agent_pk primary key (id)
);

-- What is to become better, because somebody said so or because complaints have a cause in common.
create table improvement (
    id             uuid        not null,
    version        bigint      not null,
    title          text        not null,
    description    text,
    source         text        not null,
    cause          text,
    owner_id       uuid,
    state          text        not null,
    reason         text,
    -- What is different now, by language.
    outcome        jsonb,
    aim            jsonb,
    merged_into_id uuid,
    opened_at      timestamptz not null,
    work_began_at  timestamptz,
    done_at        timestamptz,
    -- Whether there may be somebody who is still to be told.
    telling        boolean     not null,
    -- What made it done, so that what is told later is told as its consequence.
    correlation_id text,
    causation_id   text,
    trace_parent   text,
    created_by     text        not null,
    updated_at     timestamptz not null,
    -- The version that last changed what people write; what is learned changes only the version.
    writable_since bigint      not null,
    constraint improvement_pk primary key (id),
    constraint improvement_merged_into foreign key (merged_into_id) references improvement,
    constraint improvement_title_length check (length(title) between 1 and 200),
    constraint improvement_source check (source in ('ANSWER', 'CAUSE', 'HAND')),
    constraint improvement_has_its_cause check ((source = 'CAUSE') = (cause is not null)),
    constraint improvement_state
        check (state in ('OPEN', 'PLANNED', 'IN_PROGRESS', 'DONE', 'DECLINED', 'MERGED')),
    constraint improvement_declined_for_a_reason check (state <> 'DECLINED' or reason is not null),
    constraint improvement_done check ((state = 'DONE') = (done_at is not null)),
    constraint improvement_done_with_an_outcome check (state <> 'DONE' or outcome is not null),
    constraint improvement_merged check ((state = 'MERGED') = (merged_into_id is not null)),
    constraint improvement_tells_what_is_done check (not telling or state = 'DONE')
);
create index improvement_by_state on improvement (state, id);
create index improvement_by_owner on improvement (owner_id, id) where owner_id is not null;
create index improvement_merged_into on improvement (merged_into_id) where merged_into_id is not null;
create index improvement_telling on improvement (done_at) where telling;

-- Who asked for it. Each person asks once of each improvement; whoever asked two that were merged is there twice, and told once.
create table improvement_voice (
    id                 uuid        not null,
    improvement_id     uuid        not null,
    -- Of which improvement it was asked, before any were merged.
    asked_of_id        uuid        not null,
    -- By what the person was known then: the customer, else the mail address, else the phone number.
    person             text        not null,
    response_id        uuid,
    ticket_id          uuid,
    customer_id        uuid,
    customer_origin_id uuid,
    contact            jsonb       not null,
    contact_email      text,
    contact_phone      text,
    language           text        not null,
    state              text        not null,
    told_at            timestamptz,
    added_by           text        not null,
    added_at           timestamptz not null,
    erased_at          timestamptz,
    constraint improvement_voice_pk primary key (id),
    constraint improvement_voice_of foreign key (improvement_id) references improvement,
    constraint improvement_voice_once unique (asked_of_id, person),
    constraint improvement_voice_email_length check (length(contact_email) <= 320),
    constraint improvement_voice_language_length check (length(language) <= 35),
    constraint improvement_voice_state check (state in ('WAITING', 'TOLD', 'COVERED', 'UNREACHABLE', 'ERASED')),
    constraint improvement_voice_told check ((state = 'TOLD') = (told_at is not null))
);
create index improvement_voice_by_improvement on improvement_voice (improvement_id, id);
create index improvement_voice_waiting on improvement_voice (improvement_id, id) where state = 'WAITING';
create index improvement_voice_by_customer on improvement_voice (customer_id) where customer_id is not null;
create index improvement_voice_by_origin on improvement_voice (customer_origin_id) where customer_origin_id is not null;
create index improvement_voice_by_email on improvement_voice (contact_email) where contact_email is not null;
create index improvement_voice_by_phone on improvement_voice (contact_phone) where contact_phone is not null;
create index improvement_voice_of_unknown_handle
    on improvement_voice (ltrim(lower(contact -> 'handle' ->> 'handle'), '@')) where customer_id is null;
create index improvement_voice_of_unknown_ticket on improvement_voice (ticket_id) where customer_id is null;
create index improvement_voice_by_response on improvement_voice (response_id) where response_id is not null;

-- Which improvement covers a cause; the newest, when there were several.
create table covered_cause (
    cause          text not null,
    improvement_id uuid not null,
    constraint covered_cause_pk primary key (cause),
    constraint covered_cause_by foreign key (improvement_id) references improvement
);
create index covered_cause_by_improvement on covered_cause (improvement_id);

-- Complaints and why they came to be, from ticket-service's events. One counts when it is resolved and its cause is known,
-- whichever of the two was told first.
create table complaint (
    ticket_id          uuid    not null,
    sequence           bigint  not null,
    is_complaint       boolean not null,
    customer_id        uuid,
    customer_origin_id uuid,
    language           text    not null,
    cause              text,
    cause_sequence     bigint  not null,
    contact            jsonb   not null,
    contact_email      text,
    resolved_at        timestamptz,
    resolved_sequence  bigint  not null,
    -- Which improvement has heard it.
    improvement_id     uuid,
    erased_at          timestamptz,
    constraint complaint_pk primary key (ticket_id)
);
create index complaint_unheard on complaint (cause, resolved_at)
    where improvement_id is null and is_complaint and erased_at is null;
create index complaint_resolved on complaint (resolved_at) where is_complaint and cause is not null;
create index complaint_by_customer on complaint (customer_id) where customer_id is not null;
create index complaint_by_origin on complaint (customer_origin_id) where customer_origin_id is not null;
create index complaint_of_unknown_email on complaint (contact_email) where customer_id is null;
create index complaint_of_unknown_phone on complaint ((contact ->> 'phone')) where customer_id is null;
create index complaint_of_unknown_handle on complaint (ltrim(lower(contact -> 'handle' ->> 'handle'), '@'))
    where customer_id is null;

-- What customers answered when they were asked what to improve. Taken up by an improvement, dismissed, or still to be read.
create table suggestion (
    response_id    uuid not null,
    text           text not null,
    language       text not null,
    improvement_id uuid,
    dismissed_at   timestamptz,
    dismissed_by   text,
    constraint suggestion_pk primary key (response_id),
    constraint suggestion_of foreign key (response_id) references response on delete cascade
);
create index suggestion_open on suggestion (response_id) where improvement_id is null and dismissed_at is null;
create index suggestion_of_improvement on suggestion (improvement_id) where improvement_id is not null;

-- By the database itself, so that no writer of answers can forget about it: also who changes an answer, and who erases it.
create function suggestion_of_response(the_invitation uuid, the_answers jsonb) returns text
    language sql stable as $$
    select string_agg(given.answer ->> 'value', E'\n' order by given.place)
    from invitation i
        join survey s on s.id = i.survey_id
        cross join jsonb_array_elements(the_answers) with ordinality as given (answer, place)
        join lateral jsonb_array_elements(s.questions) as asked (question)
            on asked.question ->> 'key' = given.answer ->> 'key'
    where i.id = the_invitation and asked.question ->> 'kind' = 'improvement'
        and jsonb_typeof(given.answer -> 'value') = 'string' and given.answer ->> 'value' <> '[erased]'
$$;
create function suggestion_follows_response() returns trigger language plpgsql as $$
declare
    said text := suggestion_of_response(new.invitation_id, new.answers);
begin
    if said is null then
        delete from suggestion where response_id = new.id;
    else
        insert into suggestion (response_id, text, language) values (new.id, said, new.language)
        on conflict (response_id) do update set text = excluded.text, language = excluded.language;
    end if;
    return null;
end $$;
create trigger response_suggests after insert or update of answers, language on response
    for each row execute function suggestion_follows_response();
