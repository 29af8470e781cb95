package helpdesk.ticket.ticketing;

import java.util.UUID;

/**
 * A customer who stays away, and whom we want back.
 *
 * @param lapse what it is known by
 * @param customer whose ticket it becomes
 * @param named the profile that was named; another one when that goes on in the customer's
 * @param name what the customer likes to be called
 * @param story why, and what is to be done, in sentences for the one who does it
 * @param owner the agent who should do it; null when nobody is named
 * @param group the group that should do it; null when none is named
 */
public record WinBack(UUID lapse, UUID customer, UUID named, String name, String story, UUID owner, String group) {}
