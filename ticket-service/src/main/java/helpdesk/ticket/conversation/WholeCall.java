package helpdesk.ticket.conversation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call in which somebody left a message was answered by nobody, and handed to nobody. */
@Documented
@Constraint(validatedBy = WholeCall.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WholeCall {

    String message() default
            "A message is left when nobody talks: durationSeconds is 0 then, and transferredTo absent.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<WholeCall, CallDetails> {

        @Override
        public boolean isValid(CallDetails call, ConstraintValidatorContext context) {
            boolean talked = call.durationSeconds() != null && call.durationSeconds() > 0;
            return !call.voicemail() || !talked && call.transferredTo() == null;
        }
    }
}
