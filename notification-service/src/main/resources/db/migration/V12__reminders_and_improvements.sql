-- Customers are reminded of surveys, and told what became better. Not checked for what is there: the constraint it stands for was narrower.
alter table message
    drop constraint message_kind_known,
    add constraint message_kind_known check (kind in
        ('ACKNOWLEDGEMENT', 'REPLY', 'SURVEY_INVITATION', 'SURVEY_REMINDER', 'SURVEY_RECEIPT', 'IMPROVEMENT_DONE',
         'CALLBACK_CONFIRMATION', 'COUPON', 'GREETING', 'MISSED', 'NOTICE', 'STAFF_NOTICE', 'SIDE_CONVERSATION')) not valid;
