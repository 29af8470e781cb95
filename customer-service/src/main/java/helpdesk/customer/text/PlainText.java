package helpdesk.customer.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text with something visible in it and without control characters; null passes. */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    String message() default "Write something that can be seen, without control characters.";

    /** Whether tabs and line breaks may be in it. */
    boolean multiline() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<PlainText, String> {

        private boolean multiline;

        @Override
        public void initialize(PlainText constraint) {
            multiline = constraint.multiline();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || value.codePoints().anyMatch(Check::isVisible)
                            && value.codePoints().noneMatch(this::isForbidden);
        }

        private boolean isForbidden(int character) {
            boolean layout = character == '\n' || character == '\r' || character == '\t';
            return Character.isISOControl(character) && !(multiline && layout);
        }

        private static boolean isVisible(int character) {
            return !Character.isWhitespace(character)
                    && !Character.isSpaceChar(character)
                    && !Character.isISOControl(character)
                    && Character.getType(character) != Character.FORMAT;
        }
    }
}
