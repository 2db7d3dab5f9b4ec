package dev.bourse.topics.resources;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a machine has, a task needs, or an offer holds: at most one {@link Resource} of each
 * identity, none of them empty, ordered by name and then by reservation: unreserved first, then by
 * the innermost role, then by the rest of the stack. One name has one kind of value throughout.
 *
 * <p>Amounts are thousandths ({@code long}); memory and disk are counted in MiB. Sums and
 * differences are exact. Immutable; equal if the contents are.
 */
public final class Resources {

  /** Processor cores. */
  public static final String CPUS = "cpus";

  /** Main memory in MiB. */
  public static final String MEMORY = "memory";

  /** Disk space in MiB. */
  public static final String DISK = "disk";

  /** Graphics processors, whole ones only. */
  public static final String GPUS = "gpus";

  /** Network ports, as ranges. */
  public static final String PORTS = "ports";

  /** Nothing. */
  public static final Resources EMPTY = new Resources(new Resource[0]);

  private final Resource[] entries;

  /**
   * Computed when first asked for; 0 means not yet. Threads may do it twice, with equal results.
   */
  private int hash;

  /** Made when first asked for, as the hash is. */
  private @Nullable String text;

  /** Made when first asked for, as the hash is. */
  private @Nullable Quantities quantities;

  private Resources(Resource[] entries) {
    this.entries = entries;
  }

  /**
   * Reads the text form of Mesos: {@code cpus:8;memory:4096;ports:[31000-32000];disks(role):{a,b}}.
   * Of several reservations the outermost comes first, and a {@code +} marks a dynamic one: {@code
   * cpus(eng,+eng/backend@alice{team=x&tier=1}):2}; its principal and labels may be left out. The
   * role {@code *} means unreserved, empty resources are left out, and what is given twice adds up.
   * {@link #toString} is the canonical form.
   *
   * @throws IllegalArgumentException naming the resource, the value found, and what is allowed
   */
  public static Resources parse(String text) {
    return of(ResourcesParser.parse(text));
  }

  /**
   * One unreserved scalar.
   *
   * @param thousandths of the unit; zero gives {@link #EMPTY}
   */
  public static Resources scalar(String name, long thousandths) {
    return of(Resource.of(name, new Scalar(thousandths)));
  }

  /** The sum of these. */
  public static Resources of(Resource... resources) {
    return ofSorted(ResourceAlgebra.sum(resources.clone()));
  }

  /**
   * The sum of these.
   *
   * @throws IllegalArgumentException if one name has two kinds of values, or a sum is too large
   */
  public static Resources of(List<Resource> resources) {
    return ofSorted(ResourceAlgebra.sum(resources.toArray(new Resource[0])));
  }

  private static Resources ofSorted(Resource[] entries) {
    return entries.length == 0 ? EMPTY : new Resources(entries);
  }

  /**
   * The sum: scalars add up, ranges and items are united.
   *
   * @throws IllegalArgumentException if one name has two kinds of values, or a sum is too large
   */
  public Resources plus(Resources other) {
    if (other.isEmpty() || isEmpty()) {
      return isEmpty() ? other : this;
    }
    return new Resources(ResourceAlgebra.plus(entries, other.entries));
  }

  /**
   * The difference. Nothing ever falls below zero.
   *
   * @throws IllegalArgumentException naming the first resource of which there is too little
   */
  public Resources minus(Resources other) {
    return other.isEmpty() ? this : ofSorted(ResourceAlgebra.minus(entries, other.entries));
  }

  /** Whether everything of the other is here, under exactly the same name and reservations. */
  public boolean contains(Resources other) {
    return ResourceAlgebra.contains(entries, other.entries);
  }

  /** Whether there is at least this much, all reservations counted together. */
  public boolean contains(Quantities wanted) {
    return quantities().contains(wanted);
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return entries.length == 0;
  }

  /** All of them, by name and then by reservation, unreserved first. */
  public List<Resource> entries() {
    return Collections.unmodifiableList(Arrays.asList(entries));
  }

  /**
   * The thousandths of a scalar, summed over its reservations; 0 if there is none of it, or if it
   * is not a scalar ({@link #quantities} counts those too).
   */
  public long scalar(String name) {
    return ResourceAlgebra.scalar(entries, name);
  }

  /** The names, in order, each once. */
  public List<String> names() {
    return Collections.unmodifiableList(ResourceAlgebra.names(entries));
  }

  /** What is reserved for nobody. */
  public Resources unreserved() {
    return filter(Resource::isUnreserved);
  }

  /** What is reserved for anybody. */
  public Resources reserved() {
    return filter(entry -> !entry.isUnreserved());
  }

  /** What has a reservation that was made at run time. */
  public Resources reservedDynamically() {
    return filter(Resource::isReservedDynamically);
  }

  /** What is reserved, innermost, for exactly this role. Nothing is reserved for {@code *}. */
  public Resources reservedFor(String role) {
    return filter(entry -> role.equals(entry.reservedFor()));
  }

  /** What this role may use: what is unreserved, or reserved for it or for a role above it. */
  public Resources allocatableTo(String role) {
    return filter(entry -> entry.isAllocatableTo(role));
  }

  private Resources filter(Predicate<Resource> wanted) {
    Resource[] kept = ResourceAlgebra.filter(entries, wanted);
    return kept.length == entries.length ? this : ofSorted(kept);
  }

  /** The same amounts, reserved for nobody. */
  public Resources flattened() {
    return unreserved().equals(this) ? this : map(Resource::unreserved);
  }

  /**
   * The same amounts with one more reservation, the innermost, on each.
   *
   * @throws IllegalArgumentException naming the first resource of which it is no refinement: its
   *     role must be strictly below the innermost one, and a static one needs what is unreserved
   */
  public Resources pushReservation(Reservation reservation) {
    return map(entry -> entry.push(reservation));
  }

  /**
   * The same amounts without the innermost reservation of each. What is alike then adds up.
   *
   * @throws IllegalArgumentException naming the first resource that has no reservation, or whose
   *     innermost one is static
   */
  public Resources popReservation() {
    return map(Resource::pop);
  }

  /** The same amounts without any reservation that was made at run time. */
  public Resources withoutDynamicReservations() {
    Resources bare = this;
    Resources dynamic = bare.reservedDynamically();
    while (!dynamic.isEmpty()) {
      bare = bare.minus(dynamic).plus(dynamic.popReservation());
      dynamic = bare.reservedDynamically();
    }
    return bare;
  }

  private Resources map(UnaryOperator<Resource> change) {
    return ofSorted(ResourceAlgebra.map(entries, change));
  }

  /** How much there is of each name, all reservations counted together. */
  public Quantities quantities() {
    Quantities known = quantities;
    if (known == null) {
      known = Quantities.of(this);
      quantities = known;
    }
    return known;
  }

  /**
   * What stays within the limits; a name that the limits lack is kept whole. Reservations of one
   * name share its limit, in their order; of ranges and items the first ones are kept, of gpus
   * whole ones.
   */
  public Resources cutToLimits(Quantities limits) {
    return ofSorted(ResourceAlgebra.cut(entries, limits, Long.MAX_VALUE));
  }

  /** The same as {@link #cutToLimits}, but a name that the quantities lack is dropped. */
  public Resources cutToQuantities(Quantities quantities) {
    return ofSorted(ResourceAlgebra.cut(entries, quantities, 0));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Resources that && Arrays.equals(entries, that.entries));
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = Arrays.hashCode(entries);
      hash = known;
    }
    return known;
  }

  /** The canonical text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = ResourceAlgebra.text(entries);
      text = known;
    }
    return known;
  }
}
