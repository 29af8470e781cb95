package helpdesk.customer.profile;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A day on which somebody living may have been born: from 1900 until today; null passes. */
@Documented
@Constraint(validatedBy = Birthday.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Birthday {

    String message() default "Write a date from 1900-01-01 until today, for example 1990-05-17.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<Birthday, LocalDate> {

        private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

        /** Where each day begins first, so that today is nobody's future. */
        private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

        @Override
        public boolean isValid(LocalDate value, ConstraintValidatorContext context) {
            return value == null
                    || !value.isBefore(EARLIEST)
                            && !value.isAfter(LocalDate.now(
                                    context.getClockProvider().getClock().withZone(FIRST)));
        }
    }
}
