package dev.bourse.core.state;

import dev.bourse.topics.id.FrameworkId;
import org.jspecify.annotations.Nullable;

/** Who shares a role. */
public final class Clients {

  /** The job service; no framework has such an id. */
  public static final String JOBS = "*jobs";

  private Clients() {}

  /** The name of a framework among those that share a role; null is the job service. */
  public static String name(@Nullable FrameworkId framework) {
    return framework == null ? JOBS : framework.value();
  }
}
