-- When people are there: the time that clocks in business time count.
create table business_calendar (
    id           uuid primary key,
    version      bigint      not null,
    name         text        not null check (length(name) between 1 and 100),
    time_zone    text        not null check (length(time_zone) <= 100),
    week         jsonb       not null,
    holidays     jsonb,
    special_days jsonb       not null default '[]',
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create unique index business_calendar_name on business_calendar (lower(name));

-- What "three business days" means until somebody says better.
insert into business_calendar (id, version, name, time_zone, week, created_at, updated_at)
select '01990000-0000-7000-8000-0000000000ca', 0, 'Business days', 'UTC',
    (select jsonb_object_agg(day, '[{"from":"00:00","to":"00:00"}]'::jsonb)
     from unnest(array['monday', 'tuesday', 'wednesday', 'thursday', 'friday']) day),
    now(), now();
