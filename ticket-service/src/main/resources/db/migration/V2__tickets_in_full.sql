-- What an organisation calls things: groups of agents, trees of categories and causes, fields of its own.
create table agent_group (
    id          uuid primary key,
    version     bigint      not null,
    name        text        not null check (length(name) between 1 and 100),
    description text        check (length(description) <= 500),
    active      boolean     not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create unique index agent_group_name on agent_group (lower(name));

create table topic (
    id          uuid primary key,
    version     bigint           not null,
    tree        text             not null check (tree in ('CATEGORY', 'CAUSE')),
    path        text collate "C" not null check (length(path) between 1 and 100),
    parent_path text collate "C",
    name        text             not null check (length(name) between 1 and 100),
    active      boolean          not null,
    created_at  timestamptz      not null,
    updated_at  timestamptz      not null,
    constraint topic_path unique (tree, path),
    constraint topic_has_its_parent foreign key (tree, parent_path) references topic (tree, path)
);

create table ticket_field (
    id         uuid primary key,
    version    bigint      not null,
    key        text        not null unique check (length(key) between 1 and 60),
    name       text        not null check (length(name) between 1 and 100),
    kind       text        not null check (kind in ('TEXT', 'NUMBER', 'DATE', 'CHOICE', 'MULTI_CHOICE', 'REFERENCE')),
    choices    text[]      not null default '{}',
    target     text        check (target in ('TICKET', 'CUSTOMER', 'AGENT')),
    active     boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint choices_to_choose_from check ((kind in ('CHOICE', 'MULTI_CHOICE')) = (cardinality(choices) > 0)),
    constraint references_have_targets check ((kind = 'REFERENCE') = (target is not null))
);

alter table ticket
    -- It was written anew with each change of the ticket; now it has a row of its own, and holds the conversation too.
    drop column search,
    add column follower_ids uuid[] not null default '{}',
    add column problem_id uuid references ticket (id),
    add column merged_into uuid references ticket (id),
    add column solved_by_requester boolean not null default false,
    add column priority_rank smallint not null generated always as
        (case priority when 'LOW' then 0 when 'NORMAL' then 1 when 'HIGH' then 2 else 3 end) stored,
    alter column category type text collate "C",
    alter column cause type text collate "C",
    drop constraint resolved_has_owner_and_answer,
    add constraint resolved_has_owner_and_answer
        check (status <> 'RESOLVED' or (resolution is not null and (assignee_id is not null or solved_by_requester))),
    add constraint merged_is_closed check (merged_into is null or status = 'CLOSED'),
    add constraint merged_into_another check (merged_into <> id),
    add constraint problem_of_another check (problem_id <> id);
drop index ticket_to_close;
create index ticket_to_close on ticket (resolved_at, id) where status = 'RESOLVED';
create index ticket_by_priority on ticket (priority, updated_at, id);
create index ticket_by_rank on ticket (priority_rank, id);
create index ticket_by_type on ticket (type, updated_at, id);
create index ticket_by_channel on ticket (channel, updated_at, id);
create index ticket_by_tier on ticket (tier, updated_at, id);
create index ticket_by_language on ticket (language, updated_at, id);
create index ticket_by_category on ticket (category, updated_at, id) where category is not null;
create index ticket_by_cause on ticket (cause, updated_at, id) where cause is not null;
create index ticket_by_email on ticket (email, updated_at, id) where email is not null;
create index ticket_by_resolution on ticket (resolved_at, id) where resolved_at is not null;
create index ticket_by_score on ticket (satisfaction_score, updated_at, id) where satisfaction_score is not null;
create index ticket_by_follower on ticket using gin (follower_ids);
create index ticket_by_field on ticket using gin (custom_fields jsonb_path_ops);
create index ticket_by_problem on ticket (problem_id, id) where problem_id is not null;
create index ticket_by_target on ticket (merged_into, id) where merged_into is not null;
-- What most lists are about is a small part of the whole; what they ask for is in the index itself.
create index ticket_unsolved on ticket (updated_at, id)
    include (status, assignee_id, type, priority, channel, group_name, tier, language, category, customer_id, created_at)
    where status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');
create index ticket_unsolved_by_creation on ticket (created_at, id)
    include (status, assignee_id, type, priority, channel, group_name, tier, language, category, customer_id)
    where status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');
create index ticket_unsolved_by_rank on ticket (priority_rank, id)
    include (status, assignee_id, type, channel, group_name, tier, language, category, customer_id)
    where status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');
-- From the hits of a search to their order, without reading the tickets.
create index ticket_places on ticket (id) include (updated_at, created_at, number, priority_rank, status);

-- The words of a ticket: number, subject, description, requester, texts of its own fields, and what was said. Without
-- compression, so that its size can be asked for: a document has at most a megabyte.
create table ticket_search (
    ticket_id uuid primary key references ticket (id),
    document  tsvector not null,
    -- When the ticket was created and last changed, as numbers of the day, the 8, 64 and 512 days that these moments are in:
    -- what is newest among many hits is looked for among those of its days, then of the days around.
    periods   int[]    not null
);
alter table ticket_search alter column document set storage external;
-- Words that are not among those that statistics list are guessed to be as frequent as the rarest of these.
alter table ticket_search alter column document set statistics 1000;
-- What was written last is in a list that each search reads; it is kept short.
create index ticket_search_words on ticket_search using gin (document, periods) with (gin_pending_list_limit = 512);

-- The tickets whose words fit, in no order; those of some periods, unless these are null. Always by the index: how often words
-- stand together is in no statistics, and who takes rare ones for frequent ones reads the whole table.
create function ticket_hits(query tsquery, within int[]) returns setof uuid language plpgsql stable rows 300
    set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
    if within is null then
        return query select ticket_id from ticket_search where document @@ query;
    else
        return query select ticket_id from ticket_search where document @@ query and periods && within;
    end if;
end $$;

-- The day since the Unix epoch in UTC that a moment is in.
create function day_of(moment timestamptz) returns int language sql stable as $$
    select floor(extract(epoch from moment) / 86400)::int
$$;

-- By the database itself, so that no search can miss a ticket whose change forgot about it. SearchPeriod counts likewise.
create function ticket_search_is_in_its_periods() returns trigger language plpgsql as $$
begin
    select array[c, 1000000 + (c >> 3), 2000000 + (c >> 6), 3000000 + (c >> 9),
        10000000 + u, 11000000 + (u >> 3), 12000000 + (u >> 6), 13000000 + (u >> 9)] into new.periods
    from (select day_of(created_at) as c, day_of(updated_at) as u from ticket where id = new.ticket_id) days;
    return new;
end $$;
create trigger ticket_search_is_in_its_periods before insert or update on ticket_search
    for each row execute function ticket_search_is_in_its_periods();

create function ticket_moves_to_another_day() returns trigger language plpgsql as $$
begin
    update ticket_search set periods = periods where ticket_id = new.id;
    return null;
end $$;
create trigger ticket_moves_to_another_day after update of updated_at on ticket
    for each row when (day_of(old.updated_at) <> day_of(new.updated_at)) execute function ticket_moves_to_another_day();

alter table ticket_comment
    add column kind text not null default 'COMMENT' check (kind in ('COMMENT', 'CALL')),
    -- The mail as it came, when the history that it quoted was taken out of the body.
    add column original text check (length(original) <= 65536),
    add column call jsonb,
    add column mention_ids uuid[] not null default '{}',
    add constraint calls_have_their_details check ((kind = 'CALL') = (call is not null));

-- An export reads what was committed before every transaction that still runs: nothing can appear behind its cursor.
alter table ticket_change add column written_in xid8 not null default pg_current_xact_id();
create index ticket_change_in_order on ticket_change (written_in, id);

create table attachment (
    id           uuid primary key,
    ticket_id    uuid        not null references ticket (id),
    comment_id   uuid        references ticket_comment (id),
    name         text        not null check (length(name) between 1 and 200),
    media_type   text        not null,
    size         bigint      not null check (size between 1 and 26214400),
    sha256       text        not null check (length(sha256) = 64),
    visibility   text        not null check (visibility in ('PUBLIC', 'INTERNAL')),
    author_kind  text        not null check (author_kind in ('AGENT', 'CUSTOMER', 'SYSTEM')),
    author_id    uuid,
    author_name  text        not null,
    created_at   timestamptz not null
);
create index attachment_by_ticket on attachment (ticket_id, id);
create index attachment_by_comment on attachment (comment_id) where comment_id is not null;

create table attachment_part (
    attachment_id uuid  not null references attachment (id) on delete cascade,
    position      int   not null check (position between 0 and 1000),
    content       bytea not null check (length(content) between 1 and 262144),
    primary key (attachment_id, position)
);
-- Most files are compressed already.
alter table attachment_part alter column content set storage external;

create table macro (
    id         uuid primary key,
    version    bigint      not null,
    name       text        not null check (length(name) between 1 and 100),
    reply      text        check (length(reply) between 1 and 65536),
    visibility text        not null check (visibility in ('PUBLIC', 'INTERNAL')),
    changes    jsonb       not null,
    active     boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index macro_name on macro (lower(name));

-- What is discussed with third parties about a ticket, apart from its customer.
create table side_conversation (
    id          uuid primary key,
    version     bigint      not null,
    ticket_id   uuid        not null references ticket (id),
    subject     text        not null check (length(subject) between 1 and 300),
    party_name  text        not null check (length(party_name) between 1 and 200),
    party_email text        not null,
    state       text        not null check (state in ('OPEN', 'DONE')),
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create index side_conversation_by_ticket on side_conversation (ticket_id, id);

create table side_message (
    id                   uuid primary key,
    side_conversation_id uuid        not null references side_conversation (id),
    body                 text        not null check (length(body) between 1 and 65536),
    by_party             boolean     not null,
    author_id            uuid,
    author_name          text        not null,
    author_title         text,
    created_at           timestamptz not null
);
create index side_message_by_conversation on side_message (side_conversation_id, id);

-- What a merge changed, so that it can be taken back exactly.
create table ticket_merge (
    id                uuid primary key,
    version           bigint      not null,
    source_id         uuid        not null references ticket (id),
    target_id         uuid        not null references ticket (id),
    former_status     text        not null check (former_status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD', 'RESOLVED')),
    added_tags        text[]      not null,
    added_followers   uuid[]      not null,
    stopped_clocks    uuid[]      not null,
    reason            text        check (length(reason) between 1 and 1000),
    actor             text        not null,
    merged_at         timestamptz not null,
    undone_at         timestamptz,
    constraint merge_of_two check (source_id <> target_id)
);
create unique index ticket_merged_once on ticket_merge (source_id) where undone_at is null;
create index ticket_merge_by_target on ticket_merge (target_id, id);

create table ticket_link (
    id         uuid primary key,
    version    bigint      not null,
    ticket_id  uuid        not null references ticket (id),
    other_id   uuid        not null references ticket (id),
    kind       text        not null check (kind in ('RELATED', 'DUPLICATE', 'SPLIT')),
    actor      text        not null,
    created_at timestamptz not null,
    constraint link_of_two check (ticket_id <> other_id),
    constraint linked_once unique (ticket_id, other_id, kind)
);
create index ticket_link_by_other on ticket_link (other_id, id);

-- Problems that were resolved while more incidents hang on them than one transaction should touch.
create table problem_resolution (
    problem_id  uuid primary key references ticket (id),
    actor       text        not null,
    resolved_at timestamptz not null
);

create table ticket_view (
    id         uuid primary key,
    version    bigint      not null,
    name       text        not null check (length(name) between 1 and 100),
    owner_id   uuid,
    filter     jsonb       not null,
    sort       text        not null,
    position   int         not null check (position between 0 and 10000),
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index ticket_view_by_owner on ticket_view (owner_id, position, id);
insert into ticket_view (id, version, name, owner_id, filter, sort, position, created_at, updated_at) values
    ('01900000-0000-7000-8000-000000000001', 0, 'My open tickets', null,
     '{"status": "new,open,pending,on_hold", "assignee": "me"}', '-updatedAt', 10, now(), now()),
    ('01900000-0000-7000-8000-000000000002', 0, 'Nobody has them yet', null,
     '{"status": "new,open,pending,on_hold", "assignee": "none"}', 'createdAt', 20, now(), now()),
    ('01900000-0000-7000-8000-000000000003', 0, 'Open, the most urgent first', null,
     '{"status": "new,open"}', '-priority', 30, now(), now()),
    ('01900000-0000-7000-8000-000000000004', 0, 'Waiting for the customer', null,
     '{"status": "pending"}', 'updatedAt', 40, now(), now()),
    ('01900000-0000-7000-8000-000000000005', 0, 'Waiting for somebody else', null,
     '{"status": "on_hold"}', 'updatedAt', 50, now(), now()),
    ('01900000-0000-7000-8000-000000000006', 0, 'Open complaints', null,
     '{"status": "new,open,pending,on_hold", "type": "complaint"}', 'createdAt', 60, now(), now()),
    ('01900000-0000-7000-8000-000000000007', 0, 'Resolved', null,
     '{"status": "resolved"}', '-updatedAt', 70, now(), now());

-- Who looks at a ticket, or writes on it, right now. Lost with a crash of the database, like those who looked.
create unlogged table ticket_presence (
    id         uuid primary key,
    version    bigint      not null,
    ticket_id  uuid        not null,
    agent_id   uuid        not null,
    activity   text        not null check (activity in ('VIEWING', 'WRITING')),
    since      timestamptz not null,
    expires_at timestamptz not null,
    constraint one_presence_each unique (ticket_id, agent_id)
);
create index ticket_presence_over on ticket_presence (expires_at);
