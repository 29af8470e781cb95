package helpdesk.notification.customers;

import java.util.Map;
import java.util.UUID;

/**
 * Whose something is.
 *
 * @param id the customer; null when not known
 * @param origin who was named, when that profile goes on in the customer's; else null
 */
public record Owner(UUID id, UUID origin) {

    public static final Owner UNKNOWN = new Owner(null, null);

    /**
     * Whoever was named, as what they go on as.
     *
     * @param named null when nobody was
     * @param current what customers go on as
     */
    public static Owner of(UUID named, Map<UUID, UUID> current) {
        if (named == null) {
            return UNKNOWN;
        }
        UUID id = current.getOrDefault(named, named);
        return new Owner(id, id.equals(named) ? null : named);
    }
}
