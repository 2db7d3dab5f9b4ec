package dev.bourse.simulator.world;

import java.util.PriorityQueue;

/**
 * Virtual time: what is to happen happens in order of time, and at one time in the order in which
 * it was arranged. One thread; nothing waits for real.
 */
public final class World {

  /** When every story begins: 2026-01-01T00:00:00Z. */
  public static final long START = 1_767_225_600_000L;

  /** So many things do not happen at one time: someone goes round in a circle. */
  private static final int MAX_HAPPENINGS = 1_000_000;

  private record Happening(long at, long order, Runnable what) implements Comparable<Happening> {

    @Override
    public int compareTo(Happening other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
  private final Story story;
  private long now;
  private long arranged;
  private int happenings;

  /** An empty agenda, at {@link #START}. */
  public World(Story story) {
    this(story, START);
  }

  /** An empty agenda, at a time in epoch milliseconds. */
  public World(Story story, long start) {
    this.story = story;
    this.now = start;
  }

  /**
   * Lets the next thing happen that is arranged.
   *
   * @return false when there is nothing
   */
  public boolean next() {
    if (agenda.isEmpty()) {
      return false;
    }
    Happening next = agenda.remove();
    happenings = next.at() == now ? happenings + 1 : 0;
    if (happenings > MAX_HAPPENINGS) {
      throw new IllegalStateException("time stands still: there is always something to do at once");
    }
    now = next.at();
    next.what().run();
    return true;
  }

  /** In epoch milliseconds. */
  public long now() {
    return now;
  }

  /** Arranges something for a time; one that has passed is now. */
  public void at(long time, Runnable what) {
    agenda.add(new Happening(Math.max(now, time), arranged++, what));
  }

  /** Arranges something for a time from now, in milliseconds. */
  public void after(long millis, Runnable what) {
    at(now + millis, what);
  }

  /** Lets time pass until a time, with everything that is arranged until then. */
  public void runUntil(long time) {
    while (!agenda.isEmpty() && agenda.element().at() <= time) {
      next();
    }
    now = Math.max(now, time);
  }

  /** Notes something for those who read the story later. */
  public void note(String who, String what, Object... about) {
    story.add(now, who, what, about);
  }
}
