-- Who fails to sign in waits, longer each time. Keys are hashes under a key of the installation: of a username and an address,
-- of a username, or of an address.
create table sign_in_attempt (
    key          text        not null,
    failures     int         not null,
    failed_at    timestamptz not null,
    -- When somebody last signed in with this username from this address.
    succeeded_at timestamptz,
    kept_until   timestamptz not null,
    constraint sign_in_attempt_pk primary key (key),
    constraint sign_in_attempt_key_form check (key ~ '^[A-Za-z0-9_-]{43}$'),
    constraint sign_in_attempt_failures_counted check (failures >= 0)
);
create index sign_in_attempt_by_end on sign_in_attempt (kept_until);
