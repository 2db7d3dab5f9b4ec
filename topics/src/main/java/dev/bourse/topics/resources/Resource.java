package dev.bourse.topics.resources;

import org.jspecify.annotations.Nullable;

/**
 * One resource. Its identity is its name and its reservation: only equal identities add up.
 *
 * <p>Memory and disk count mebibytes; cpus, gpus and all others count themselves.
 *
 * @param name 1 to 128 characters without {@code ; : ( ) [ ] { }}
 * @param reservedFor the role it is reserved for, or null if it is free for all. {@code *} cannot
 *     be reserved to, and the role may not hold {@code ; ( )}, so that the text form reads back
 * @param value a scalar that is not negative (of gpus: a whole one), ranges, or items
 */
public record Resource(String name, @Nullable String reservedFor, Value value) {

  /** The one resource that comes in whole units only. */
  private static final String WHOLE = Resources.GPUS;

  /** Checks every part. */
  public Resource {
    name = Names.check("resource name", name);
    if (reservedFor != null) {
      checkReservable(name, reservedFor);
    }
    checkValue(name, value);
  }

  private static void checkReservable(String name, String role) {
    Roles.check("resource " + name + " reservation", role);
    if (role.equals(Roles.DEFAULT)
        || role.indexOf(';') >= 0
        || role.indexOf('(') >= 0
        || role.indexOf(')') >= 0) {
      throw Errors.invalid(
          "resource " + name + " reservation", role, "a role other than '*' without ; ( )");
    }
  }

  private static void checkValue(String name, Value value) {
    if (value instanceof Text(String text)) {
      throw Errors.invalid(
          "resource " + name, text, "a number, [begin-end,…] or {item,…}, not a text");
    }
    if (value instanceof Scalar(long thousandths)) {
      checkAmount(name, thousandths);
    }
  }

  private static void checkAmount(String name, long thousandths) {
    if (thousandths < 0) {
      throw Errors.invalid("resource " + name, Decimals.format(thousandths), "zero or more");
    }
    if (thousandths % 1000 != 0 && name.equals(WHOLE)) {
      throw Errors.invalid("resource " + name, Decimals.format(thousandths), "a whole number");
    }
  }

  /** The order in {@link Resources}: by name, then unreserved first, then by role. */
  static int compareIdentity(Resource left, Resource right) {
    if (!left.name.equals(right.name)) {
      return left.name.compareTo(right.name);
    }
    if (left.reservedFor == null || right.reservedFor == null) {
      return Boolean.compare(left.reservedFor != null, right.reservedFor != null);
    }
    return left.reservedFor.compareTo(right.reservedFor);
  }

  /** The sum of two of the same identity. */
  Resource plus(Resource other) {
    try {
      return with(value.plus(other.value));
    } catch (IllegalArgumentException e) {
      throw Errors.in("resource " + identity(), e);
    }
  }

  /** What is left of this when the other, of the same identity and contained, is taken away. */
  Resource minus(Resource other) {
    if (!value.contains(other.value)) {
      throw Errors.invalid(
          "resource " + identity() + " to take away", other.value.toString(), "part of " + value);
    }
    return with(value.minus(other.value));
  }

  /** What fits into this many thousandths. */
  Resource cut(long thousandths) {
    long fitting = name.equals(WHOLE) ? thousandths - thousandths % 1000 : thousandths;
    Value part = value.cut(fitting);
    return part == value ? this : with(part);
  }

  boolean isEmpty() {
    return value.isEmpty();
  }

  /** The same amount, reserved for nobody. */
  Resource unreserved() {
    return reservedFor == null ? this : new Resource(name, null, value);
  }

  private Resource with(Value other) {
    return new Resource(name, reservedFor, other);
  }

  /** The name, and the role in parentheses. */
  String identity() {
    return reservedFor == null ? name : name + "(" + reservedFor + ")";
  }

  /** As it is parsed: {@code disks(role):{a,b}}. */
  @Override
  public String toString() {
    return identity() + ":" + value;
  }
}
