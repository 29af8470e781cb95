-- Mails that became tickets or comments, each once, and the files that came with them. No foreign key to comments: a split takes them elsewhere.
create table ticket_mail (
    mail_id     uuid        not null,
    ticket_id   uuid        not null,
    comment_id  uuid,
    files       jsonb       not null,
    received_at timestamptz not null,
    constraint ticket_mail_pk primary key (mail_id),
    constraint ticket_mail_ticket_fk foreign key (ticket_id) references ticket (id)
);
create index ticket_mail_by_ticket on ticket_mail (ticket_id, mail_id);
create index ticket_mail_by_comment on ticket_mail (comment_id) where comment_id is not null;
