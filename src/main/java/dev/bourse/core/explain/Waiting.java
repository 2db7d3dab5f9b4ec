package dev.bourse.core.explain;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a job waits for resources.
 *
 * @param asks what it asks for
 * @param place its place in its role, from 1: higher priority first, then in order of arrival
 * @param queued how many jobs of its role wait
 * @param role how its role stands
 * @param rolesAhead how many other roles that wait are offered resources first
 * @param quota what of its role's limit stands in its way; null when nothing does
 * @param exclusions why agents do not take it, most agents first
 * @param roomOn agents on which it fits now; it is launched in the next step
 * @param nearest what would let it run; null when it fits
 */
public record Waiting(
    Resources asks,
    int place,
    int queued,
    RoleStanding role,
    int rolesAhead,
    @Nullable Quota quota,
    List<Exclusion> exclusions,
    List<AgentId> roomOn,
    @Nullable Nearest nearest) {

  /** Copies. */
  public Waiting {
    exclusions = List.copyOf(exclusions);
    roomOn = List.copyOf(roomOn);
  }

  /**
   * How a role stands.
   *
   * @param name of the role
   * @param held what its attempts hold
   * @param shareThousandths its dominant share: the largest part that it holds of any one resource
   * @param weight in thousandths
   * @param limit the most that it may hold; null for no limit
   */
  public record RoleStanding(
      String name, String held, long shareThousandths, int weight, @Nullable Quantities limit) {}

  /**
   * A limit that is reached.
   *
   * @param limit of the role
   * @param missing by how much the job is above what the limit leaves
   * @param ever whether it would fit into the limit if its role held nothing
   */
  public record Quota(Quantities limit, Resources missing, boolean ever) {}

  /**
   * One reason, and whom it excludes.
   *
   * @param reason in words
   * @param agents how many
   * @param examples some of them, by id
   */
  public record Exclusion(String reason, int agents, List<AgentId> examples) {

    /** Copies. */
    public Exclusion {
      examples = List.copyOf(examples);
    }
  }

  /**
   * The nearest change that would let it run: the agent that lacks the least.
   *
   * @param agent which; null when there is none
   * @param free what is free there now
   * @param missing what would have to become free there
   * @param fitsWhenIdle whether it would fit there if nothing else ran
   * @param smaller what it could ask for instead to fit there now
   */
  public record Nearest(
      @Nullable AgentId agent,
      Resources free,
      Resources missing,
      boolean fitsWhenIdle,
      Resources smaller) {}
}
