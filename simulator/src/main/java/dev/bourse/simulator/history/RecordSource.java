package dev.bourse.simulator.history;

import dev.bourse.topics.kafka.Topic;

/** Where the topics of one cell are kept: Kafka, or a folder. */
public interface RecordSource {

  /** Reads a topic from its beginning. */
  RecordReader read(Topic topic);

  /** Where that is, for people. */
  String description();
}
