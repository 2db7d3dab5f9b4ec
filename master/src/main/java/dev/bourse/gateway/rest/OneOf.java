package dev.bourse.gateway.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of some words; or nothing. */
@Target({ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Validator.class)
public @interface OneOf {

  /** The words. */
  String[] value();

  /** What to say. */
  String message() default "one of {value}";

  /** As Jakarta Validation wants it. */
  Class<?>[] groups() default {};

  /** As Jakarta Validation wants it. */
  Class<? extends Payload>[] payload() default {};

  /** Checks it. */
  final class Validator implements ConstraintValidator<OneOf, @Nullable String> {

    private List<String> words = List.of();

    @Override
    public void initialize(OneOf constraint) {
      words = Arrays.asList(constraint.value());
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      return value == null || words.contains(value);
    }
  }
}
