package dev.bourse.core.state;

import dev.bourse.topics.resources.Quantities;
import java.util.Iterator;

/**
 * Who is offered something before whom: roles by their place in the tree, and inside a role those
 * that share it. Only who wants something is in it.
 */
public interface Shares {

  /** The roles, the one with the smallest share first; worked out as far as it is asked for. */
  Iterator<String> roles();

  /** Those that share a role, the one with the smallest share first. */
  Iterator<String> clients(String role);

  /** The roles in a random order, by weight. */
  Iterator<String> randomRoles(long seed);

  /** Those that share a role in a random order. */
  Iterator<String> randomClients(String role, long seed);

  /** Whether anybody wants something in a role. */
  boolean isActive(String role);

  /** Which of two roles goes first, as {@link #roles} has it. */
  int compareRoles(String left, String right);

  /** Which of two that share a role goes first, as {@link #clients} has it. */
  int compareClients(String role, String left, String right);

  /** What a role holds with all roles below it: tasks and offers. */
  Quantities held(String role);
}
