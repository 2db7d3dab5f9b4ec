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
 * Configures the channels of the tables to read every partition from its beginning, and that of the
 * heartbeats from its end. How many there are is only known from {@code bourse.cells}, and a
 * consumer in no group must be told.
 */
public final class TableChannels implements ConfigSourceFactory {

  private static final List<String> CHANNELS = List.of("jobs", "tasks", "agents");

  /** Below every source that a user may write to. */
  private static final int ORDINAL = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String seeks =
        IntStream.range(0, cells(context))
            .mapToObj(cell -> cell + ":0")
            .collect(Collectors.joining(","));
    Map<String, String> properties = new HashMap<>();
    for (String channel : CHANNELS) {
      properties.put("mp.messaging.incoming." + channel + ".assign-seek", seeks);
    }
    properties.put("mp.messaging.incoming.heartbeats.assign-seek", seeks.replace(":0", ":-1"));
    return List.of(new PropertiesConfigSource(properties, "channels of the tables", ORDINAL));
  }

  /** What is no number is the layout's to complain about. */
  private static int cells(ConfigSourceContext context) {
    ConfigValue value = context.getValue("bourse.cells");
    String text = value == null ? null : value.getValue();
    return text != null && text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 1;
  }
}
