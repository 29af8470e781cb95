-- What staff answer, without a name or a time: nothing here leads back to who it was. Ids are random, not in the order of time.
create table staff_response (
    id          uuid primary key,
    campaign_id uuid  not null constraint staff_response_campaign references campaign,
    survey_id   uuid  not null constraint staff_response_survey references survey,
    answers     jsonb not null
);
create index staff_response_by_campaign on staff_response (campaign_id, id);

-- Who has answered, so that each is heard once: a keyed digest of the campaign and the account. It says nothing of what was answered.
create table staff_voter (
    campaign_id uuid  not null constraint staff_voter_campaign references campaign,
    voter       bytea not null,
    primary key (campaign_id, voter)
);
