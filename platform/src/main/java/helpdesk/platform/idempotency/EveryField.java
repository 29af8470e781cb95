package helpdesk.platform.idempotency;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Writes also what is only ever read from callers. */
final class EveryField extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonProperty.Access findPropertyAccess(Annotated annotated) {
        return JsonProperty.Access.AUTO;
    }
}
