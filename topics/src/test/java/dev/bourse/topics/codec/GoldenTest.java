package dev.bourse.topics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.codec.InputCodec.Input;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

  static List<RecordType> jsonRecords() {
    return Golden.jsonRecords();
  }

  @Test
  void shouldHaveAFileForEveryType() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/golden")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("dev.bourse.job.submit.v1.command.json")
          .filteredOn(name -> !name.endsWith(".command.json"))
          .containsExactlyInAnyOrderElementsOf(
              RecordType.all().keySet().stream().map(name -> name + ".json").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("jsonRecords")
  void shouldReadAndWriteTheSameBytes(RecordType type) {
    byte[] golden = Golden.bytes(Golden.of(type));
    Object record = RecordCodec.decode(golden, type.recordClass());
    assertThat(RecordType.of(record)).isEqualTo(type);
    assertThat(text(RecordCodec.encode(record))).isEqualTo(text(golden));
    assertThat(RecordCodec.decode(RecordCodec.encode(record), type.recordClass()))
        .isEqualTo(record);
  }

  @Test
  void shouldReadTheSameJobFromADocument() {
    ObjectNode document = Golden.of(RecordType.SUBMIT_JOB);
    Input input = new Input(null, null, Golden.bytes(document), 0, 0, 0);
    assertThat(text(RecordCodec.encode(InputCodec.submission(input))))
        .isEqualTo(Golden.read("dev.bourse.job.submit.v1.command.json").toString());
  }

  @ParameterizedTest
  @MethodSource("jsonRecords")
  void shouldTolerateUnknownFields(RecordType type) {
    ObjectNode golden = Golden.of(type);
    Object record = RecordCodec.decode(Golden.bytes(golden), type.recordClass());
    for (ObjectNode object : RecordFields.objects(type.recordClass(), golden)) {
      object.putObject("later").putArray("field").add(1).addNull().addObject();
    }
    assertThat(RecordCodec.decode(Golden.bytes(golden), type.recordClass())).isEqualTo(record);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
