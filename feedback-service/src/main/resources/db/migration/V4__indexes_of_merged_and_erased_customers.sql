-- Apart from the columns: while these are made, invitations can still be read.
create index invitation_by_origin on invitation (customer_origin_id) where customer_origin_id is not null;
-- Who was never identified is found by where they were reached, when they want to be forgotten.
create index invitation_of_unknown_email on invitation (contact_email) where customer_id is null;
create index invitation_of_unknown_phone on invitation ((contact ->> 'phone')) where customer_id is null;
create index invitation_of_unknown_handle on invitation (ltrim(lower(contact -> 'handle' ->> 'handle'), '@'))
    where customer_id is null;
