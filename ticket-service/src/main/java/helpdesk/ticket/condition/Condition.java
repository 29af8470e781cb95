package helpdesk.ticket.condition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that holds of a ticket or does not: that a field has one of some values, that it has any, or that all, any or none of
 * other conditions hold. Which of them it is shows in what it has.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Condition.All.class),
    @JsonSubTypes.Type(Condition.AnyOf.class),
    @JsonSubTypes.Type(Condition.NoneOf.class),
    @JsonSubTypes.Type(Condition.Is.class),
    @JsonSubTypes.Type(Condition.IsPresent.class)
})
@Schema(
        name = "Condition",
        description = "One of: all, any, none with conditions; field with in; field with present.",
        oneOf = {
            Condition.All.class,
            Condition.AnyOf.class,
            Condition.NoneOf.class,
            Condition.Is.class,
            Condition.IsPresent.class
        })
public sealed interface Condition {

    /** Whether it holds of these facts. */
    boolean holds(Facts facts);

    /** All of these hold. */
    @Schema(name = "AllOfConditions")
    record All(
            @NotNull @Size(min = 1, max = MOST, message = MOST_MESSAGE)
            List<@NotNull(message = EMPTY) @Valid Condition> all)
            implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return all.stream().allMatch(condition -> condition.holds(facts));
        }
    }

    /** At least one of these holds. */
    @Schema(name = "AnyOfConditions")
    record AnyOf(
            @NotNull @Size(min = 1, max = MOST, message = MOST_MESSAGE)
            List<@NotNull(message = EMPTY) @Valid Condition> any)
            implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return any.stream().anyMatch(condition -> condition.holds(facts));
        }
    }

    /** None of these holds. */
    @Schema(name = "NoneOfConditions")
    record NoneOf(
            @NotNull @Size(min = 1, max = MOST, message = MOST_MESSAGE)
            List<@NotNull(message = EMPTY) @Valid Condition> none)
            implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return none.stream().noneMatch(condition -> condition.holds(facts));
        }
    }

    /** A field has one of these values. */
    @Schema(name = "FieldIs")
    record Is(
            @NotNull(message = "Name the field.") @Schema(examples = "priority")
            String field,

            @NotNull
            @Size(min = 1, max = MOST, message = "Give 1 to 20 values.")
            @Schema(examples = "[\"high\", \"urgent\"]")
            List<
                            @NotNull(message = "Give a value.")
                            @Size(min = 1, max = 100, message = "A value has 1 to 100 characters.") String>
                    in)
            implements Condition {
        @Override
        public boolean holds(Facts facts) {
            Optional<ConditionField> known = ConditionField.named(field);
            return Conditions.values(field, facts).stream().anyMatch(value -> known.map(
                            subject -> in.stream().anyMatch(wanted -> subject.matches(wanted, value)))
                    .orElseGet(() -> in.contains(value)));
        }
    }

    /** A field has any value, or none. */
    @Schema(name = "FieldIsPresent")
    record IsPresent(
            @NotNull(message = "Name the field.") @Schema(examples = "category")
            String field,

            @NotNull(message = "Say true or false.") Boolean present)
            implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return present != Conditions.values(field, facts).isEmpty();
        }
    }

    /** How many conditions, or values, there are at most in one. */
    int MOST = 20;

    /** What {@link #MOST} says. */
    String MOST_MESSAGE = "Give 1 to 20 conditions.";

    /** What is said of a condition that is null. */
    String EMPTY = "Give a condition.";
}
