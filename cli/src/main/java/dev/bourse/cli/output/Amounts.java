package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Amounts as people read them: {@code cpus=2 memory=1Gi}. */
final class Amounts {

  private Amounts() {}

  static String of(JsonNode amounts) {
    return amounts.properties().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
        .collect(Collectors.joining(" "));
  }

  static String list(JsonNode texts) {
    return texts.valueStream().map(JsonNode::asText).collect(Collectors.joining(","));
  }
}
