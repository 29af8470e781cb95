-- What will be done about a ticket that cannot be solved at once: by whom, and until when.
create table plan_step (
    id           uuid primary key,
    version      bigint      not null,
    ticket_id    uuid        not null references ticket (id),
    what         text        not null check (length(what) between 1 and 500),
    owner_id     uuid        not null references agent (id),
    due_at       timestamptz not null,
    first_due_at timestamptz not null,
    done_at      timestamptz,
    late_at      timestamptz,
    -- Its ticket was closed, or goes on in another, before it was done.
    dropped      boolean     not null default false,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create index plan_step_by_ticket on plan_step (ticket_id, due_at, id);
-- What may become late, and has not been told to be.
create index plan_step_due on plan_step (due_at) where done_at is null and late_at is null and not dropped;
create index plan_step_by_owner on plan_step (owner_id, due_at, id) where done_at is null and not dropped;
