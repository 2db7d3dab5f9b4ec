package dev.bourse.agent;

import java.io.IOException;
import java.io.OutputStream;

/** Ends the agent with whoever started it: its end of the pipe closes in whatever way it dies. */
final class StandardInput {

  private StandardInput() {}

  static void exitWhenEnded() {
    Thread.ofPlatform()
        .name("follow-stdin")
        .daemon()
        .start(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                System.err.println("standard input: " + e.getMessage());
              }
              System.exit(0);
            });
  }
}
