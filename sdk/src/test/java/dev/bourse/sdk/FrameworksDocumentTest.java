package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.codec.Json;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FrameworksDocumentTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("`(dev\\.bourse\\.[a-z0-9.-]+)`\n\n```json\n(.+?)\n```", Pattern.DOTALL);

  @Test
  void shouldShowRecordsAsTheyAre() throws IOException {
    Path root = Path.of(System.getProperty("bourse.root"));
    Matcher example = EXAMPLE.matcher(Files.readString(root.resolve("docs/frameworks.md")));
    int count = 0;
    while (example.find()) {
      RecordType type = Objects.requireNonNull(RecordType.ofName(example.group(1)));
      byte[] json = example.group(2).getBytes(StandardCharsets.UTF_8);
      byte[] again = RecordCodec.encode(RecordCodec.decode(json, type.recordClass()));
      assertThat(Json.MAPPER.readTree(again))
          .as(example.group(1))
          .isEqualTo(Json.MAPPER.readTree(json));
      count++;
    }
    assertThat(count).isEqualTo(18);
  }
}
