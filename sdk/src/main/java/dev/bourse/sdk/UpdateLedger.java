package dev.bourse.sdk;

import dev.bourse.topics.scheduler.TaskUpdate;

/** Tells an update of one session from its repeats. */
final class UpdateLedger {

  /** What to do with an update. */
  enum Verdict {
    /** It is new. */
    TELL,
    /** It is a repeat, and was acknowledged: the acknowledgement is lost or on its way. */
    ACKNOWLEDGE,
    /** It is a repeat, and the framework has not acknowledged it yet. */
    IGNORE
  }

  private static final int MAX_TASKS = 10_000;

  private record Last(String update, boolean acknowledged) {}

  private final Recent<Last> lasts = new Recent<>(MAX_TASKS);

  Verdict judge(TaskUpdate update) {
    Last last = lasts.get(update.task());
    if (update.update() == null || last == null || !last.update.equals(update.update())) {
      return Verdict.TELL;
    }
    return last.acknowledged ? Verdict.ACKNOWLEDGE : Verdict.IGNORE;
  }

  void told(TaskUpdate update) {
    put(update, false);
  }

  void acknowledged(TaskUpdate update) {
    if (judge(update) == Verdict.IGNORE) {
      put(update, true);
    }
  }

  private void put(TaskUpdate update, boolean acknowledged) {
    String id = update.update();
    if (id != null) {
      lasts.put(update.task(), new Last(id, acknowledged));
    }
  }

  void clear() {
    lasts.clear();
  }
}
