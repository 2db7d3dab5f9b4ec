package dev.bourse.cli.command;

import dev.bourse.cli.console.Console;
import dev.bourse.cli.local.Detached;
import dev.bourse.cli.local.FastStart;
import dev.bourse.cli.local.Installation;
import dev.bourse.cli.local.LocalClusterException;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the caches of {@link FastStart}: in this process, or in one that goes on after it. */
final class Preparation {

  private static final String BOURSE_SERVER = "BOURSE_SERVER";
  private static final String BOURSE_HOME = "BOURSE_HOME";
  private static final String SWITCH = "BOURSE_FAST_START";

  /**
   * A low priority alone does not help the next run: each session gets its own share of the
   * machine. So it waits until nobody has run anything for a minute.
   */
  private static final String WHEN_QUIET =
      "while [ -n \"$(find \"$0\" -mmin -1)\" ]; do sleep 10; done; exec nice -n 19 \"$@\"";

  private final Installation installation;
  private final FastStart fastStart;

  Preparation(Installation installation) {
    this.installation = installation;
    this.fastStart = new FastStart(installation);
  }

  /**
   * Runs a job on a throw-away cluster whose processes all record what they load.
   *
   * @return how many caches there are now
   */
  int run() throws IOException, InterruptedException {
    Path folder = fastStart.begin();
    List<String> command = self(fastStart.trainingOptions());
    command.addAll(List.of("run", "--", "true"));
    ProcessBuilder builder = inheritNothing(command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(folder.resolve("training.log").toFile());
    // So that it finds no other cluster.
    builder.environment().remove(BOURSE_SERVER);
    builder.environment().put(BOURSE_HOME, folder.toString());
    builder.start().waitFor();
    return fastStart.finish();
  }

  /** Starts {@code bourse prepare} for the next quiet minute if it is worth it; never fails. */
  void beginInBackground(Console console) {
    try {
      fastStart.noteRun();
      boolean wanted = console.variable("CI") == null && !"off".equals(console.variable(SWITCH));
      if (wanted && fastStart.isDue(installation)) {
        Path folder = fastStart.begin();
        String lastRun = folder.resolve(FastStart.LAST_RUN).toString();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WHEN_QUIET, lastRun));
        command.addAll(self(List.of()));
        command.add("prepare");
        ProcessBuilder builder = inheritNothing(Detached.command(command));
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("prepare.log").toFile());
        builder.start();
      }
    } catch (IOException | LocalClusterException e) {
      // The next start is as slow as this one was: no reason to bother anybody.
    }
  }

  /** The command line of this process up to its arguments, without a cache. */
  private List<String> self(List<String> moreOptions) {
    List<String> command = new ArrayList<>();
    command.add(installation.java().toString());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.startsWith("-XX:AOT") && !option.startsWith("-Xlog")) {
        command.add(option);
      }
    }
    command.addAll(moreOptions);
    command.addAll(List.of("-jar", System.getProperty("java.class.path")));
    return command;
  }

  private static ProcessBuilder inheritNothing(List<String> command) {
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
  }
}
