package dev.bourse.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link KafkaCluster} as a parameter of constructors, test methods and life-cycle
 * methods: {@code @ExtendWith(KafkaExtension.class)}.
 *
 * <p>The cluster is started for the first test that asks for it, is shared by all tests of the JVM,
 * and is stopped after the last. So a test must not rely on topics or groups of a fixed name being
 * new; it takes names of its own.
 */
public final class KafkaExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(KafkaExtension.class);

  /** JUnit needs it. */
  public KafkaExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KafkaCluster.class;
  }

  @Override
  public KafkaCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store closes what it holds, because it is AutoCloseable.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(KafkaCluster.class, key -> startCluster(), KafkaCluster.class);
  }

  private static KafkaCluster startCluster() {
    try {
      return KafkaCluster.start();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ParameterResolutionException("interrupted while Kafka was starting", e);
    } catch (Exception e) {
      throw new ParameterResolutionException("Kafka: " + e.getMessage(), e);
    }
  }
}
