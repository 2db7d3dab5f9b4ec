package dev.bourse.simulator.world;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happened, of which the last part is kept and all of it may be listened to. */
public final class Story {

  private record Line(long at, String who, String what, List<Object> about) {

    @Override
    public String toString() {
      Duration since = Duration.ofMillis(at - World.START);
      String time =
          "%d:%02d:%02d.%03d"
              .formatted(
                  since.toHours(),
                  since.toMinutesPart(),
                  since.toSecondsPart(),
                  since.toMillisPart());
      return "%14s  %-10s %s".formatted(time, who, what.formatted(about.toArray()));
    }
  }

  private final int kept;
  private final @Nullable Consumer<String> listener;
  private final Deque<Line> lines = new ArrayDeque<>();

  /**
   * An empty story.
   *
   * @param kept how many lines are kept
   * @param listener hears every line at once; null for nobody
   */
  public Story(int kept, @Nullable Consumer<String> listener) {
    this.kept = kept;
    this.listener = listener;
  }

  /** Adds a line; its text is made when somebody wants it. */
  void add(long at, String who, String what, Object... about) {
    Line line = new Line(at, who, what, List.of(about));
    if (listener != null) {
      listener.accept(line.toString());
    }
    lines.add(line);
    if (lines.size() > kept) {
      lines.remove();
    }
  }

  /** The last lines, oldest first. */
  public List<String> lines() {
    List<String> texts = new ArrayList<>(lines.size());
    lines.forEach(line -> texts.add(line.toString()));
    return texts;
  }
}
