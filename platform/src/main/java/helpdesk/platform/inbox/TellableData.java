package helpdesk.platform.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The data of events for those who keep or hand on all of them. Links of customers lose their token, because whoever has one can
 * answer in the customer's name, and codes are left out, because whoever has one can use it; so is what mails say, which is for those who
 * serve the customer. What somebody who wants to be
 * forgotten is called, and where they are reached, is for those who forget them. Otherwise it is as it was written, to the digit.
 */
public final class TellableData {

    private static final String OWN_TYPES = "org.helpdesk.";
    private static final String ERASURE_REQUESTED = "org.helpdesk.customer.erasure-requested.v1";
    private static final List<String> TERMS_OF_ERASURE = List.of("names", "contacts");
    private static final String MAIL_RECEIVED = "org.helpdesk.mail.received.v1";
    private static final String TEXT = "text";
    private static final String LINK = "link";
    private static final String CODE = "code";
    private static final String REDACTED = "redacted";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private TellableData() {}

    /** The data as JSON. */
    public static byte[] of(IncomingEvent event) {
        if (event.type().equals(ERASURE_REQUESTED)) {
            return without(event.bytes(), TellableData::removeTerms);
        }
        if (event.type().equals(MAIL_RECEIVED)) {
            return without(event.bytes(), fields -> fields.remove(TEXT) != null);
        }
        return event.type().startsWith(OWN_TYPES) ? without(event.bytes(), TellableData::redact) : event.bytes();
    }

    private static byte[] without(byte[] data, Predicate<ObjectNode> redaction) {
        try {
            if (JSON.readTree(data) instanceof ObjectNode fields && redaction.test(fields)) {
                return JSON.writeValueAsBytes(fields);
            }
            return data;
        } catch (IOException e) {
            throw new PoisonException("The data is not JSON");
        }
    }

    private static boolean removeTerms(ObjectNode fields) {
        int before = fields.size();
        return fields.remove(TERMS_OF_ERASURE).size() < before;
    }

    private static boolean redact(ObjectNode fields) {
        boolean hasLink = fields.path(LINK).isTextual();
        boolean hasCode = fields.path(CODE).isTextual();
        if (hasLink) {
            String link = fields.get(LINK).asText();
            fields.put(LINK, link.substring(0, link.lastIndexOf('/') + 1) + REDACTED);
        }
        if (hasCode) {
            fields.remove(CODE);
        }
        return hasLink || hasCode;
    }
}
