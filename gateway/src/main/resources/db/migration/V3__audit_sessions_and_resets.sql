-- Who did what to accounts and keys, and who signed in. Each entry has the hash of the one before it.
create table audit_entry (
    number     bigint      not null,
    at         timestamptz not null,
    action     text        not null,
    actor      text        not null,
    subject    text,
    detail     text,
    address    text,
    request_id text,
    previous   bytea       not null,
    hash       bytea       not null,
    -- The hash under a key of the installation: who can write to the database alone cannot make it.
    seal       bytea       not null,
    constraint audit_entry_pk primary key (number),
    constraint audit_entry_number_positive check (number >= 1),
    constraint audit_entry_action_form check (action ~ '^[a-z-]{3,40}$'),
    constraint audit_entry_detail_length check (length(detail) between 1 and 1000),
    constraint audit_entry_hashes check (length(previous) = 32 and length(hash) = 32 and length(seal) = 32)
);
create index audit_entry_by_actor on audit_entry (actor, number);
create index audit_entry_by_subject on audit_entry (subject, number) where subject is not null;
create index audit_entry_by_action on audit_entry (action, number);
create index audit_entry_by_time on audit_entry (at, number);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is only ever appended to';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_entry_stays();
create trigger audit_entry_stays_whole before truncate on audit_entry
    for each statement execute function audit_entry_stays();

-- A session is what one sign-in began; its refresh tokens follow each other.
create table session (
    id         uuid        not null,
    account_id uuid        not null,
    created_at timestamptz not null,
    used_at    timestamptz not null,
    -- Whatever happens, a session does not last longer.
    expires_at timestamptz not null,
    ended_at   timestamptz,
    ended_by   text,
    address    text,
    program    text,
    constraint session_pk primary key (id),
    constraint session_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint session_ended_by_known check (ended_by in ('SIGN_OUT', 'REUSE', 'ACCOUNT')),
    constraint session_ended_for_a_reason check ((ended_at is null) = (ended_by is null)),
    constraint session_program_length check (length(program) between 1 and 200)
);
create index session_by_account on session (account_id, id) where ended_at is null;
create index session_by_end on session (expires_at);

create table refresh_token (
    hash       bytea       not null,
    session_id uuid        not null,
    issued_at  timestamptz not null,
    used_at    timestamptz,
    constraint refresh_token_pk primary key (hash),
    constraint refresh_token_session_fk foreign key (session_id) references session (id) on delete cascade,
    constraint refresh_token_hash_length check (length(hash) = 32)
);
create index refresh_token_by_session on refresh_token (session_id);

-- Links by which somebody chooses a new password, once.
create table password_reset (
    hash       bytea       not null,
    account_id uuid        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint password_reset_pk primary key (hash),
    constraint password_reset_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint password_reset_hash_length check (length(hash) = 32)
);
create index password_reset_by_account on password_reset (account_id);
create index password_reset_by_end on password_reset (expires_at);
