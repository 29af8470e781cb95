package helpdesk.ticket.macro;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text whose placeholders can all be filled. */
@Documented
@Constraint(validatedBy = KnownPlaceholders.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownPlaceholders {

    String message() default "It has a placeholder that nothing fills.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<KnownPlaceholders, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null || Placeholder.unknownIn(text).isEmpty()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            // The names that were given are not repeated: braces mean something in messages.
            context.buildConstraintViolationWithTemplate("It has a placeholder that nothing fills. There are "
                            + Placeholder.known().replace("{", "\\{").replace("}", "\\}") + ".")
                    .addConstraintViolation();
            return false;
        }
    }
}
