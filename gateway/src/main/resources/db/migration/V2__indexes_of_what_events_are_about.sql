-- What is logged about somebody is found when they ask for it, and when they want to be forgotten. Most events have either.
create index logged_event_by_customer on logged_event ((envelope -> 'data' ->> 'customerId'))
    where envelope -> 'data' ->> 'customerId' is not null;
create index logged_event_by_ticket on logged_event ((envelope -> 'data' ->> 'ticketId'))
    where envelope -> 'data' ->> 'ticketId' is not null;
