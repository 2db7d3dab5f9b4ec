package dev.bourse.core.state;

/**
 * What a cell knows about itself.
 *
 * @param steps how many steps it has made
 * @param time the logical time of the last step, in epoch milliseconds; never goes back
 * @param epochs how many launches there have been; the last one's epoch
 * @param registrations how many registrations of agents there have been
 * @param offers how many offers have been made
 * @param submissions how many jobs have been accepted; the order of the queue
 * @param allocationPending whether something may fit that nobody has tried yet
 * @param digest of every event so far
 */
public record CellRow(
    long steps,
    long time,
    long epochs,
    long registrations,
    long offers,
    long submissions,
    boolean allocationPending,
    long digest)
    implements Row {

  /** A cell that has done nothing yet. */
  public static final CellRow INITIAL = new CellRow(0, 0, 0, 0, 0, 0, false, 0);

  private static final RowKey KEY = new RowKey(Table.CELL, "");

  @Override
  public RowKey key() {
    return KEY;
  }

  /** After one more step. */
  public CellRow stepped(long newTime, long newDigest) {
    return new CellRow(
        steps + 1,
        newTime,
        epochs,
        registrations,
        offers,
        submissions,
        allocationPending,
        newDigest);
  }

  /** After a launch with this epoch. */
  public CellRow withEpochs(long epoch) {
    return new CellRow(
        steps, time, epoch, registrations, offers, submissions, allocationPending, digest);
  }

  /** After a registration with this number. */
  public CellRow withRegistrations(long registration) {
    return new CellRow(
        steps, time, epochs, registration, offers, submissions, allocationPending, digest);
  }

  /** After an offer with this number. */
  public CellRow withOffers(long offer) {
    return new CellRow(
        steps, time, epochs, registrations, offer, submissions, allocationPending, digest);
  }

  /** After a submission with this number. */
  public CellRow withSubmissions(long submission) {
    return new CellRow(
        steps, time, epochs, registrations, offers, submission, allocationPending, digest);
  }

  /** With or without something to try. */
  public CellRow withAllocationPending(boolean pending) {
    return new CellRow(steps, time, epochs, registrations, offers, submissions, pending, digest);
  }
}
