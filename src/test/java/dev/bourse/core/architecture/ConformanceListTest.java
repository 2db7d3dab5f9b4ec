package dev.bourse.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether docs/conformance.md names tests that do cover the cases that it says they cover. */
class ConformanceListTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("\\| ([0-9–, ]+) \\| `(\\w+)` \\|.*");
  private static final Pattern MENTION =
      Pattern.compile("(?i)cases? ([0-9]+(?:(?:, | to | and )[0-9]+)*)");

  @Test
  void shouldNameTestsThatCoverTheirCases() throws IOException {
    TreeMap<String, Path> tests = tests();
    int rows = 0;
    for (String line : Files.readAllLines(ROOT.resolve("docs/conformance.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows++;
        String test = row.group(2);
        assertThat(tests).as("the file of %s", test).containsKey(test);
        assertThat(mentioned(Files.readString(tests.get(test))))
            .as("the cases that %s mentions", test)
            .containsAll(expand(row.group(1).replace("–", " to ")));
      }
    }
    assertThat(rows).isGreaterThan(15);
  }

  private static TreeMap<String, Path> tests() throws IOException {
    TreeMap<String, Path> tests = new TreeMap<>();
    for (String module : List.of("src", "topics", "agent")) {
      Path folder = ROOT.resolve(module.equals("src") ? "src/test" : module + "/src/test");
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(file -> tests.put(name(file), file));
      }
    }
    return tests;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static TreeSet<Integer> mentioned(String text) {
    TreeSet<Integer> cases = new TreeSet<>();
    Matcher mention = MENTION.matcher(text);
    while (mention.find()) {
      cases.addAll(expand(mention.group(1)));
    }
    return cases;
  }

  /** {@code 1 to 3, 5 and 7}. */
  private static List<Integer> expand(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : text.split(",| and ")) {
      String[] ends = part.strip().split(" to ");
      int last = Integer.parseInt(ends[ends.length - 1].strip());
      for (int i = Integer.parseInt(ends[0].strip()); i <= last; i++) {
        numbers.add(i);
      }
    }
    return numbers;
  }
}
