package helpdesk.ticket.catalogue;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field has what its kind needs, and nothing that it has no use for. */
@Documented
@Constraint(validatedBy = WholeField.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WholeField {

    String message() default "The field is not whole.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<WholeField, NewField> {

        @Override
        public boolean isValid(NewField field, ConstraintValidatorContext context) {
            if (field.kind() == null) {
                return true;
            }
            if (field.kind().hasChoices() == field.choices().isEmpty()) {
                return refuse(
                        context,
                        "choices",
                        field.choices().isEmpty() ? "Give the choices." : "Only a choice or multiChoice has choices.");
            }
            if ((field.kind() == FieldKind.REFERENCE) == (field.target() == null)) {
                return refuse(
                        context,
                        "target",
                        field.target() == null
                                ? "Say what it refers to: ticket, customer or agent."
                                : "Only a reference has a target.");
            }
            return true;
        }

        private static boolean refuse(ConstraintValidatorContext context, String field, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(field)
                    .addConstraintViolation();
            return false;
        }
    }
}
