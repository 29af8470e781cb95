package helpdesk.platform.mapping;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text whose placeholders, in double braces, say where something is in an event; null passes. */
@Documented
@Constraint(validatedBy = TemplateText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TemplateText {

    String message() default
            "Write {{data.labels.service}}, or {{data.labels.service|unknown}} with what stands there when it is missing. "
                    + "A placeholder is a JSONPath of names, indexes and wildcards, and there are at most 50.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<TemplateText, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || EventTemplate.fits(text);
        }
    }
}
