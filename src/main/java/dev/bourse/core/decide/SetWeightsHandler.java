package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.RoleChanged;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.SetWeights;
import org.jspecify.annotations.Nullable;

/** Sets weights of roles. */
final class SetWeightsHandler implements CommandHandler<SetWeights> {

  @Override
  public @Nullable Rejection handle(SetWeights command, Context context) {
    for (RoleWeight weight : command.weights()) {
      RoleSettings settings = context.state().role(weight.role());
      context.emit(new RoleChanged(weight.role(), settings.withWeight(weight.weight())));
    }
    return null;
  }
}
