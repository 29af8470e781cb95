package helpdesk.ticket.ticketing;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import java.util.stream.Stream;

/** A requester is told either by customer id or by what is known of the person, not by both and not by nothing. */
@Documented
@Constraint(validatedBy = OneIdentity.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OneIdentity {

    String message() default "Give either a customerId, or a name, mail address, phone number or handle.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<OneIdentity, RequesterRequest> {
        @Override
        public boolean isValid(RequesterRequest requester, ConstraintValidatorContext context) {
            boolean contact = Stream.of(requester.name(), requester.email(), requester.phone(), requester.handle())
                    .anyMatch(Objects::nonNull);
            return (requester.customerId() != null) != contact;
        }
    }
}
