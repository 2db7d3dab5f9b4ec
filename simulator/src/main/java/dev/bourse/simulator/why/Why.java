package dev.bourse.simulator.why;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.core.explain.Explainer;
import dev.bourse.core.explain.Waiting;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.simulator.view.Shares;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer: where a job stands, what stands in its way, and how it came there. */
public final class Why {

  private static final int STORY_LINES = 14;
  private static final double TENTHS = 10.0;

  private final JobId id;
  private final ClusterState state;
  private final Diary diary;
  private final @Nullable JobRow job;
  private final @Nullable FinishedJobRow finished;
  private final @Nullable TaskRow task;
  private final @Nullable Waiting waiting;

  /** About this job, in this state. */
  public Why(JobId id, ClusterState state, Diary diary) {
    this.id = id;
    this.state = state;
    this.diary = diary;
    this.job = state.job(id);
    this.finished = state.finishedJob(id);
    this.task = job == null ? null : state.task(job.task());
    this.waiting = job != null && job.isPending() ? new Explainer(state).explain(job) : null;
  }

  /** Whether anything is known of it. */
  public boolean isKnown() {
    return job != null || finished != null || !diary.entries().isEmpty();
  }

  /** For people: one screen. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    if (waiting != null) {
      explain(waiting, lines);
    }
    List<Diary.Entry> story = diary.entries();
    lines.add("story:");
    int skipped = Math.max(0, story.size() - STORY_LINES);
    if (skipped > 0) {
      lines.add("  (" + skipped + " earlier entries; --json has all of them)");
    }
    for (Diary.Entry entry : story.subList(skipped, story.size())) {
      lines.add("  %s  step %d  %s".formatted(time(entry.at()), entry.step(), entry.text()));
    }
    if (story.isEmpty()) {
      lines.add("  nothing since the snapshot");
    }
    return lines;
  }

  private String headline() {
    if (task != null && job != null) {
      return "job %s is %s: attempt %d is %s on %s since %s"
          .formatted(
              id,
              job.progress().state(),
              task.attempt(),
              task.state(),
              task.agent(),
              time(task.status().startedAt() > 0 ? task.status().startedAt() : task.launchedAt()));
    }
    if (job != null && job.progress().retryAt() > 0) {
      return "job %s is %s: after a failure it waits until %s before it is tried again"
          .formatted(id, job.progress().state(), time(job.progress().retryAt()));
    }
    if (job != null) {
      return "job %s is %s: it waits for resources since %s"
          .formatted(id, job.progress().state(), time(waitsSince(job)));
    }
    return finished == null
        ? "job %s is forgotten".formatted(id)
        : "job %s is over: %s".formatted(id, finished.state());
  }

  private long waitsSince(JobRow row) {
    for (Diary.Entry entry : diary.entries().reversed()) {
      if (entry.event().equals("JobRetryDue")) {
        return entry.at();
      }
    }
    return row.submittedAt();
  }

  private void explain(Waiting why, List<String> lines) {
    lines.add("  asks for   " + why.asks());
    lines.add(
        "  queue      place %d of %d in role %s, priority %d"
            .formatted(
                why.place(),
                why.queued(),
                why.role().name(),
                job == null ? 0 : job.spec().priority()));
    lines.add(
        "  share      %s of the cluster (%s), weight %s; %s"
            .formatted(
                percent(why.role().shareThousandths()),
                why.role().held().isEmpty() ? "nothing" : why.role().held(),
                Shares.weight(why.role().weight()),
                why.rolesAhead() == 0
                    ? "no other waiting role goes first"
                    : why.rolesAhead() == 1
                        ? "1 other waiting role goes first"
                        : why.rolesAhead() + " other waiting roles go first"));
    lines.add("  quota      " + quota(why));
    lines.add("  agents     " + agents(why));
    for (Waiting.Exclusion exclusion : why.exclusions()) {
      lines.add(
          "  %8d   %s: %s%s"
              .formatted(
                  exclusion.agents(),
                  exclusion.reason(),
                  names(exclusion.examples()),
                  exclusion.agents() > exclusion.examples().size() ? ", ..." : ""));
    }
    if (why.nearest() != null) {
      nearest(why.nearest(), lines);
    }
  }

  private static String quota(Waiting why) {
    Waiting.Quota quota = why.quota();
    if (quota != null) {
      return quota.ever()
          ? "the limit of the role is reached: %s; %s of it must be given back first"
              .formatted(quota.limit(), quota.missing())
          : "it can never run: the limit of the role is %s, and the job alone is above it"
              .formatted(quota.limit());
    }
    return why.role().limit() == null
        ? "no limit is set for the role"
        : "within the limit of the role, " + why.role().limit();
  }

  private String agents(Waiting why) {
    int all = state.agents().size();
    if (all == 0) {
      return "there are none";
    }
    if (why.quota() != null && !why.roomOn().isEmpty()) {
      return "%d of %d %s room, which does not help here"
          .formatted(why.roomOn().size(), all, why.roomOn().size() == 1 ? "has" : "have");
    }
    return why.roomOn().isEmpty()
        ? "none of " + all + " can take it:"
        : why.roomOn().size()
            + " of "
            + all
            + " can take it now, and one will: "
            + names(why.roomOn());
  }

  private static void nearest(Waiting.Nearest nearest, List<String> lines) {
    if (nearest.agent() == null) {
      lines.add("  nearest    an agent that is there");
      return;
    }
    lines.add(
        nearest.fitsWhenIdle()
            ? "  nearest    %s free on %s (it has %s free)"
                .formatted(nearest.missing() + " more", nearest.agent(), orNothing(nearest))
            : "  nearest    a machine like %s with %s more"
                .formatted(nearest.agent(), nearest.missing()));
    if (!nearest.smaller().isEmpty() && nearest.smaller().quantities().names().contains("cpus")) {
      lines.add(
          "             or ask for no more than %s: that fits on %s now"
              .formatted(nearest.smaller(), nearest.agent()));
    }
  }

  private static String orNothing(Waiting.Nearest nearest) {
    return nearest.free().isEmpty() ? "nothing" : nearest.free().toString();
  }

  private static String names(List<AgentId> agents) {
    return agents.stream().map(AgentId::value).limit(5).collect(Collectors.joining(", "));
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("job", id.value());
    json.put("step", state.cell().steps());
    json.put("time", time(state.cell().time()));
    json.put("summary", headline());
    if (job != null) {
      json.put("state", job.progress().state().toString());
      json.put("phase", job.progress().phase().toString());
    } else if (finished != null) {
      json.put("state", finished.state().toString());
    }
    if (waiting != null) {
      json.set("waiting", json(waiting));
    }
    ArrayNode story = json.putArray("story");
    for (Diary.Entry entry : diary.entries()) {
      ObjectNode line = story.addObject();
      line.put("time", time(entry.at()));
      line.put("step", entry.step());
      line.put("event", entry.event());
      line.put("text", entry.text());
    }
    return json;
  }

  private static ObjectNode json(Waiting why) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asks", why.asks().toString());
    json.put("role", why.role().name());
    json.put("place", why.place());
    json.put("queued", why.queued());
    json.put("share", why.role().shareThousandths() / 1_000.0);
    json.put("rolesAhead", why.rolesAhead());
    json.put("weight", why.role().weight() / 1_000.0);
    if (why.role().limit() != null) {
      json.put("limit", why.role().limit().toString());
    }
    if (why.quota() != null) {
      json.put("aboveLimitBy", why.quota().missing().toString());
    }
    ArrayNode exclusions = json.putArray("exclusions");
    for (Waiting.Exclusion exclusion : why.exclusions()) {
      ObjectNode line = exclusions.addObject();
      line.put("reason", exclusion.reason());
      line.put("agents", exclusion.agents());
      exclusion.examples().forEach(agent -> line.withArray("examples").add(agent.value()));
    }
    why.roomOn().forEach(agent -> json.withArray("roomOn").add(agent.value()));
    Waiting.Nearest nearest = why.nearest();
    if (nearest != null) {
      ObjectNode line = json.putObject("nearest");
      line.put("agent", nearest.agent() == null ? null : nearest.agent().value());
      line.put("missing", nearest.missing().toString());
      line.put("fitsWhenIdle", nearest.fitsWhenIdle());
      line.put("smaller", nearest.smaller().toString());
    }
    return json;
  }

  private static String percent(long thousandths) {
    return String.format(Locale.ROOT, "%.1f %%", thousandths / TENTHS);
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
