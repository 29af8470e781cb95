-- A callback that somebody wishes while no time is free: there is none to book, and the wish is kept nevertheless.
alter table callback
    alter column slot_start drop not null,
    alter column slot_end drop not null,
    drop constraint callback_status_known,
    add constraint callback_status_known check (status in
        ('REQUESTED', 'SCHEDULED', 'ATTEMPTING', 'COMPLETED', 'NO_ANSWER', 'EXHAUSTED', 'CANCELLED', 'EXPIRED')),
    drop constraint callback_due_while_open,
    add constraint callback_due_while_open check (due_at is null or status in ('REQUESTED', 'SCHEDULED', 'NO_ANSWER')),
    add constraint callback_slot_whole check ((slot_start is null) = (slot_end is null)),
    add constraint callback_slot_booked check (slot_start is not null or status <> 'SCHEDULED');

-- The list is in the order of the booked times; what has none stands where it was asked for.
drop index callback_by_time;
drop index callback_by_status;
drop index callback_by_ticket;
drop index callback_by_customer;
create index callback_by_time on callback (coalesce(slot_start, created_at), id);
create index callback_by_status on callback (status, coalesce(slot_start, created_at), id);
create index callback_by_ticket on callback (ticket_id, coalesce(slot_start, created_at), id) where ticket_id is not null;
create index callback_by_customer on callback (customer_id, coalesce(slot_start, created_at), id)
    where customer_id is not null;

-- Whoever asks for a callback without saying where is called by the clock of the profile.
alter table known_customer
    add column time_zone text,
    add constraint known_customer_time_zone_length check (length(time_zone) between 1 and 100) not valid;

-- Not checked for what is there: the constraint it stands for was narrower.
alter table message
    drop constraint message_kind_known,
    add constraint message_kind_known check (kind in
        ('ACKNOWLEDGEMENT', 'REPLY', 'SURVEY_INVITATION', 'SURVEY_RECEIPT', 'CALLBACK_CONFIRMATION',
         'SIDE_CONVERSATION')) not valid;
