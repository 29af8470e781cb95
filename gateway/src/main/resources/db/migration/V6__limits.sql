-- What clients did at each instance in each second, for the other instances. Worth nothing after a minute, so it is not logged.
create unlogged table limit_use (
    slot     bigint not null,
    instance uuid   not null,
    bucket   text   not null,
    used     bigint not null,
    constraint limit_use_pk primary key (slot, instance, bucket),
    constraint limit_use_used check (used > 0)
);
