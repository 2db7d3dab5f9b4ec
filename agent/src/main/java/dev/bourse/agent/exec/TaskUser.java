package dev.bourse.agent.exec;

import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.topics.log.LogStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command as another user. The job's environment is set only after the change: until then
 * programs run with the rights of the agent, and a variable such as LD_PRELOAD would give those
 * away.
 */
final class TaskUser {

  private final Tools tools;

  TaskUser(Tools tools) {
    this.tools = tools;
  }

  /** Whether this agent may change users. */
  static boolean isRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  /**
   * The command that changes the user, sets the environment, and runs a command.
   *
   * @throws NotStartableException when that is not possible
   */
  List<String> wrap(
      String user, List<String> argv, Map<String, String> environment, TaskFolder folder)
      throws NotStartableException, IOException {
    if (!isRoot()) {
      throw NotStartableException.because(
          "user: the agent runs as %s, and only root can run tasks as %s"
              .formatted(System.getProperty("user.name"), user));
    }
    Path setpriv = tools.setpriv();
    if (setpriv == null) {
      throw NotStartableException.because(
          "user: needs setpriv, which this machine does not have; install util-linux");
    }
    Account account = Account.of(user);
    checkReachable(user, folder.path());
    account.own(folder.work());
    account.own(folder.output(LogStream.STDOUT));
    account.own(folder.output(LogStream.STDERR));
    Path script = folder.path().resolve("env.sh");
    Files.writeString(script, script(environment));
    account.own(script);
    List<String> command = new ArrayList<>();
    command.add(setpriv.toString());
    command.add("--reuid=" + account.uid());
    command.add("--regid=" + account.gid());
    command.add("--init-groups");
    command.add("--");
    command.add(Tools.SHELL);
    command.add(script.toString());
    command.addAll(argv);
    return command;
  }

  private static String script(Map<String, String> environment) {
    StringBuilder text = new StringBuilder("exec env -i --");
    environment.forEach(
        (name, value) ->
            text.append(" '").append((name + "=" + value).replace("'", "'\\''")).append('\''));
    return text.append(" \"$@\"\n").toString();
  }

  private static void checkReachable(String user, Path path)
      throws NotStartableException, IOException {
    for (@Nullable Path folder = path; folder != null; folder = folder.getParent()) {
      if (!Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
          .contains(PosixFilePermission.OTHERS_EXECUTE)) {
        throw NotStartableException.because(
            "user: %s cannot reach its sandbox, because %s is closed to others"
                .formatted(user, folder));
      }
    }
  }
}
