package dev.bourse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.agent.folder.Checkpoint;
import dev.bourse.agent.folder.Identity;
import dev.bourse.agent.folder.KillRecord;
import dev.bourse.agent.folder.Position;
import dev.bourse.agent.folder.Shipped;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.order.Order;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NativeReflectionTest {

  /** These have a text form of their own. */
  private static final Set<String> OWN_FORM =
      Set.of("dev.bourse.topics.resources.Resources", "dev.bourse.topics.resources.Attributes");

  @Test
  void shouldNameEveryClassThatAnAgentReadsOrWrites() {
    Set<Class<?>> needed = new LinkedHashSet<>();
    List.of(Order.class.getPermittedSubclasses()).forEach(type -> add(type, needed));
    List.of(
            RegisterAgent.class,
            DeregisterAgent.class,
            ReportStatus.class,
            Heartbeat.class,
            Checkpoint.class,
            Identity.class,
            KillRecord.class,
            Position.class,
            Shipped.class)
        .forEach(type -> add(type, needed));
    assertThat(NativeReflection.class.getAnnotation(RegisterForReflection.class).targets())
        .containsExactlyInAnyOrderElementsOf(needed);
  }

  private static void add(Type type, Set<Class<?>> needed) {
    if (type instanceof ParameterizedType generic) {
      List.of(generic.getActualTypeArguments()).forEach(argument -> add(argument, needed));
    } else if (type instanceof Class<?> found
        && found.getName().startsWith("dev.bourse.")
        && !OWN_FORM.contains(found.getName())
        && needed.add(found)
        && found.isRecord()) {
      for (RecordComponent component : found.getRecordComponents()) {
        add(component.getGenericType(), needed);
      }
    }
  }
}
