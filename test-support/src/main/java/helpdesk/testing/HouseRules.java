package helpdesk.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the house, as {@code docs/architecture.md} tells them. Each module has a test that calls {@link #check}. A
 * rule about nothing protects nothing, and fails; but for those that say that they may.
 */
public final class HouseRules {

    private static final String[] REST = {"jakarta.ws.rs..", "org.jboss.resteasy.."};
    private static final String[] TRANSPORT = {
        "org.apache.kafka..", "io.smallrye.reactive..", "org.eclipse.microprofile.reactive..", "io.vertx.."
    };

    private static final DescribedPredicate<JavaClass> ENTITY = annotatedWith("jakarta.persistence.Entity")
            .or(annotatedWith("jakarta.persistence.MappedSuperclass"))
            .forSubtype();

    /** Rule 2: entities and events say what the business knows; how it is asked and told is none of theirs. */
    public static final ArchRule ENTITIES_AND_EVENTS_ARE_PLAIN = noClasses()
            .that(ENTITY.or(assignableTo("helpdesk.platform.outbox.DomainEvent"))
                    .as("are entities or events"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(REST).or(resideInAnyPackage(TRANSPORT)))
            .as("Entities and events depend neither on REST nor on messaging")
            .allowEmptyShould(false);

    /** Rule 9: what an entity holds changes by its own transitions only. */
    public static final ArchRule ENTITIES_KEEP_THEIR_FIELDS = fields().that()
            .areDeclaredInClassesThat(ENTITY.as("are entities"))
            .and()
            .areNotStatic()
            .should()
            .bePrivate()
            .as("Fields of entities are private")
            .allowEmptyShould(false);

    /** Rule 9: a setter is a transition without a name. */
    public static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat(ENTITY.as("are entities"))
            .should()
            .haveNameMatching("set[A-Z].*")
            .as("Entities have no setters")
            .allowEmptyShould(false);

    /** Rule 1: a service does not know that it is asked over HTTP. May be about nothing: a library has no services. */
    public static final ArchRule SERVICES_KNOW_NO_REST = noClasses()
            .that()
            .haveSimpleNameEndingWith("Service")
            .should()
            .dependOnClassesThat(resideInAnyPackage(REST))
            .as("Services do not depend on REST")
            .allowEmptyShould(true);

    /** Rules 1 and 3: a resource changes nothing by itself, and tells nobody. */
    public static final ArchRule RESOURCES_ASK_SERVICES = noClasses()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .dependOnClassesThat(HouseConditions.WRITE)
            .as("Resources leave the database and the outbox to services and queries")
            .allowEmptyShould(false);

    /** Each operation says who may use it; for a class or for a method. */
    public static final ArchRule OPERATIONS_SAY_WHO_MAY = methods()
            .that(HouseConditions.OPERATIONS)
            .should(HouseConditions.SAY_WHO_MAY)
            .allowEmptyShould(false);

    /** The interceptor keeps the whole answer, so it has to see it. May be about nothing. */
    public static final ArchRule IDEMPOTENT_METHODS_RETURN_THEIR_ANSWER = methods()
            .that()
            .areAnnotatedWith("helpdesk.platform.idempotency.Idempotent")
            .should()
            .haveRawReturnType("org.jboss.resteasy.reactive.RestResponse")
            .as("Methods with @Idempotent return a RestResponse")
            .allowEmptyShould(true);

    /** Rule 8. */
    public static final ArchRule VERTX_STAYS_AT_THE_GATE = noClasses()
            .that()
            .resideOutsideOfPackages("helpdesk.gateway..", "helpdesk.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..")
            .as("Only the gateway and the platform know Vert.x")
            .allowEmptyShould(true);

    /** Rule 3: what is written to Kafka goes through the outbox; only events from outside have no transaction of ours. */
    public static final ArchRule ONLY_THE_OUTBOX_PRODUCES = noClasses()
            .that()
            .resideOutsideOfPackages("helpdesk.platform.outbox..", "helpdesk.gateway.intake..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.apache.kafka.clients.producer..").or(HouseConditions.EMIT))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Outgoing")
            .as("Nothing but the outbox and the gateway's intake produces to Kafka")
            .allowEmptyShould(false);

    /**
     * Rule 4: a service does its work with every other one down. Web hooks go out to others, keys come from the gateway. May
     * be about nothing: the gateway is there to call.
     */
    public static final ArchRule NO_CALLS_BETWEEN_SERVICES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "helpdesk.gateway..", "helpdesk.notification.webhook..", "helpdesk.platform.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "jakarta.ws.rs.client..",
                    "org.eclipse.microprofile.rest.client..",
                    "io.quarkus.rest.client..",
                    "org.apache.http..",
                    "okhttp3..")
            .as("No service calls another over HTTP")
            .allowEmptyShould(true);

    /** Rule 1: such names say that nobody knew what the class is. */
    public static final ArchRule NAMES_SAY_WHAT_IT_IS = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Utility|Utilities)")
            .as("No class is named Impl, Manager, Helper or Util")
            .allowEmptyShould(false);

    /** Rule 9: what a class needs is seen where it is made. */
    public static final ArchRule CONSTRUCTORS_INJECT = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext")
            .as("Dependencies are injected by constructors")
            .allowEmptyShould(false);

    /** Rule 7. {@code System.nanoTime} measures and may stay. */
    public static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .resideOutsideOfPackage("helpdesk.platform.time..")
            .should()
            .callCodeUnitWhere(HouseConditions.READS_THE_SYSTEMS_CLOCK)
            .as("Time comes from the injected clock")
            .allowEmptyShould(false);

    /** Rule 11. */
    public static final ArchRule ONE_TYPE_A_FILE = classes()
            .that()
            .areTopLevelClasses()
            .should(HouseConditions.HAVE_A_FILE_OF_THEIR_OWN)
            .allowEmptyShould(false);

    /** Rule 1. May be about nothing: most modules have no interfaces. */
    public static final ArchRule AN_INTERFACE_HAS_SEVERAL_IMPLEMENTATIONS = classes()
            .that()
            .areInterfaces()
            .should(HouseConditions.NOT_HAVE_EXACTLY_ONE_IMPLEMENTATION)
            .allowEmptyShould(true);

    private HouseRules() {}

    /** Features do not depend on each other in a circle. */
    public static ArchRule featuresHaveNoCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("The packages of " + basePackage + " have no cycles")
                .allowEmptyShould(false);
    }

    /** A module of the product knows itself and the platform, and no other module. */
    public static ArchRule knowsNoOtherModule(String basePackage) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("helpdesk..")
                        .and(not(resideInAnyPackage(basePackage + "..", "helpdesk.platform..")))
                        .as("belong to another module"))
                .as(basePackage + " knows no other module than the platform")
                .allowEmptyShould(false);
    }

    /**
     * Checks all rules for the main classes of a module; tests are free.
     *
     * @param basePackage for example {@code helpdesk.ticket}
     * @throws AssertionError with all violations of all rules
     */
    public static void check(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
        List<String> violations = new ArrayList<>();
        for (ArchRule rule : rules(basePackage)) {
            try {
                rule.check(classes);
            } catch (AssertionError e) {
                violations.add(e.getMessage());
            }
        }
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n\n", violations));
        }
    }

    private static List<ArchRule> rules(String basePackage) {
        return List.of(
                ENTITIES_AND_EVENTS_ARE_PLAIN,
                ENTITIES_KEEP_THEIR_FIELDS,
                ENTITIES_HAVE_NO_SETTERS,
                SERVICES_KNOW_NO_REST,
                RESOURCES_ASK_SERVICES,
                OPERATIONS_SAY_WHO_MAY,
                IDEMPOTENT_METHODS_RETURN_THEIR_ANSWER,
                VERTX_STAYS_AT_THE_GATE,
                ONLY_THE_OUTBOX_PRODUCES,
                NO_CALLS_BETWEEN_SERVICES,
                NAMES_SAY_WHAT_IT_IS,
                CONSTRUCTORS_INJECT,
                TIME_IS_INJECTED,
                ONE_TYPE_A_FILE,
                AN_INTERFACE_HAS_SEVERAL_IMPLEMENTATIONS,
                featuresHaveNoCycles(basePackage),
                knowsNoOtherModule(basePackage));
    }
}
