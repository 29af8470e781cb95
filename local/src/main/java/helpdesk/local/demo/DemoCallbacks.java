package helpdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Callbacks that customers of the demonstration have booked.
 *
 * @param agent who takes the bookings and calls
 */
record DemoCallbacks(HelpdeskApi agent) {

    private static final Duration HOW_FAR_AHEAD = Duration.ofDays(6);

    void book(String key, JsonNode story) {
        ObjectNode booking = story.path("booking").deepCopy();
        Optional<String> slot = freeSlot(booking.path("timeZone").asText());
        if (slot.isEmpty()) {
            return;
        }
        booking.put("slotStart", slot.get());
        String id =
                agent.post("/callbacks", booking, "callback-" + key).path("id").asText();
        if (story.has("attempt")) {
            agent.post("/callbacks/" + id + "/attempts", story.path("attempt"), "attempt-" + key);
        }
    }

    private Optional<String> freeSlot(String timeZone) {
        Instant from = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.HOURS);
        String query = "from=%s&to=%s&timeZone=%s"
                .formatted(from, from.plus(HOW_FAR_AHEAD), URLEncoder.encode(timeZone, StandardCharsets.UTF_8));
        for (JsonNode slot : agent.get("/callback-slots?" + query).path("items")) {
            if (slot.path("remaining").asInt() > 0) {
                return Optional.of(slot.path("start").asText());
            }
        }
        return Optional.empty();
    }
}
