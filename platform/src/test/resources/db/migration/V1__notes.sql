create table note (
    id         uuid primary key,
    version    bigint      not null,
    text       text        not null constraint note_text_length check (length(text) between 1 and 1000000),
    custom     jsonb,
    written_at timestamptz not null
);
create index note_by_age on note (id desc);

-- What a consumer did: a row each time, so that a test can count.
create table effect (
    id         bigint generated always as identity primary key,
    event_id   text not null,
    source     text not null,
    subject    text,
    correlation text,
    actor      text,
    trace      text
);
create index effect_by_event on effect (event_id);

-- A row in it ends the session that commits it, in the middle of the commit.
create table broken_commit (n int not null);
create function end_own_session() returns trigger language plpgsql as
$$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
create constraint trigger end_own_session after insert on broken_commit deferrable initially deferred
    for each row execute function end_own_session();

-- Letters, to somebody who may go on as somebody else.
create table letter (
    name         text primary key,
    to_id        uuid not null,
    to_origin_id uuid
);
