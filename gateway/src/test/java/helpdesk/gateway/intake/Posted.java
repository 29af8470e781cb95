package helpdesk.gateway.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Events as tests post them. */
final class Posted {

    static final String SOURCE = "https://shop.example.org/orders";

    private Posted() {}

    /** A new, valid event. */
    static Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", SOURCE);
        event.put("type", "org.example.order.delayed.v1");
        event.put("subject", "order-" + UUID.randomUUID());
        event.put("time", "2026-10-05T08:50:00Z");
        event.put("datacontenttype", "application/json");
        event.put("data", Map.of("orderNumber", "77120", "price", 12.5));
        return event;
    }

    /** The same with another attribute; null removes it. */
    static Map<String, Object> event(String attribute, Object value) {
        Map<String, Object> event = event();
        if (value == null) {
            event.remove(attribute);
        } else {
            event.put(attribute, value);
        }
        return event;
    }
}
