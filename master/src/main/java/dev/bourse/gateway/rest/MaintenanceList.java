package dev.bourse.gateway.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agents that are to be taken out of service, or are.
 *
 * @param agents by id
 */
public record MaintenanceList(List<Scheduled> agents) {

  /**
   * One of them.
   *
   * @param agent its id
   * @param state where it stands
   * @param down whether it is out of service
   * @param start when its maintenance begins
   * @param duration how long it takes; absent when that is not known
   */
  public record Scheduled(
      String agent,
      String state,
      boolean down,
      @Nullable String start,
      @Nullable String duration) {}
}
