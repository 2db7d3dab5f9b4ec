package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.List;

/**
 * What holds for the reservations of one resource together, from the outermost to the innermost:
 * each refines the one before, to a role strictly below, and only the first may be static.
 */
final class ReservationStack {

  /** The most reservations of one resource. */
  static final int MAX_DEPTH = 16;

  private ReservationStack() {}

  /** A copy of a stack that keeps the rules. */
  static List<Reservation> checked(String resource, List<Reservation> stack) {
    List<Reservation> copy = List.copyOf(stack);
    if (copy.size() > MAX_DEPTH) {
      throw Errors.invalid(
          "resource " + resource + " reservation", text(copy), "at most " + MAX_DEPTH + " deep");
    }
    for (int i = 1; i < copy.size(); i++) {
      checkRefinement(resource, copy.get(i - 1), copy.get(i));
    }
    return copy;
  }

  private static void checkRefinement(String resource, Reservation outer, Reservation inner) {
    String what = "resource " + resource + " reservation";
    if (!Roles.isBelow(inner.role(), outer.role())) {
      throw Errors.invalid(
          what, inner.toString(), "for a role below '" + outer.role() + "', which it refines");
    }
    if (!inner.isDynamic()) {
      throw Errors.invalid(
          what, inner.toString(), "dynamic, as +" + inner + ": only the first may be static");
    }
  }

  /** A stack with one more. */
  static List<Reservation> push(List<Reservation> stack, Reservation innermost) {
    List<Reservation> deeper = new ArrayList<>(stack);
    deeper.add(innermost);
    return deeper;
  }

  /** A stack without its innermost. */
  static List<Reservation> pop(String resource, List<Reservation> stack) {
    if (stack.isEmpty() || !stack.getLast().isDynamic()) {
      throw Errors.invalid(
          "resource " + resource + " to unreserve",
          stack.isEmpty() ? "unreserved" : text(stack),
          "reserved dynamically");
    }
    return stack.subList(0, stack.size() - 1);
  }

  /** Unreserved first, then by the innermost role, then from the outermost to the innermost. */
  static int compare(List<Reservation> left, List<Reservation> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(!left.isEmpty(), !right.isEmpty());
    }
    int order = left.getLast().role().compareTo(right.getLast().role());
    int common = Math.min(left.size(), right.size());
    for (int i = 0; order == 0 && i < common; i++) {
      order = left.get(i).compareTo(right.get(i));
    }
    return order != 0 ? order : Integer.compare(left.size(), right.size());
  }

  /** As it is parsed: {@code eng,+eng/backend}. */
  static String text(List<Reservation> stack) {
    StringBuilder text = new StringBuilder();
    for (Reservation entry : stack) {
      text.append(text.isEmpty() ? "" : ",").append(entry);
    }
    return text.toString();
  }
}
