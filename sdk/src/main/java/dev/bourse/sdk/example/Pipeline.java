package dev.bourse.sdk.example;

import dev.bourse.sdk.JobClient;
import dev.bourse.sdk.JobFramework;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.JobView;
import java.util.List;

/**
 * An example: jobs that run one after the other, each when the one before has succeeded. One that
 * fails is tried again under another id, so many times.
 *
 * <p>It remembers nothing. Where it stands follows from the jobs, whose ids are {@code
 * NAME.STAGE.TRY}; so it may end at any moment, and goes on when it is started again.
 */
public final class Pipeline implements JobFramework {

  private final String name;
  private final List<String> stages;
  private final int tries;
  private boolean done;
  private boolean failed;

  /**
   * A pipeline that has not begun.
   *
   * @param name what the ids of its jobs begin with
   * @param stages a job document for each stage
   * @param tries how often a stage is tried at most
   */
  public Pipeline(String name, List<String> stages, int tries) {
    this.name = name;
    this.stages = List.copyOf(stages);
    this.tries = tries;
  }

  @Override
  public void ready(JobClient jobs) {
    submit(0, 1, jobs);
  }

  @Override
  public void jobChanged(JobView job, JobClient jobs) {
    String id = job.id().value();
    if (!id.startsWith(name + ".")) {
      return;
    }
    String[] words = id.substring(name.length() + 1).split("\\.", -1);
    int stage = Integer.parseInt(words[0]);
    int attempt = Integer.parseInt(words[1]);
    if (job.state() == JobState.SUCCEEDED) {
      submit(stage + 1, 1, jobs);
    } else if (job.state().isTerminal()) {
      submit(stage, attempt + 1, jobs);
    }
  }

  private void submit(int stage, int attempt, JobClient jobs) {
    done |= stage == stages.size();
    failed |= attempt > tries;
    if (!done && !failed) {
      jobs.submit(new JobId(name + "." + stage + "." + attempt), stages.get(stage));
    }
  }

  /** Whether all stages have succeeded. */
  public boolean isDone() {
    return done;
  }

  /** Whether a stage has failed as often as it may. */
  public boolean hasFailed() {
    return failed;
  }
}
