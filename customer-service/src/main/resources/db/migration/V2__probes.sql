-- Requests that the organisation opened itself: nobody is behind them, and nothing of them waits for a customer.
create table probe_ticket (
    ticket_id uuid primary key
);
