package dev.bourse.topics.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.framework.AttributeConstraint.Predicate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a framework may say of itself: section 1.14, and case 122 of the conformance cases. */
class FrameworkInfoTest {

  private static final AttributeConstraint SSD =
      new AttributeConstraint("ssd", Predicate.EXISTS, null);

  @Test
  void shouldNeedMultiRoleForTwoRoles() { // case 122
    assertRefused(
        () -> info(List.of(), "a", "b"),
        "roles: are [a, b], but more than one needs the capability MULTI_ROLE");
    assertRefused(
        () -> info(null, "b", "a"),
        "roles: are [a, b], but more than one needs the capability MULTI_ROLE");
    assertThat(info(List.of(Capability.MULTI_ROLE), "b", "a").roles())
        .extracting(RoleInfo::role)
        .containsExactly("b", "a");
    assertThat(info(null, "a").roles()).hasSize(1);
  }

  @Test
  void shouldRefuseTheSameRoleTwice() { // case 122
    assertRefused(
        () -> info(List.of(Capability.MULTI_ROLE), "a", "b", "a"), "roles: has 'a' twice");
    assertRefused(() -> info(null, "a", "a"), "roles: has 'a' twice");
  }

  @Test
  void shouldBoundTheNumberOfRoles() {
    String[] most = IntStream.range(0, 256).mapToObj(i -> "r" + i).toArray(String[]::new);
    String[] more = IntStream.range(0, 257).mapToObj(i -> "r" + i).toArray(String[]::new);
    assertThat(info(List.of(Capability.MULTI_ROLE), most).roles()).hasSize(256);
    assertRefused(() -> info(null, more), "roles: has 257 entries, but must have 1 to 256");
    assertRefused(() -> info(null), "roles: has 0 entries, but must have 1 to 256");
  }

  @Test
  void shouldRefuseTheSameCapabilityTwice() {
    assertRefused(
        () -> info(List.of(Capability.MULTI_ROLE, Capability.MULTI_ROLE), "a"),
        "capabilities: has 'MULTI_ROLE' twice");
  }

  @ParameterizedTest
  @CsvSource({"-1", "31536000001", "9223372036854775807"})
  void shouldBoundTheFailoverTimeout(long millis) {
    assertRefused(
        () -> withFailover(millis),
        "failoverTimeoutMillis: is " + millis + ", but must be 0 to 31536000000");
  }

  @Test
  void shouldHaveDefaults() {
    FrameworkInfo info = FrameworkInfo.of("n", "eng/etl");
    assertThat(info.failoverMillis()).isZero();
    assertThat(withFailover(31_536_000_000L).failoverMillis()).isEqualTo(31_536_000_000L);
    assertThat(info.can(Capability.PARTITION_AWARE)).isFalse();
    assertThat(info(List.of(Capability.PARTITION_AWARE), "a").can(Capability.PARTITION_AWARE))
        .isTrue();
    assertThat(info(List.of(Capability.PARTITION_AWARE), "a").can(Capability.MULTI_ROLE)).isFalse();
    assertThat(info.role("eng/etl")).isEqualTo(RoleInfo.of("eng/etl"));
    assertThat(info.role("eng")).isNull();
    assertThat(RoleInfo.of("a").isSuppressed()).isFalse();
    assertThat(new RoleInfo("a", true, null, null).isSuppressed()).isTrue();
    assertThat(new RoleInfo("a", false, null, null).isSuppressed()).isFalse();
  }

  @Test
  void shouldBoundTexts() {
    String long256 = "x".repeat(256);
    assertThat(texts(long256, long256, long256, long256, "x".repeat(2_048)).name())
        .isEqualTo(long256);
    String message = ": has 257 characters, but may have 256";
    assertRefused(() -> texts("", null, null, null, null), "name: is missing");
    assertRefused(() -> texts(long256 + "x", null, null, null, null), "name" + message);
    assertRefused(() -> texts("n", long256 + "x", null, null, null), "user" + message);
    assertRefused(() -> texts("n", null, long256 + "x", null, null), "principal" + message);
    assertRefused(() -> texts("n", null, null, long256 + "x", null), "hostname" + message);
    assertRefused(
        () -> texts("n", null, null, null, "x".repeat(2_049)),
        "webUrl: has 2049 characters, but may have 2048");
  }

