package dev.bourse.sdk;

import dev.bourse.topics.id.JobId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a framework does to the cluster. Nothing here waits for an answer: what comes of it is told
 * by {@link JobFramework#jobChanged}.
 */
public interface JobClient {

  /**
   * Submits a job. Written at least once; the same document under the same id is the same job,
   * however often it is submitted, another one is refused. A document that is not valid becomes a
   * job that is {@code REJECTED}, with an error for each field.
   *
   * @param id of the job
   * @param document the job document, as JSON; it need not hold the id
   */
  void submit(JobId id, String document);

  /**
   * Asks for the end of a job: TERM, and KILL after its grace. Of a job that is not there or over,
   * nothing comes of it.
   *
   * @param message for people, or null
   */
  void cancel(JobId id, @Nullable String message);

  /** What a framework takes for now; never a clock of its own, or tests cannot turn it. */
  Instant now();

  /** Has something done later, by the same thread. It is forgotten when the framework ends. */
  void after(Duration delay, Runnable action);
}
