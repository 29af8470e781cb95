-- What of its roles' rights a key may use; null: all of them.
alter table api_key add column scopes text[];
alter table api_key add constraint api_key_scopes_form check (
    cardinality(scopes) between 1 and 100 and array_to_string(scopes, ' ', '-') ~ '^((\*|[a-z][a-z-]*):(read|write) ?)+$');
-- The former secret is good for a time after the key got another one.
alter table api_key add column previous_hash bytea;
alter table api_key add column previous_until timestamptz;
alter table api_key add constraint api_key_previous_hash_length check (length(previous_hash) = 32);
alter table api_key add constraint api_key_previous_ends check ((previous_hash is null) = (previous_until is null));
create unique index api_key_previous_hash_unique on api_key (previous_hash) where previous_hash is not null;
-- To the minute, so that a request costs no write.
alter table api_key add column last_used_at timestamptz;
