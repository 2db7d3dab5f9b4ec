package dev.bourse.core.decide;

import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.FrameworkInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a framework may not change about itself. */
final class Identity {

  private Identity() {}

  /** What is wrong with what it says now, or null. */
  static @Nullable String problem(FrameworkInfo info, FrameworkRow before) {
    if (!Objects.equals(info.principal(), before.info().principal())) {
      return changed("principal", info.principal(), before.info().principal());
    }
    return Objects.equals(info.user(), before.info().user())
        ? null
        : changed("user", info.user(), before.info().user());
  }

  private static String changed(String field, @Nullable String now, @Nullable String before) {
    return "info." + field + ": is '" + now + "', but must stay '" + before + "'";
  }
}
