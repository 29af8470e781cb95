-- Apart from the columns: while these are made, messages and callbacks can still be read.
create index message_by_origin on message (customer_origin_id) where customer_origin_id is not null;
create index known_ticket_by_origin on known_ticket (customer_origin_id) where customer_origin_id is not null;
create index callback_by_origin on callback (customer_origin_id) where customer_origin_id is not null;
create index known_ticket_by_customer on known_ticket (customer_id) where customer_id is not null;
-- Who wants to be forgotten is found by where they were to be called, too.
create index callback_by_phone on callback (phone);
