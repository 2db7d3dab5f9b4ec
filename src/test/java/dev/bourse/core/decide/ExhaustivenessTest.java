package dev.bourse.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.Event;
import dev.bourse.topics.command.Command;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The file list is the index of behaviour: for each command its handler, for each event its
 * applier.
 */
class ExhaustivenessTest {

  static List<Class<?>> commands() {
    List<Class<?>> commands = new ArrayList<>();
    for (Class<?> command : Command.class.getPermittedSubclasses()) {
      commands.addAll(
          command.isInterface()
              ? Arrays.asList(command.getPermittedSubclasses())
              : List.of(command));
    }
    return commands;
  }

  static List<Class<?>> events() {
    return Arrays.asList(Event.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldHaveOneHandlerForEveryCommand(Class<?> command) throws ClassNotFoundException {
    Class<?> handler = named("dev.bourse.core.decide", command, "Handler");

    assertThat(CommandHandler.class).isAssignableFrom(handler);
    assertThat(firstParametersOf(handler, "handle")).containsExactly(command);
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldHaveOneApplierForEveryEvent(Class<?> event) throws ClassNotFoundException {
    Class<?> applier = named("dev.bourse.core.apply", event, "Applier");

    assertThat(applier.getInterfaces()).extracting(Class::getSimpleName).contains("EventApplier");
    assertThat(firstParametersOf(applier, "apply")).containsExactly(event);
  }

  @Test
  void shouldHaveNoApplierForACommand() {
    for (Class<?> command : commands()) {
      assertThat(events())
          .noneMatch(event -> event.getSimpleName().equals(command.getSimpleName()));
    }
  }

  private static Class<?> named(String folder, Class<?> subject, String suffix)
      throws ClassNotFoundException {
    return Class.forName(folder + "." + subject.getSimpleName() + suffix);
  }

  private static List<Class<?>> firstParametersOf(Class<?> type, String name) {
    List<Class<?>> found = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && !method.isBridge()) {
        found.add(method.getParameterTypes()[0]);
      }
    }
    return found;
  }
}
