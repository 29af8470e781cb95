package helpdesk.platform.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Tells the caller which fields of a body, or which parameters, break a constraint. */
final class Violations {

    private Violations() {}

    static Problem problem(ConstraintViolationException failure) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(Violations::fieldError)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
        String fields = String.join(
                ", ", errors.stream().map(FieldError::pointer).distinct().toList());
        return PlatformProblem.INVALID_REQUEST
                .problem("Correct what the errors name and send it again: %s.", fields)
                .with(errors);
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        String code = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
        return new FieldError(where(violation), code, violation.getMessage());
    }

    private static String where(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        if (nodes.size() < 2 || nodes.getFirst().getKind() != ElementKind.METHOD) {
            return pointer(nodes);
        }
        Optional<Parameter> parameter = parameter(violation.getRootBeanClass(), nodes.get(0), nodes.get(1));
        List<Path.Node> inside = nodes.subList(2, nodes.size());
        if (parameter.isPresent() && parameter.get().isAnnotationPresent(BeanParam.class) && !inside.isEmpty()) {
            String field = inside.getFirst().getName();
            return field(parameter.get().getType(), field)
                    .map(element -> name(element, field))
                    .orElse("?" + field);
        }
        return inside.isEmpty()
                ? parameter
                        .map(element -> name(element, nodes.get(1).getName()))
                        .orElse("")
                : pointer(inside);
    }

    private static String pointer(List<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(JsonFaults.escape(key(node.getKey())));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** The key as it is in JSON: constants have names of their own there. */
    private static String key(Object key) {
        if (key instanceof Enum<?> constant) {
            return field(constant.getDeclaringClass(), constant.name())
                    .map(element -> element.getAnnotation(JsonProperty.class))
                    .map(JsonProperty::value)
                    .orElseGet(constant::name);
        }
        return key.toString();
    }

    /** How the caller writes it: {@code ?name}, {@code header:Name}, {@code path:name}, or nothing for the body. */
    private static String name(AnnotatedElement element, String otherwise) {
        for (Annotation annotation : element.getAnnotations()) {
            switch (annotation) {
                case QueryParam query -> {
                    return "?" + query.value();
                }
                case RestQuery query -> {
                    return "?" + (query.value().isEmpty() ? otherwise : query.value());
                }
                case HeaderParam header -> {
                    return "header:" + header.value();
                }
                case PathParam path -> {
                    return "path:" + path.value();
                }
                case RestPath path -> {
                    return "path:" + (path.value().isEmpty() ? otherwise : path.value());
                }
                default -> {}
            }
        }
        return "";
    }

    private static Optional<Parameter> parameter(Class<?> resource, Path.Node method, Path.Node parameter) {
        if (parameter.getKind() != ElementKind.PARAMETER) {
            return Optional.empty();
        }
        Class<?>[] types = method.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
        Optional<Parameter> found = Optional.empty();
        // The class that CDI made of the resource comes first; its methods have no annotations.
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            try {
                Method declared = type.getDeclaredMethod(method.getName(), types);
                found = Optional.of(declared.getParameters()[index]);
            } catch (NoSuchMethodException inherited) {
                // A class further up declares it.
            }
        }
        return found;
    }

    private static Optional<AnnotatedElement> field(Class<?> type, String name) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            try {
                return Optional.of(declaring.getDeclaredField(name));
            } catch (NoSuchFieldException inherited) {
                // A class further up declares it.
            }
        }
        return Optional.empty();
    }
}
