package dev.bourse.simulator.command;

import dev.bourse.simulator.history.Exporter;
import dev.bourse.simulator.history.RecordSource;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a history into files. */
@Command(
    name = "export",
    description = {
      "Copies the journal and the inputs of a cell into a folder, one line of JSON for each record.",
      "bourse replay --from reads it, on any machine."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HistoryOptions options;

  @Parameters(paramLabel = "DIR", description = "The folder; made if there is none.")
  private Path folder;

  @Override
  public Integer call() {
    RecordSource source = options.source();
    new Exporter(folder)
        .export(source)
        .forEach(
            (topic, count) ->
                spec.commandLine().getOut().printf("%,12d  %s%n", count, topic.suffix()));
    return 0;
  }
}
