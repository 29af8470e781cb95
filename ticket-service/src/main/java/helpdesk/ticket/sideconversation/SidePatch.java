package helpdesk.ticket.sideconversation;

import helpdesk.ticket.input.Kept;

/** What can be written of a side conversation. */
public record SidePatch(
        @Kept(message = "It is open or done.") SideState state) {}
