-- Customers are told of coupons. Not checked for what is there: the constraint it stands for was narrower.
alter table message
    drop constraint message_kind_known,
    add constraint message_kind_known check (kind in
        ('ACKNOWLEDGEMENT', 'REPLY', 'SURVEY_INVITATION', 'SURVEY_RECEIPT', 'CALLBACK_CONFIRMATION', 'COUPON',
         'NOTICE', 'STAFF_NOTICE', 'SIDE_CONVERSATION')) not valid;
