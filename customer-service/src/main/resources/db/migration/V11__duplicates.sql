-- Whose profile is new or different, and is to be compared with others.
create table duplicate_check (
    customer_id uuid primary key,
    asked_at    timestamptz not null default now()
);
create index duplicate_check_in_order on duplicate_check (asked_at);

-- What profiles of one person may have in common: only those that share a key are compared.
create table duplicate_key (
    key         text not null,
    customer_id uuid not null,
    constraint duplicate_key_pk primary key (key, customer_id),
    constraint duplicate_key_length check (length(key) between 1 and 400)
);
create index duplicate_key_by_customer on duplicate_key (customer_id);

-- Two profiles that may be of one person.
create table duplicate_suggestion (
    id           uuid        not null,
    first_id     uuid        not null,
    second_id    uuid        not null,
    score        int         not null,
    reasons      text[]      not null,
    found_at     timestamptz not null,
    dismissed_at timestamptz,
    dismissed_by text,
    constraint duplicate_suggestion_pk primary key (id),
    constraint duplicate_suggestion_once unique (first_id, second_id),
    constraint duplicate_suggestion_in_order check (first_id < second_id),
    constraint duplicate_suggestion_first foreign key (first_id) references customer (id),
    constraint duplicate_suggestion_second foreign key (second_id) references customer (id),
    constraint duplicate_suggestion_score_range check (score between 1 and 99),
    constraint duplicate_suggestion_dismissed check ((dismissed_at is null) = (dismissed_by is null))
);
create index duplicate_suggestion_best on duplicate_suggestion (score desc, id desc) where dismissed_at is null;
create index duplicate_suggestion_by_second on duplicate_suggestion (second_id);

-- By the database itself, so that no change of a profile can forget about it.
create function customer_is_to_be_compared() returns trigger language plpgsql as $$
begin
    insert into duplicate_check (customer_id) values (new.id) on conflict do nothing;
    return null;
end $$;
create trigger customer_is_to_be_compared after insert or update of name, birthday, merged_into_id, erased_at on customer
    for each row execute function customer_is_to_be_compared();
create function identity_is_to_be_compared() returns trigger language plpgsql as $$
begin
    insert into duplicate_check (customer_id)
    values (case tg_op when 'DELETE' then old.customer_id else new.customer_id end) on conflict do nothing;
    return null;
end $$;
create trigger identity_is_to_be_compared after insert or delete on customer_identity
    for each row execute function identity_is_to_be_compared();

-- Those who were there before.
insert into duplicate_check (customer_id) select id from customer;
