package dev.bourse.master.streams;

import dev.bourse.topics.kafka.Topic;

/** The names of the topology's nodes: a source or sink is called as its topic. */
final class Nodes {

  static final String PROCESSOR = "master";

  private Nodes() {}

  static String source(Topic topic) {
    return "from-" + topic.suffix();
  }

  static String sink(Topic topic) {
    return "to-" + topic.suffix();
  }
}
