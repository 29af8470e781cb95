-- What the public reads of policies: under which names, by language. Nothing of those without, except of the one for all other tickets.
alter table service_level_policy add column public_names jsonb not null default '{}';

-- What the standards page says beside the policies.
create table standards_settings (
    id           uuid primary key,
    version      bigint      not null,
    organisation text,
    contacts     jsonb       not null,
    settlement   jsonb       not null,
    updated_at   timestamptz not null,
    constraint only_one check (id = '01990000-0000-7000-8000-0000000000d0')
);
insert into standards_settings (id, version, contacts, settlement, updated_at)
values ('01990000-0000-7000-8000-0000000000d0', 0, '[]', '{}', now());
