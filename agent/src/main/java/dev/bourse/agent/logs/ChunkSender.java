package dev.bourse.agent.logs;

import dev.bourse.topics.log.LogChunk;
import java.util.concurrent.CompletionStage;

/** Where pieces of output go. */
public interface ChunkSender {

  /**
   * Takes over a piece and returns at once. Pieces of one stream stay in their order.
   *
   * @return completed when Kafka has it, exceptionally when it will not have it
   */
  CompletionStage<Void> send(LogChunk chunk);
}
