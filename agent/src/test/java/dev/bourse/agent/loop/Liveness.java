package dev.bourse.agent.loop;

import dev.bourse.agent.folder.ProcessStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process runs. */
final class Liveness {

  private Liveness() {}

  /** A process that has ended and that nobody has asked about yet is not alive. */
  static boolean isAlive(long pid) {
    try {
      ProcessStat stat =
          ProcessStat.parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
      return stat != null && stat.isAlive();
    } catch (IOException e) {
      return false;
    }
  }
}
