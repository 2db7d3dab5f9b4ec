package dev.bourse.core.state;

/**
 * How often a framework has been given something in a role: between equal shares, who was given
 * less often goes first (as in the DRF sorter of Mesos).
 *
 * @param role its name
 * @param framework its id, or {@link Clients#JOBS} for the job service
 * @param grants how often
 * @param since when it was given something last, or has wanted something again, in epoch
 *     milliseconds
 */
public record ClientRow(String role, String framework, long grants, long since) implements Row {

  @Override
  public RowKey key() {
    return keyOf(role, framework);
  }

  /** The key of a framework in a role; no role has a blank in it. */
  public static RowKey keyOf(String role, String framework) {
    return new RowKey(Table.CLIENTS, role + " " + framework);
  }
}
