package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.resources.Quantity;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.TaskView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A framework. Times are ISO 8601, UTC, with milliseconds.
 *
 * @param id its id
 * @param name for people
 * @param state where it stands
 * @param roles in which it is offered resources
 * @param suppressedRoles in which it wants none for now
 * @param capabilities what it says it can handle
 * @param tasks how many it has in each state, as long as they are remembered
 * @param held by its tasks that are not terminal
 * @param offers how many it has not answered
 * @param principal who it acts as
 * @param user the account that its tasks run as
 * @param hostname where its scheduler runs
 * @param webUrl where people can look at it
 * @param labels for people
 * @param failoverTimeout how long its tasks outlive its scheduler
 * @param subscribedAt when it first subscribed
 * @param changedAt when its state changed last
 * @param removalAt when it is removed unless it returns
 * @param message why it is where it is
 */
@Schema(description = "A framework, and what it holds.")
public record Framework(
    String id,
    String name,
    @Schema(enumeration = {"CONNECTED", "DISCONNECTED", "REMOVED"}) String state,
    List<String> roles,
    List<String> suppressedRoles,
    List<String> capabilities,
    Map<String, Integer> tasks,
    @Schema(implementation = Object.class) ObjectNode held,
    int offers,
    @Nullable String principal,
    @Nullable String user,
    @Nullable String hostname,
    @Nullable String webUrl,
    Map<String, String> labels,
    String failoverTimeout,
    String subscribedAt,
    String changedAt,
    @Nullable String removalAt,
    @Nullable String message) {

  static Framework of(FrameworkView view, List<TaskView> tasks, int offers) {
    FrameworkInfo info = view.info();
    return new Framework(
        view.id().value(),
        info.name(),
        view.state().name(),
        info.roles().stream().map(RoleInfo::role).toList(),
        view.suppressedRoles(),
        info.capabilities() == null
            ? List.of()
            : info.capabilities().stream().map(Enum::name).toList(),
        byState(tasks),
        Amounts.of(held(tasks).quantities()),
        offers,
        info.principal(),
        info.user(),
        info.hostname(),
        info.webUrl(),
        info.labels() == null ? Map.of() : info.labels(),
        Quantity.formatDuration(info.failoverMillis()),
        Times.show(view.subscribedAt()),
        Times.show(view.changedAt()),
        Times.showUnlessZero(view.removalAt()),
        view.message());
  }

  private static Map<String, Integer> byState(List<TaskView> tasks) {
    Map<String, Integer> counts = new TreeMap<>();
    tasks.forEach(task -> counts.merge(task.state().name(), 1, Integer::sum));
    return counts;
  }

  private static Resources held(List<TaskView> tasks) {
    return tasks.stream()
        .filter(task -> !task.state().isTerminal())
        .map(TaskView::resources)
        .reduce(Resources.EMPTY, Resources::plus);
  }
}