  @Test
  void shouldBoundLabels() {
    SortedMap<String, String> many = new TreeMap<>();
    IntStream.range(0, 65).forEach(i -> many.put("l" + i, ""));
    assertRefused(() -> labels(many), "labels: has 65 entries, but may have 64");
    assertRefused(
        () -> labels(new TreeMap<>(Collections.singletonMap("", "x"))),
        "labels: has a name of 0 characters, but it must have 1 to 256");
    assertRefused(
        () -> labels(new TreeMap<>(Collections.singletonMap("x".repeat(257), "x"))),
        "labels: has a name of 257 characters, but it must have 1 to 256");
    assertRefused(
        () -> labels(new TreeMap<>(Collections.singletonMap("a", "x".repeat(257)))),
        "labels.a: has 257 characters, but may have 256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a b", "-a", "a/*", "."})
  void shouldWantRoles(String role) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RoleInfo.of(role))
        .withMessageStartingWith("role: is '" + role + "', but must be ");
  }

  @Test
  void shouldCheckTheMinimumOfARole() {
    assertRefused(
        () -> new RoleInfo("a", null, "cpus", null),
        "minAllocatable: quantity: is 'cpus', but must be name:number");
    assertThat(new RoleInfo("a", null, "", null).minAllocatable()).isEmpty();
  }

  @Test
  void shouldBoundConstraints() {
    List<AttributeConstraint> sixteen = Collections.nCopies(16, SSD);
    assertThat(constrained(Collections.nCopies(16, sixteen)).constraints()).hasSize(16);
    assertThat(constrained(List.of()).constraints()).isEmpty();
    assertRefused(
        () -> constrained(Collections.nCopies(17, sixteen)),
        "constraints: has 17 groups, but may have 16");
    assertRefused(
        () -> constrained(List.of(Collections.nCopies(17, SSD))),
        "constraints: a group has 17 entries, but must have 1 to 16");
    assertRefused(
        () -> constrained(List.of(List.of())),
        "constraints: a group has 0 entries, but must have 1 to 16");
  }

  @Test
  void shouldCopy() {
    List<AttributeConstraint> group = new ArrayList<>(List.of(SSD));
    List<RoleInfo> roles = new ArrayList<>(List.of(constrained(List.of(group))));
    SortedMap<String, String> labels = new TreeMap<>(Collections.singletonMap("a", "b"));
    FrameworkInfo info = new FrameworkInfo("n", roles, null, null, null, null, null, null, labels);
    group.clear();
    roles.clear();
    labels.clear();
    assertThat(info.roles()).containsExactly(constrained(List.of(List.of(SSD))));
    assertThat(info.labels()).containsEntry("a", "b");
  }

  private static FrameworkInfo info(@Nullable List<Capability> capabilities, String... roles) {
    List<RoleInfo> infos = List.of(roles).stream().map(RoleInfo::of).toList();
    return new FrameworkInfo("n", infos, capabilities, null, null, null, null, null, null);
  }

  private static FrameworkInfo withFailover(long millis) {
    return new FrameworkInfo(
        "n", List.of(RoleInfo.of("a")), null, millis, null, null, null, null, null);
  }

  private static FrameworkInfo texts(
      String name,
      @Nullable String user,
      @Nullable String principal,
      @Nullable String hostname,
      @Nullable String webUrl) {
    List<RoleInfo> roles = List.of(RoleInfo.of("a"));
    return new FrameworkInfo(name, roles, null, null, user, principal, hostname, webUrl, null);
  }

  private static FrameworkInfo labels(SortedMap<String, String> labels) {
    return new FrameworkInfo(
        "n", List.of(RoleInfo.of("a")), null, null, null, null, null, null, labels);
  }

  private static RoleInfo constrained(List<List<AttributeConstraint>> groups) {
    return new RoleInfo("a", null, null, groups);
  }

  private static void assertRefused(ThrowingCallable code, String message) {
    assertThatIllegalArgumentException().isThrownBy(code).withMessage(message);
  }
}
