-- Of whom something new is known: what follows from it is brought up to date moments later. Rows may be doubled, so that
-- writers never wait for each other.
create table profile_news (
    id          bigint generated always as identity primary key,
    customer_id uuid not null
);

-- Once a day, and when a rule has changed, everybody is looked at: how far that is.
create table review_round (
    single   boolean     primary key default true check (single),
    -- Behind whom it goes on; null when none is under way.
    place    uuid,
    begun_at timestamptz not null,
    -- Whether there is to be another one, as soon as none is under way.
    asked    boolean     not null
);
insert into review_round (begun_at, asked) values ('epoch', true);

-- By the database itself, so that no writer can forget about it.
create function customer_has_news() returns trigger language plpgsql as $$
begin
    insert into profile_news (customer_id) values (new.id);
    return null;
end $$;
create trigger customer_is_new after insert on customer
    for each row execute function customer_has_news();
create trigger customer_is_different after update on customer for each row
    when ((old.birthday, old.time_zone, old.custom_fields, old.languages, old.organization_id, old.account_manager_id,
        old.do_not_contact, old.consents, old.merged_into_id, old.erased_at, old.erasing) is distinct from
        (new.birthday, new.time_zone, new.custom_fields, new.languages, new.organization_id, new.account_manager_id,
        new.do_not_contact, new.consents, new.merged_into_id, new.erased_at, new.erasing))
    execute function customer_has_news();
create function row_is_news_of_customer() returns trigger language plpgsql as $$
begin
    insert into profile_news (customer_id) values (case tg_op when 'DELETE' then old.customer_id else new.customer_id end);
    return null;
end $$;
create trigger identity_is_news after insert or delete on customer_identity
    for each row execute function row_is_news_of_customer();
create trigger timeline_has_news after insert on timeline_entry
    for each row execute function row_is_news_of_customer();

-- Which day of each customer matters, and what is done about it.
create table milestone_rule (
    id         uuid        not null,
    version    bigint      not null,
    name       text        not null,
    source     text        not null,
    field      text,
    event      text,
    act        text        not null,
    title      text,
    lead_days  int         not null,
    hour       int         not null,
    active     boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint milestone_rule_pk primary key (id),
    constraint milestone_rule_name_length check (length(name) between 1 and 100),
    constraint milestone_rule_title_length check (length(title) between 1 and 100),
    constraint milestone_rule_source_known check (source in ('BIRTHDAY', 'ANNIVERSARY', 'CUSTOM_FIELD', 'EVENT')),
    constraint milestone_rule_field check ((field is not null) = (source = 'CUSTOM_FIELD')),
    constraint milestone_rule_event check ((event is not null) = (source = 'EVENT')),
    constraint milestone_rule_act_known check (act in ('CARD', 'NOTE')),
    constraint milestone_rule_lead_days_range check (lead_days between 0 and 60),
    constraint milestone_rule_hour_range check (hour between 0 and 23)
);
create unique index milestone_rule_name_taken on milestone_rule (lower(name));

-- A day that matters to a customer.
create table milestone (
    id          uuid        not null,
    version     bigint      not null,
    customer_id uuid        not null,
    origin_id   uuid,
    rule_id     uuid,
    kind        text        not null,
    title       text        not null,
    act         text        not null,
    lead_days   int         not null,
    hour        int         not null,
    first_on    date        not null,
    yearly      boolean     not null,
    -- The day that is told next, and when.
    next_on     date,
    due_at      timestamptz,
    -- The day that was told last.
    told_on     date,
    created_by  text        not null,
    created_at  timestamptz not null,
    constraint milestone_pk primary key (id),
    constraint milestone_customer foreign key (customer_id) references customer (id),
    constraint milestone_rule foreign key (rule_id) references milestone_rule (id),
    constraint milestone_kind_known check (kind in ('BIRTHDAY', 'ANNIVERSARY', 'DAY')),
    constraint milestone_act_known check (act in ('CARD', 'NOTE')),
    constraint milestone_title_length check (length(title) between 1 and 100),
    constraint milestone_due check ((next_on is null) = (due_at is null)),
    constraint milestone_once_a_year check (extract(year from next_on) > extract(year from told_on))
);
create unique index milestone_once_a_rule on milestone (customer_id, rule_id) where rule_id is not null;
create index milestone_by_customer on milestone (customer_id, id);
create index milestone_due on milestone (due_at, id) where due_at is not null;
create index milestone_by_origin on milestone (origin_id) where origin_id is not null;
create index milestone_by_rule on milestone (rule_id) where rule_id is not null;

-- Those that somebody wrote down: they follow when profiles are merged. Those by rules are planned anew for who goes on.
create view milestone_by_hand as select * from milestone where rule_id is null;
