-- What customers want to be told, and what not.
alter table customer
    add column do_not_contact boolean not null default false,
    add column consents       jsonb   not null default '[]';

-- Each statement, with its proof; the latest that covers something counts.
create table consent_change (
    id          uuid primary key,
    customer_id uuid        not null references customer (id),
    at          timestamptz not null,
    purpose     text        not null check (purpose in ('SURVEYS', 'REWARDS', 'GREETINGS', 'OFFERS')),
    channel     text check (channel in ('EMAIL', 'SMS', 'PHONE')),
    granted     boolean     not null,
    how         text        not null check (length(how) between 1 and 200),
    proof       text check (length(proof) between 1 and 1000),
    actor       text        not null
);
create index consent_change_by_customer on consent_change (customer_id, id);
