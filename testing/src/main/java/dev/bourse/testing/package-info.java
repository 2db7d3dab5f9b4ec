/** For tests that need a Kafka cluster: {@link dev.bourse.testing.KafkaExtension}. */
@NullMarked
package dev.bourse.testing;

import org.jspecify.annotations.NullMarked;
