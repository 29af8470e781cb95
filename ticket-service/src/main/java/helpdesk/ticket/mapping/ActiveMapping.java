package helpdesk.ticket.mapping;

import java.util.UUID;

/**
 * A mapping that acts, as it was when the event was taken.
 *
 * @param id null of one that is only thought of
 */
record ActiveMapping(UUID id, TicketMappingBody body) {

    static ActiveMapping of(TicketMapping mapping) {
        return new ActiveMapping(mapping.id(), mapping.writable());
    }
}
