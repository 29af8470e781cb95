-- Whose it was before profiles were merged; null where that is the same. Of whoever was forgotten, what is counted stays.
-- The constraint is not checked for what is there: the one it stands for was narrower.
alter table invitation
    add column customer_origin_id uuid,
    add column erased_at          timestamptz,
    drop constraint invitation_drop_reason,
    add constraint invitation_drop_reason check (drop_reason in ('QUIET_PERIOD', 'REOPENED', 'ERASED')) not valid;
