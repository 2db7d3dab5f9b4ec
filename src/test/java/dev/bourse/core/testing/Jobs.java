package dev.bourse.core.testing;

import dev.bourse.core.check.Digest;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.RejectSubmission;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.Backoff;
import dev.bourse.topics.job.FieldError;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.job.RetryPolicy;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Builds jobs; what is not said is as in a document that does not say it. */
public final class Jobs {

  private final JobId id;
  private String command = "true";
  private String role = JobSpec.DEFAULT_ROLE;
  private Resources resources = JobSpec.DEFAULT_RESOURCES;
  private int priority = JobSpec.DEFAULT_PRIORITY;
  private RetryPolicy retry = RetryPolicy.NONE;
  private long timeoutMillis;
  private long ttlMillis = JobSpec.DEFAULT_TTL_MILLIS;
  private boolean preemptible = true;

  private Jobs(String id) {
    this.id = new JobId(id);
  }

  /** A job with this id. */
  public static Jobs job(String id) {
    return new Jobs(id);
  }

  /** The plainest submission. */
  public static SubmitJob submit(String id) {
    return job(id).submit();
  }

  /** Asks for its end, saying nothing. */
  public static CancelJob cancel(String id) {
    return new CancelJob(new JobId(id), null);
  }

  /** Refuses its document. */
  public static RejectSubmission reject(String id, String field, String message) {
    return new RejectSubmission(new JobId(id), List.of(new FieldError(field, message)));
  }

  public Jobs command(String line) {
    command = line;
    return this;
  }

  public Jobs role(String name) {
    role = name;
    return this;
  }

  public Jobs resources(String text) {
    resources = Resources.parse(text);
    return this;
  }

  public Jobs priority(int value) {
    priority = value;
    return this;
  }

  public Jobs retries(int attempts) {
    return retry(new RetryPolicy(attempts, Backoff.DEFAULT, List.of(), List.of()));
  }

  public Jobs retriesOn(int attempts, List<Integer> exitCodes, List<Reason> reasons) {
    return retry(new RetryPolicy(attempts, Backoff.DEFAULT, exitCodes, reasons));
  }

  public Jobs retry(RetryPolicy policy) {
    retry = policy;
    return this;
  }

  public Jobs timeout(Duration after) {
    timeoutMillis = after.toMillis();
    return this;
  }

  public Jobs ttl(Duration after) {
    ttlMillis = after.toMillis();
    return this;
  }

  public Jobs preemptible(boolean value) {
    preemptible = value;
    return this;
  }

  public JobSpec spec() {
    return new JobSpec(
        null,
        new TreeMap<>(),
        role,
        ProcessSpec.of(List.of("/bin/sh", "-c", command)),
        resources,
        priority,
        retry,
        timeoutMillis,
        JobSpec.DEFAULT_KILL_GRACE_MILLIS,
        JobSpec.DEFAULT_LOG_CAP_BYTES,
        ttlMillis,
        preemptible);
  }

  /** Stands for the digest that the codec takes of a document. */
  public String fingerprint() {
    Digest digest = new Digest(0);
    digest.add(spec());
    return Digest.text(digest.value());
  }

  public SubmitJob submit() {
    return new SubmitJob(id, spec(), fingerprint());
  }
}
