package helpdesk.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the {@link HouseRules} ask of classes, where the library has no words for it. */
final class HouseConditions {

    private static final List<String> OPERATION_ANNOTATIONS = List.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE");
    private static final List<String> PERMISSION_ANNOTATIONS = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated");
    private static final String CLOCK = "java.time.Clock";
    private static final Set<String> CLOCKLESS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.util.Calendar.getInstance",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system");

    static final DescribedPredicate<JavaClass> WRITE = describe(
            "write to the database or the outbox",
            type -> type.getName().equals("jakarta.persistence.EntityManager")
                    || type.getName().equals("helpdesk.platform.outbox.Outbox")
                    || type.getPackageName().equals("org.hibernate")
                    || type.getPackageName().startsWith("java.sql")
                    || type.getPackageName().startsWith("javax.sql"));

    static final DescribedPredicate<JavaClass> EMIT = describe(
            "emit messages",
            type -> type.getSimpleName().endsWith("Emitter")
                    && type.getPackageName().contains("reactive.messaging"));

    static final DescribedPredicate<JavaMethod> OPERATIONS =
            describe("are operations of the API", method -> isAnnotated(method, OPERATION_ANNOTATIONS));

    static final ArchCondition<JavaMethod> SAY_WHO_MAY = condition(
            "say which roles may use them",
            method -> isAnnotated(method, PERMISSION_ANNOTATIONS)
                            || isAnnotated(method.getOwner(), PERMISSION_ANNOTATIONS)
                    ? null
                    : method.getFullName() + " has neither @RolesAllowed nor @PermitAll");

    static final DescribedPredicate<JavaCall<?>> READS_THE_SYSTEMS_CLOCK =
            describe("reads the system's clock", call -> readsSystemsClock(call.getTarget()));

    static final ArchCondition<JavaClass> HAVE_A_FILE_OF_THEIR_OWN =
            condition("have a file of their own", type -> type.getSource()
                    .flatMap(source -> source.getFileName())
                    .filter(file -> !file.equals(type.getSimpleName() + ".java"))
                    .map(file -> type.getName() + " is in " + file)
                    .orElse(null));

    static final ArchCondition<JavaClass> NOT_HAVE_EXACTLY_ONE_IMPLEMENTATION =
            condition("not have exactly one implementation", type -> {
                if (isMeantToHaveOne(type)) {
                    return null;
                }
                List<JavaClass> implementations = type.getAllSubclasses().stream()
                        .filter(candidate -> !candidate.isInterface())
                        .toList();
                return implementations.size() == 1
                        ? type.getName() + " is implemented by "
                                + implementations.getFirst().getName() + " alone"
                        : null;
            });

    private HouseConditions() {}

    /**
     * Sealed types grow, annotations and configuration are implemented by frameworks, functions by lambdas, and what a
     * library offers by those who use it.
     */
    private static boolean isMeantToHaveOne(JavaClass type) {
        return type.isAnnotation()
                || type.getPackageName().startsWith("helpdesk.platform")
                || type.isAnnotatedWith("io.smallrye.config.ConfigMapping")
                || type.isAnnotatedWith(FunctionalInterface.class)
                || type.reflect().isSealed();
    }

    private static boolean readsSystemsClock(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        String called = owner + "." + target.getName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
        boolean newDate = owner.equals("java.util.Date")
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
        return CLOCKLESS.contains(called) || newDate || now && !takesClock(target);
    }

    private static boolean takesClock(CodeUnitCallTarget target) {
        return target.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals(CLOCK));
    }

    private static boolean isAnnotated(CanBeAnnotated annotated, List<String> annotations) {
        return annotations.stream().anyMatch(annotated::isAnnotatedWith);
    }

    /** A condition that tells what is wrong with an item, or null. */
    private static <T> ArchCondition<T> condition(String description, Function<T, String> fault) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                String message = fault.apply(item);
                if (message != null) {
                    events.add(SimpleConditionEvent.violated(item, message));
                }
            }
        };
    }
}
