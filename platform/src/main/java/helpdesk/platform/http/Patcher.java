package helpdesk.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.platform.problem.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies merge patches to the part of an object that can be written. */
@ApplicationScoped
public class Patcher {

    private final ObjectMapper json;
    private final Validator validator;

    Patcher(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What the writable part becomes. A field that the record does not have is refused, as unknown or read-only.
     *
     * @param current the writable part as it is, a record with constraints
     * @throws helpdesk.platform.problem.Problem {@code unknown-field} or {@code invalid-request}, with pointers
     */
    @SuppressWarnings("unchecked")
    public <T> T apply(MergePatch patch, T current) {
        Class<T> type = (Class<T>) current.getClass();
        ObjectNode merged = patch.applyTo(json.valueToTree(current));
        keepUnknownNulls(patch, type, merged);
        T changed = read(merged, type);
        Set<ConstraintViolation<T>> violations = validator.validate(changed);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return changed;
    }

    /** A field that does not exist is refused even when the patch would remove it, as it is with any other value. */
    private void keepUnknownNulls(MergePatch patch, Class<?> type, ObjectNode merged) {
        Set<String> known =
                json.getDeserializationConfig().introspect(json.constructType(type)).findProperties().stream()
                        .map(BeanPropertyDefinition::getName)
                        .collect(Collectors.toSet());
        patch.changes().properties().stream()
                .filter(change -> change.getValue().isNull() && !known.contains(change.getKey()))
                .forEach(change -> merged.putNull(change.getKey()));
    }

    private <T> T read(ObjectNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw Failures.ofInput(e);
        }
    }
}
