package dev.bourse.topics.job;

import dev.bourse.topics.resources.Resources;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A job as the scheduler knows it: the user's document with every default filled in. {@link
 * JobDocuments} reads and writes the document.
 *
 * @param name for people, or null
 * @param labels for people and for filters
 * @param role who pays; default {@code default}
 * @param process what runs
 * @param resources what is set aside for it
 * @param priority 0 to 100, higher first inside a role; default 50
 * @param retry what follows a failure; default nothing
 * @param timeoutMillis how long an attempt may run; 0 for ever, the default
 * @param killGraceMillis between TERM and KILL; default 5 s
 * @param logCapBytes how much output is kept of an attempt, for each stream; default 10 Mi
 * @param ttlMillis how long the job stays visible after its end; default 7 days
 * @param preemptible whether it may be stopped for more urgent work; null for yes, the default
 */
public record JobSpec(
    @Nullable String name,
    SortedMap<String, String> labels,
    String role,
    ProcessSpec process,
    Resources resources,
    int priority,
    RetryPolicy retry,
    long timeoutMillis,
    long killGraceMillis,
    long logCapBytes,
    long ttlMillis,
    @Nullable Boolean preemptible) {

  /** One cpu, 256 Mi of memory, 1 Gi of disk. */
  public static final Resources DEFAULT_RESOURCES = Resources.parse("cpus:1;memory:256;disk:1024");

  /** Who pays when the document does not say it. */
  public static final String DEFAULT_ROLE = "default";

  /** In the middle of 0 to 100. */
  public static final int DEFAULT_PRIORITY = 50;

  /** 5 s. */
  public static final long DEFAULT_KILL_GRACE_MILLIS = 5_000;

  /** 10 Mi. */
  public static final long DEFAULT_LOG_CAP_BYTES = 10L << 20;

  /** 7 days. */
  public static final long DEFAULT_TTL_MILLIS = 7L * 24 * 3_600_000;

  /** Copies. */
  public JobSpec {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    preemptible = Boolean.TRUE.equals(preemptible) ? null : preemptible;
  }

  /** One that may be stopped for more urgent work. */
  public JobSpec(
      @Nullable String name,
      SortedMap<String, String> labels,
      String role,
      ProcessSpec process,
      Resources resources,
      int priority,
      RetryPolicy retry,
      long timeoutMillis,
      long killGraceMillis,
      long logCapBytes,
      long ttlMillis) {
    this(
        name,
        labels,
        role,
        process,
        resources,
        priority,
        retry,
        timeoutMillis,
        killGraceMillis,
        logCapBytes,
        ttlMillis,
        null);
  }

  /** Whether it may be stopped for more urgent work. */
  public boolean mayBePreempted() {
    return preemptible == null;
  }
}
