-- Apart from the columns: while these are made, profiles can still be read.
create index customer_by_organization on customer (organization_id, id) where organization_id is not null;
create index customer_by_account_manager on customer (account_manager_id, id) where account_manager_id is not null;
create index ticket_customer_open on ticket_customer (customer_id, changed_at desc, ticket_id)
    where status in ('new', 'open', 'pending', 'on_hold');
