-- When the customer said last how content they are: an earlier word that is told late changes nothing. Null of what was told before.
alter table ticket add column rated_at timestamptz;
