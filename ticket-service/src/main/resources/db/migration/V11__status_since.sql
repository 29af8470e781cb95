-- Apart from the columns: while this is made, tickets can still be read.
update ticket t
set status_since = coalesce(
    (select max(c.at) from ticket_change c where c.ticket_id = t.id and c.field = 'status'), t.updated_at)
where status <> 'CLOSED';

-- What automations look for.
create index ticket_unclosed on ticket (id) where status <> 'CLOSED';
create index ticket_by_status_since on ticket (status, status_since) where status <> 'CLOSED';

create index ticket_probes on ticket (updated_at desc, id desc) where probe;
