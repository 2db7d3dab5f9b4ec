package dev.bourse.topics.resources;

import org.jspecify.annotations.Nullable;

/**
 * Names of roles: paths of parts between slashes, as in {@code eng/backend}. The parent of {@code
 * eng/backend} is {@code eng}.
 */
public final class Roles {

  /** The default role. It can be used but not reserved to, and it has no children. */
  public static final String DEFAULT = "*";

  /** The longest role, in characters. */
  public static final int MAX_LENGTH = 255;

  private Roles() {}

  /**
   * Why this is not a role, or null if it is one. A role is {@code *}, or a path of 1 to {@link
   * #MAX_LENGTH} characters whose parts are not empty, not {@code .} or {@code ..} or {@code *}, do
   * not start with a dash and hold no blank and no control character.
   */
  public static @Nullable String validate(String role) {
    if (role.equals(DEFAULT)) {
      return null;
    }
    if (role.isEmpty() || role.length() > MAX_LENGTH) {
      return Errors.message("role", role, "1 to " + MAX_LENGTH + " characters");
    }
    int start = 0;
    while (start <= role.length()) {
      int slash = role.indexOf('/', start);
      int end = slash < 0 ? role.length() : slash;
      String allowed = allowedInstead(role, start, end);
      if (allowed != null) {
        return Errors.message("role", role, allowed);
      }
      start = end + 1;
    }
    return null;
  }

  /**
   * The same role.
   *
   * @param what names the field in the error
   * @throws IllegalArgumentException with what {@link #validate} says
   */
  public static String check(String what, String role) {
    String problem = validate(role);
    if (problem != null) {
      throw new IllegalArgumentException(what + ": " + problem);
    }
    return role;
  }

  /** Whether the role is below the ancestor: {@code eng/backend} is below {@code eng}. */
  public static boolean isBelow(String role, String ancestor) {
    return role.length() > ancestor.length()
        && role.charAt(ancestor.length()) == '/'
        && role.startsWith(ancestor);
  }

  /** The role above, or null at the top. */
  public static @Nullable String parent(String role) {
    int slash = role.lastIndexOf('/');
    return slash < 0 ? null : role.substring(0, slash);
  }

  private static @Nullable String allowedInstead(String role, int start, int end) {
    if (start == end) {
      return "a path without empty parts: no slash at its start or end, and no two together";
    }
    if (isPart(role, start, end, ".") || isPart(role, start, end, "..")) {
      return "a path without the parts '.' and '..'";
    }
    if (isPart(role, start, end, DEFAULT)) {
      return "'*' alone, or a path without the part '*'";
    }
    if (role.charAt(start) == '-') {
      return "a path whose parts do not start with a dash";
    }
    return hasBlank(role, start, end) ? "a path without blanks and control characters" : null;
  }

  private static boolean isPart(String role, int start, int end, String part) {
    return end - start == part.length() && role.startsWith(part, start);
  }

  private static boolean hasBlank(String role, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Characters.isBlankOrControl(role.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
