package dev.bourse.simulator.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.core.Outcome;
import dev.bourse.core.TableChange;
import dev.bourse.core.check.Digest;
import dev.bourse.simulator.history.RecordedOutputs;
import dev.bourse.simulator.history.Verifier.Difference;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.scheduler.OfferEvent;
import dev.bourse.topics.scheduler.SchedulerEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows the first step that came to something else: what was recorded, and what is decided now. */
public final class DifferenceView {

  private static final String NONE = "-";

  private final Difference difference;
  private final JournalEntry entry;
  private final @Nullable Outcome decided;
  private final List<String> then;
  private final List<String> now;

  /**
   * Of this difference.
   *
   * @param outputs where to look for what was told then
   */
  public DifferenceView(Difference difference, RecordedOutputs outputs) {
    this.difference = difference;
    this.entry = difference.recorded().entry();
    this.decided = difference.decided();
    this.then = outputs.of(entry);
    this.now = decided == null ? List.of() : outputs(decided);
  }

  private static List<String> outputs(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    for (Order order : outcome.orders()) {
      lines.add(line(Topic.LAUNCHES.suffix(), order.agent().value(), order));
    }
    for (SchedulerEvent notice : outcome.notices()) {
      Topic topic = notice instanceof OfferEvent ? Topic.OFFERS : Topic.UPDATES;
      lines.add(line(topic.suffix(), notice.framework().value(), notice));
    }
    for (TableChange change : outcome.tables()) {
      if (change.view() != null) {
        String table = change.table().name().toLowerCase(Locale.ROOT);
        lines.add(line(table, change.key(), change.view()));
      }
    }
    return lines;
  }

  private static String line(String topic, String key, Object value) {
    return topic + " " + key + " " + new String(RecordCodec.encode(value), StandardCharsets.UTF_8);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("step " + entry.sequence() + " is where the histories part");
    lines.add("  last same step  " + before());
    lines.add("  input           " + input());
    row(lines, "time", time(entry.time()), decided == null ? null : time(decided.time()));
    row(
        lines,
        "commands",
        String.join(", ", entry.steps()),
        decided == null ? null : String.join(", ", decided.steps()));
    row(lines, "rejection", orNone(entry.rejection()), rejection());
    row(lines, "digest", entry.digest(), decided == null ? null : Digest.text(decided.digest()));
    if (decided != null) {
      lines.add("  events decided now:");
      decided.events().forEach(event -> lines.add("      " + event));
      if (decided.events().isEmpty()) {
        lines.add("      none");
      }
    }
    tellOutputs(lines);
    difference.violations().forEach(violation -> lines.add("  ! " + violation));
    return lines;
  }

  private void tellOutputs(List<String> lines) {
    if (then.isEmpty()) {
      return;
    }
    lines.add("  told to others (- recorded, + now):");
    for (String line : then) {
      lines.add((now.contains(line) ? "      " : "    - ") + line);
    }
    for (String line : now) {
      if (!then.contains(line)) {
        lines.add("    + " + line);
      }
    }
  }

  private static void row(List<String> lines, String name, String then, @Nullable String now) {
    String label = "  " + name + " ".repeat(16 - name.length());
    if (then.equals(now)) {
      lines.add(label + then);
    } else {
      lines.add("- " + label.substring(2) + then);
      lines.add("+ " + label.substring(2) + (now == null ? "cannot be decided" : now));
    }
  }

  private @Nullable String rejection() {
    if (decided == null) {
      return null;
    }
    return decided.rejection() == null ? NONE : decided.rejection().reason();
  }

  private String before() {
    return difference.before() == null
        ? NONE
        : difference.before().sequence() + " at " + time(difference.time());
  }

  private String input() {
    return entry.topic() == null
        ? "none: a step of the master's own"
        : "%s %d:%d  %s"
            .formatted(
                entry.topic(), entry.partition(), entry.offset(), difference.recorded().input());
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("step", entry.sequence());
    json.put("journalOffset", difference.recorded().offset());
    if (difference.before() != null) {
      json.put("lastSameStep", difference.before().sequence());
    }
    json.put("input", input());
    ObjectNode recorded = json.putObject("recorded");
    recorded.put("time", time(entry.time()));
    recorded.set("commands", texts(entry.steps()));
    recorded.put("rejection", entry.rejection());
    recorded.put("digest", entry.digest());
    recorded.set("outputs", texts(then));
    if (decided != null) {
      ObjectNode other = json.putObject("decidedNow");
      other.put("time", time(decided.time()));
      other.set("commands", texts(decided.steps()));
      other.put("rejection", decided.rejection() == null ? null : decided.rejection().reason());
      other.put("digest", Digest.text(decided.digest()));
      other.set("events", texts(decided.events().stream().map(Objects::toString).toList()));
      other.set("outputs", texts(now));
    }
    json.set("violations", texts(difference.violations()));
    return json;
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static String orNone(@Nullable String text) {
    return text == null ? NONE : text;
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
