package dev.bourse.topics.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.codec.Golden;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogChunksTest {

  @Test
  void shouldWriteTheGoldenRecord() {
    ObjectNode golden = Golden.of(RecordType.LOG_CHUNK);
    LogChunk chunk = chunk(LogStream.STDERR, "hello\n", true, 12);
    ProducerRecord<byte[], byte[]> record = LogChunks.encode("logs", "/agents/a1", chunk);
    assertThat(record.topic()).isEqualTo("logs");
    assertThat(text(record.key())).isEqualTo(golden.get("key").textValue());
    assertThat(text(record.value())).isEqualTo(golden.get("value").textValue());
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    Map<String, String> expected = new LinkedHashMap<>();
    golden
        .get("headers")
        .properties()
        .forEach(h -> expected.put(h.getKey(), h.getValue().textValue()));
    assertThat(headers).containsExactlyEntriesOf(expected);
  }

  @Test
  void shouldReadBackWhatItWrites() {
    for (LogChunk chunk :
        List.of(
            chunk(LogStream.STDOUT, "out", false, 0),
            chunk(LogStream.STDERR, "err", false, 0),
            chunk(LogStream.STDOUT, "", true, 1L << 40))) {
      LogChunk read = LogChunks.decode(consumed(LogChunks.encode("logs", "/agents/a1", chunk)));
      assertThat(read).usingRecursiveComparison().isEqualTo(chunk);
    }
  }

  @Test
  void shouldTakeATombstoneForNoBytes() {
    ConsumerRecord<byte[], byte[]> record = golden();
    assertThat(LogChunks.decode(withValue(record, null)).bytes()).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bourse_attempt  | x           | header bourse_attempt: is 'x', but must be a number from 0 to 2147483647",
        "bourse_attempt  | 2147483648  | header bourse_attempt: is '2147483648', but must be a number from 0 to 2147483647",
        "bourse_epoch    | -1          | header bourse_epoch: is '-1', but must be a number from 0 to 9223372036854775807",
        "bourse_position | ``          | header bourse_position: is '', but must be a number from 0 to 9223372036854775807",
        "bourse_dropped  | 1.5         | header bourse_dropped: is '1.5', but must be a number from 0 to 9223372036854775807",
        "bourse_stream   | out         | stream: is 'out', but must be stdout or stderr",
        "ce_type         | x           | not a piece of output: key or header ce_type is missing or wrong"
      })
  void shouldSayWhatIsWrong(String header, String value, String message) {
    ConsumerRecord<byte[], byte[]> record = golden();
    record.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8));
    assertRefused(record, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bourse_attempt",
        "bourse_epoch",
        "bourse_stream",
        "bourse_position",
        "bourse_dropped"
      })
  void shouldSayWhatIsMissing(String header) {
    ConsumerRecord<byte[], byte[]> record = golden();
    record.headers().remove(header);
    assertRefused(record, "header " + header + ": is missing");
  }

  @Test
  void shouldRefuseRecordsWithoutKeyOrWithABadOne() {
    ConsumerRecord<byte[], byte[]> record = golden();
    assertRefused(
        withKey(record, null), "not a piece of output: key or header ce_type is missing or wrong");
    assertThatExceptionOfType(InvalidRecordException.class)
        .isThrownBy(() -> LogChunks.decode(withKey(record, new byte[] {' '})))
        .withMessageStartingWith("task: is ' ', but must be");
  }

  @Test
  void shouldSurviveRandomHeaders() {
    long seed = Long.getLong("bourse.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      ConsumerRecord<byte[], byte[]> record = golden();
      Headers headers = record.headers();
      List<Header> all = List.of(headers.toArray());
      Header victim = all.get(random.nextInt(all.size()));
      byte[] bytes = new byte[random.nextInt(8)];
      random.nextBytes(bytes);
      headers.add(victim.key(), random.nextInt(10) == 0 ? null : bytes);
      try {
        LogChunks.decode(record);
      } catch (InvalidRecordException expected) {
        // That is how it is refused.
      } catch (RuntimeException e) {
        throw new AssertionError(
            "seed %d: header %s=%s (base64)"
                .formatted(seed, victim.key(), Base64.getEncoder().encodeToString(bytes)),
            e);
      }
    }
  }

  private static void assertRefused(ConsumerRecord<byte[], byte[]> record, String message) {
    assertThatExceptionOfType(InvalidRecordException.class)
        .isThrownBy(() -> LogChunks.decode(record))
        .withMessage(message);
  }

  private static LogChunk chunk(LogStream stream, String text, boolean end, long dropped) {
    return new LogChunk(
        new TaskId("hello-1.0"),
        1,
        17,
        stream,
        4_096,
        text.getBytes(StandardCharsets.UTF_8),
        end,
        dropped);
  }

  private static ConsumerRecord<byte[], byte[]> golden() {
    LogChunk chunk = chunk(LogStream.STDERR, "hello\n", true, 12);
    return consumed(LogChunks.encode("logs", "/agents/a1", chunk));
  }

  private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record) {
    return copy(record.headers(), record.key(), record.value());
  }

  private static ConsumerRecord<byte[], byte[]> withKey(
      ConsumerRecord<byte[], byte[]> record, byte[] key) {
    return copy(record.headers(), key, record.value());
  }

  private static ConsumerRecord<byte[], byte[]> withValue(
      ConsumerRecord<byte[], byte[]> record, byte[] value) {
    return copy(record.headers(), record.key(), value);
  }

  private static ConsumerRecord<byte[], byte[]> copy(Headers headers, byte[] key, byte[] value) {
    ConsumerRecord<byte[], byte[]> copy = new ConsumerRecord<>("logs", 0, 0, key, value);
    headers.forEach(copy.headers()::add);
    return copy;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
