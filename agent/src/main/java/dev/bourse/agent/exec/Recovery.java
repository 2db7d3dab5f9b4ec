package dev.bourse.agent.exec;

import dev.bourse.agent.folder.Checkpoint;
import dev.bourse.agent.folder.KillRecord;
import dev.bourse.agent.folder.ProcessStat;
import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.agent.folder.TaskFolders;
import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.agent.machine.ProcessEnd;
import dev.bourse.agent.machine.RecoveredAttempt;
import dev.bourse.agent.machine.RecoveredAttempt.Fate;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.job.JobSpec;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what has become of the attempts that an earlier run of the agent left behind. */
public final class Recovery {

  private final TaskFolders folders;
  private final ExitWatch watch;
  private final String boot;
  private final Clock clock;

  /**
   * For one machine.
   *
   * @param boot the id of its present boot
   */
  public Recovery(TaskFolders folders, ExitWatch watch, String boot, Clock clock) {
    this.folders = folders;
    this.watch = watch;
    this.boot = boot;
    this.clock = clock;
  }

  /** All attempts that are on disk, in the order of their launch. */
  public List<RecoveredAttempt> find() throws IOException {
    List<RecoveredAttempt> found = new ArrayList<>();
    for (AttemptKey key : folders.list()) {
      found.add(find(key, folders.of(key)));
    }
    return found;
  }

  private RecoveredAttempt find(AttemptKey key, TaskFolder folder) throws IOException {
    @Nullable Checkpoint checkpoint = folder.checkpoint();
    @Nullable KillRecord kill = folder.kill();
    long grace =
        checkpoint == null
            ? JobSpec.DEFAULT_KILL_GRACE_MILLIS
            : checkpoint.launch().killGraceMillis();
    return new RecoveredAttempt(
        key,
        checkpoint == null ? 0 : checkpoint.startedAt(),
        kill == null ? grace : kill.graceMillis(),
        kill == null ? null : kill.requestedAt(),
        fate(folder, checkpoint));
  }

  private Fate fate(TaskFolder folder, @Nullable Checkpoint checkpoint) throws IOException {
    ReportStatus outcome = folder.outcome();
    if (outcome != null) {
      return new Fate.Reported(outcome);
    }
    if (folder.exitStatus() != null) {
      return new Fate.Ended(watch.end(folder));
    }
    if (checkpoint != null && !checkpoint.boot().equals(boot)) {
      // A power cut may have taken the supervisor's claim, so a missing one proves nothing.
      return new Fate.Ended(
          ProcessEnd.unseen(clock.millis(), "the machine was started anew while this ran"));
    }
    ProcessStat supervisor = folder.supervisor();
    if (supervisor == null && folder.claim()) {
      return new Fate.NotStarted();
    }
    return supervisor == null || supervisor.isAlive()
        ? new Fate.Running()
        : new Fate.Ended(watch.end(folder));
  }
}
