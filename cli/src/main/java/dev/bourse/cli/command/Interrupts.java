package dev.bourse.cli.command;

import dev.bourse.cli.console.ExitCode;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C and its like. The first one does what it was given to do, if anything; the next one ends
 * the process.
 */
final class Interrupts {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final AtomicReference<@Nullable Runnable> first = new AtomicReference<>();
  private volatile int signal;
  private volatile boolean leaving;

  /** Takes over from the JVM, which would end the process at once. */
  Interrupts() {
    for (String name : SIGNALS) {
      Signals.handle(name, this::onSignal);
    }
  }

  /** What the first one does from now on, instead of ending the process. */
  void onFirst(Runnable action) {
    first.set(action);
  }

  /** Whether there has been one. */
  boolean happened() {
    return signal != 0;
  }

  /** How a shell reports a process that a signal ended. */
  int exitCode() {
    return ExitCode.SIGNAL_BASE + signal;
  }

  /** Does not return while the process is ending: what it would do now is in vain. */
  void holdWhileLeaving() {
    while (leaving) {
      LockSupport.park(this);
    }
  }

  private void onSignal(int number) {
    signal = number;
    Runnable action = first.getAndSet(null);
    if (action != null) {
      action.run();
    } else {
      leaving = true;
      System.exit(exitCode());
    }
  }
}
