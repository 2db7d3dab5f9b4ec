package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws of the algebra on random resources. The name of a failed test shows its seed; run that one
 * alone with {@code -Dseed=N}.
 */
class ResourcesPropertyTest {

  private static final int SEEDS = 100;
  private static final int ROUNDS = 20;

  private static final List<List<Reservation>> STACKS =
      Stream.of(
              "*",
              "*",
              "*",
              "a",
              "a/b",
              "b",
              "+a",
              "+a@alice",
              "+a@bob@b.org",
              "+a@alice{k=v}",
              "+a@alice{k=v&l=w=}",
              "+a{k=w}",
              "a,+a/b",
              "a,+a/b@alice",
              "+a,+a/b",
              "+a@alice{k=v},+a/b{x=y},+a/b/c")
          .map(ReservationParser::stack)
          .toList();

  static LongStream seeds() {
    Long only = Long.getLong("seed");
    return only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldObeyTheLawsOfAddition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ROUNDS; i++) {
      Resources a = resources(random, 0, 3);
      Resources b = resources(random, 0, 3);
      Resources c = resources(random, 0, 3);
      assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasToString(b.plus(a).toString());
      assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
      assertThat(a.plus(Resources.EMPTY)).isEqualTo(a);
      assertThat(a.plus(b).contains(a)).isTrue();
      assertThat(a.plus(b).flattened()).isEqualTo(a.flattened().plus(b.flattened()));
      assertSorted(a.plus(b));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldSubtractWhatWasAdded(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ROUNDS; i++) {
      Resources a = resources(random, 0, 2);
      Resources b = resources(random, 1, 2);
      assertThat(a.plus(b).minus(b)).isEqualTo(a).hasSameHashCodeAs(a);
      assertThat(a.plus(b).minus(a)).isEqualTo(b);
      assertThat(a.minus(a)).isSameAs(Resources.EMPTY);
      assertThat(a.plus(b).quantities()).isEqualTo(a.quantities().plus(b.quantities()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldSubtractExactlyWhatIsContained(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ROUNDS; i++) {
      Resources a = resources(random, 0, 3);
      Resources b = random.nextBoolean() ? part(random, a) : resources(random, 0, 3);
      if (a.contains(b)) {
        assertThat(a.minus(b).plus(b)).isEqualTo(a);
        assertThat(a.contains(a.minus(b))).isTrue();
      } else {
        assertThatIllegalArgumentException().isThrownBy(() -> a.minus(b));
      }
      assertThat(a.contains(b) && b.contains(a)).isEqualTo(a.equals(b));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldReadBackWhatItWrites(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ROUNDS; i++) {
      Resources a = resources(random, 0, 3);
      assertThat(Resources.parse(a.toString())).isEqualTo(a).hasToString(a.toString());
      Quantities quantities = a.quantities();
      assertThat(Quantities.parse(quantities.toString())).isEqualTo(quantities);
      assertThat(Resources.of(a.entries().reversed())).isEqualTo(a);
      Attributes attributes = Attributes.parse(a.flattened().toString());
      assertThat(attributes).hasToString(a.flattened().toString());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldPopWhatWasPushed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ROUNDS; i++) {
      Resources a = resources(random, 0, 2);
      Resources b = resources(random, 1, 2);
      Reservation below = randomReservation(random, "a/b/c/d");
      Resources reserved = a.allocatableTo("a/b/c").pushReservation(below);
      assertThat(reserved.popReservation()).isEqualTo(a.allocatableTo("a/b/c"));
      assertThat(reserved.reserved()).isEqualTo(reserved);
      assertThat(reserved.reservedFor("a/b/c/d")).isEqualTo(reserved);
      assertThat(reserved.quantities()).isEqualTo(a.allocatableTo("a/b/c").quantities());
      assertThat(reserved.plus(b).minus(reserved)).isEqualTo(b);
      assertThat(a.unreserved().plus(a.reserved())).isEqualTo(a);
      assertThat(Resources.parse(reserved.toString())).isEqualTo(reserved);
      assertSorted(reserved);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldReadBackEveryReservation(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ROUNDS; i++) {
      Reservation a = randomReservation(random, "a");
      Reservation b = randomReservation(random, "a");
      assertThat(Reservation.parse(a.toString())).isEqualTo(a).isEqualByComparingTo(a);
      assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
      assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
      Resource cpus = new Resource("cpus", List.of(a), new Scalar(1000));
      assertThat(Resources.parse(cpus.toString())).isEqualTo(Resources.of(cpus));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldCutWithinBounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ROUNDS; i++) {
      Resources a = resources(random, 0, 3);
      Quantities bounds = resources(random, 0, 3).quantities();
      Resources limited = a.cutToLimits(bounds);
      Resources cut = a.cutToQuantities(bounds);
      assertThat(a.contains(limited)).isTrue();
      assertThat(limited.contains(cut)).isTrue();
      assertThat(limited.quantities().isWithin(bounds)).isTrue();
      assertThat(bounds.contains(cut.quantities())).isTrue();
      assertThat(limited.cutToQuantities(bounds)).isEqualTo(cut);
      assertThat(a.cutToLimits(a.quantities())).isEqualTo(a);
      assertThat(a.cutToQuantities(a.quantities())).isEqualTo(a);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldWriteQuantitiesThatReadBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ROUNDS; i++) {
      long bits = random.nextInt(1, 60);
      long amount = random.nextLong(1L << bits);
      assertThat(Quantity.mebibytes(Quantity.formatMebibytes(amount))).isEqualTo(amount);
      assertThat(Quantity.number(Decimals.format(amount))).isEqualTo(amount);
      long millis = amount % (Quantity.MAX_DURATION_MILLIS + 1);
      assertThat(Quantity.duration(Quantity.formatDuration(millis))).isEqualTo(millis);
    }
  }

  private static Reservation randomReservation(SplittableRandom random, String role) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (int count = random.nextInt(3); count > 0; count--) {
      labels.put(word(random, "ab[]:+@\"\\é"), word(random, "ab[]:+@=\"é"));
    }
    String principal = random.nextBoolean() ? word(random, "ab@+=&:[]/") : null;
    return new Reservation(Reservation.Type.DYNAMIC, role, principal, labels);
  }

  private static String word(SplittableRandom random, String letters) {
    StringBuilder word = new StringBuilder();
    for (int length = 1 + random.nextInt(3); length > 0; length--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private static void assertSorted(Resources resources) {
    List<Resource> entries = resources.entries();
    for (int i = 1; i < entries.size(); i++) {
      assertThat(Resource.compareIdentity(entries.get(i - 1), entries.get(i))).isNegative();
    }
  }

  /** Ranges and items hold only numbers that leave the remainder when divided by the step. */
  private static Resources resources(SplittableRandom random, int remainder, int step) {
    List<Resource> entries = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      entries.add(resource(random, remainder, step));
    }
    return Resources.of(entries);
  }

  private static Resource resource(SplittableRandom random, int remainder, int step) {
    List<Reservation> stack = STACKS.get(random.nextInt(STACKS.size()));
    String name = List.of("cpus", "memory", "gpus", "ports", "disks").get(random.nextInt(5));
    Value value =
        switch (name) {
          case "ports" -> ranges(random, remainder, step);
          case "disks" -> items(random, remainder, step);
          case "gpus" -> new Scalar(random.nextInt(4) * 1000L);
          default -> new Scalar(random.nextInt(3000));
        };
    return new Resource(name, stack, value);
  }

  private static Ranges ranges(SplittableRandom random, int remainder, int step) {
    List<Range> ranges = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      // Blocks of ten ports: whole blocks belong to one remainder, so that others never overlap.
      long block = 10L * (random.nextInt(8) * step + remainder);
      long begin = block + random.nextInt(10);
      ranges.add(new Range(begin, begin + random.nextLong(block + 10 - begin)));
    }
    return new Ranges(ranges);
  }

  private static Items items(SplittableRandom random, int remainder, int step) {
    List<String> items = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      items.add("sd" + (random.nextInt(6) * step + remainder));
    }
    return new Items(items);
  }

  private static Resources part(SplittableRandom random, Resources whole) {
    List<Resource> parts = new ArrayList<>();
    for (Resource entry : whole.entries()) {
      long amount = entry.value().thousandths();
      parts.add(entry.cut(random.nextLong(amount + 1)));
    }
    return Resources.of(parts);
  }
}
