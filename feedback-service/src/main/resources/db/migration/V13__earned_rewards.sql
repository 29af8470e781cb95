-- The coupons that answers earned, to be shown where they were given, from the events of customer-service.
create table earned_reward (
    coupon_id   uuid primary key,
    response_id uuid        not null,
    program     text        not null,
    code        text        not null,
    expires_at  timestamptz not null
);
create index earned_reward_by_response on earned_reward (response_id, coupon_id);
