package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What may fit since everything was tried last: all that an allocation needs to look at, so that
 * its cost grows with what has changed, and not with what there is. It may name more than that,
 * never less: after a takeover it names everything, and the same is decided.
 */
public interface Untried {

  /** The agents of which something has become free, and those that have come. */
  SortedSet<AgentId> agents();

  /** The roles that hold less than they did. */
  SortedSet<String> roles();

  /** Whether what was tried says nothing any more: the rules are others. */
  boolean everything();

  /**
   * Whether a role has begun to use what was reserved: it may lack less of what it is guaranteed,
   * so that less is kept for it, with all that was free before still free.
   */
  boolean loosened();

  /** What has begun to be asked for: resources for which nobody waited before. */
  Collection<Resources> requests();

  /** Whether anybody waits who is soon gone: he may have what is kept for another. */
  boolean fillers();

  /** The frameworks that want more than they did, wherever it is. */
  SortedSet<Client> clients();

  /** The frameworks that may be offered an agent again of which they have declined something. */
  SortedMap<AgentId, SortedSet<Client>> pairs();

  /**
   * A framework in one of its roles.
   *
   * @param role its name
   * @param framework which
   */
  record Client(String role, FrameworkId framework) implements Comparable<Client> {

    @Override
    public int compareTo(Client other) {
      int byRole = role.compareTo(other.role);
      return byRole != 0 ? byRole : framework.compareTo(other.framework);
    }
  }
}
