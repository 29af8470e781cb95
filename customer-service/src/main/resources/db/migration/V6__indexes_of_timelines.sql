-- Apart from what fills the columns: while these are made, timelines can still be read.
-- Kind by kind, and family by family: of ticket.opened that is ticket.
create index timeline_entry_by_kind on timeline_entry (customer_id, kind, at desc, id desc);
create index timeline_entry_by_family on timeline_entry (customer_id, split_part(kind, '.', 1), at desc, id desc);
create index timeline_entry_by_customer on timeline_entry (customer_id, at desc, id desc) where by_customer;
