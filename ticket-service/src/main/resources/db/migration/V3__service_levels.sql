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

-- Clocks tell when the goal has passed, and when the promise has; each once.
alter table service_level_clock
    add column warned_at   timestamptz,
    add column breached_at timestamptz,
    -- When there is something to tell next; null when nothing will be.
    add column alarm_at    timestamptz;
-- By the database itself, so that it is right whoever writes; what was late when it stopped is told at once.
create function service_level_clock_has_its_alarm() returns trigger language plpgsql as $$
begin
    new.alarm_at := case
        when new.met_at is null and new.paused_at is null then
            case when new.warned_at is null then new.goal_at when new.breached_at is null then new.promise_at end
        when new.breached_at is null and coalesce(new.met_at, new.paused_at) > new.promise_at then new.promise_at end;
    return new;
end $$;
create trigger service_level_clock_has_its_alarm before insert or update on service_level_clock
    for each row execute function service_level_clock_has_its_alarm();
-- What was late before clocks told so is no news. Only what is open is touched: the rest may be millions.
update service_level_clock
set warned_at = case when goal_at < coalesce(paused_at, now()) then goal_at end,
    breached_at = case when promise_at < coalesce(paused_at, now()) then promise_at end
where met_at is null;
create index service_level_clock_alarms on service_level_clock (alarm_at) where alarm_at is not null;
drop index service_level_clock_running;

-- How often a clock has told: what is told changes the ticket's version, and not the time of its last change.
alter table ticket add column alarms int not null default 0 check (alarms >= 0);
