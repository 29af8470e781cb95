package helpdesk.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The methods that each address of this service knows, which whoever tries another one has to be told (RFC 9110, section 15.5.6). */
@ApplicationScoped
class AllowedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final BeanManager beans;
    private volatile Map<String, Set<String>> addresses;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /**
     * As the header tells them, in the order of the alphabet; empty when no address fits the path. Several may fit, and a request is for
     * whichever of them knows its method.
     */
    String of(String path) {
        String exact = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return addresses().entrySet().stream()
                .filter(address -> fits(address.getKey(), exact))
                .flatMap(address -> address.getValue().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Map<String, Set<String>> addresses() {
        if (addresses == null) {
            addresses = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .distinct()
                    .collect(TreeMap::new, AllowedMethods::add, Map::putAll);
        }
        return addresses;
    }

    private static void add(Map<String, Set<String>> addresses, Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getMethods()) {
            Set<String> names = names(method);
            if (!names.isEmpty()) {
                Path path = method.getAnnotation(Path.class);
                addresses
                        .computeIfAbsent(template(root, path == null ? "" : path.value()), template -> new TreeSet<>())
                        .addAll(names);
            }
        }
    }

    /** Who may GET may ask for the HEAD alone. */
    private static Set<String> names(Method method) {
        Set<String> names = Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.contains(HttpMethod.GET)) {
            names.add(HttpMethod.HEAD);
        }
        return names;
    }

    /** With a lone star for each parameter. */
    private static String template(String root, String path) {
        String whole = SLASHES.matcher("/" + root + "/" + path).replaceAll("/");
        String bare = PARAMETER.matcher(whole).replaceAll("*");
        return bare.length() > 1 && bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static boolean fits(String template, String path) {
        return Pattern.matches(
                Arrays.stream(template.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")),
                path);
    }
}
