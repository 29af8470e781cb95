-- Apart from the columns: while these are made, invitations can still be read.
create unique index invitation_once_an_occasion on invitation (campaign_id, occasion_id, round) nulls not distinct
    where occasion_id is not null;
create index invitation_to_remind on invitation (remind_at) where state = 'SENT' and remind_at is not null;
create index invitation_by_campaign on invitation (campaign_id, id) where campaign_id is not null;
