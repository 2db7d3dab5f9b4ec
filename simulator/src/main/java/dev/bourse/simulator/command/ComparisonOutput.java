package dev.bourse.simulator.command;

import dev.bourse.simulator.whatif.Comparison;
import dev.bourse.simulator.whatif.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells of a comparison. */
final class ComparisonOutput {

  private ComparisonOutput() {}

  /**
   * Prints it.
   *
   * @param html also as a page, in this file; null for none
   */
  static void print(
      String title, Comparison comparison, boolean json, @Nullable Path html, PrintWriter out) {
    if (html != null) {
      try {
        Files.writeString(html, Page.of(title, comparison));
      } catch (IOException e) {
        throw new ToolException("--html: cannot write " + html + ": " + e.getMessage());
      }
    }
    if (json) {
      out.println(comparison.json().toPrettyString());
    } else {
      comparison.lines().forEach(out::println);
      if (html != null) {
        out.println("page: " + html);
      }
    }
    out.flush();
  }
}
