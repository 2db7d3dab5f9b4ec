package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.JobView;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The jobs, as the topic {@code jobs} has them. */
@Singleton
public final class JobTable {

  private final ConcurrentMap<String, Row<JobView>> rows = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<Age, JobView> newestFirst =
      new ConcurrentSkipListMap<>(
          Comparator.comparingLong(Age::submittedAt).thenComparing(Age::id).reversed());
  private final ConcurrentMap<String, Integer> queuedByRole = new ConcurrentHashMap<>();
  private final Listeners<JobId, Row<JobView>> listeners = new Listeners<>();
  private final TableReader<JobView> reader;

  JobTable(Progress progress) {
    reader =
        new TableReader<>(
            RecordType.JOB_VIEW, JobView.class, progress, (key, cell, row) -> change(key, row));
  }

  /** The channel's entrance. */
  @Incoming("jobs")
  void read(ConsumerRecords<byte[], byte[]> records) {
    reader.read(records);
  }

  /** The job with this id, or null. */
  public @Nullable JobView get(JobId id) {
    Row<JobView> row = row(id);
    return row == null ? null : row.view();
  }

  /** The row of the job with this id, or null. */
  public @Nullable Row<JobView> row(JobId id) {
    return rows.get(id.value());
  }

  /** All jobs, the newest first. */
  public Collection<JobView> newestFirst() {
    return newestFirst.values();
  }

  /** All jobs older than this one, the newest first. */
  public Collection<JobView> olderThan(JobView job) {
    return newestFirst.tailMap(Age.of(job), false).values();
  }

  /** How many jobs of each role wait; a role of which none does is left out. */
  public Map<String, Integer> queuedByRole() {
    return Collections.unmodifiableMap(queuedByRole);
  }

  /** Hears of every change of a job from now on; is called on the channel's thread. */
  public Registration listen(JobId id, Consumer<Row<JobView>> listener) {
    return listeners.add(id, listener);
  }

  private void change(String key, @Nullable Row<JobView> row) {
    Row<JobView> before = row == null ? rows.remove(key) : rows.put(key, row);
    count(before, -1);
    count(row, 1);
    Age age = row == null ? null : Age.of(row.view());
    if (before != null && !Age.of(before.view()).equals(age)) {
      newestFirst.remove(Age.of(before.view()));
    }
    if (row != null && age != null) {
      newestFirst.put(age, row.view());
      listeners.fire(row.view().id(), row);
    }
  }

  private void count(@Nullable Row<JobView> row, int change) {
    JobSpec spec = row == null ? null : row.view().spec();
    if (row != null && spec != null && row.view().state() == JobState.QUEUED) {
      queuedByRole.compute(
          spec.role(),
          (role, present) -> {
            int now = (present == null ? 0 : present) + change;
            return now == 0 ? null : now;
          });
    }
  }

  /** What jobs are ordered by. */
  private record Age(long submittedAt, JobId id) {
    static Age of(JobView job) {
      return new Age(job.submittedAt(), job.id());
    }
  }
}
