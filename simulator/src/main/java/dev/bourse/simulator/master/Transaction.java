package dev.bourse.simulator.master;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.kafka.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is committed together: steps, their outputs, and how far inputs are consumed. */
final class Transaction {

  /**
   * One step.
   *
   * @param envelope what was decided on
   * @param outcome what it came to
   */
  record Step(Envelope envelope, Outcome outcome) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<MarkAgentUnreachable> reports = new ArrayList<>();
  private final List<DisconnectFramework> disconnections = new ArrayList<>();
  private final Map<Topic, Integer> positions;
  private int setAside;

  Transaction(Map<Topic, Integer> positions) {
    this.positions = new EnumMap<>(positions);
  }

  void add(Envelope envelope, Outcome outcome) {
    steps.add(new Step(envelope, outcome));
  }

  void report(MarkAgentUnreachable command) {
    reports.add(command);
  }

  void report(DisconnectFramework command) {
    disconnections.add(command);
  }

  void setAside() {
    setAside++;
  }

  int position(Topic topic) {
    return positions.getOrDefault(topic, 0);
  }

  void consumed(Topic topic) {
    positions.merge(topic, 1, Integer::sum);
  }

  Map<Topic, Integer> positions() {
    return positions;
  }

  List<Step> steps() {
    return steps;
  }

  List<MarkAgentUnreachable> reports() {
    return reports;
  }

  List<DisconnectFramework> disconnections() {
    return disconnections;
  }

  boolean isEmpty() {
    return steps.isEmpty() && reports.isEmpty() && disconnections.isEmpty() && setAside == 0;
  }
}
