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
import java.util.Objects;
import java.util.stream.Stream;

/** A condition asks one thing of what its path finds. */
@Documented
@Constraint(validatedBy = OneTest.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OneTest {

    String message() default "Give one of in, notIn, contains and present.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<OneTest, EventCondition> {
        @Override
        public boolean isValid(EventCondition condition, ConstraintValidatorContext context) {
            return Stream.of(condition.in(), condition.notIn(), condition.contains(), condition.present())
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }
    }
}
