package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.view.TaskView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The tasks, as the topic {@code tasks} has them. */
@Singleton
public final class TaskTable {

  private final ConcurrentMap<String, Row<TaskView>> rows = new ConcurrentHashMap<>();
  private final Index<JobId, TaskId, TaskView> byJob = new Index<>();
  private final Index<FrameworkId, TaskId, TaskView> byFramework = new Index<>();
  private final Index<AgentId, TaskId, TaskView> liveByAgent = new Index<>();
  private final Listeners<JobId, Row<TaskView>> listeners = new Listeners<>();
  private final TableReader<TaskView> reader;

  TaskTable(Progress progress) {
    reader =
        new TableReader<>(
            RecordType.TASK_VIEW, TaskView.class, progress, (key, cell, row) -> change(key, row));
  }

  /** The channel's entrance. */
  @Incoming("tasks")
  void read(ConsumerRecords<byte[], byte[]> records) {
    reader.read(records);
  }

  /** The row of the task with this id, or null. */
  public @Nullable Row<TaskView> row(TaskId id) {
    return rows.get(id.value());
  }

  /** The tasks of a job, by id. */
  public List<TaskView> ofJob(JobId job) {
    return byJob.get(job);
  }

  /** The tasks of a framework, by id. */
  public List<TaskView> ofFramework(FrameworkId framework) {
    return byFramework.get(framework);
  }

  /** Hands out every task that is not terminal, in no order. */
  public void forEachLive(Consumer<TaskView> consumer) {
    liveByAgent.forEach(consumer);
  }

  /** The tasks that resources of an agent are set aside for: those that are not terminal. */
  public List<TaskView> liveOn(AgentId agent) {
    return liveByAgent.get(agent);
  }

  /** Hears of every change of a job's tasks from now on; is called on the channel's thread. */
  public Registration listen(JobId job, Consumer<Row<TaskView>> listener) {
    return listeners.add(job, listener);
  }

  private void change(String key, @Nullable Row<TaskView> row) {
    Row<TaskView> before = row == null ? rows.remove(key) : rows.put(key, row);
    if (before != null) {
      TaskView old = before.view();
      if (row == null) {
        forget(old);
      }
      if (row == null
          || row.view().state().isTerminal()
          || !row.view().agent().equals(old.agent())) {
        liveByAgent.remove(old.agent(), old.id());
      }
    }
    if (row != null) {
      put(row);
    }
  }

  private void put(Row<TaskView> row) {
    TaskView task = row.view();
    JobId job = task.job();
    FrameworkId framework = task.framework();
    if (job != null) {
      byJob.put(job, task.id(), task);
    }
    if (framework != null) {
      byFramework.put(framework, task.id(), task);
    }
    if (!task.state().isTerminal()) {
      liveByAgent.put(task.agent(), task.id(), task);
    }
    if (job != null) {
      listeners.fire(job, row);
    }
  }

  private void forget(TaskView task) {
    JobId job = task.job();
    FrameworkId framework = task.framework();
    if (job != null) {
      byJob.remove(job, task.id());
    }
    if (framework != null) {
      byFramework.remove(framework, task.id());
    }
  }
}
