-- Messages about callbacks and appointments, and those that go out by a server.
alter table message
    drop constraint message_kind_known,
    add constraint message_kind_known check (kind in
        ('ACKNOWLEDGEMENT', 'REPLY', 'SURVEY_INVITATION', 'SURVEY_REMINDER', 'SURVEY_RECEIPT', 'IMPROVEMENT_DONE',
         'CALLBACK_CONFIRMATION', 'CALLBACK_REMINDER', 'CALLBACK_MOVED', 'CALLBACK_CANCELLED', 'CALLBACK_MISSED',
         'APPOINTMENT_CONFIRMATION', 'APPOINTMENT_REMINDER', 'APPOINTMENT_MOVED', 'APPOINTMENT_CANCELLED',
         'COUPON', 'GREETING', 'MISSED', 'NOTICE', 'STAFF_NOTICE', 'SIDE_CONVERSATION')) not valid;

alter table message_attempt
    drop constraint message_attempt_transport_known,
    add constraint message_attempt_transport_known check (transport in ('KEPT', 'SMTP', 'SMS', 'INBOX')) not valid,
    drop constraint message_attempt_outcome_known,
    add constraint message_attempt_outcome_known check (outcome in ('DELIVERED', 'FAILED', 'UNCERTAIN', 'BOUNCED')) not valid;
