package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.SettingsChanged;
import dev.bourse.topics.command.ApplySettings;
import org.jspecify.annotations.Nullable;

/** Takes in what the operator has configured. */
final class ApplySettingsHandler implements CommandHandler<ApplySettings> {

  @Override
  public @Nullable Rejection handle(ApplySettings command, Context context) {
    context.emit(new SettingsChanged(command.settings()));
    return null;
  }
}
