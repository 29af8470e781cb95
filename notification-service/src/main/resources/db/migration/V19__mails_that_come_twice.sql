-- A mail with the Message-ID of another one of the same sender and moment, which says something else.
alter table mail drop constraint mail_state_known;
alter table mail add constraint mail_state_known check (state in
    ('RECEIVED', 'AUTO_REPLY', 'LOOP', 'BOUNCE', 'IGNORED', 'DUPLICATE', 'UNPARSABLE', 'TOO_LARGE')) not valid;
alter table mail validate constraint mail_state_known;
