-- What goes on as something else: a profile that was merged into another. Without a successor it stands for itself again.
create table succession (
    id         uuid primary key,
    into_id    uuid,
    sequence   bigint      not null,
    -- What referred to it while it changed may have been written afterwards; it is looked for once more.
    settle_at  timestamptz,
    constraint succession_into_another check (into_id <> id)
);
create index succession_by_successor on succession (into_id) where into_id is not null;
create index succession_to_settle on succession (settle_at) where settle_at is not null;

-- Who wants to be forgotten, and what was theirs: nothing of it is kept again, however late it is told.
create table erased_subject (
    id        uuid primary key,
    erased_at timestamptz not null
);

-- What is still to be erased. The request names what to look for, and goes with the last of it.
create table erasure_task (
    request_id     uuid        not null,
    round          int         not null,
    request        jsonb       not null,
    event_id       text        not null,
    correlation_id text        not null,
    traceparent    text,
    failures       int         not null default 0,
    due_at         timestamptz not null,
    primary key (request_id, round)
);
create index erasure_task_due on erasure_task (due_at);
