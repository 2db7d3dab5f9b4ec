package dev.bourse.core.allocator.room;

import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.MinAllocatable;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What frameworks wait for: one that has said that less than so much is of no use to it in a role
 * waits for an offer of that.
 */
final class FrameworkWishes {

  private final ClusterState state;

  FrameworkWishes(ClusterState state) {
    this.state = state;
  }

  /** Those that have waited since then at least. */
  List<Wish> waiting(long since) {
    List<Wish> wishes = new ArrayList<>();
    for (FrameworkId id : state.modest()) {
      FrameworkRow framework = Objects.requireNonNull(state.framework(id));
      for (RoleInfo role : framework.info().roles()) {
        Resources wanted = wanted(role);
        if (!wanted.isEmpty()
            && framework.wantsOffersIn(role.role())
            && waitsSince(framework, role.role()) <= since) {
          wishes.add(new Wish(framework.id(), role.role(), wanted));
        }
      }
    }
    return wishes;
  }

  private long waitsSince(FrameworkRow framework, String role) {
    ClientRow client = state.client(role, framework.id().value());
    return client == null ? framework.changedAt() : Math.max(framework.changedAt(), client.since());
  }

  /** The first of the alternatives: the one that it would like best. */
  private static Resources wanted(RoleInfo role) {
    String least = role.minAllocatable();
    Resources wanted = Resources.EMPTY;
    if (least != null) {
      List<Quantities> alternatives = MinAllocatable.of(least).alternatives();
      if (!alternatives.isEmpty()) {
        for (var entry : alternatives.getFirst().amounts().entrySet()) {
          wanted = wanted.plus(Resources.scalar(entry.getKey(), entry.getValue()));
        }
      }
    }
    return wanted;
  }

  /**
   * What a framework waits for.
   *
   * @param framework which
   * @param role in which role
   * @param resources how much on one agent, reserved for nobody
   */
  record Wish(FrameworkId framework, String role, Resources resources) {}
}
