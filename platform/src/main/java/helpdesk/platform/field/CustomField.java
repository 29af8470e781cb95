package helpdesk.platform.field;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a custom field: a text of at most 1,000 characters, a number, true or false, or a list of at most 20 texts of
 * at most 50 characters. All fields together stay far below what an event can carry.
 */
@Documented
@Constraint(validatedBy = CustomField.Check.class)
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CustomField {

    /** What the name of a field looks like. */
    String NAME = "[\\p{L}\\p{M}\\p{N}._-]{1,60}";

    /** The same for those who write one. */
    String NAME_MESSAGE = "The name of a custom field has 1 to 60 letters, digits, dots, dashes or underscores.";

    /** What a field can be, for those who write one. */
    String DESCRIPTION =
            "A custom field is a text of at most 1,000 characters, a number, true or false, or a list of at "
                    + "most 20 texts of at most 50 characters.";

    String message() default DESCRIPTION + " Leave one without a value out.";

    /** Whether null is a value, too: that of a field which is to have none. */
    boolean emptiable() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<CustomField, JsonNode> {

        private static final int LONGEST_TEXT = 1_000;
        private static final int LONGEST_NUMBER = 40;
        private static final int MOST_CHOICES = 20;
        private static final int LONGEST_CHOICE = 50;

        private boolean emptiable;

        @Override
        public void initialize(CustomField field) {
            emptiable = field.emptiable();
        }

        @Override
        public boolean isValid(JsonNode value, ConstraintValidatorContext context) {
            return value == null
                    ? emptiable
                    : switch (value.getNodeType()) {
                        case BOOLEAN -> true;
                        case NUMBER -> isFinite(value);
                        case STRING -> value.textValue().length() <= LONGEST_TEXT;
                        case ARRAY -> isChoices(value);
                        case NULL -> emptiable;
                        case OBJECT, BINARY, MISSING, POJO -> false;
                    };
        }

        private static boolean isFinite(JsonNode number) {
            // As it is stored and told again: the database writes exponents out.
            return Double.isFinite(number.doubleValue())
                    && number.decimalValue().toPlainString().length() <= LONGEST_NUMBER;
        }

        private static boolean isChoices(JsonNode list) {
            if (list.size() > MOST_CHOICES) {
                return false;
            }
            for (JsonNode choice : list) {
                if (!choice.isTextual() || choice.textValue().length() > LONGEST_CHOICE) {
                    return false;
                }
            }
            return true;
        }
    }
}
