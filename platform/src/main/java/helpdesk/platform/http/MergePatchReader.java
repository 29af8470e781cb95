package helpdesk.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads {@link MergePatch} bodies. */
@Provider
@Consumes(MergePatch.MEDIA_TYPE)
public class MergePatchReader implements MessageBodyReader<MergePatch> {

    private final ObjectMapper json;

    MergePatchReader(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch readFrom(
            Class<MergePatch> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (read(body) instanceof ObjectNode changes) {
            return new MergePatch(changes);
        }
        throw PlatformProblem.INVALID_REQUEST.at("", "A merge patch is a JSON object with the fields to change.");
    }

    private JsonNode read(InputStream body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw Failures.ofInput(e);
        }
    }
}
