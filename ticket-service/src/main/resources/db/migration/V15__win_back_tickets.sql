-- The lapse of a customer that the ticket is to make good; null of all others.
alter table ticket
    add column win_back_of uuid,
    drop constraint ticket_origin_check,
    add constraint ticket_origin_check
        check (origin in ('AGENT', 'INTEGRATION', 'PUBLIC', 'FOLLOW_UP', 'WIN_BACK')) not valid;
