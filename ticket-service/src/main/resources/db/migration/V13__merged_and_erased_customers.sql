-- Whose the ticket was before profiles were merged; null where that is the same.
alter table ticket add column customer_origin_id uuid;
