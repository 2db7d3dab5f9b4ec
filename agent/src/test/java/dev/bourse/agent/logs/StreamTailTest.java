package dev.bourse.agent.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamTailTest {

  @TempDir Path directory;
  private Path file;
  private StreamTail tail;
  private final Semaphore window = new Semaphore(4);
  private final List<LogChunk> sent = new ArrayList<>();
  private final List<CompletableFuture<Void>> answers = new ArrayList<>();

  @BeforeEach
  void start() {
    file = directory.resolve("stdout");
    tail = tail(1_000_000);
  }

  @Test
  void shouldSendNothingWhileThereIsNoFile() throws IOException {
    assertThat(ship(false)).isFalse();
    assertThat(sent).isEmpty();
  }

  @Test
  void shouldSendWhatIsNewAndThenTheEnd() throws IOException {
    write("ab");
    ship(false);
    write("cd");
    ship(false);
    ship(true);
    answerAll();
    assertThat(sent).extracting(LogChunk::position).containsExactly(0L, 2L, 4L);
    assertThat(sent).extracting(LogChunk::end).containsExactly(false, false, true);
    assertThat(tail.isEndAcked()).isTrue();
    assertThat(tail.acked()).isEqualTo(4);
  }

  @Test
  void shouldHoldBackHalfACharacterUntilTheRestOrTheEndComes() throws IOException {
    Files.write(file, new byte[] {'a', (byte) 0xC3});
    ship(false);
    assertThat(sent).singleElement().satisfies(c -> assertThat(c.bytes()).hasSize(1));
    ship(false);
    assertThat(sent).hasSize(1);
    ship(true);
    assertThat(sent).hasSize(3);
    assertThat(sent.get(1).bytes()).containsExactly(0xC3);
  }

  @Test
  void shouldSendAgainWhatWasNotTakenAndAllAfterIt() throws IOException {
    write("a");
    ship(false);
    write("b");
    ship(false);
    answers.get(0).completeExceptionally(new IOException("no"));
    answers.get(1).complete(null);
    ship(false);
    assertThat(sent).hasSize(2);
    tail.ship(true, this::send, window, 2_000);
    assertThat(sent).extracting(LogChunk::position).containsExactly(0L, 1L, 0L, 2L);
    answerAll();
    assertThat(tail.isEndAcked()).isTrue();
  }

  @Test
  void shouldNotHaveMoreUnderWayThanAllowed() throws IOException {
    write("x".repeat(6 * LogChunk.MAX_BYTES));
    ship(false);
    assertThat(sent).hasSize(4);
    assertThat(ship(false)).isFalse();
    answerAll();
    ship(true);
    assertThat(sent).hasSize(7);
  }

  @Test
  void shouldCountWhatIsAboveTheCap() throws IOException {
    tail = tail(3);
    write("abcdef");
    ship(true);
    assertThat(sent).hasSize(2);
    assertThat(new String(sent.getFirst().bytes(), StandardCharsets.UTF_8)).isEqualTo("abc");
    assertThat(sent.getLast().dropped()).isEqualTo(3);
  }

  private StreamTail tail(long cap) {
    return new StreamTail(
        new AttemptKey(new TaskId("job.0"), 1, 1), LogStream.STDOUT, file, cap, 0);
  }

  private boolean ship(boolean last) throws IOException {
    return tail.ship(last, this::send, window, 0);
  }

  private CompletionStage<Void> send(LogChunk chunk) {
    sent.add(chunk);
    CompletableFuture<Void> answer = new CompletableFuture<>();
    answers.add(answer);
    return answer;
  }

  private void answerAll() {
    answers.forEach(answer -> answer.complete(null));
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
