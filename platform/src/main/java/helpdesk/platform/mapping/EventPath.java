package helpdesk.platform.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.EvaluationListener.EvaluationContinuation;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where something is in an event: a JSONPath (RFC 9535) of names, indexes and wildcards. There are no filters, no slices, no unions and no
 * descent to any depth: a path finds each value once, so that it costs no more than the event is long, whoever wrote either.
 */
public final class EventPath {

    /** In characters. */
    public static final int LONGEST = 200;

    static final String MESSAGE =
            "Write a JSONPath of names, indexes and wildcards: data.labels.service, data['shop id'] or data.alerts[0].status.";

    private static final int MOST_MATCHES = 100;
    private static final String ROOT = "$";

    private static final Pattern FORM = Pattern.compile(
            "\\$(?:\\.(?:[\\p{L}_][\\p{L}\\p{N}_-]*+|\\*)|\\[(?:'[^'\\\\\\p{Cntrl}]++'|-?\\d{1,4}|\\*)]){1,20}");

    private static final Configuration READING = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
            .evaluationListener(found ->
                    found.index() + 1 < MOST_MATCHES ? EvaluationContinuation.CONTINUE : EvaluationContinuation.ABORT)
            .build();

    private final String written;
    private final JsonPath path;

    private EventPath(String written, JsonPath path) {
        this.written = written;
        this.path = path;
    }

    /** Whether it can be read as a path. The {@code $.} at its beginning may be left out. */
    static boolean fits(String text) {
        return text.length() <= LONGEST && FORM.matcher(whole(text)).matches();
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException when it is none, with what to write instead
     */
    static EventPath of(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException(MESSAGE);
        }
        return new EventPath(text.strip(), JsonPath.compile(whole(text)));
    }

    private static String whole(String text) {
        String stripped = text.strip();
        if (stripped.startsWith(ROOT)) {
            return stripped;
        }
        return stripped.startsWith("[") ? ROOT + stripped : ROOT + "." + stripped;
    }

    /** The texts of all that it finds, at most 100, in the order of the event. What is null is not found. */
    List<String> find(EventDocument event) {
        JsonNode found = path.read(event.root(), READING);
        List<String> texts = new ArrayList<>();
        found.forEach(value -> {
            if (!value.isNull()) {
                texts.add(value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return texts;
    }

    /** As it was written. */
    String written() {
        return written;
    }
}
