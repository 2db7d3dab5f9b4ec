package dev.bourse.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of aligned columns under a line of headings. */
public final class Table {

  private static final String GAP = "  ";
  private static final String NOTHING = "-";

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings and no rows. */
  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a row; an empty cell is shown as a dash. */
  public Table add(String... cells) {
    rows.add(Arrays.stream(cells).map(cell -> cell.isEmpty() ? NOTHING : cell).toList());
    return this;
  }

  /** All lines, without a line break after the last. */
  @Override
  public String toString() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
