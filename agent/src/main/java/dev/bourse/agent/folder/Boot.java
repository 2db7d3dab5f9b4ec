package dev.bourse.agent.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which boot of the machine this is. */
public final class Boot {

  private Boot() {}

  /** The kernel's id of this boot; empty where there is none. */
  public static String id() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
