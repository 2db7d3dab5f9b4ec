package dev.bourse.cli.console;

/** What every command gets from its parent. */
public interface Session {

  /** The surroundings. */
  Console console();

  /** Where texts for people go. */
  Terminal terminal();
}
