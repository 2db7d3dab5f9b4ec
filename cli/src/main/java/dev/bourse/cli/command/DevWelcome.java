package dev.bourse.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What a person sees when a dev cluster is ready. */
final class DevWelcome {

  private DevWelcome() {}

  /**
   * The text.
   *
   * @param standard whether the folder is the one where other commands look for a cluster
   */
  static String text(
      URI server, String bootstrapServers, List<String> agents, Path folder, boolean standard) {
    return """
        Bourse is running. Ctrl-C stops it; its state stays in the folder.

          REST API  %1$s
          Kafka     %2$s  (topics bourse.*)
          agents    %3$s
          folder    %4$s

        Submit a job:
          ./bourse run%5$s -- echo hello
          curl %1$s/v1/jobs -H 'Content-Type: application/json' -d '{"command":["echo","hello"]}'
          echo '{"command":["echo","hello"]}' | kcat -P -b %2$s -t bourse.submissions -k my-job
          echo '{"command":["echo","hello"]}' | kafka-console-producer.sh \\
            --bootstrap-server %2$s --topic bourse.submissions
        """
        .formatted(
            server,
            bootstrapServers,
            String.join(", ", agents),
            folder,
            standard ? "" : " --server " + server)
        .stripTrailing();
  }
}
