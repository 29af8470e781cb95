-- By which network a comment came or goes out, and when it was said there; null of what was said here.
alter table ticket_comment
    add column network text collate "C" check (length(network) between 1 and 50),
    add column sent_at timestamptz;

-- A conversation on a network, and the ticket with which it goes on. A merged ticket keeps its own: it may stand for itself again.
create table channel_conversation (
    id              uuid primary key,
    network         text        collate "C" not null check (length(network) between 1 and 50),
    conversation_id text        collate "C" not null check (length(conversation_id) between 1 and 200),
    channel         text        not null check (channel in ('SOCIAL', 'CHAT')),
    handle          text        not null check (length(handle) between 1 and 100),
    ticket_id       uuid        not null references ticket (id),
    last_in_at      timestamptz not null,
    created_at      timestamptz not null,
    constraint channel_conversation_once unique (network, conversation_id)
);
create index channel_conversation_by_ticket on channel_conversation (ticket_id) include (network);
create index channel_conversation_by_arrival on channel_conversation (network, last_in_at);

-- A message that came, and the answer that was given to who brought it.
create table channel_message (
    id                      uuid primary key,
    network                 text        collate "C" not null,
    message_id              text        collate "C" not null check (length(message_id) between 1 and 200),
    channel_conversation_id uuid        not null references channel_conversation (id) on delete cascade,
    -- Where the words are.
    ticket_id               uuid        not null references ticket (id),
    -- Null of the message that is the description of its ticket.
    comment_id              uuid        references ticket_comment (id),
    -- Another one when the ticket goes on in that.
    answered_ticket_id      uuid        not null references ticket (id),
    opened                  boolean     not null,
    text_sha256             text        not null check (length(text_sha256) = 64),
    in_reply_to             text        check (length(in_reply_to) between 1 and 200),
    sent_at                 timestamptz,
    received_at             timestamptz not null,
    constraint channel_message_once unique (network, message_id)
);
create index channel_message_by_conversation on channel_message (channel_conversation_id);
create index channel_message_by_ticket on channel_message (ticket_id);

-- A reply that an adapter was asked to bring to a network, and what came of it.
create table channel_delivery (
    comment_id              uuid primary key references ticket_comment (id),
    network                 text        collate "C" not null,
    channel_conversation_id uuid        not null references channel_conversation (id) on delete cascade,
    state                   text        not null check (state in ('ASKED', 'DELIVERED', 'FAILED')),
    network_message_id      text        check (length(network_message_id) between 1 and 200),
    reason                  text        check (length(reason) between 1 and 1000),
    asked_at                timestamptz not null,
    reported_at             timestamptz,
    -- When somebody was told on the ticket that it failed.
    noted_at                timestamptz,
    constraint reported_once_known check ((state = 'ASKED') = (reported_at is null))
);
create index channel_delivery_by_conversation on channel_delivery (channel_conversation_id);
create index channel_delivery_by_network on channel_delivery (network, asked_at);
-- What needs somebody is a small part of the whole.
create index channel_delivery_undone on channel_delivery (state, asked_at, comment_id) where state <> 'DELIVERED';
create index channel_delivery_undone_by_network on channel_delivery (network, state, asked_at, comment_id)
    where state <> 'DELIVERED';
