-- Prizes drawn among all who did something, so that anybody can check it.
create table draw (
    id             uuid        not null,
    version        bigint      not null,
    name           text        not null,
    program_id     uuid        not null,
    winners        int         not null,
    happening      text        not null,
    opens_at       timestamptz not null,
    closes_at      timestamptz not null,
    -- What decides, and what was published of it before anybody took part.
    seed           text        not null,
    commitment     text        not null,
    entries        int,
    entries_digest text,
    drawn_at       timestamptz,
    created_by     text        not null,
    created_at     timestamptz not null,
    constraint draw_pk primary key (id),
    constraint draw_program foreign key (program_id) references reward_program (id),
    constraint draw_name_length check (length(name) between 1 and 100),
    constraint draw_winners_range check (winners between 1 and 100),
    constraint draw_forward check (opens_at < closes_at),
    constraint draw_seed_form check (seed ~ '^[0-9a-f]{64}$' and commitment ~ '^[0-9a-f]{64}$'),
    constraint draw_whole check ((drawn_at is null) = (entries is null) and (drawn_at is null) = (entries_digest is null))
);
create unique index draw_name_taken on draw (lower(name));
create index draw_to_be_drawn on draw (closes_at) where drawn_at is null;

-- Somebody who takes part. The id tells nothing of who it is; who was forgotten is nobody.
create table draw_entry (
    id          uuid        not null,
    draw_id     uuid        not null,
    customer_id uuid,
    origin_id   uuid,
    entered_at  timestamptz not null,
    -- From 1 for the first of the winners.
    place       int,
    coupon_id   uuid,
    constraint draw_entry_pk primary key (id),
    constraint draw_entry_draw foreign key (draw_id) references draw (id),
    constraint draw_entry_customer foreign key (customer_id) references customer (id),
    constraint draw_entry_prize check (coupon_id is null or place is not null)
);
create unique index draw_entry_once on draw_entry (draw_id, coalesce(origin_id, customer_id));
create index draw_entry_by_draw on draw_entry (draw_id, id);
create index draw_entry_by_customer on draw_entry (customer_id, id);
create index draw_entry_by_origin on draw_entry (origin_id) where origin_id is not null;
create index draw_entry_to_be_awarded on draw_entry (draw_id, place) where place is not null and coupon_id is null and customer_id is not null;
create unique index draw_entry_place on draw_entry (draw_id, place) where place is not null;
