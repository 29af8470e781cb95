-- How customers like to be told things; null when they have not said.
alter table customer
    add column preferred_channel text,
    add constraint customer_preferred_channel_known check (preferred_channel in ('EMAIL', 'SMS', 'PHONE')) not valid;
