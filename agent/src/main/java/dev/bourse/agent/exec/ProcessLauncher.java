package dev.bourse.agent.exec;

import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.order.LaunchTask;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Starts the command of a task below a supervisor that does not need the agent. Thread-safe. */
public final class ProcessLauncher {

  private static final File NOTHING = new File("/dev/null");
  private static final long TENTH_MILLIS = 100;

  private final Tools tools;
  private final TaskUser users;
  private final TaskEnvironment environment;
  private final Path script;
  private final @Nullable String defaultUser;

  /**
   * A launcher.
   *
   * @param script the supervisor, see {@link SuperviseScript}
   * @param defaultUser who runs a task that does not say it; null for the agent's own user
   */
  public ProcessLauncher(Tools tools, Path script, @Nullable String defaultUser) {
    this.tools = tools;
    this.users = new TaskUser(tools);
    this.environment = new TaskEnvironment(System.getenv(TaskEnvironment.PATH));
    this.script = script;
    this.defaultUser = defaultUser;
  }

  /**
   * Starts.
   *
   * @return the supervisor
   * @throws NotStartableException when the command cannot be started
   */
  public Process start(LaunchTask launch, TaskFolder folder)
      throws NotStartableException, IOException {
    ProcessSpec spec = launch.process();
    Path workdir = Workdir.of(spec.workdir(), folder);
    SortedMap<String, String> env = environment.of(launch, folder);
    CommandCheck.check(spec.argv().getFirst(), env.getOrDefault(TaskEnvironment.PATH, ""), workdir);
    String user = spec.user() == null ? defaultUser : spec.user();
    if (user == null || user.equals(System.getProperty("user.name"))) {
      return supervise(launch, folder, workdir, spec.argv(), env);
    }
    List<String> command = users.wrap(user, spec.argv(), env, folder);
    SortedMap<String, String> clean = new TreeMap<>();
    clean.put(TaskEnvironment.PATH, new TaskEnvironment(null).of(launch, folder).get("PATH"));
    return supervise(launch, folder, workdir, command, clean);
  }

  private Process supervise(
      LaunchTask launch,
      TaskFolder folder,
      Path workdir,
      List<String> argv,
      Map<String, String> env)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(tools.setsid().toString());
    command.add(Tools.SHELL);
    command.add(script.toString());
    command.add(folder.path().toString());
    command.add(tools.setsid().toString());
    command.add(stdin(launch, folder).toString());
    command.add(workdir.toString());
    command.add(Long.toString(launch.killGraceMillis() / TENTH_MILLIS));
    command.addAll(argv);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(NOTHING)
            .redirectOutput(NOTHING)
            .redirectError(NOTHING);
    builder.environment().clear();
    builder.environment().putAll(env);
    return builder.start();
  }

  private static Path stdin(LaunchTask launch, TaskFolder folder) throws IOException {
    String text = launch.process().stdin();
    return text == null ? NOTHING.toPath() : Files.writeString(folder.stdin(), text);
  }
}
