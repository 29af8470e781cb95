package helpdesk.gateway.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.gateway.GatewayProblem;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.cloudevents.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the events of one request, in whichever of the three ways of CloudEvents over HTTP they come. */
@ApplicationScoped
class EventReader {

    static final String EVENT = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String HEADER_PREFIX = "ce-";

    private static final int LARGEST_EVENT_BYTES = 64 * 1024;

    /** As strict as the API, and exact with numbers: they are somebody else's. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads an element of a list, behind which there is more. */
    private static final ObjectReader ELEMENT =
            JSON.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * The events of a request, all of them or none.
     *
     * @param contentType of the body, without regard to case and parameters
     * @param attributes the {@code ce-} headers without their prefix, for binary mode; empty otherwise
     * @throws Problem {@code invalid-event}, {@code reserved-type} or {@code reserved-source} with a pointer for each fault
     */
    List<CloudEvent> read(String contentType, Map<String, String> attributes, byte[] body) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals(BATCH)) {
            EventOutline.ofBatch(body);
            return batch(body);
        }
        if (type.equals(EVENT)) {
            EventOutline.ofOne(body);
            return List.of(single(parse(body), ""));
        }
        if (!type.equals("application/json") && !(type.startsWith("application/") && type.endsWith("+json"))) {
            throw PlatformProblem.UNSUPPORTED_MEDIA_TYPE.problem("Send %s or %s.", EVENT, BATCH);
        }
        EventOutline.ofOne(body);
        return List.of(
                attributes.isEmpty() ? single(parse(body), "") : single(binary(type, attributes, parse(body)), ""));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static RuntimeException unreadable(IOException failure) {
        return Failures.understand(failure)
                .orElseGet(() -> PlatformProblem.MALFORMED_JSON.problem("The body could not be read as JSON."));
    }

    /** Binary mode as the same JSON that the other modes use, so that there is one way to check it. */
    private static ObjectNode binary(String contentType, Map<String, String> attributes, JsonNode data) {
        ObjectNode event = JSON.createObjectNode();
        attributes.forEach(event::put);
        event.put("datacontenttype", contentType);
        event.set("data", data);
        return event;
    }

    private static CloudEvent single(JsonNode event, String at) {
        List<FieldError> faults = new ArrayList<>();
        CloudEvent read = one(event, at, faults);
        if (read == null) {
            throw refusal(faults);
        }
        return read;
    }

    /** One after the other, so that no more than one is in memory as a tree. */
    private static List<CloudEvent> batch(byte[] body) {
        List<FieldError> faults = new ArrayList<>();
        List<CloudEvent> read = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                read.add(one(ELEMENT.readValue(parser), "/" + read.size(), faults));
            }
            if (parser.nextToken() != null) {
                throw PlatformProblem.MALFORMED_JSON.problem(
                        "Behind the list there is something else. Send the list alone.");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
        return read;
    }

    private static CloudEvent one(JsonNode node, String at, List<FieldError> faults) {
        if (!(node instanceof ObjectNode event)) {
            faults.add(new FieldError(at, "invalid-event", "An event is a JSON object."));
            return null;
        }
        if (event.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT_BYTES) {
            faults.add(new FieldError(at, "invalid-event", "An event has at most 64 KiB."));
            return null;
        }
        return new EventFormat(event, at, faults).read();
    }

    /** All faults at once; the code is that of the first, for most requests have one. */
    private static Problem refusal(List<FieldError> faults) {
        GatewayProblem type =
                switch (faults.getFirst().code()) {
                    case "reserved-type" -> GatewayProblem.RESERVED_TYPE;
                    case "reserved-source" -> GatewayProblem.RESERVED_SOURCE;
                    default -> GatewayProblem.INVALID_EVENT;
                };
        return type.problem(
                        "Nothing was taken. Correct %s: %s",
                        faults.getFirst().pointer().isEmpty()
                                ? "the event"
                                : faults.getFirst().pointer(),
                        faults.getFirst().detail())
                .with(faults);
    }
}
