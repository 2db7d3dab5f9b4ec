package dev.bourse.agent.kafka;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A producer. */
public interface RecordSender {

  /**
   * Takes over a record and returns at once.
   *
   * @return completed when Kafka has it, exceptionally when it will not have it
   */
  CompletionStage<Void> send(ProducerRecord<byte[], byte[]> record);
}
