package dev.bourse.agent.folder;

/**
 * How much of a task's output Kafka has.
 *
 * @param stdout bytes
 * @param stderr bytes
 */
public record Shipped(long stdout, long stderr) {

  static final Shipped NOTHING = new Shipped(0, 0);
}
