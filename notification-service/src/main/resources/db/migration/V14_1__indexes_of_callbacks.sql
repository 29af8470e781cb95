-- Apart from the columns: while these are made, callbacks can still be read.
create index callback_due_by_promise on callback (coalesce(slot_end, created_at), id) where due_at is not null;
create index callback_claimed on callback (claimed_until) where claimed_until is not null;
create index callback_to_remind on callback (remind_at) where remind_at is not null;
create index callback_punctuality on callback (slot_start, group_name)
    where status in ('COMPLETED', 'EXHAUSTED', 'EXPIRED');
