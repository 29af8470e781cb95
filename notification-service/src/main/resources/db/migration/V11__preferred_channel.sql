-- How customers like to be told things, as events name it; null when that is not known.
alter table known_customer
    add column preferred_channel text;
