package dev.bourse.topics.resources;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * For whom a resource is set aside: one entry of the stack of a {@link Resource}.
 *
 * @param type who made it, and so whether it can be taken back
 * @param role a valid role other than {@code *}, which may not hold {@code ; , ( ) { } @} nor start
 *     with {@code +}, so that the text form reads back
 * @param principal who reserved it: 1 to {@link #MAX_PRINCIPAL} characters without {@code ; , ( ) {
 *     }}; null if that is not known. Only a dynamic reservation has one
 * @param labels free for use, at most {@link #MAX_LABELS}: the keys 1 to {@link #MAX_LABEL_KEY}
 *     characters without {@code ; , ( ) { } & =}, the values 1 to {@link #MAX_LABEL_VALUE} without
 *     {@code ; , ( ) { } &}. Only a dynamic reservation has any
 */
public record Reservation(
    Type type, String role, @Nullable String principal, SortedMap<String, String> labels)
    implements Comparable<Reservation> {

  /** Who made a reservation. */
  public enum Type {
    /** The machine's operator, in the settings of its agent: it cannot be taken back. */
    STATIC,
    /** Somebody at run time, who may take it back. */
    DYNAMIC
  }

  /** The longest principal, in characters. */
  public static final int MAX_PRINCIPAL = 255;

  /** The most labels of one reservation. */
  public static final int MAX_LABELS = 16;

  /** The longest key of a label, in characters. */
  public static final int MAX_LABEL_KEY = 128;

  /** The longest value of a label, in characters. */
  public static final int MAX_LABEL_VALUE = 256;

  private static final String RESERVED = ";,(){}";
  private static final String RESERVED_IN_ROLES = RESERVED + "@";
  private static final String RESERVED_IN_VALUES = RESERVED + "&";
  private static final String RESERVED_IN_KEYS = RESERVED + "&=";

  private static final Characters PRINCIPALS = new Characters(MAX_PRINCIPAL, RESERVED);
  private static final Characters KEYS = new Characters(MAX_LABEL_KEY, RESERVED_IN_KEYS);
  private static final Characters VALUES = new Characters(MAX_LABEL_VALUE, RESERVED_IN_VALUES);

  private static final SortedMap<String, String> NO_LABELS = Collections.emptySortedMap();

  /** Checks every part, and copies the labels. */
  public Reservation {
    checkRole(role);
    if (principal != null) {
      checkPrincipal(type, principal);
    }
    labels = labels.isEmpty() ? NO_LABELS : checkedLabels(type, labels);
  }

  /** A static reservation. */
  public static Reservation ofStatic(String role) {
    return new Reservation(Type.STATIC, role, null, NO_LABELS);
  }

  /** A dynamic reservation without labels. */
  public static Reservation ofDynamic(String role, @Nullable String principal) {
    return new Reservation(Type.DYNAMIC, role, principal, NO_LABELS);
  }

  /**
   * Reads one entry of a stack: {@code eng} is static, {@code +eng@alice{team=x&tier=1}} dynamic;
   * principal and labels may be left out. {@link #toString} is the canonical form.
   *
   * @throws IllegalArgumentException naming the part, the value found, and what is allowed
   */
  public static Reservation parse(String text) {
    return ReservationParser.entry(text);
  }

  /** Whether it was made at run time, and can be taken back. */
  public boolean isDynamic() {
    return type == Type.DYNAMIC;
  }

  private static void checkRole(String role) {
    Roles.check("reservation", role);
    boolean readsBack = role.charAt(0) != '+' && !role.equals(Roles.DEFAULT);
    for (int i = 0; i < role.length(); i++) {
      readsBack &= RESERVED_IN_ROLES.indexOf(role.charAt(i)) < 0;
    }
    if (!readsBack) {
      throw Errors.invalid(
          "reservation role",
          role,
          "a role other than '*' that holds none of "
              + RESERVED_IN_ROLES
              + " and does not start with +");
    }
  }

  private static void checkPrincipal(Type type, String principal) {
    if (type != Type.DYNAMIC) {
      throw Errors.invalid(
          "reservation principal", principal, "absent: only a dynamic reservation has one");
    }
    checkText("reservation principal", principal, PRINCIPALS, MAX_PRINCIPAL, RESERVED);
  }

  private static SortedMap<String, String> checkedLabels(
      Type type, SortedMap<String, String> labels) {
    if (type != Type.DYNAMIC) {
      throw Errors.invalid(
          "reservation labels", text(labels), "absent: only a dynamic reservation has labels");
    }
    if (labels.size() > MAX_LABELS) {
      throw Errors.invalid("reservation labels", text(labels), "at most " + MAX_LABELS);
    }
    SortedMap<String, String> copy = new TreeMap<>();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      String key = label.getKey();
      String value = label.getValue();
      checkText("reservation label", key, KEYS, MAX_LABEL_KEY, RESERVED_IN_KEYS);
      checkText("reservation label " + key, value, VALUES, MAX_LABEL_VALUE, RESERVED_IN_VALUES);
      copy.put(key, value);
    }
    return Collections.unmodifiableSortedMap(copy);
  }

  private static void checkText(
      String what, String value, Characters characters, int maxLength, String reserved) {
    if (!characters.accept(value)) {
      throw Errors.invalid(
          what,
          value,
          "1 to "
              + maxLength
              + " characters, none of "
              + reserved
              + ", no control character, and no blank at the ends");
    }
  }

  /** By role, static before dynamic, then by principal (none first) and by labels. */
  @Override
  public int compareTo(Reservation other) {
    if (this == other) {
      return 0;
    }
    int order = role.compareTo(other.role);
    if (order == 0) {
      order = type.compareTo(other.type);
    }
    if (order == 0) {
      order = orEmpty(principal).compareTo(orEmpty(other.principal));
    }
    return order != 0 || labels.equals(other.labels)
        ? order
        : text(labels).compareTo(text(other.labels));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String text(SortedMap<String, String> labels) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      text.append(text.isEmpty() ? "" : "&");
      text.append(label.getKey()).append('=').append(label.getValue());
    }
    return text.toString();
  }

  /** As it is parsed: {@code +eng@alice{team=x&tier=1}}. */
  @Override
  public String toString() {
    return (isDynamic() ? "+" : "")
        + role
        + (principal == null ? "" : "@" + principal)
        + (labels.isEmpty() ? "" : "{" + text(labels) + "}");
  }
}
