package dev.bourse.simulator.master;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.journal.JournalEntry;

/** Who watches the master. Each method throws a violation when something is wrong. */
public interface Committed {

  /** A step was made; it may still be taken back. */
  void decided(ClusterState state, Outcome outcome);

  /** A step is committed. */
  void committed(Envelope envelope, JournalEntry entry, Outcome outcome);

  /** Somebody leads from now on, with this state; everything committed was told before. */
  void promoted(Tables tables);
}
