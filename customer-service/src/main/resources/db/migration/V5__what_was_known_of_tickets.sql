-- How tickets stand that were linked before that was kept, as far as their timelines tell. Any later event knows better.
with latest as (
    select distinct on (ref_id) ref_id, kind, at from timeline_entry
    where source = 'ticket-service' and kind in ('ticket.opened', 'ticket.reopened', 'ticket.unmerged', 'ticket.resolved',
        'ticket.closed', 'ticket.merged')
    order by ref_id, at desc, id desc
), opened as (
    select ref_id, split_part(summary, ' ', 1) as number, substring(summary from '“(.*)”$') as subject from timeline_entry
    where source = 'ticket-service' and kind = 'ticket.opened'
)
update ticket_customer
set number = opened.number,
    subject = opened.subject,
    status = case latest.kind
        when 'ticket.resolved' then 'resolved'
        when 'ticket.closed' then 'closed'
        when 'ticket.merged' then 'closed'
        else 'open' end,
    changed_at = latest.at
from latest join opened using (ref_id)
where ticket_customer.ticket_id::text = latest.ref_id and ticket_customer.status is null;

update timeline_entry set by_customer = true
where source = 'ticket-service' and kind = 'ticket.opened' and summary not like '% opened as a follow-up: %'
    or source = 'ticket-service' and kind = 'ticket.reopened' and summary like '% reopened by the customer'
    or source = 'ticket-service' and kind = 'ticket.callback-asked'
    or source = 'notification-service' and kind in ('callback.requested', 'callback.completed')
    or source = 'feedback-service' and kind = 'survey.answered';
update timeline_pending set by_customer = true
where source = 'notification-service' and kind in ('callback.requested', 'callback.completed')
    or source = 'feedback-service' and kind = 'survey.answered';
