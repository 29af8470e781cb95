-- What customers want to be told. One who is not known to refuse is told.
alter table known_customer
    add column do_not_contact boolean default false,
    add column refused        text[]  default '{}';

-- Some messages are not sent because their customer does not want them. Not checked for what is there: the constraint it stands
-- for was narrower.
alter table message
    drop constraint message_state_known,
    add constraint message_state_known check (state in ('QUEUED', 'SENT', 'KEPT', 'FAILED', 'WITHHELD')) not valid;
