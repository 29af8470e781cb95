package helpdesk.ticket.servicelevel;

import java.util.List;

/** What a policy promises to those it is for. */
public record PolicyPromises(String name, boolean pausesOnHold, List<PolicyTarget> targets) {}
