package helpdesk.customer.card;

import java.util.UUID;

/** The organisation that somebody belongs to. */
record CardOrganization(UUID id, String name) {}
