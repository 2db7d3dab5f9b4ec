package dev.bourse.topics.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskTypesTest {

  @Test
  void shouldEndInTerminalStatesOnly() {
    assertThat(TaskState.values())
        .filteredOn(TaskState::isTerminal)
        .containsExactly(
            TaskState.FINISHED,
            TaskState.FAILED,
            TaskState.KILLED,
            TaskState.DROPPED,
            TaskState.LOST,
            TaskState.ERROR,
            TaskState.GONE,
            TaskState.GONE_BY_OPERATOR,
            TaskState.UNKNOWN);
  }

  @Test
  void shouldBlameTheClusterForWhatTheJobCannotHelp() {
    assertThat(Reason.values())
        .filteredOn(Reason::isClusterFault)
        .containsExactly(
            Reason.AGENT_RESTARTED,
            Reason.AGENT_REMOVED,
            Reason.AGENT_UNREACHABLE,
            Reason.CHECKPOINT_FAILED,
            Reason.LAUNCH_NOT_DELIVERED,
            Reason.AGENT_DRAINING,
            Reason.AGENT_REMOVED_BY_OPERATOR,
            Reason.AGENT_REREGISTERED,
            Reason.PREEMPTED);
  }

  @Test
  void shouldDescribeWhatNobodySaw() {
    assertThat(TaskExit.unseen(1, 2)).isEqualTo(new TaskExit(null, null, 1, 2));
  }
}
