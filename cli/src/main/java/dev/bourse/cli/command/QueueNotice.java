package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Job;
import dev.bourse.cli.console.Terminal;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** Tells a waiting user, after a while, that the job is still queued and what the agents have. */
final class QueueNotice implements AutoCloseable {

  private static final long AFTER_SECONDS = 5;

  private final BourseClient client;
  private final Terminal terminal;
  private final String id;
  private final Thread thread = new Thread(this::tellAfterAWhile, "queue-notice");

  QueueNotice(BourseClient client, Terminal terminal, String id) {
    this.client = client;
    this.terminal = terminal;
    this.id = id;
  }

  void begin() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void tellAfterAWhile() {
    try {
      TimeUnit.SECONDS.sleep(AFTER_SECONDS);
      Job job = client.job(id);
      if (job.state().equals("QUEUED")) {
        int offers = client.operator().offers(null, null).size();
        terminal.warn(text(id, client.agents(), offers));
      }
    } catch (InterruptedException e) {
      // It has ended in the meantime.
    } catch (ClientException e) {
      // Whoever follows the output reports it.
    }
  }

  /**
   * What is said.
   *
   * @param offers how many frameworks have not answered: what they are offered is free, and held
   */
  static String text(String id, JsonNode agents, int offers) {
    String held =
        offers == 0 ? "" : "; offered to frameworks that have not answered: " + offers + " offers";
    return "job " + id + " is still queued; free now: " + free(agents) + held;
  }

  private static String free(JsonNode agents) {
    StringJoiner text = new StringJoiner("; ");
    text.setEmptyValue("no agent");
    for (JsonNode agent : agents) {
      if (!agent.path("state").asText().equals("REGISTERED")) {
        continue;
      }
      JsonNode available = agent.path("available");
      text.add(
          "%s: cpus %s, memory %s, disk %s"
              .formatted(
                  agent.path("id").asText(),
                  available.path("cpus").asText("0"),
                  available.path("memory").asText("0"),
                  available.path("disk").asText("0")));
    }
    return text.toString();
  }
}
