package helpdesk.customer.segment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that holds of a customer or does not: that a field has one of some values, or any, or is so large; that something
 * happened so often in some time; or that all, any or none of other conditions hold. Which of them it is shows in what it has.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(SegmentCondition.All.class),
    @JsonSubTypes.Type(SegmentCondition.AnyOf.class),
    @JsonSubTypes.Type(SegmentCondition.NoneOf.class),
    @JsonSubTypes.Type(SegmentCondition.Is.class),
    @JsonSubTypes.Type(SegmentCondition.IsPresent.class),
    @JsonSubTypes.Type(SegmentCondition.Amounts.class),
    @JsonSubTypes.Type(SegmentCondition.Happened.class)
})
@Schema(
        name = "SegmentCondition",
        description =
                "One of: all, any, none with conditions; field with in; field with present; field with atLeast or atMost; "
                        + "happened with withinDays and atLeast or atMost.",
        oneOf = {
            SegmentCondition.All.class,
            SegmentCondition.AnyOf.class,
            SegmentCondition.NoneOf.class,
            SegmentCondition.Is.class,
            SegmentCondition.IsPresent.class,
            SegmentCondition.Amounts.class,
            SegmentCondition.Happened.class
        })
sealed interface SegmentCondition {

    /** How many conditions, or values, there are at most in one. */
    int MOST = 20;

    /** What {@link #MOST} says. */
    String MOST_MESSAGE = "Give 1 to 20 conditions.";

    /** What is said of a condition that is null. */
    String EMPTY = "Give a condition.";

    /** Whether it holds of these facts. */
    boolean holds(SegmentFacts facts);

    /** All of these hold. */
    @Schema(name = "AllOfSegmentConditions")
    record All(
            @NotNull @Size(min = 1, max = MOST, message = MOST_MESSAGE)
            List<@NotNull(message = EMPTY) @Valid SegmentCondition> all)
            implements SegmentCondition {
        @Override
        public boolean holds(SegmentFacts facts) {
            return all.stream().allMatch(condition -> condition.holds(facts));
        }
    }

    /** At least one of these holds. */
    @Schema(name = "AnyOfSegmentConditions")
    record AnyOf(
            @NotNull @Size(min = 1, max = MOST, message = MOST_MESSAGE)
            List<@NotNull(message = EMPTY) @Valid SegmentCondition> any)
            implements SegmentCondition {
        @Override
        public boolean holds(SegmentFacts facts) {
            return any.stream().anyMatch(condition -> condition.holds(facts));
        }
    }

    /** None of these holds. */
    @Schema(name = "NoneOfSegmentConditions")
    record NoneOf(
            @NotNull @Size(min = 1, max = MOST, message = MOST_MESSAGE)
            List<@NotNull(message = EMPTY) @Valid SegmentCondition> none)
            implements SegmentCondition {
        @Override
        public boolean holds(SegmentFacts facts) {
            return none.stream().noneMatch(condition -> condition.holds(facts));
        }
    }

    /** A field has one of these values. */
    @Schema(name = "CustomerFieldIs")
    record Is(
            @NotNull(message = "Name the field.") @Schema(examples = "language")
            String field,

            @NotNull @Size(min = 1, max = MOST, message = "Give 1 to 20 values.") @Schema(examples = "[\"de\", \"fr\"]")
            List<
                            @NotNull(message = "Give a value.")
                            @Size(min = 1, max = 200, message = "A value has 1 to 200 characters.") String>
                    in)
            implements SegmentCondition {
        @Override
        public boolean holds(SegmentFacts facts) {
            return facts.texts(field).stream()
                    .anyMatch(value -> in.stream().anyMatch(wanted -> SegmentField.matches(field, wanted, value)));
        }
    }

    /** A field has any value, or none. */
    @Schema(name = "CustomerFieldIsPresent")
    record IsPresent(
            @NotNull(message = "Name the field.") @Schema(examples = "birthday")
            String field,

            @NotNull(message = "Say true or false.") Boolean present)
            implements SegmentCondition {
        @Override
        public boolean holds(SegmentFacts facts) {
            return present
                    == (!facts.texts(field).isEmpty() || facts.number(field).isPresent());
        }
    }

    /** A number is so large. */
    @Schema(name = "CustomerFieldAmounts")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Amounts(
            @NotNull(message = "Name the field.") @Schema(examples = "subscriptionValue.EUR")
            String field,

            @DecimalMin(value = SMALLEST, message = NUMBER)
            @DecimalMax(value = LARGEST, message = NUMBER)
            @Digits(integer = 12, fraction = 6, message = NUMBER)
            BigDecimal atLeast,

            @DecimalMin(value = SMALLEST, message = NUMBER)
            @DecimalMax(value = LARGEST, message = NUMBER)
            @Digits(integer = 12, fraction = 6, message = NUMBER)
            BigDecimal atMost)
            implements SegmentCondition {

        private static final String SMALLEST = "-999999999999";
        private static final String LARGEST = "999999999999";
        private static final String NUMBER = "A number has at most 12 digits before the point and 6 behind it.";

        @JsonIgnore
        @AssertTrue(message = "Write atLeast, atMost, or both in their order.")
        public boolean isRange() {
            return (atLeast != null || atMost != null)
                    && (atLeast == null || atMost == null || atLeast.compareTo(atMost) <= 0);
        }

        @Override
        public boolean holds(SegmentFacts facts) {
            return facts.number(field)
                    .filter(number -> atLeast == null || number.compareTo(atLeast) >= 0)
                    .filter(number -> atMost == null || number.compareTo(atMost) <= 0)
                    .isPresent();
        }
    }

    /** Something happened so often, as the timeline says. */
    @Schema(name = "CustomerEventsCounted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happened(
            @NotNull(message = "Name the kind of entry on the timeline.")
            @Size(min = 1, max = 200, message = "A kind has 1 to 200 characters.")
            @PlainText
            @Schema(examples = {"com.example.shop.order-placed", "ticket.opened", "survey.answered"})
            String happened,

            @NotNull(message = "Say in how many days.")
            @Min(value = 1, message = "Write 1 to 3,650 days.")
            @Max(value = 3650, message = "Write 1 to 3,650 days.")
            Integer withinDays,

            @Min(value = 0, message = "Write 0 to 1,000 times.")
            @Max(value = MOST_COUNTED, message = "Write 0 to 1,000 times.")
            Integer atLeast,

            @Min(value = 0, message = "Write 0 to 999 times.")
            @Max(value = MOST_COUNTED - 1, message = "Write 0 to 999 times.")
            Integer atMost)
            implements SegmentCondition {

        /** It is not counted further. */
        static final int MOST_COUNTED = 1_000;

        @JsonIgnore
        @AssertTrue(message = "Write atLeast, atMost, or both in their order.")
        public boolean isRange() {
            return (atLeast != null || atMost != null) && (atLeast == null || atMost == null || atLeast <= atMost);
        }

        @Override
        public boolean holds(SegmentFacts facts) {
            int times = facts.times(new SegmentFacts.Counted(happened, withinDays));
            return (atLeast == null || times >= atLeast) && (atMost == null || times <= atMost);
        }
    }
}
