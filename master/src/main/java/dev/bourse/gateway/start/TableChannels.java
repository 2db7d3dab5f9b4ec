package dev.bourse.gateway.start;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Configures the channels of the tables and of the offers to read every partition from its
 * beginning, and those of the journal and the heartbeats from its end. How many there are is only
 * known from {@code bourse.cells}, and a consumer in no group must be told.
 */
public final class TableChannels implements ConfigSourceFactory {

  private static final List<String> FROM_BEGINNING =
      List.of("jobs", "tasks", "agents", "frameworks", "roles", "offers");

  private static final List<String> FROM_END = List.of("journal", "heartbeats");

  /** Below every source that a user may write to. */
  private static final int ORDINAL = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    int cells = cells(context);
    Map<String, String> properties = new HashMap<>();
    FROM_BEGINNING.forEach(channel -> properties.put(property(channel), seeks(cells, "0")));
    FROM_END.forEach(channel -> properties.put(property(channel), seeks(cells, "-1")));
    return List.of(new PropertiesConfigSource(properties, "channels of the tables", ORDINAL));
  }

  private static String property(String channel) {
    return "mp.messaging.incoming." + channel + ".assign-seek";
  }

  private static String seeks(int cells, String offset) {
    return IntStream.range(0, cells)
        .mapToObj(cell -> cell + ":" + offset)
        .collect(Collectors.joining(","));
  }

  /** What is no number is the layout's to complain about. */
  private static int cells(ConfigSourceContext context) {
    ConfigValue value = context.getValue("bourse.cells");
    String text = value == null ? null : value.getValue();
    return text != null && text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 1;
  }
}
