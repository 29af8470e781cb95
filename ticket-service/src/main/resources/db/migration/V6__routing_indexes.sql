-- Apart from the columns: while these are made, tickets can still be read.
create index ticket_waiting on ticket ((-priority_rank), id) where assignee_id is null and status in ('NEW', 'OPEN');
create index ticket_routed on ticket (assignee_id, tier) where queue_id is not null and status in ('NEW', 'OPEN');
-- How much each has to do.
create index ticket_at_work on ticket (assignee_id, channel) where assignee_id is not null and status in ('NEW', 'OPEN');
