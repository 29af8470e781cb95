package helpdesk.feedback.invitation;

/** Told inside the service when an invitation is stored that need not wait. */
record InvitationDue() {}
