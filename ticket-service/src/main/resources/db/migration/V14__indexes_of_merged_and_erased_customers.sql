-- Apart from the column: while these are made, tickets can still be read.
create index ticket_by_customer_origin on ticket (customer_origin_id) where customer_origin_id is not null;
create index ticket_by_phone on ticket (phone) where phone is not null;
create index side_conversation_by_party on side_conversation (party_email);
