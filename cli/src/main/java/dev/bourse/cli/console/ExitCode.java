package dev.bourse.cli.console;

/** What the exit codes of {@code bourse} mean, except where {@code run} passes on a job's own. */
public final class ExitCode {

  /** Done. */
  public static final int OK = 0;

  /** The cluster refused, or something went wrong. */
  public static final int FAILED = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** There is no cluster, or it does not answer. */
  public static final int NO_CLUSTER = 3;

  /** {@code run}: somebody cancelled the job before it had an exit code. */
  public static final int CANCELLED = 123;

  /** {@code run}: the job could not be run, or what became of it is not known. */
  public static final int NOT_RUN = 125;

  /** To this the number of a signal is added, as shells do. */
  public static final int SIGNAL_BASE = 128;

  /** Nobody reads the output any more. */
  public static final int BROKEN_PIPE = SIGNAL_BASE + 13;

  private ExitCode() {}
}
