package dev.bourse.simulator.command;

import dev.bourse.simulator.history.History;
import dev.bourse.simulator.history.ReadAhead;
import dev.bourse.simulator.history.RecordSource;
import dev.bourse.simulator.history.Steps;
import dev.bourse.simulator.whatif.Change;
import dev.bourse.simulator.whatif.Comparison;
import dev.bourse.simulator.whatif.Recording;
import dev.bourse.simulator.workload.Arrival;
import dev.bourse.simulator.workload.Workload;
import dev.bourse.simulator.workload.WorkloadRun;

/** Runs what was recorded once more, as it was and with a change. */
final class WhatIf {

  private WhatIf() {}

  static Comparison compare(RecordSource source, Change change) {
    Recording recording;
    try (Steps steps = new ReadAhead(new History(source, null))) {
      recording = Recording.of(steps);
    }
    Workload recorded = recording.workload();
    change.check(recorded);
    Comparison comparison = new Comparison();
    comparison.add("recorded", recording.meter());
    comparison.add("modelled as recorded", WorkloadRun.of(recorded));
    comparison.add("what if", WorkloadRun.of(change.of(recorded)));
    comparison.note(
        "the model's machines do nothing wrong, and start a process "
            + recorded.launchMillis()
            + " ms after the decision, the median of the record; compare the last two columns");
    change.idleRules(recorded).forEach(comparison::note);
    long assumed = recorded.arrivals().stream().filter(Arrival::assumed).count();
    if (assumed > 0) {
      comparison.note(
          assumed
              + " jobs have not run to an end in the record; they are taken to run as long as the"
              + " median of their role, and at least as long as they have");
    }
    return comparison;
  }
}
