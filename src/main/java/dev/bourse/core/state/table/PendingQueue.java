package dev.bourse.core.state.table;

import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The waiting jobs of one role. Jobs that ask for the same resources stand in one line, so that
 * finding the first that fits looks at one job of each line, however many wait.
 */
final class PendingQueue implements PendingJobs {

  /** How many of a line are looked at for one that is short. */
  private static final int LOOKED_AT = 100;

  private final TreeMap<String, Line> lines = new TreeMap<>();
  private int size;

  /** Whether it is the first that asks for these resources. */
  boolean add(JobRow job) {
    Line line =
        lines.computeIfAbsent(
            job.spec().resources().toString(), key -> Line.of(job.spec().resources()));
    boolean first = line.jobs().isEmpty();
    if (line.jobs().put(Place.of(job), job) == null) {
      size++;
    }
    return first;
  }

  void remove(JobRow job) {
    String key = job.spec().resources().toString();
    Line line = lines.get(key);
    if (line != null && line.jobs().remove(Place.of(job)) != null) {
      size--;
      if (line.jobs().isEmpty()) {
        lines.remove(key);
      }
    }
  }

  @Override
  public @Nullable JobRow firstFitting(Resources free, Predicate<Resources> fits, long mostMillis) {
    Place best = null;
    JobRow found = null;
    long cpus = free.scalar(Resources.CPUS);
    long memory = free.scalar(Resources.MEMORY);
    for (Line line : lines.values()) {
      if (line.cpus() <= cpus && line.memory() <= memory) {
        var head = firstShort(line, mostMillis);
        if (head != null
            && (best == null || head.getKey().compareTo(best) < 0)
            && free.contains(line.resources())
            && fits.test(line.resources())) {
          best = head.getKey();
          found = head.getValue();
        }
      }
    }
    return found;
  }

  /** The first of a line that ends within so long; 0 is for ever. */
  private static Map.@Nullable Entry<Place, JobRow> firstShort(Line line, long mostMillis) {
    if (mostMillis == 0) {
      return line.jobs().firstEntry();
    }
    int looked = 0;
    for (var entry : line.jobs().entrySet()) {
      long timeout = entry.getValue().spec().timeoutMillis();
      if (timeout > 0 && timeout <= mostMillis) {
        return entry;
      }
      if (++looked == LOOKED_AT) {
        break;
      }
    }
    return null;
  }

  @Override
  public JobRow first() {
    Place best = null;
    JobRow found = null;
    for (Line line : lines.values()) {
      var head = line.jobs().firstEntry();
      if (best == null || head.getKey().compareTo(best) < 0) {
        best = head.getKey();
        found = head.getValue();
      }
    }
    if (found == null) {
      throw new NoSuchElementException("nobody waits");
    }
    return found;
  }

  /** What is asked for, each once. */
  List<Resources> requests() {
    return lines.values().stream().map(Line::resources).toList();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Collection<JobRow> all() {
    List<JobRow> all = new ArrayList<>(size);
    for (Line line : lines.values()) {
      all.addAll(line.jobs().values());
    }
    return all;
  }

  /** The two amounts rule most lines out at once. */
  private record Line(Resources resources, long cpus, long memory, TreeMap<Place, JobRow> jobs) {

    static Line of(Resources resources) {
      return new Line(
          resources,
          resources.scalar(Resources.CPUS),
          resources.scalar(Resources.MEMORY),
          new TreeMap<>());
    }
  }

  private record Place(int priority, long order) implements Comparable<Place> {

    static Place of(JobRow job) {
      return new Place(job.spec().priority(), job.queueOrder());
    }

    @Override
    public int compareTo(Place other) {
      int byPriority = Integer.compare(other.priority, priority);
      return byPriority != 0 ? byPriority : Long.compare(order, other.order);
    }
  }
}
