create table account (
    id            uuid        primary key,
    version       bigint      not null,
    username      text        not null constraint account_username_form check (username ~ '^[a-z0-9._-]{3,64}$'),
    display_name  text        not null constraint account_display_name_length check (length(display_name) between 1 and 200),
    email         text        constraint account_email_length check (length(email) <= 254),
    roles         text[]      not null constraint account_roles_known
        check (cardinality(roles) >= 1 and roles <@ array ['admin', 'supervisor', 'agent']),
    active        boolean     not null,
    password_hash text        not null constraint account_password_hash_form check (password_hash like '$argon2id$%'),
    -- Tokens issued before this moment are not accepted any more.
    tokens_since  timestamptz not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    constraint account_username_unique unique (username)
);
create index account_by_tokens_since on account (tokens_since);

create table signing_key (
    kid         text        primary key,
    public_jwk  jsonb       not null,
    -- AES-GCM: 12 bytes of nonce, then the PKCS #8 private key, sealed under a key derived from the installation's secret.
    private_key bytea       not null,
    created_at  timestamptz not null
);

create table api_key (
    id         uuid        primary key,
    version    bigint      not null,
    name       text        not null constraint api_key_name_length check (length(name) between 1 and 100),
    roles      text[]      not null constraint api_key_roles_known
        check (cardinality(roles) >= 1 and roles <@ array ['integration', 'agent']),
    prefix     text        not null constraint api_key_prefix_form check (prefix ~ '^hd_'),
    hash       bytea       not null constraint api_key_hash_length check (length(hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    constraint api_key_hash_unique unique (hash)
);
create unique index api_key_name_unique on api_key (name) where revoked_at is null;
create index api_key_by_id on api_key (id) where revoked_at is null;
create index api_key_by_revocation on api_key (revoked_at) where revoked_at is not null;

-- What intake has taken, so that the same event sent again needs no second publication.
create table accepted_event (
    source      text        not null,
    event_id    text        not null,
    accepted_at timestamptz not null,
    primary key (source, event_id)
);
create index accepted_event_by_age on accepted_event (accepted_at);

-- The log of all topics. Positions become visible in their order, because whoever appends holds a lock until its commit.
create table logged_event (
    position bigint generated always as identity primary key,
    source   text        not null,
    event_id text        not null,
    type     text        not null,
    subject  text,
    time     timestamptz not null,
    envelope jsonb       not null,
    constraint logged_event_unique unique (source, event_id)
);
create index logged_event_by_subject on logged_event (subject, position);
create index logged_event_by_type on logged_event (type, position);
