package helpdesk.customer.merge;

import helpdesk.customer.profile.Identity;
import helpdesk.customer.profile.ProfileState;
import java.util.List;

/**
 * What a merge changed.
 *
 * @param identities those that moved, as the duplicate had them
 * @param former what the survivor said before
 * @param merged what it said afterwards
 */
record MergeMemory(List<Identity> identities, ProfileState former, ProfileState merged) {}
