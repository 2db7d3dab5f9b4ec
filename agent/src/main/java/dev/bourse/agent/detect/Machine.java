package dev.bourse.agent.detect;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine as an agent offers it, by the rules of Mesos: something is left for the system
 * itself. Of memory 1 GiB, of disk 5 GiB; of a machine that has less than twice that, half.
 */
public final class Machine {

  private static final long MIB = 1L << 20;
  private static final long SYSTEM_MEMORY_MIB = 1L << 10;
  private static final long SYSTEM_DISK_MIB = 5L << 10;
  private static final String PORTS = "[31000-32000]";
  private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");

  private Machine() {}

  /**
   * Everything that can be offered.
   *
   * @param folder whose disk counts
   */
  public static Resources resources(Path folder) throws IOException {
    String memory = Files.readString(Path.of("/proc/meminfo"));
    return offered(
        Runtime.getRuntime().availableProcessors(),
        totalMemoryMib(memory),
        Files.getFileStore(folder).getTotalSpace() / MIB);
  }

  static Resources offered(int cpus, long memoryMib, long diskMib) {
    return Resources.parse(
        "cpus:%d;memory:%d;disk:%d;ports:%s"
            .formatted(
                cpus,
                without(memoryMib, SYSTEM_MEMORY_MIB),
                without(diskMib, SYSTEM_DISK_MIB),
                PORTS));
  }

  static long totalMemoryMib(String meminfo) throws IOException {
    Matcher total = TOTAL.matcher(meminfo);
    if (!total.find()) {
      throw new IOException("/proc/meminfo has no MemTotal");
    }
    return Long.parseLong(total.group(1)) / 1024;
  }

  private static long without(long total, long system) {
    return total >= 2 * system ? total - system : total / 2;
  }

  /** The name of the machine. */
  public static String hostname() {
    try {
      String name =
          Files.readString(Path.of("/proc/sys/kernel/hostname"), StandardCharsets.UTF_8).strip();
      return name.isEmpty() ? InetAddress.getLocalHost().getHostName() : name;
    } catch (UnknownHostException e) {
      return "localhost";
    } catch (IOException e) {
      return "localhost";
    }
  }

  /** A host name as the id of an agent: what is not allowed in one becomes a dash. */
  public static AgentId asAgentId(String hostname) {
    String id = hostname.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
    return new AgentId(id.isEmpty() ? "agent" : id.substring(0, Math.min(id.length(), 128)));
  }
}
