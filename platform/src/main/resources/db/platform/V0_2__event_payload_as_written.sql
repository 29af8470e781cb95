-- jsonb writes numbers and spaces in its own way, so that an event which was small enough to be appended could be too large
-- to be sent, and would have blocked the ones behind it. json keeps the text.
alter table outbox_event
    alter column payload type json using payload::json;
