package dev.bourse.topics.view;

/** A row of a public table. The newest record of a key is its row; a tombstone ends it. */
public sealed interface View permits AgentView, FrameworkView, JobView, RoleView, TaskView {

  /** The row's key: the id. */
  String key();
}
