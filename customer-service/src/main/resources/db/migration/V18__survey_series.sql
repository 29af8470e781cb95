-- What all versions of the answered survey have in common; null of what was claimed before surveys had versions.
alter table reward_claim add column survey_series_id uuid;
