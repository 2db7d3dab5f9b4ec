package dev.bourse.master.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.kafka.Keys;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressTest {

  private static final byte[] KEY = Keys.bytes("f1");

  @Test
  void shouldLetTheKeyDecideUnlessACellIsNamed() {
    assertThat(Address.PARTITIONER.partitions("t", Address.byKey(KEY), KEY, 8)).isEmpty();
    assertThat(Address.PARTITIONER.partitions("t", Address.inCell(5, KEY), KEY, 8))
        .contains(Set.of(5));
  }

  @Test
  void shouldWriteTheKeyAsItIs() {
    assertThat(Address.SERIALIZER.serialize("t", Address.inCell(5, KEY))).isSameAs(KEY);
    assertThat(Address.SERIALIZER.serialize("t", Address.byKey(null))).isNull();
  }
}
