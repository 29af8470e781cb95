package helpdesk.platform.time;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A day or a moment in the years 1900 to 2200; null passes. Both can be written for years that no database keeps and with which
 * nothing can be computed.
 */
@Documented
@Constraint(validatedBy = {PlausibleTime.DayCheck.class, PlausibleTime.MomentCheck.class})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlausibleTime {

    String message() default "Write a time in the years 1900 to 2200.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check of days. */
    class DayCheck implements ConstraintValidator<PlausibleTime, LocalDate> {
        @Override
        public boolean isValid(LocalDate value, ConstraintValidatorContext context) {
            return value == null || PlausibleYears.cover(value);
        }
    }

    /** The check of moments. */
    class MomentCheck implements ConstraintValidator<PlausibleTime, Instant> {
        @Override
        public boolean isValid(Instant value, ConstraintValidatorContext context) {
            return value == null || PlausibleYears.cover(value);
        }
    }
}
