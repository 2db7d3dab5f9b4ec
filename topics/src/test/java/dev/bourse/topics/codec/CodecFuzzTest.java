package dev.bourse.topics.codec;

import static org.assertj.core.api.Assertions.fail;

import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.job.InvalidDocumentException;
import dev.bourse.topics.job.JobDocuments;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever stands on a topic, reading it gives a record or one of two exceptions: anything else
 * would stop the master at that record for good.
 *
 * <p>Another seed: {@code -Dbourse.seed=N}; more rounds: {@code -Dbourse.rounds=N}.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CodecFuzzTest {

  private static final long SEED = Long.getLong("bourse.seed", System.nanoTime());
  private static final int ROUNDS = Integer.getInteger("bourse.rounds", 1_000);

  /** Pieces that parsers like least. */
  private static final List<String> SPICES =
      List.of(
          "null",
          "{}",
          "[]",
          "\"\"",
          "0",
          "-1",
          "1e999",
          "1e400000000",
          "-1e99999999999",
          "0.5",
          "99999999999999999999",
          "true",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"1Gi\"",
          "\"cpus:1\"",
          "\"cpus(a,+a/b@u{k=v&l=w}):1\"",
          "(+",
          "@{=&",
          "\"a\"",
          "{\"a\":1}",
          "[1]",
          "[null]",
          "{\"\":\"\"}",
          ",",
          ":",
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "\u0000",
          "\ufeff",
          "é",
          "🦀",
          "gpus",
          "limits",
          "1e-400000000",
          "NaN",
          "'",
          "[[{}]]",
          "\"a~b\"",
          "\"(((a{1000}){1000}){1000})\"",
          "\"cpus:1|gpus:1\"");

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void shouldSurviveRandomBytes() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      readEveryWay(bytes);
    }
  }

  @Test
  void shouldSurviveRandomEncodings() {
    byte[][] starts = {
      {0, 0, 0, '{'}, {'{', 0, 0, 0}, {0, '{'}, {'{', 0}, {-1, -2}, {-17, -69, -65}
    };
    for (int i = 0; i < ROUNDS; i++) {
      byte[] start = starts[random.nextInt(starts.length)];
      byte[] bytes = Arrays.copyOf(start, start.length + random.nextInt(24));
      for (int at = start.length; at < bytes.length; at++) {
        bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0);
      }
      readEveryWay(bytes);
    }
  }

  @Test
  void shouldSurviveMutatedRecords() {
    List<RecordType> types = List.of(RecordType.values());
    for (int i = 0; i < ROUNDS; i++) {
      RecordType type = types.get(random.nextInt(types.size()));
      byte[] bytes = Golden.bytes(Golden.of(type));
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        bytes = mutate(bytes);
      }
      readEveryWay(bytes);
    }
  }

  private byte[] mutate(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(12));
    String spice = SPICES.get(random.nextInt(SPICES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> replace(bytes, at, end, new byte[] {(byte) random.nextInt(256)});
      case 1 -> replace(bytes, at, end, spice.getBytes(StandardCharsets.UTF_8));
      case 2 -> replace(bytes, at, end, new byte[0]);
      case 3 -> replaceAValue(bytes, spice);
      default -> replace(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
    };
  }

  /** Puts something else in the place of a whole value, so that the JSON often stays valid. */
  private byte[] replaceAValue(byte[] bytes, String value) {
    String json = new String(bytes, StandardCharsets.UTF_8);
    int colon = json.indexOf(':', random.nextInt(json.length() + 1));
    if (colon < 0) {
      return bytes;
    }
    int end = colon + 1;
    while (end < json.length() && ",}]".indexOf(json.charAt(end)) < 0) {
      end++;
    }
    String changed = json.substring(0, colon + 1) + value + json.substring(end);
    return changed.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replace(byte[] bytes, int from, int to, byte[] with) {
    byte[] result = new byte[bytes.length - (to - from) + with.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(with, 0, result, from, with.length);
    System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
    return result;
  }

  private void readEveryWay(byte[] bytes) {
    read(bytes, () -> JobDocuments.read(bytes));
    for (RecordType type : Golden.jsonRecords()) {
      read(bytes, () -> RecordCodec.encode(RecordCodec.decode(bytes, type.recordClass())));
    }
    byte[] key =
        random.nextBoolean()
            ? null
            : HexFormat.of().toHexDigits(random.nextInt(5)).getBytes(StandardCharsets.UTF_8);
    read(bytes, () -> encode(InputCodec.submission(input(null, key, bytes))));
    for (RecordType type : RecordType.values()) {
      read(bytes, () -> encode(InputCodec.submission(input(type, key, bytes))));
      read(bytes, () -> encode(InputCodec.membership(input(type, key, bytes))));
      read(bytes, () -> encode(InputCodec.status(input(type, key, bytes))));
      read(bytes, () -> encode(InputCodec.accepts(input(type, key, bytes))));
      read(bytes, () -> encode(InputCodec.operations(input(type, key, bytes))));
    }
  }

  private static void encode(Object command) {
    RecordCodec.encode(command);
  }

  private static Input input(@Nullable RecordType type, byte @Nullable [] key, byte[] value) {
    return new Input(type == null ? null : type.ceType(), key, value, 1, 0, 1);
  }

  private static void read(byte[] bytes, Runnable reader) {
    try {
      reader.run();
    } catch (InvalidRecordException | InvalidDocumentException expected) {
      if (String.valueOf(expected.getMessage()).length() > 64 << 10) {
        fail("a message of " + String.valueOf(expected.getMessage()).length() + " characters");
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fail(
          "seed %d: the record %s (base64) gives %s"
              .formatted(SEED, Base64.getEncoder().encodeToString(bytes), e),
          e);
    }
  }
}
