-- Profiles from elsewhere, taken over row by row.
create table customer_import (
    id          uuid        not null,
    version     bigint      not null,
    state       text        not null,
    dry_run     boolean     not null,
    known       text        not null,
    rows        int         not null,
    created     int         not null,
    updated     int         not null,
    unchanged   int         not null,
    skipped     int         not null,
    failed      int         not null,
    started_by  text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    constraint customer_import_pk primary key (id),
    constraint customer_import_state_known check (state in ('RUNNING', 'FINISHED', 'CANCELLED')),
    constraint customer_import_known_known check (known in ('UPDATE', 'SKIP')),
    constraint customer_import_counts check (created + updated + unchanged + skipped + failed <= rows),
    constraint customer_import_ended check ((state = 'RUNNING') = (finished_at is null))
);
create index customer_import_running on customer_import (id) where state = 'RUNNING';

-- A row: what it says, until it is taken over; what became of it, afterwards.
create table customer_import_row (
    import_id   uuid not null,
    row         int  not null,
    cells       jsonb,
    -- By what the person would be recognised, while a dry run compares its rows with each other.
    identities  text[],
    outcome     text,
    customer_id uuid,
    problems    jsonb,
    constraint customer_import_row_pk primary key (import_id, row),
    constraint customer_import_row_import foreign key (import_id) references customer_import (id) on delete cascade,
    constraint customer_import_row_outcome_known
        check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED', 'FAILED')),
    constraint customer_import_row_forgets check (cells is null or outcome is null)
);
create index customer_import_row_by_outcome on customer_import_row (import_id, outcome, row);
create index customer_import_row_by_customer on customer_import_row (customer_id) where customer_id is not null;
create index customer_import_row_identities on customer_import_row using gin (identities) with (fastupdate = off) where identities is not null;
