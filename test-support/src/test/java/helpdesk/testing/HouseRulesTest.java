package helpdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule bites, and a house in order passes. */
class HouseRulesTest {

    private static final String FIXTURE = "helpdesk.testing.fixture";
    private static final JavaClasses BAD = new ClassFileImporter().importPackages(FIXTURE);
    private static final JavaClasses DECENT = new ClassFileImporter().importPackages(FIXTURE + ".decent");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(HouseRules.ENTITIES_AND_EVENTS_ARE_PLAIN, "EntityThatAnswers", "EventThatSends"),
                rule(HouseRules.ENTITIES_KEEP_THEIR_FIELDS, "EntityThatIsOpen.id"),
                rule(HouseRules.ENTITIES_HAVE_NO_SETTERS, "EntityThatIsOpen.setId"),
                rule(HouseRules.SERVICES_KNOW_NO_REST, "ServiceThatAnswersService"),
                rule(HouseRules.RESOURCES_ASK_SERVICES, "ResourceThatStores", "ResourceThatTells"),
                rule(HouseRules.OPERATIONS_SAY_WHO_MAY, "ResourceForAnybody.read"),
                rule(HouseRules.IDEMPOTENT_METHODS_RETURN_THEIR_ANSWER, "ResourceForAnybody.write"),
                rule(HouseRules.VERTX_STAYS_AT_THE_GATE, "ClassThatKnowsVertx"),
                rule(HouseRules.ONLY_THE_OUTBOX_PRODUCES, "ClassThatProduces", "ClassThatEmits"),
                rule(HouseRules.NO_CALLS_BETWEEN_SERVICES, "ClassThatCalls"),
                rule(
                        HouseRules.NAMES_SAY_WHAT_IT_IS,
                        "ThingImpl",
                        "ThingManager",
                        "ThingHelper",
                        "ThingUtil",
                        "ThingUtils"),
                rule(HouseRules.CONSTRUCTORS_INJECT, "ClassWithInjectedField.injected"),
                rule(
                        HouseRules.TIME_IS_INJECTED,
                        "ClassThatReadsTheClock.instant",
                        "ClassThatReadsTheClock.date",
                        "ClassThatReadsTheClock.dateTime",
                        "ClassThatReadsTheClock.oldDate",
                        "ClassThatReadsTheClock.millis",
                        "ClassThatReadsTheClock.clock"),
                rule(HouseRules.ONE_TYPE_A_FILE, "SecondInFile"),
                rule(HouseRules.AN_INTERFACE_HAS_SEVERAL_IMPLEMENTATIONS, "OnlyOnce"),
                rule(HouseRules.featuresHaveNoCycles(FIXTURE + ".circle"), "circle.one.First", "circle.two.Second"),
                rule(HouseRules.knowsNoOtherModule(FIXTURE + ".decent"), "circle.one.First", "circle.two.Second"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_bites_where_it_is_broken(ArchRule rule, List<String> violators) {
        assertThatThrownBy(() -> rule.check(BAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(violators.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_says_nothing_about_what_is_in_order(ArchRule rule, List<String> violators) {
        rule.allowEmptyShould(true).check(DECENT);
    }

    @Test
    void what_is_allowed_is_not_held_against_anybody() {
        assertThatThrownBy(() -> HouseRules.TIME_IS_INJECTED.check(BAD))
                .hasMessageNotContaining("ClassThatReadsTheClock.allowed");
        assertThatThrownBy(() -> HouseRules.AN_INTERFACE_HAS_SEVERAL_IMPLEMENTATIONS.check(BAD))
                .hasMessageNotContaining("SealedOnce");
    }

    @Test
    void a_rule_about_nothing_fails() {
        JavaClasses nothing = new ClassFileImporter().importPackages("helpdesk.nowhere");
        assertThat(rules().map(rule -> (ArchRule) rule.get()[0]))
                .filteredOn(rule -> !mayBeAboutNothing(rule))
                .hasSize(12)
                .allSatisfy(rule -> assertThatThrownBy(() -> rule.check(nothing))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("failed to check any classes"));
        assertThatThrownBy(() -> HouseRules.check("helpdesk.nowhere")).isInstanceOf(AssertionError.class);
    }

    @Test
    void tests_are_free() {
        // All of these fixtures are tests, so that nothing is left to be checked.
        assertThatThrownBy(() -> HouseRules.check(FIXTURE)).hasMessageNotContaining("ThingManager");
    }

    private static boolean mayBeAboutNothing(ArchRule rule) {
        return List.of(
                        HouseRules.SERVICES_KNOW_NO_REST,
                        HouseRules.IDEMPOTENT_METHODS_RETURN_THEIR_ANSWER,
                        HouseRules.VERTX_STAYS_AT_THE_GATE,
                        HouseRules.NO_CALLS_BETWEEN_SERVICES,
                        HouseRules.AN_INTERFACE_HAS_SEVERAL_IMPLEMENTATIONS)
                .contains(rule);
    }

    private static Arguments rule(ArchRule rule, String... violators) {
        return Arguments.of(rule, List.of(violators));
    }
}
