package helpdesk.ticket.condition;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Something that holds of a ticket or does not: that a field has one of some values, or any; that a text has some words; that a
 * field has changed just now; that something has been so for a while; or that all, any or none of other conditions hold. Which of them it is shows in what it has.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Condition.All.class),
    @JsonSubTypes.Type(Condition.AnyOf.class),
    @JsonSubTypes.Type(Condition.NoneOf.class),
    @JsonSubTypes.Type(Condition.Is.class),
    @JsonSubTypes.Type(Condition.IsPresent.class),
    @JsonSubTypes.Type(Condition.Contains.class),
    @JsonSubTypes.Type(Condition.Changed.class),
    @JsonSubTypes.Type(Condition.Elapsed.class)
})
@Schema(
        name = "Condition",
        description =
                "One of: all, any, none with conditions; field with in; field with present; text with contains; and for rules "
                        + "changed with from and to; since with atLeast.",
        oneOf = {
            Condition.All.class,
            Condition.AnyOf.class,
            Condition.NoneOf.class,
            Condition.Is.class,
            Condition.IsPresent.class,
            Condition.Contains.class,
            Condition.Changed.class,
            Condition.Elapsed.class
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
            return Conditions.isAnyAmong(in, field, facts.values(field));
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
            return present != facts.values(field).isEmpty();
        }
    }

    /** A text has at least one of these in it, in capitals or not. */
    @Schema(name = "TextContains")
    record Contains(
            @NotNull(message = "Say which text: subject or description.")
            TextField text,

            @NotNull
            @Size(min = 1, max = MOST, message = "Give 1 to 20 texts to look for.")
            @Schema(examples = "[\"refund\"]")
            List<
                            @NotNull(message = "Give a text to look for.")
                            @Size(min = 1, max = 100, message = "A text to look for has 1 to 100 characters.") String>
                    contains)
            implements Condition {
        @Override
        public boolean holds(Facts facts) {
            String whole = facts.texts().apply(text).toLowerCase(Locale.ROOT);
            return contains.stream().anyMatch(part -> whole.contains(part.toLowerCase(Locale.ROOT)));
        }
    }

    /** A field has just got another value. */
    @Schema(name = "FieldChanged")
    record Changed(
            @NotNull(message = "Name the field.") @Schema(examples = "priority")
            String changed,

            @Size(max = MOST, message = "Give at most 20 values.")
            @Schema(description = "It had one of these before; anything when left out")
            List<
                            @NotNull(message = "Give a value.")
                            @Size(min = 1, max = 100, message = "A value has 1 to 100 characters.") String>
                    from,

            @Size(max = MOST, message = "Give at most 20 values.")
            @Schema(description = "It has one of these now; anything when left out", examples = "[\"urgent\"]")
            List<
                            @NotNull(message = "Give a value.")
                            @Size(min = 1, max = 100, message = "A value has 1 to 100 characters.") String>
                    to)
            implements Condition {

        /** Lists that are left out ask for nothing. */
        public Changed {
            from = from == null ? List.of() : from;
            to = to == null ? List.of() : to;
        }

        @Override
        public boolean holds(Facts facts) {
            return facts.step(changed)
                    .filter(step -> from.isEmpty() || Conditions.isAnyAmong(from, changed, step.from()))
                    .filter(step -> to.isEmpty() || Conditions.isAnyAmong(to, changed, step.to()))
                    .isPresent();
        }
    }

    /** Something has been so for a while. */
    @Schema(name = "TimeElapsed")
    record Elapsed(
            @NotNull(message = "Say since when: opened, status or updated.")
            Moment since,

            @NotNull(message = "Say how long, for example PT48H.")
            @DurationMin(seconds = 1, message = "It is at least a second.")
            @DurationMax(days = 3650, message = "It is at most ten years.")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "ISO 8601, in real time", examples = "PT48H")
            Duration atLeast)
            implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.age().apply(since).compareTo(atLeast) >= 0;
        }
    }

    /** How many conditions, or values, there are at most in one. */
    int MOST = 20;

    /** What {@link #MOST} says. */
    String MOST_MESSAGE = "Give 1 to 20 conditions.";

    /** What is said of a condition that is null. */
    String EMPTY = "Give a condition.";
}
