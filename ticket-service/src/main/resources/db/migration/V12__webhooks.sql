-- Which webhooks there are, from notification-service's events: rules can have one told. One that was removed stays here,
-- so that an older event does not bring it back.
create table known_webhook (
    id       uuid primary key,
    removed  boolean not null,
    sequence bigint  not null
);
