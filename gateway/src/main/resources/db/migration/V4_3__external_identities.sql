-- Whose account it is that another issuer calls by this subject.
create table external_identity (
    issuer     text        not null,
    subject    text        not null,
    account_id uuid        not null,
    created_at timestamptz not null,
    constraint external_identity_pk primary key (issuer, subject),
    constraint external_identity_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint external_identity_subject_length check (length(subject) between 1 and 255)
);
create index external_identity_by_account on external_identity (account_id);
