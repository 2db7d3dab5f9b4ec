package dev.bourse.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** An installation whose parts are shell scripts. */
final class FakeInstallation {

  private FakeInstallation() {}

  /**
   * Parts that say they are ready and then do what this script says.
   *
   * @param script knows the part as {@code $part}: broker, master or agent
   */
  static Installation in(Path folder, String script) throws IOException {
    touch(folder.resolve("broker/target/lib/broker.jar"));
    touch(folder.resolve("master/target/bourse-master-1-runner.jar"));
    touch(folder.resolve("agent/target/bourse-agent-1-runner.jar"));
    Path java = folder.resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        case "$*" in
          *BrokerMain*) part=broker ;;
          *bourse-master*) part=master ;;
          *) part=agent ;;
        esac
        echo "$$" >> "%1$s/$part.pid"
        echo "$@" >> "%1$s/$part.args"
        %2$s
        """
            .formatted(folder, script));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    return new Installation(folder, java, null);
  }

  private static void touch(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }
}
