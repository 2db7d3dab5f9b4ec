package dev.bourse.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for a message. */
final class LogTail {

  private static final int LINES = 20;

  private LogTail() {}

  /** A line that names the file, and its last lines. */
  static String of(Path file) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      if (lines.isEmpty()) {
        return "its log, " + file + ", is empty";
      }
      List<String> end = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return "the end of " + file + ":\n" + String.join("\n", end);
    } catch (IOException e) {
      return "its log, " + file + ", cannot be read: " + e.getMessage();
    }
  }
}
