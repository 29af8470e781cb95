-- Apart from the columns: while these are made, profiles can still be read.
create index customer_by_successor on customer (merged_into_id) where merged_into_id is not null;
create index timeline_entry_by_origin on timeline_entry (origin_id) where origin_id is not null;
create index ticket_customer_by_origin on ticket_customer (origin_id) where origin_id is not null;
create index ticket_customer_by_customer on ticket_customer (customer_id);
create index customer_note_by_origin on customer_note (origin_id) where origin_id is not null;
create index coupon_by_origin on coupon (origin_id) where origin_id is not null;
create index reward_claim_by_owner on reward_claim (owner_id) where owner_id is not null;
create index reward_claim_by_customer on reward_claim (customer_id) where customer_id is not null;
create index reward_claim_by_owner_origin on reward_claim (owner_origin_id) where owner_origin_id is not null;
create index reward_claim_by_customer_origin on reward_claim (customer_origin_id) where customer_origin_id is not null;
create index consent_change_by_origin on consent_change (origin_id) where origin_id is not null;
create index identity_change_by_origin on identity_change (origin_id) where origin_id is not null;
create index identity_change_by_other on identity_change (other_id) where other_id is not null;
create index customer_merge_by_duplicate on customer_merge (duplicate_id);
