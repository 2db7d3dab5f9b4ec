package dev.bourse.gateway.rest;

import dev.bourse.topics.resources.Quantity;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A duration as a job document has it; or nothing. */
@Target({ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DurationText.Validator.class)
public @interface DurationText {

  /** The longest that is allowed. */
  String max();

  /** What to say. */
  String message() default "a duration like 90s or 1m30s, at most {max}";

  /** As Jakarta Validation wants it. */
  Class<?>[] groups() default {};

  /** As Jakarta Validation wants it. */
  Class<? extends Payload>[] payload() default {};

  /** Checks it. */
  final class Validator implements ConstraintValidator<DurationText, @Nullable String> {

    private long maxMillis;

    @Override
    public void initialize(DurationText constraint) {
      maxMillis = Quantity.duration(constraint.max());
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      if (value == null) {
        return true;
      }
      try {
        return Quantity.duration(value) <= maxMillis;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
