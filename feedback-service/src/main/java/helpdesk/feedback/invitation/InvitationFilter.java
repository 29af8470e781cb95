package helpdesk.feedback.invitation;

import java.util.UUID;

/** Which invitations are listed; what is null does not narrow the list. */
record InvitationFilter(UUID ticketId, InvitationState state, UUID customerId, UUID campaignId) {}
