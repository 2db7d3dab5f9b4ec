package dev.bourse.core.allocator.quota;

import dev.bourse.topics.resources.Roles;
import java.util.ArrayList;
import java.util.List;

/** A role and those above it, nearest first. */
final class Ancestors {

  private Ancestors() {}

  static List<String> of(String role) {
    List<String> path = new ArrayList<>(3);
    for (String at = role; at != null; at = Roles.parent(at)) {
      path.add(at);
    }
    return path;
  }
}
