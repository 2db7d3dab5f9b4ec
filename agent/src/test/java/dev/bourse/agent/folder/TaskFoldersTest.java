package dev.bourse.agent.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFoldersTest {

  @TempDir Path directory;
  private AgentFolder folder;

  @BeforeEach
  void open() {
    folder = AgentFolder.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    folder.close();
  }

  @Test
  void shouldListAttemptsInTheOrderOfTheirLaunch() throws IOException {
    for (String name :
        new String[] {"job.0.2.30", "a.b.c.0.1.4", "f~t.x.1.9", "f~.1.9", "nonsense", "x.y.z"}) {
      Files.createDirectory(directory.resolve("tasks").resolve(name));
    }
    assertThat(folder.tasks().list())
        .containsExactly(
            new AttemptKey(new TaskId("a.b.c.0"), 1, 4),
            new AttemptKey(new TaskId("f~t.x"), 1, 9),
            new AttemptKey(new TaskId("job.0"), 2, 30));
  }

  @Test
  void shouldKeepThePositionInPlace() throws IOException {
    assertThat(folder.position().read()).isNull();
    folder.position().write(new Position(3, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
    folder.position().write(new Position(3, 17, 4, 2));
    folder.position().force();
    assertThat(folder.position().read()).isEqualTo(new Position(3, 17, 4, 2));
    assertThat(directory.resolve("position")).hasSize(256);
  }

  @Test
  void shouldRememberALaunchOfWhichNothingElseIsLeft() throws IOException {
    folder.position().remember(4);
    assertThat(folder.position().read()).isNull();
    folder.position().write(new Position(3, 17, 4, 2));
    folder.position().remember(9);
    folder.position().remember(5);
    assertThat(folder.position().read()).isEqualTo(new Position(3, 17, 9, 2));
  }

  @Test
  void shouldSayThatThePositionIsDamaged() throws IOException {
    Files.writeString(directory.resolve("position"), "{\"part");
    assertThatThrownBy(() -> folder.position().read())
        .isInstanceOf(FolderException.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void shouldKeepTheIdentity() throws IOException {
    assertThat(folder.identity()).isNull();
    Identity identity = new Identity(new AgentId("a1"), "i1", "t1");
    folder.claim(identity, new Position(0, 5, 0, 1));
    assertThat(folder.identity()).isEqualTo(identity);
    assertThat(folder.position().read()).isEqualTo(new Position(0, 5, 0, 1));
  }

  @Test
  void shouldLetOneSideMakeTheClaim() throws IOException {
    TaskFolder task = new TaskFolder(Files.createDirectory(directory.resolve("t")));
    assertThat(task.claim()).isTrue();
    assertThat(task.claim()).isTrue();
    TaskFolder other = new TaskFolder(Files.createDirectory(directory.resolve("u")));
    Files.createFile(directory.resolve("u/claim"));
    assertThat(other.claim()).isFalse();
  }

  @Test
  void shouldTakeALineForMissingUntilItIsComplete() throws IOException {
    TaskFolder task = new TaskFolder(Files.createDirectory(directory.resolve("t")));
    assertThat(task.exitStatus()).isNull();
    Files.writeString(directory.resolve("t/exit"), "12");
    assertThat(task.exitStatus()).isNull();
    Files.writeString(directory.resolve("t/exit"), "12\n");
    assertThat(task.exitStatus()).isEqualTo(12);
  }

  @Test
  void shouldTellAProcessFromALaterOneOfTheSameNumber() throws IOException {
    ProcessStat self = ProcessStat.parse(Files.readString(Path.of("/proc/self/stat")));
    assertThat(self).isNotNull();
    assertThat(self.isAlive()).isTrue();
    assertThat(new ProcessStat(self.pid(), self.startTicks() - 1).isAlive()).isFalse();
    assertThat(new ProcessStat(1L << 40, 1).isAlive()).isFalse();
    assertThat(ProcessStat.parse("12 (a) b) S 1")).isNull();
    assertThat(ProcessStat.parse("nonsense")).isNull();
  }
}
