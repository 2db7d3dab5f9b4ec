package dev.bourse.core.apply;

import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: the answer brings everything with it. */
final class RegistrationQuestionedApplier implements EventApplier<RegistrationQuestioned> {

  @Override
  public void apply(RegistrationQuestioned event, MutableClusterState state) {}
}
