package dev.bourse.agent.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A user of the machine.
 *
 * @param uid its number
 * @param gid the number of its first group
 */
record Account(int uid, int gid) {

  private static final long LIMIT_SECONDS = 10;

  /**
   * Asks the machine, whatever it keeps its users in.
   *
   * @throws NotStartableException when there is no such user
   */
  static Account of(String user) throws NotStartableException, IOException {
    String answer = ask(List.of(Tools.SHELL, "-c", "id -u -- \"$0\" && id -g -- \"$0\"", user));
    List<String> lines = answer.lines().toList();
    if (lines.size() != 2) {
      throw NotStartableException.because("user: no such user: " + user);
    }
    return new Account(Integer.parseInt(lines.get(0)), Integer.parseInt(lines.get(1)));
  }

  private static String ask(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var output = process.getInputStream()) {
      String answer = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
          ? answer
          : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking for a user", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Makes this user the owner. */
  void own(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
  }
}
