package dev.bourse.topics.resources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource. Its identity is its name and its stack of reservations: only equal identities add
 * up, so other principals or labels stay apart.
 *
 * <p>Memory and disk count mebibytes; cpus, gpus and all others count themselves.
 *
 * @param name 1 to 128 characters without {@code ; : ( ) [ ] { }}
 * @param reservations from the outermost to the innermost, at most 16, none if it is free for all.
 *     Each is for a role strictly below that of the one before, and only the first may be static
 * @param value a scalar that is not negative (of gpus: a whole one), ranges, or items
 */
public record Resource(String name, List<Reservation> reservations, Value value) {

  /** The one resource that comes in whole units only. */
  private static final String WHOLE = Resources.GPUS;

  /** The one list of all that is unreserved, so that comparing needs no look into it. */
  private static final List<Reservation> UNRESERVED = List.of();

  /** Checks every part. */
  public Resource {
    name = Names.check("resource name", name);
    reservations =
        reservations.isEmpty() ? UNRESERVED : ReservationStack.checked(name, reservations);
    checkValue(name, value);
  }

  /** One that is free for all. */
  public static Resource of(String name, Value value) {
    return new Resource(name, UNRESERVED, value);
  }

  /**
   * One that is reserved statically.
   *
   * @throws IllegalArgumentException also if the role is {@code *}, or does not fit the text form
   */
  public static Resource reserved(String name, String role, Value value) {
    try {
      return new Resource(name, List.of(Reservation.ofStatic(role)), value);
    } catch (IllegalArgumentException e) {
      throw Errors.in("resource " + name, e);
    }
  }

  /** The role of the innermost reservation, or null if it is free for all. */
  public @Nullable String reservedFor() {
    return isUnreserved() ? null : reservations.getLast().role();
  }

  /** Whether it is free for all. */
  public boolean isUnreserved() {
    return reservations == UNRESERVED;
  }

  /** Whether any of its reservations was made at run time. */
  public boolean isReservedDynamically() {
    return !isUnreserved() && reservations.getLast().isDynamic();
  }

  /** Whether this role may use it: it is unreserved, or reserved for it or for a role above it. */
  public boolean isAllocatableTo(String role) {
    String owner = reservedFor();
    return owner == null || owner.equals(role) || Roles.isBelow(role, owner);
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

  /** The order in {@link Resources}: by name, then as {@link ReservationStack#compare} says. */
  static int compareIdentity(Resource left, Resource right) {
    if (!left.name.equals(right.name)) {
      return left.name.compareTo(right.name);
    }
    return left.reservations == right.reservations
        ? 0
        : ReservationStack.compare(left.reservations, right.reservations);
  }

  /** Whether all three parts are equal. Most stacks are the same object: that is tried first. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Resource that
            && name.equals(that.name)
            && (reservations == that.reservations || reservations.equals(that.reservations))
            && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    int stack = isUnreserved() ? 0 : reservations.hashCode();
    return 31 * (31 * name.hashCode() + stack) + value.hashCode();
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
    return isUnreserved() ? this : new Resource(name, UNRESERVED, value);
  }

  /** The same amount with one more reservation. */
  Resource push(Reservation reservation) {
    return new Resource(name, ReservationStack.push(reservations, reservation), value);
  }

  /** The same amount without its innermost reservation, which must be dynamic. */
  Resource pop() {
    return new Resource(name, ReservationStack.pop(name, reservations), value);
  }

  private Resource with(Value other) {
    return new Resource(name, reservations, other);
  }

  /** The name, and the reservations in parentheses: {@code cpus(eng,+eng/backend@alice)}. */
  public String identity() {
    return isUnreserved() ? name : name + "(" + ReservationStack.text(reservations) + ")";
  }

  /** As it is parsed: {@code disks(role):{a,b}}. */
  @Override
  public String toString() {
    return identity() + ":" + value;
  }
}
