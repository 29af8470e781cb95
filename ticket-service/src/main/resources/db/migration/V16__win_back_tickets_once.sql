-- Apart from the column: while this is looked at and made, tickets can still be read.
alter table ticket validate constraint ticket_origin_check;
create unique index ticket_win_back_once on ticket (win_back_of) where win_back_of is not null;
