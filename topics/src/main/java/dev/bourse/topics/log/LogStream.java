package dev.bourse.topics.log;

/** The two output streams of a process. */
public enum LogStream {
  /** Standard output. */
  STDOUT,
  /** Standard error. */
  STDERR;

  /** The name in headers, file names and APIs. */
  public String text() {
    return this == STDOUT ? "stdout" : "stderr";
  }

  /**
   * The stream with this name.
   *
   * @throws IllegalArgumentException for any other
   */
  public static LogStream of(String text) {
    return switch (text) {
      case "stdout" -> STDOUT;
      case "stderr" -> STDERR;
      default ->
          throw new IllegalArgumentException(
              "stream: is '" + text + "', but must be stdout or stderr");
    };
  }
}
