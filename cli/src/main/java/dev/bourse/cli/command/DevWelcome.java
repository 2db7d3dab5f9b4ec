package dev.bourse.cli.command;

import dev.bourse.cli.local.LocalCluster;
import java.nio.file.Path;

/** What a person sees when a dev cluster is ready. */
final class DevWelcome {

  private DevWelcome() {}

  static String text(LocalCluster cluster, Path folder) {
    return """
        Bourse is running. Ctrl-C stops it; its state stays in the folder.

          REST API  %1$s
          Kafka     %2$s  (topics bourse.*)
          agents    %3$s
          folder    %4$s

        Submit a job:
          ./bourse run -- echo hello
          curl %1$s/v1/jobs -H 'Content-Type: application/json' -d '{"command":["echo","hello"]}'
          echo '{"command":["echo","hello"]}' | kcat -P -b %2$s -t bourse.submissions -k my-job
          echo '{"command":["echo","hello"]}' | kafka-console-producer.sh \\
            --bootstrap-server %2$s --topic bourse.submissions
        """
        .formatted(
            cluster.server(),
            cluster.bootstrapServers(),
            String.join(", ", cluster.agentIds()),
            folder)
        .stripTrailing();
  }
}
