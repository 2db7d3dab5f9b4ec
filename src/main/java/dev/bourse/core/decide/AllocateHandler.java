package dev.bourse.core.decide;

import dev.bourse.core.allocator.Allocator;
import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.topics.command.Allocate;
import org.jspecify.annotations.Nullable;

/** Lets the allocator offer what is free. */
final class AllocateHandler implements CommandHandler<Allocate> {

  private final Allocator allocator;

  AllocateHandler(Allocator allocator) {
    this.allocator = allocator;
  }

  @Override
  public @Nullable Rejection handle(Allocate command, Context context) {
    allocator.allocate(command.maxLaunches(), context);
    return null;
  }
}
