-- A key signs from a moment on at which everybody who verifies has it, and is published until the last token of it has expired.
alter table signing_key add column signs_from timestamptz;
-- The last moment at which a token of it may be good; null while no other key has taken its place.
alter table signing_key add column ends_at timestamptz;
alter table signing_key add constraint signing_key_ends_after_it_began check (ends_at >= created_at);
