package dev.bourse.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevFolderTest {

  private static final URI SERVER = URI.create("http://127.0.0.1:8380");

  @TempDir Path directory;

  @Test
  void shouldFindTheClusterOfALivingProcess() throws Exception {
    DevFolder folder = new DevFolder(directory.resolve("dev"));
    assertThat(folder.running()).isNull();
    try (FileLock lock = folder.lock()) {
      assertThat(lock).isNotNull();
      folder.announce(SERVER, "127.0.0.1:9392");
      assertThat(folder.running())
          .isEqualTo(new DevCluster(ProcessHandle.current().pid(), SERVER, "127.0.0.1:9392"));
      folder.withdraw();
      assertThat(folder.running()).isNull();
    }
  }
}
