package helpdesk.ticket.routing;

import helpdesk.ticket.vocabulary.Channel;
import java.util.List;

/**
 * What a ticket needs of whoever gets it.
 *
 * @param tier the lowest that will do
 * @param language null when any will do
 */
public record Need(Channel channel, String group, int tier, String language, List<RequiredSkill> skills) {}
